# shellcheck shell=bash
# Sourced: finds the .NET command, also where an installer left it without touching PATH.

dotnet=""

find_dotnet() {
  local candidate
  if dotnet="$(command -v dotnet)"; then return; fi
  for candidate in "${DOTNET_ROOT-}/dotnet" "${HOME-}/.dotnet/dotnet" /usr/local/share/dotnet/dotnet \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /opt/homebrew/bin/dotnet; do
    if [[ -x "$candidate" ]]; then
      dotnet="$candidate"
      return
    fi
  done
  echo "Attune needs the .NET 10 SDK to start from its source, and found no 'dotnet': install it from https://dotnet.microsoft.com/download (a published folder needs nothing)." >&2
  exit 1
}

# Only before a build: asking the SDK for its version takes longer than starting the program.
require_sdk() {
  local version
  if version="$(cd "$1" && "$dotnet" --version 2>/dev/null)" && [[ "$version" == 10.* ]]; then return; fi
  echo "Attune needs the .NET 10 SDK to build, and '$dotnet' has none of version 10: install it from https://dotnet.microsoft.com/download (a published folder needs nothing)." >&2
  exit 1
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
