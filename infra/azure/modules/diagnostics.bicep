// Who read or changed what, where that matters: names and numbers, exports, secrets, sign-ins. Keys of rows in these logs are
// pseudonyms and hashes.
param workspaceName string
param studyAccountName string
param identityAccountName string
param vaultName string
param appName string

var workspaceId = resourceId('Microsoft.OperationalInsights/workspaces', workspaceName)
var readAndWritten = [
  for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: { category: category, enabled: true }
]
var measured = [{ category: 'Transaction', enabled: true }]

resource studyBlobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' existing = {
  name: '${studyAccountName}/default'
}

resource studyQueues 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' existing = {
  name: '${studyAccountName}/default'
}

resource studyTables 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' existing = {
  name: '${studyAccountName}/default'
}

resource contacts 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' existing = {
  name: '${identityAccountName}/default'
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource ofExports 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'connecting-people'
  scope: studyBlobs
  properties: { workspaceId: workspaceId, logs: readAndWritten, metrics: measured }
}

// Each wake-up and reply is a transaction of these two: counted, not listed.
resource ofQueues 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'connecting-people'
  scope: studyQueues
  properties: { workspaceId: workspaceId, metrics: measured }
}

resource ofTables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'connecting-people'
  scope: studyTables
  properties: { workspaceId: workspaceId, metrics: measured }
}

resource ofContacts 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'connecting-people'
  scope: contacts
  properties: { workspaceId: workspaceId, logs: readAndWritten, metrics: measured }
}

resource ofVault 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'connecting-people'
  scope: vault
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

resource ofApp 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'connecting-people'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceAuthenticationLogs', enabled: true }
      // A start that is refused says here why.
      { category: 'FunctionAppLogs', enabled: true }
    ]
  }
}
