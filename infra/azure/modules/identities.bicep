// Two identities: the host, its scaling and its deployments work under one that can't read names and numbers.
param location string
param tags object
param appName string
param contactsName string

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: appName
  location: location
  tags: tags
}

resource contacts 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: contactsName
  location: location
  tags: tags
}
