#!/usr/bin/env bash
# Writes docs/guide-map.md: every item of the guide, and where it acts. With --check it only says
# whether the committed one is true.
set -euo pipefail
cd "$(dirname "$0")/.."
for packc in build/dev/packc build/release/packc; do [ -x "$packc" ] && break; done
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
"$packc" . map "$fresh"
if [ "${1:-}" != --check ]; then
  cp "$fresh" docs/guide-map.md
elif ! cmp -s "$fresh" docs/guide-map.md; then
  echo "docs/guide-map.md is not what the guide says now. Run tools/guide_map.sh" >&2
  exit 1
fi
