// Who may do what with data: every role assignment of the environment, and no other.
param appIdentityName string
param contactsIdentityName string
param secretsOfficers string[]
param studyAccountName string
param identityAccountName string
param vaultName string
param insightsName string

// Ids of Azure's built-in roles. Blob Data Contributor instead of the Owner that the host's documentation names: it reads, writes and
// makes containers, which is what the host needs, and can't lift the immutability of exports.
var roleIds = {
  blobs: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  readSecrets: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
  setSecrets: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7' // Key Vault Secrets Officer
  sendTelemetry: '3913510d-42f4-4e42-8a64-420c390055eb' // Monitoring Metrics Publisher
}

resource appIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: appIdentityName
}

resource contactsIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: contactsIdentityName
}

resource study 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: studyAccountName
}

resource identity 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: identityAccountName
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource studyData 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roleIds.blobs, roleIds.queues, roleIds.tables]: {
    name: guid(study.id, appIdentity.id, role)
    scope: study
    properties: {
      principalId: appIdentity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource contactsData 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(identity.id, contactsIdentity.id, roleIds.tables)
  scope: identity
  properties: {
    principalId: contactsIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.tables)
  }
}

resource appSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appIdentity.id, roleIds.readSecrets)
  scope: vault
  properties: {
    principalId: appIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.readSecrets)
  }
}

resource officers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for officer in secretsOfficers: {
    name: guid(vault.id, officer, roleIds.setSecrets)
    scope: vault
    properties: {
      principalId: officer
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.setSecrets)
    }
  }
]

resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appIdentity.id, roleIds.sendTelemetry)
  scope: insights
  properties: {
    principalId: appIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.sendTelemetry)
  }
}
