// Rules that call somebody. Each is named as its query in queries/ and its runbook in docs/runbooks/.
param location string
param tags object
param environmentName string
param workspaceName string
param insightsName string
param siteUrl string
param onCallEmails string[]

var workspaceId = resourceId('Microsoft.OperationalInsights/workspaces', workspaceName)
var insightsId = resourceId('Microsoft.Insights/components', insightsName)
var runbooks = 'docs/runbooks'

// Severity 0: somebody may come to harm. 1: the night's work isn't done. 2: it may soon not be.
var rules = [
  {
    name: 'nobody-told'
    severity: 0
    every: 'PT5M'
    window: 'PT15M'
    says: 'An alert about a participant reached nobody at all.'
    query: loadTextContent('../queries/nobody-told.kql')
  }
  {
    name: 'stranger-in-danger'
    severity: 0
    every: 'PT5M'
    window: 'PT15M'
    says: 'A message from a number that nobody is enrolled with holds words that may mean danger.'
    query: loadTextContent('../queries/stranger-in-danger.kql')
  }
  {
    name: 'poison-queue'
    severity: 1
    every: 'PT5M'
    window: 'PT15M'
    says: 'A queue message failed five times and waits in a poison queue.'
    query: loadTextContent('../queries/poison-queue.kql')
  }
  {
    name: 'no-check-ins'
    severity: 1
    every: 'PT1H'
    window: 'P1D'
    says: 'Check-ins were due in the last day and none was sent.'
    query: loadTextContent('../queries/no-check-ins.kql')
  }
  {
    name: 'no-export'
    severity: 1
    every: 'PT1H'
    window: 'P2D'
    says: 'No export was completed in the last 26 hours.'
    query: loadTextContent('../queries/no-export.kql')
  }
  {
    name: 'agenda-behind'
    severity: 1
    every: 'PT5M'
    window: 'PT30M'
    says: 'People are woken more than 15 minutes late, or not at all.'
    query: loadTextContent('../queries/agenda-behind.kql')
  }
  {
    name: 'outbox-behind'
    severity: 1
    every: 'PT15M'
    window: 'PT30M'
    says: 'A message that may go has been waiting for more than an hour.'
    query: loadTextContent('../queries/outbox-behind.kql')
  }
  {
    name: 'failure-rate'
    severity: 2
    every: 'PT5M'
    window: 'PT15M'
    says: 'More than one in twenty requests or functions failed.'
    query: loadTextContent('../queries/failure-rate.kql')
  }
  {
    name: 'provider-errors'
    severity: 2
    every: 'PT15M'
    window: 'PT30M'
    says: 'Twilio or SendGrid refused or failed five calls or more.'
    query: loadTextContent('../queries/provider-errors.kql')
  }
  {
    name: 'alerts-overdue'
    severity: 2
    every: 'PT1H'
    window: 'P1D'
    says: 'For a whole day some alert about a participant was acknowledged by nobody in time.'
    query: loadTextContent('../queries/alerts-overdue.kql')
  }
]

// Five places in Europe; a single one that can't get through isn't the app's fault.
var lookouts = ['emea-nl-ams-azr', 'emea-gb-db3-azr', 'emea-ru-msa-edge', 'emea-se-sto-edge', 'emea-fr-pra-edge']

resource onCall 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-connecting-people-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'ConnPeople'
    emailReceivers: [
      for (address, i) in onCallEmails: { name: 'on-call-${i}', emailAddress: address, useCommonAlertSchema: true }
    ]
  }
}

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${rule.name}-${environmentName}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.name
      description: '${rule.says} What to do: ${runbooks}/${rule.name}.md'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.window
      // A workspace that nothing was logged to yet knows no tables.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [onCall.id] }
    }
  }
]

resource readinessTest 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'readiness-test-${environmentName}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'readiness-test-${environmentName}'
    Name: 'readiness-test-${environmentName}'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [for place in lookouts: { Id: place }]
    Request: { RequestUrl: '${siteUrl}/health/ready', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource readiness 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'readiness-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app isn\'t ready for work, seen from two places or more. What to do: ${runbooks}/readiness.md'
    severity: 1
    enabled: true
    scopes: [readinessTest.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readinessTest.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: onCall.id }]
  }
}
