#!/usr/bin/env bash
# The figures of docs/bench.md: native and WASM, one run after the other on the same machine.
set -euo pipefail
cd "$(dirname "$0")/.."
for name in check journal; do
  build/bench/bench_$name --benchmark_repetitions=5 --benchmark_report_aggregates_only=true \
    --benchmark_filter='.*' 2>/dev/null | grep -E 'Benchmark|median'
done
node bench/check.mjs
node bench/write.mjs
