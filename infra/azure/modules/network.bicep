// The network that the app leaves through, and in which storage and secrets have their only doors.
param location string
param tags object
param name string

// Only where these names lead: the app finds its storage by the usual addresses.
var zones = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  'privatelink.vaultcore.azure.net'
]

resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip-${name}'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

// To Twilio and SendGrid: new networks have no way out of their own.
resource gateway 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'ng-${name}'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: address.id }] }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: { addressSpace: { addressPrefixes: ['10.20.0.0/24'] } }

  resource app 'subnets' = {
    name: 'app'
    properties: {
      addressPrefix: '10.20.0.0/26'
      natGateway: { id: gateway.id }
      defaultOutboundAccess: false
      delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
    }
  }

  // Subnets of one network are made one after the other.
  resource endpoints 'subnets' = {
    name: 'endpoints'
    properties: {
      addressPrefix: '10.20.0.64/27'
      defaultOutboundAccess: false
      privateEndpointNetworkPolicies: 'Disabled'
    }
    dependsOn: [app]
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zoneName in zones: {
    name: zoneName
    location: 'global'
    tags: tags
  }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zoneName, i) in zones: {
    name: '${zoneName}/connecting-people'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
    dependsOn: [zone[i]]
  }
]
