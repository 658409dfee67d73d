# shellcheck shell=bash
# Sourced by ./check: the tools that tests need beside .NET. A missing one is said in one sentence and fails the check.

find_browser() {
  local name path
  if [[ -n "${ATTUNE_BROWSER-}" ]]; then
    [[ -x "$ATTUNE_BROWSER" ]]
    return
  fi
  for name in chromium google-chrome google-chrome-stable chromium-browser microsoft-edge microsoft-edge-stable; do
    if path="$(command -v "$name")"; then
      export ATTUNE_BROWSER="$path"
      return 0
    fi
  done
  for path in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge" \
    "${HOME-}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [[ -x "$path" ]]; then
      export ATTUNE_BROWSER="$path"
      return 0
    fi
  done
  return 1
}

# One journey plays the system's Bluetooth on a bus of its own. Where that cannot be had it says so and is left out.
needs_bus() {
  [[ "$(uname -s)" == Linux ]] || return 1
  command -v dbus-daemon > /dev/null || return 0
  ! { /usr/bin/python3 -c "import dbus, gi" || python3 -c "import dbus, gi"; } 2> /dev/null
}

needs_strace() { [[ "$(uname -s)" == Linux ]] && ! command -v strace > /dev/null; }

# Installs what is missing where that needs no question: as root, or with a sudo that asks for nothing.
install_missing() {
  local as=() packages=()
  if [[ -z "${ATTUNE_BROWSER-}" ]] && ! find_browser; then packages+=(chromium); fi
  if needs_strace; then packages+=(strace); fi
  if needs_bus; then packages+=(dbus python3-dbus python3-gi); fi
  [[ ${#packages[@]} -gt 0 ]] || return 0
  command -v apt-get > /dev/null || return 0
  if [[ "$(id -u)" != 0 ]]; then
    sudo -n true 2>/dev/null || return 0
    as=(sudo -n)
  fi
  echo "installing ${packages[*]}…"
  as+=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  "${as[@]}" update > "$1" 2>&1 || true       # an old list may still do
  "${as[@]}" install -y --no-install-recommends "${packages[@]}" >> "$1" 2>&1 || tail -n 5 "$1"
}

require_tools() {
  if ! find_browser; then
    if [[ -n "${ATTUNE_BROWSER-}" ]]; then
      echo "ATTUNE_BROWSER names '$ATTUNE_BROWSER', which cannot be run."
    else
      echo "The browser journeys need Chromium, Chrome or Edge, and none was found: install one, or name it in ATTUNE_BROWSER."
    fi
    return 1
  fi
  if needs_strace; then
    echo "The durability tests count syncs with strace, and it is missing: install it (Debian and Ubuntu: apt-get install strace)."
    return 1
  fi
}
