#!/usr/bin/env bash
# Installs what is missing on a Debian 12 machine, set by set, and nothing that is already there.
#
#   tools/setup.sh SET...     sets: native wasm quality browser bench web
#
# A set whose packages are all present costs one dpkg query. Nothing is ever removed or upgraded:
# apt stops with a message instead (--no-remove), so a machine's other work is safe.
set -euo pipefail
cd "$(dirname "$0")/.."

llvm=22  # One number for compiler, linker, formatter and tidy; the same in cmake/wasi.cmake.

packages_of() {
  case "$1" in
    native) echo g++ cmake ninja-build make ca-certificates libtomlplusplus-dev libexpected-dev \
                 libgtest-dev libsodium-dev ;;
    wasm) echo clang-$llvm lld-$llvm libc++-$llvm-dev-wasm32 libclang-rt-$llvm-dev-wasm32 ;;
    quality) echo clang-$llvm libclang-rt-$llvm-dev clang-tidy-$llvm clang-format-$llvm ;;
    browser) echo chromium ;;
    bench) echo libbenchmark-dev ;;
    *) echo "tools/setup.sh: there is no set \"$1\" (native wasm quality browser bench web)" >&2; exit 2 ;;
  esac
}

missing_of() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
  local missing=("$@")
  echo "setup: installing ${missing[*]}" >&2
  if ! as_root true 2>/dev/null; then
    echo "setup: this needs root. Run: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root apt-get update -qq -o DPkg::Lock::Timeout=300
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    --no-upgrade --no-remove -o DPkg::Lock::Timeout=300 "${missing[@]}" >/dev/null
}

# The web packages are right when they were installed from exactly this lock file.
install_web() {
  local have need
  if ! command -v node >/dev/null || ! node -e 'const [a,b]=process.versions.node.split(".").map(Number);
      process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
    echo "setup: Node 20.19 or newer is needed (Debian 12 has 18). Install it, then run this again." >&2
    exit 1
  fi
  need=$(sha256sum web/package-lock.json | cut -d' ' -f1)
  have=$(cat web/node_modules/.installed-from 2>/dev/null || true)
  [ "$have" = "$need" ] && return
  echo "setup: installing the web packages" >&2
  (cd web && npm ci --no-audit --no-fund --loglevel=error >&2)
  echo "$need" > web/node_modules/.installed-from
}

wanted=()
web=no
for set in "$@"; do
  if [ "$set" = web ]; then web=yes; continue; fi
  # shellcheck disable=SC2046  # package names hold no spaces
  wanted+=($(packages_of "$set"))
done
missing=()
if [ ${#wanted[@]} -gt 0 ]; then mapfile -t missing < <(missing_of "${wanted[@]}"); fi

# apt and npm wait on different things, so they run side by side.
if [ $web = yes ]; then install_web & web_job=$!; fi
if [ ${#missing[@]} -gt 0 ]; then install_packages "${missing[@]}"; fi
if [ $web = yes ]; then wait "$web_job"; fi
