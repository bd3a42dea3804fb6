// A test environment: as production is made, but small, cheap and easy to take away. What belongs to one agency comes from the
// environment of whoever deploys, see README.md; write it here instead if you keep a copy of your own.
using 'main.bicep'

param environmentName = 'test'
param privateEndpoints = false
param zoneRedundant = false
param alwaysReadyInstances = 0
param maximumInstances = 40
param exportImmutabilityDays = 1
param logRetentionDays = 30
param logGigabytesADay = 1
param monthlyBudget = 30

param budgetFrom = readEnvironmentVariable('BUDGET_FROM')
param onCallEmails = split(readEnvironmentVariable('ON_CALL_EMAILS'), ',')
param secretsOfficers = split(readEnvironmentVariable('SECRETS_OFFICERS'), ',')
param signInClientId = readEnvironmentVariable('SIGN_IN_CLIENT_ID')
param publicUrl = readEnvironmentVariable('PUBLIC_URL', '')
param twilioAccountSid = readEnvironmentVariable('TWILIO_ACCOUNT_SID')
param twilioMessagingServiceSid = readEnvironmentVariable('TWILIO_MESSAGING_SERVICE_SID')
param sendGridFrom = readEnvironmentVariable('SENDGRID_FROM')
param sendGridEventPublicKey = readEnvironmentVariable('SENDGRID_EVENT_PUBLIC_KEY')

param schedules = {
  CheckInSchedule: '0 * * * * *'
  ExportSchedule: '0 0 2 * * *'
  ReconcileSchedule: '0 */15 * * * *'
  DigestSchedule: '0 30 7 * * 1'
  MeasureSchedule: '0 */5 * * * *'
  RetentionSchedule: '0 30 3 * * *'
}
