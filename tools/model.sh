#!/usr/bin/env bash
# Trains the reader's model anew from tests/corpora/reader. With --check it only says whether
# lang/en/reader/model.txt is what these messages and rules make.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
cmake --build build/release --target packs reader_train >/dev/null
file=lang/en/reader/model.txt
made=$(mktemp)
trap 'rm -f "$made"' EXIT
build/release/reader_train . build/release/packs/reader.bin "$made"
if [ "${1:-}" != --check ]; then
  cp "$made" "$file"
elif ! cmp -s "$made" "$file"; then
  echo "$file is not what the messages and rules make; run: make model" >&2
  exit 1
fi
