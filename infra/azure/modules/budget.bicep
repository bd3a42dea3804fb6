// Tells somebody when the month costs more than expected. Nothing is switched off: people must still be answered.
param environmentName string
param amount int
param from string
param onCallEmails string[]

var told = { enabled: true, operator: 'GreaterThanOrEqualTo', contactEmails: onCallEmails }

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'connecting-people-${environmentName}'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: from }
    notifications: {
      spentMost: union(told, { threshold: 80, thresholdType: 'Actual' })
      willExceed: union(told, { threshold: 100, thresholdType: 'Forecasted' })
      exceeded: union(told, { threshold: 100, thresholdType: 'Actual' })
    }
  }
}
