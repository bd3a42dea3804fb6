// Every setting of the app. A test starts the app with these and no others, and finds each that is missing or not needed.
param appName string
param appIdentityName string
param contactsIdentityName string
param studyAccountName string
param identityAccountName string
param vaultName string
param insightsName string
param siteUrl string
param twilioAccountSid string
param twilioMessagingServiceSid string
param sendGridFrom string
param sendGridEventPublicKey string
param schedules object
param readsFormerContactKey bool
param readsFormerLookupKey bool

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource appIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: appIdentityName
}

resource contactsIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: contactsIdentityName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

@description('What a setting holds whose value is in the vault; without a version, so that a new one is taken within a day.')
func secret(vault string, name string) string => '@Microsoft.KeyVault(VaultName=${vault};SecretName=${name})'

// Needed only while a key is being changed, so the deployment doesn't ask for them otherwise.
var formerContactKey = 'Privacy--ContactKeys--1'
var formerLookupKey = 'Privacy--FormerLookupKeys--0'
var formerKeys = union(
  readsFormerContactKey ? { Privacy__ContactKeys__1: secret(vaultName, formerContactKey) } : {},
  readsFormerLookupKey ? { Privacy__FormerLookupKeys__0: secret(vaultName, formerLookupKey) } : {}
)

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(schedules, formerKeys, {
    // The host reads these too: its locks, its queues and its scaling.
    AzureWebJobsStorage__accountName: studyAccountName
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: appIdentity.properties.clientId
    IdentityStorage__accountName: identityAccountName
    IdentityStorage__credential: 'managedidentity'
    IdentityStorage__clientId: contactsIdentity.properties.clientId
    Study__Path: 'Studies/connecting-people.yaml'
    Site__PublicUrl: siteUrl
    Twilio__AccountSid: twilioAccountSid
    Twilio__AuthToken: secret(vaultName, 'Twilio--AuthToken')
    Twilio__MessagingServiceSid: twilioMessagingServiceSid
    Twilio__BaseUrl: 'https://api.twilio.com'
    Twilio__OptOutHandledBy: 'twilio'
    SendGrid__ApiKey: secret(vaultName, 'SendGrid--ApiKey')
    SendGrid__From: sendGridFrom
    SendGrid__BaseUrl: 'https://api.sendgrid.com'
    SendGrid__EventPublicKey: sendGridEventPublicKey
    Privacy__ContactKeys__0: secret(vaultName, 'Privacy--ContactKeys--0')
    Privacy__LookupKey: secret(vaultName, 'Privacy--LookupKey')
    Privacy__LinkKey: secret(vaultName, 'Privacy--LinkKey')
    // The platform's own. The page at / is the site's, not Azure's.
    AzureWebJobsDisableHomepage: 'true'
    APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${appIdentity.properties.clientId};Authorization=AAD'
    // Sign-in proves with this identity that it is the app, instead of with a secret that runs out.
    OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: appIdentity.properties.clientId
  })
}
