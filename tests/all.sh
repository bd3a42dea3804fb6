#!/usr/bin/env bash
# Sets up what a bare machine lacks (beyond the .NET 10 SDK and Node 20), then builds and passes every test.
# Closes with a line "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT

fail() {
  echo "$1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing. Install it, then run this again."
command -v npm >/dev/null || fail "Node 20 with npm is missing: Azurite runs on it. Install it, then run this again."

for folder in infra/local tests/judges functions/ConnectingPeople.Functions; do
  if [ -f "$folder/package-lock.json" ] && ! cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed"; then
    npm ci --prefix "$folder" --no-fund --no-audit --ignore-scripts || fail "npm couldn't install $folder: is the network there?"
    cp "$folder/package-lock.json" "$folder/node_modules/.installed"
  fi
done

if ! command -v chromium >/dev/null; then
  (apt-get update && apt-get install -y --no-install-recommends chromium) >/dev/null 2>&1 \
    || fail "Chromium is missing and couldn't be installed. Install Debian's package 'chromium', then run this again."
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI=true
dotnet restore --locked-mode ConnectingPeople.Functions.sln || fail "Packages couldn't be restored as the lock files say."
dotnet format --verify-no-changes --no-restore ConnectingPeople.Functions.sln || fail "Run 'dotnet format', then commit what it changes."
dotnet build --no-restore -c Release ConnectingPeople.Functions.sln || fail "The build failed."
dotnet test --no-build -c Release --solution ConnectingPeople.Functions.sln 2>&1 | grep -v --line-buffered '^ *Functions listen on ' | tee "$log"

sum() { sed -n "s/^  $1: \([0-9][0-9]*\)$/\1/p" "$log" | tail -n 1; }
total=$(sum total)
passed=$(sum succeeded)
failed=$(( ${total:-1} - ${passed:-0} ))
[ -n "$passed" ] || echo "The test run didn't come to its end." >&2
grep -q ' failed with \| exited with ' "$log" && [ "$failed" -eq 0 ] && failed=1
[ "$failed" -eq 0 ] || { echo "What failed, once more:"; grep -A 6 '^failed ' "$log"; }
echo "${passed:-0} passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
