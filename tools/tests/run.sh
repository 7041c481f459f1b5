#!/usr/bin/env bash
# Everything that is checked, one suite after another; results in RESULTS, summed in the last line.
# A suite that fails does not keep the others from running.
#
#   tools/tests/run.sh RESULTS
set -uo pipefail
cd "$(dirname "$0")/../.."
results=$1
rm -rf "$results" && mkdir -p "$results"
log=$results/log && : >"$log"

# Says what is under way; what it prints goes to the log, whose end is shown where it failed.
step() {
  local title=$1 from=$SECONDS start
  start=$(wc -c <"$log")
  shift
  printf 'test: %-34s' "$title"
  if "$@" >>"$log" 2>&1; then
    printf ' ok, %d s\n' $((SECONDS - from))
  else
    printf ' FAILED, %d s\n' $((SECONDS - from))
    tail -c +$((start + 1)) "$log" | tail -40
  fi
}

unit_tests() {  # PRESET
  cmake --preset "$1" && cmake --build "build/$1" &&
    ctest --preset "$1" --output-junit "$results/core.$1.xml"
}

node_tests() {  # NAME PATH...
  local name=$1
  shift
  node --test --test-reporter=tap --test-reporter-destination="$results/$name.tap" "$@"
}

vitest() { (cd web && node_modules/.bin/vitest run --reporter=json --outputFile="$results/app.vitest.json"); }

playwright() {
  (cd web && PLAYWRIGHT_JSON_OUTPUT_NAME="$results/browser.playwright.json" \
    node_modules/.bin/playwright test --project=journeys --reporter=json)
}

readme() { node tools/readme/examples.mjs "$results/readme.counts.json"; }

house_rules() {
  local failed=0
  node tools/tidy/tidy.mjs || failed=$((failed + 1))
  clang-format-22 --dry-run -Werror $(tools/cpp_files.sh) || failed=$((failed + 1))
  tools/guide_map.sh --check || failed=$((failed + 1))
  tools/model.sh --check || failed=$((failed + 1))
  echo "{\"passed\": $((4 - failed)), \"failed\": $failed}" >"$results/house.counts.json"
  return $failed
}

step 'core, natively' unit_tests dev
step 'core, with sanitizers' unit_tests asan
step 'engine, packs and app' make build
step 'core, through WASM' node_tests parity tests/parity
step 'house tools' node_tests tools tools/tidy tools/readme tools/tests
step 'house rules' house_rules
step 'app, without a browser' vitest
step 'app, in Chromium' playwright
step 'the examples of the README' readme

node tools/tests/sum.mjs "$results" core.dev core.asan parity tools house app browser readme
