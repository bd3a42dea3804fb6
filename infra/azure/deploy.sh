#!/usr/bin/env bash
# Deploys one environment: shows what would change, changes it, publishes the app of this commit and sees that it is ready for work.
# When it isn't, the release before goes back. README.md beside this file tells the whole story.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/../.."
tag=connecting-people-release
tries=${SMOKE_TRIES:-60}
pause=${SMOKE_PAUSE:-5}

say() { echo "== $1"; }

fail() {
  echo "$1" >&2
  exit 1
}

usage="Usage: bash infra/azure/deploy.sh ENVIRONMENT RESOURCE_GROUP [--what-if | --yes], such as: … deploy.sh test rg-connecting-people-test"
environment=${1:-}
group=${2:-}
way=${3:-}
[ -n "$environment" ] || fail "The environment is missing. $usage"
[ -n "$group" ] || fail "The resource group is missing. $usage"
case "$way" in
  '' | --what-if | --yes) ;;
  *) fail "'$way' isn't understood. $usage" ;;
esac
[ -f "infra/azure/$environment.bicepparam" ] || fail "There is no infra/azure/$environment.bicepparam. $usage"
for tool in az dotnet git zip curl; do
  command -v "$tool" >/dev/null || fail "'$tool' is missing. Install it, then run this again."
done

work=$(mktemp -d)
trap 'git worktree remove --force "$work/previous" 2>/dev/null || true; rm -rf "$work"' EXIT

# Makes the package of a checkout, with native code beside the portable: an instance starts in half the time.
build() {
  dotnet publish "$1/functions/ConnectingPeople.Functions" -c Release -p:FunctionsHost=Azure \
    --runtime linux-x64 --self-contained false -p:PublishReadyToRun=true --output "$2/app" \
    && (cd "$2/app" && zip -qr ../package.zip .)
}

# Makes Azure as a checkout's template says.
provision() {
  az deployment group create --resource-group "$group" --name "connecting-people-$2" \
    --parameters "$1/infra/azure/$environment.bicepparam" --output none
}

output() {
  az deployment group show --resource-group "$group" --name "connecting-people-$commit" \
    --query "properties.outputs.$1.value" --output tsv
}

publish() {
  az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$1/package.zip" --output none
}

# Three answers in a row, so that the last word of the release before isn't taken for the first of this one.
is_ready() {
  local answers=0
  for ((try = 1; try <= tries; try++)); do
    if curl --silent --show-error --fail --max-time 20 --output "$work/answer" "$site/health/ready" 2>"$work/why"; then
      answers=$((answers + 1))
      [ "$answers" -lt 3 ] || return 0
    else
      answers=0
    fi
    sleep "$pause"
  done
  echo "$site/health/ready isn't well: $(cat "$work/why")" >&2
  return 1
}

# Names of the secrets that the template refers to and the vault lacks. Asked of the resource manager: a private vault shows itself to
# nobody outside its network, and names are enough.
missing_secrets() {
  local id there
  id=$(az keyvault show --name "$vault" --query id --output tsv)
  there=$(az rest --method get --url "$id/secrets?api-version=2023-07-01" --query "value[].name" --output tsv)
  grep -o "secret(vaultName, '[^']*'" infra/azure/modules/settings.bicep | cut -d "'" -f 2 | sort -u | grep -vxF "$there" || true
}

# Puts the release before back, template and app.
roll_back() {
  say "Rolling back to $previous"
  git worktree add --quiet --detach "$work/previous" "$previous" && mkdir "$work/old" \
    && build "$work/previous" "$work/old" && provision "$work/previous" "$previous" && publish "$work/old" && is_ready
}

[ -z "$(git status --porcelain)" ] || fail "There are changes that aren't committed. Commit them first: a release is a commit, so that it can be put back."
commit=$(git rev-parse --short=12 HEAD)
subscription=$(az account show --query name --output tsv) || fail "Nobody is signed in. Run: az login"
group_id=$(az group show --name "$group" --query id --output tsv) \
  || fail "There is no resource group $group in the subscription $subscription. Make it first: az group create --name $group --location uksouth"
previous=$(az group show --name "$group" --query "tags.\"$tag\" || ''" --output tsv)

say "Building $commit"
build . "$work" || fail "The app doesn't build. Nothing was changed in Azure."

say "What would change in $group of the subscription $subscription"
az deployment group what-if --resource-group "$group" --parameters "infra/azure/$environment.bicepparam" \
  || fail "The deployment can't go ahead as it stands: see above what is missing or wrong. Nothing was changed in Azure."
[ "$way" != --what-if ] || exit 0
if [ "$way" != --yes ]; then
  read -rp "Go ahead? [y/N] " answer || answer=n
  [[ $answer == [yY]* ]] || fail "Nothing was changed in Azure."
fi

say "Making it so"
provision . "$commit" || fail "Azure refused the deployment: see above. The app wasn't published. Mend the cause, then run this again: what is there already stays."
app=$(output appName)
site=$(output siteUrl)
vault=$(output vaultName)

missing=$(missing_secrets)
if [ -n "$missing" ]; then
  echo "The vault $vault lacks these secrets, so the app wasn't published:" >&2
  while read -r name; do
    echo "  read -rs secret && az keyvault secret set --vault-name $vault --name $name --value \"\$secret\" --output none" >&2
  done <<<"$missing"
  fail "README.md beside this script says where each comes from. Set them, then run this again."
fi

say "Publishing to $app"
if publish "$work" && is_ready; then
  az tag update --resource-id "$group_id" --operation Merge --tags "$tag=$commit" --output none
  say "$commit is live and ready at $site"
  exit 0
fi

if [ -z "$previous" ] || [ "$previous" = "$commit" ]; then
  fail "$commit isn't ready for work, and there is no release before it to put back. docs/runbooks/readiness.md says where to look; nobody is answered until then."
elif roll_back; then
  fail "$commit wasn't ready for work. $previous is live again and ready. Read docs/runbooks/readiness.md before you try again."
else
  fail "$commit isn't ready for work, and neither is $previous after rolling back. Nobody is answered now: read docs/runbooks/readiness.md at once."
fi
