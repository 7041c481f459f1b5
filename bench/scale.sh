#!/usr/bin/env bash
# How reading scales with the rules: 500 patterns, ours, and 5,000, in one run.
set -euo pipefail
cd "$(dirname "$0")/.."
made=build/bench/rules
for patterns in 500 5000; do
  node bench/more_rules.mjs $patterns $made/$patterns
  build/bench/bench_rules $made/$patterns $made/$patterns.bin
done
build/bench/bench_read scale $made/500.bin build/bench/packs/reader.bin $made/5000.bin
