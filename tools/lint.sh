#!/usr/bin/env bash
# Format, house rules, clang-tidy, types and words. Says everything it finds, then how it ended.
#
#   tools/lint.sh          all files
set -uo pipefail
cd "$(dirname "$0")/.."
failed=0
check() {
  echo "lint: $1"
  shift
  "$@" || failed=1
}

mapfile -t cpp < <(tools/cpp_files.sh)
[ -f build/dev/compile_commands.json ] || cmake --preset dev >/dev/null
check 'format of C++' clang-format-22 --dry-run -Werror "${cpp[@]}"
check 'house rules' node tools/tidy/tidy.mjs
check 'map of the guide' tools/guide_map.sh --check
check 'format, rules and types of the app' npm --prefix web --silent run lint
check 'types of the app' npm --prefix web --silent run check
# The WASM door knows attributes that only its own compiler has; the programs that measure and break
# are not shipped.
tidy() {
  printf '%s\n' "${cpp[@]}" | grep '\.cc$' | grep -v '^fuzz/\|^bench/\|^src/wasm/' |
    xargs -P 2 -n 4 clang-tidy-22 -p build/dev --quiet 2>/dev/null
}
check 'clang-tidy' tidy
[ $failed = 0 ] && echo 'lint: clean'
exit $failed
