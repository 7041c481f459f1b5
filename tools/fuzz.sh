#!/usr/bin/env bash
# Runs every fuzz target for so many seconds each. What crashes goes into fuzz/regressions/, where
# the sanitized unit tests run it for ever.
#
#   tools/fuzz.sh SECONDS
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}

cmake --preset fuzz >/dev/null
cmake --build build/fuzz
for binary in build/fuzz/fuzz_*; do
  target=${binary##*/fuzz_}
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus" "fuzz/regressions/$target"
  case $target in
    json | sheet) cp tests/cases/check/seeds/* "$corpus/" ;;
    journal | book) cp tests/cases/journal/seeds/* "$corpus/" ;;
    vault) cp tests/vectors/vault/*.amends "$corpus/" ;;
    pack) cp build/fuzz/packs/guide.json "$corpus/" ;;
  esac
  echo "fuzz: $target for $seconds s"
  "$binary" -max_total_time="$seconds" -print_final_stats=1 -timeout=5 \
    -artifact_prefix="fuzz/regressions/$target/" "$corpus" 2>&1 |
    grep -E '^stat::|SUMMARY|ERROR' || true
done
if [ -n "$(find fuzz/regressions -type f -name '*-*' -newer build/fuzz/build.ninja)" ]; then
  echo "fuzz: something new lies in fuzz/regressions/" >&2
  exit 1
fi
