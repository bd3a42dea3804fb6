// The study's blobs: exports that can't be changed, and the packages that the app is deployed from.
param accountName string
param immutabilityDays int

var softDeleteDays = 14

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource exports 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'exports'
  properties: { publicAccess: 'None', immutableStorageWithVersioning: { enabled: true } }
}

// Each version of a blob is kept as it was written for this long, whoever deletes or overwrites it: docs/adr/0013 says how the app's
// notes of progress and its own retention live with that.
resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = {
  parent: exports
  name: 'default'
  properties: { immutabilityPeriodSinceCreationInDays: immutabilityDays }
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'packages'
  properties: { publicAccess: 'None' }
}

// What retention or overwriting left behind as an earlier version goes once its time is over; blobs of the host and packages too.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'delete-earlier-versions'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: immutabilityDays + 1 } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}
