#!/usr/bin/env bash
# The figures of docs/bench.md: native and WASM, one run after the other on the same machine.
set -euo pipefail
cd "$(dirname "$0")/.."
build/bench/bench_check --benchmark_repetitions=5 --benchmark_report_aggregates_only=true \
  --benchmark_filter='.*' 2>/dev/null | grep -E 'Benchmark|median'
node bench/check.mjs
node bench/write.mjs
