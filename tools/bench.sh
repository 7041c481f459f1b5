#!/usr/bin/env bash
# The figures of docs/bench.md: native and WASM, one run after the other on the same machine.
#
#   tools/bench.sh           all of them
#   tools/bench.sh read      the reader only: no browser needed
set -euo pipefail
cd "$(dirname "$0")/.."

# Programs that only this measurement needs, installed from exactly their lock file.
install_peers() {
  local need
  need=$(sha256sum bench/peers/package-lock.json | cut -d' ' -f1)
  [ "$(cat bench/peers/node_modules/.installed-from 2>/dev/null || true)" = "$need" ] && return
  (cd bench/peers && npm ci --no-audit --no-fund --loglevel=error >&2)
  echo "$need" > bench/peers/node_modules/.installed-from
}

bench_reader() {
  echo "$(nproc) cores, $(grep -m1 -o '[^:]*$' <(grep 'model name' /proc/cpuinfo) | sed 's/^ //'), load $(cut -d' ' -f1 /proc/loadavg)"
  build/bench/bench_read
  echo
  bench/scale.sh
  echo
  install_peers
  node bench/read.mjs
}

if [ "${1:-all}" = read ]; then
  bench_reader
  exit
fi
for name in check journal; do
  build/bench/bench_$name --benchmark_repetitions=5 --benchmark_report_aggregates_only=true \
    --benchmark_filter='.*' 2>/dev/null | grep -E 'Benchmark|median'
done
node bench/check.mjs
node bench/journal.mjs
node bench/write.mjs
node bench/vault.mjs
bench_reader
