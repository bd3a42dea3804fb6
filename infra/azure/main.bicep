// Everything that one environment of Connecting People is made of, in one resource group. README.md beside this file says how to deploy it.
targetScope = 'resourceGroup'

@description('Which environment this is. Test and production are alike but for size, price and how hard data is to lose.')
@allowed(['test', 'production'])
param environmentName string

@description('The region of everything. Personal data stays in it.')
param location string = resourceGroup().location

@description('Storage and secrets are reached through a network of their own alone, and by nobody from the internet.')
param privateEndpoints bool

@description('Storage is kept in three buildings of the region instead of one.')
param zoneRedundant bool

@description('How many instances wait for requests, so that a reply needn\'t wait for a start. 0 lets the app sleep.')
@minValue(0)
@maxValue(10)
param alwaysReadyInstances int

@description('How many instances there may be at the most.')
@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('For how many days a published export can neither be changed nor deleted, by anybody.')
@minValue(1)
@maxValue(3650)
param exportImmutabilityDays int

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int

@description('How much may be logged a day at the most, in GB; a loop that logs then costs no more than this.')
@minValue(1)
param logGigabytesADay int

@description('What a month may cost, in the currency of the subscription. Nothing is switched off; somebody is told.')
@minValue(1)
param monthlyBudget int

@description('The first day of the month in which this environment is deployed first, such as 2026-03-01. It can\'t be changed later.')
@minLength(10)
@maxLength(10)
param budgetFrom string

@description('Who is told of alerts of the pipeline and of its cost.')
@minLength(1)
param onCallEmails string[]

@description('Object ids of the people or groups in Entra ID who may set secrets.')
param secretsOfficers string[]

@description('The application (client) id that sign-in.sh printed.')
@minLength(36)
@maxLength(36)
param signInClientId string

@description('The address that people and providers reach the app at, where it has a domain of its own; empty for Azure\'s.')
param publicUrl string

@description('The Twilio account, AC…')
@minLength(34)
@maxLength(34)
param twilioAccountSid string

@description('The Twilio messaging service, MG…')
@minLength(34)
@maxLength(34)
param twilioMessagingServiceSid string

@description('The address that email comes from, verified in SendGrid.')
@minLength(6)
param sendGridFrom string

@description('The verification key of SendGrid\'s signed event webhook. It is public.')
@minLength(100)
param sendGridEventPublicKey string

@description('True while the contact key is being changed: the vault then holds the former one as Privacy--ContactKeys--1.')
param readsFormerContactKey bool = false

@description('True while the lookup key is being changed: the vault then holds the former one as Privacy--FormerLookupKeys--0.')
param readsFormerLookupKey bool = false

@description('When each timer runs, by setting: NCRONTAB with seconds, in UTC.')
param schedules schedulesType

@description('When each timer runs: NCRONTAB with seconds, in UTC.')
type schedulesType = {
  CheckInSchedule: string
  ExportSchedule: string
  ReconcileSchedule: string
  DigestSchedule: string
  MeasureSchedule: string
  RetentionSchedule: string
}

// Names are worked out here and not asked of what was made, so that what-if can tell all of them beforehand.
var unique = uniqueString(resourceGroup().id)
var names = {
  app: 'func-connecting-people-${environmentName}-${take(unique, 6)}'
  appIdentity: 'id-connecting-people-${environmentName}-app'
  contactsIdentity: 'id-connecting-people-${environmentName}-contacts'
  study: 'stcpstudy${unique}'
  identity: 'stcpident${unique}'
  vault: 'kv-cp-${unique}'
  workspace: 'log-connecting-people-${environmentName}'
  insights: 'appi-connecting-people-${environmentName}'
  network: 'vnet-connecting-people-${environmentName}'
}
var tags = { product: 'connecting-people', environment: environmentName }
var siteUrl = empty(publicUrl) ? 'https://${names.app}.azurewebsites.net' : publicUrl

module network 'modules/network.bicep' = if (privateEndpoints) {
  params: { location: location, tags: tags, name: names.network }
}

module identities 'modules/identities.bicep' = {
  params: { location: location, tags: tags, appName: names.appIdentity, contactsName: names.contactsIdentity }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    location: location
    tags: tags
    workspaceName: names.workspace
    insightsName: names.insights
    retentionDays: logRetentionDays
    gigabytesADay: logGigabytesADay
  }
}

module study 'modules/storage-account.bicep' = {
  params: {
    location: location
    tags: tags
    name: names.study
    zoneRedundant: zoneRedundant
    isPrivate: privateEndpoints
  }
}

module exports 'modules/exports.bicep' = {
  params: { accountName: names.study, immutabilityDays: exportImmutabilityDays }
  dependsOn: [study]
}

module identity 'modules/storage-account.bicep' = {
  params: {
    location: location
    tags: tags
    name: names.identity
    zoneRedundant: zoneRedundant
    isPrivate: privateEndpoints
  }
}

module vault 'modules/vault.bicep' = {
  params: { location: location, tags: tags, name: names.vault, isPrivate: privateEndpoints }
}

module privateDoors 'modules/private-endpoints.bicep' = if (privateEndpoints) {
  params: {
    location: location
    tags: tags
    networkName: names.network
    studyAccountName: names.study
    identityAccountName: names.identity
    vaultName: names.vault
  }
  dependsOn: [network, study, identity, vault]
}

module roles 'modules/roles.bicep' = {
  params: {
    appIdentityName: names.appIdentity
    contactsIdentityName: names.contactsIdentity
    secretsOfficers: secretsOfficers
    studyAccountName: names.study
    identityAccountName: names.identity
    vaultName: names.vault
    insightsName: names.insights
  }
  dependsOn: [identities, study, identity, vault, monitoring]
}

module app 'modules/app.bicep' = {
  params: {
    location: location
    tags: tags
    name: names.app
    appIdentityName: names.appIdentity
    contactsIdentityName: names.contactsIdentity
    studyAccountName: names.study
    networkName: privateEndpoints ? names.network : ''
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstances: maximumInstances
  }
  dependsOn: [roles, exports, privateDoors]
}

module settings 'modules/settings.bicep' = {
  params: {
    appName: names.app
    appIdentityName: names.appIdentity
    contactsIdentityName: names.contactsIdentity
    studyAccountName: names.study
    identityAccountName: names.identity
    vaultName: names.vault
    insightsName: names.insights
    siteUrl: siteUrl
    twilioAccountSid: twilioAccountSid
    twilioMessagingServiceSid: twilioMessagingServiceSid
    sendGridFrom: sendGridFrom
    sendGridEventPublicKey: sendGridEventPublicKey
    schedules: schedules
    readsFormerContactKey: readsFormerContactKey
    readsFormerLookupKey: readsFormerLookupKey
  }
  dependsOn: [app]
}

module signIn 'modules/sign-in.bicep' = {
  params: { appName: names.app, clientId: signInClientId }
  dependsOn: [settings]
}

module diagnostics 'modules/diagnostics.bicep' = {
  params: {
    workspaceName: names.workspace
    studyAccountName: names.study
    identityAccountName: names.identity
    vaultName: names.vault
    appName: names.app
  }
  dependsOn: [app]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    location: location
    tags: tags
    environmentName: environmentName
    workspaceName: names.workspace
    insightsName: names.insights
    siteUrl: siteUrl
    onCallEmails: onCallEmails
  }
  dependsOn: [monitoring]
}

module budget 'modules/budget.bicep' = {
  params: {
    environmentName: environmentName
    amount: monthlyBudget
    from: budgetFrom
    onCallEmails: onCallEmails
  }
}

output appName string = names.app
output siteUrl string = siteUrl
output vaultName string = names.vault
output appIdentityName string = names.appIdentity
