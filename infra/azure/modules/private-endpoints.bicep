// One door into each service that holds data, and the name that leads to it.
param location string
param tags object
param networkName string
param studyAccountName string
param identityAccountName string
param vaultName string

var studyId = resourceId('Microsoft.Storage/storageAccounts', studyAccountName)
var identityId = resourceId('Microsoft.Storage/storageAccounts', identityAccountName)
var vaultId = resourceId('Microsoft.KeyVault/vaults', vaultName)
var storage = environment().suffixes.storage
var doors = [
  { name: 'study-blob', target: studyId, service: 'blob', zone: 'privatelink.blob.${storage}' }
  { name: 'study-queue', target: studyId, service: 'queue', zone: 'privatelink.queue.${storage}' }
  { name: 'study-table', target: studyId, service: 'table', zone: 'privatelink.table.${storage}' }
  { name: 'identity-table', target: identityId, service: 'table', zone: 'privatelink.table.${storage}' }
  { name: 'vault', target: vaultId, service: 'vault', zone: 'privatelink.vaultcore.azure.net' }
]

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for door in doors: {
    name: 'pe-${door.name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', networkName, 'endpoints') }
      privateLinkServiceConnections: [
        { name: door.name, properties: { privateLinkServiceId: door.target, groupIds: [door.service] } }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (door, i) in doors: {
    parent: endpoint[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: door.service
          properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', door.zone) }
        }
      ]
    }
  }
]
