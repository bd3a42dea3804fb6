#!/usr/bin/env bash
# Registers sign-in with Entra ID: the application, its four roles, and, once the app is deployed, its address and the identity that
# it proves itself with instead of a secret. Run it before the first deployment and again after it; more often does no harm.
set -euo pipefail
shopt -s inherit_errexit
here=$(cd "$(dirname "$0")" && pwd)

fail() {
  echo "$1" >&2
  exit 1
}

[ $# -eq 2 ] || fail "Usage: bash infra/azure/sign-in.sh ENVIRONMENT RESOURCE_GROUP, such as: … sign-in.sh test rg-connecting-people-test"
environment=$1
group=$2
name="Connecting People ($environment)"
command -v az >/dev/null || fail "The Azure CLI (az) is missing. Install it, then run this again."
tenant=$(az account show --query tenantId --output tsv) || fail "Nobody is signed in. Run: az login"

client=$(az ad app list --display-name "$name" --query "[?displayName=='$name'].appId" --output tsv)
[ "$(wc -w <<<"$client")" -le 1 ] || fail "There are several applications named '$name'. Delete those that aren't used, then run this again."
if [ -z "$client" ]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --requested-access-token-version 2 \
    --app-roles "@$here/app-roles.json" --query appId --output tsv)
  az ad app update --id "$client" --identifier-uris "api://$client"
  az ad sp create --id "$client" --output none
else
  az ad app update --id "$client" --app-roles "@$here/app-roles.json"
fi
# Only people who were given a role can sign in at all.
az ad sp update --id "$client" --set appRoleAssignmentRequired=true
echo "Registered '$name'. Before you deploy: export SIGN_IN_CLIENT_ID=$client"

identity=$(az identity show --resource-group "$group" --name "id-connecting-people-$environment-app" --query principalId --output tsv 2>/dev/null || true)
host=$(az functionapp list --resource-group "$group" --query "[?tags.product=='connecting-people'].defaultHostName | [0]" --output tsv 2>/dev/null || true)
if [ -z "$identity" ] || [ -z "$host" ]; then
  echo "The app isn't deployed to $group yet. Deploy it, then run this again, so that people can sign in."
  exit 0
fi

addresses=("https://$host/.auth/login/aad/callback")
[ -z "${PUBLIC_URL:-}" ] || addresses+=("${PUBLIC_URL%/}/.auth/login/aad/callback")
az ad app update --id "$client" --web-redirect-uris "${addresses[@]}"
trusted=$(az ad app federated-credential list --id "$client" --query "[].subject" --output tsv)
if ! grep -qxF "$identity" <<<"$trusted"; then
  az ad app federated-credential create --id "$client" --output none --parameters "{
    \"name\": \"app-identity-${identity:0:8}\",
    \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
    \"subject\": \"$identity\",
    \"audiences\": [\"api://AzureADTokenExchange\"]
  }"
fi
echo "People with a role can sign in at https://$host/. Give roles in Entra ID: Enterprise applications, '$name', Users and groups."
