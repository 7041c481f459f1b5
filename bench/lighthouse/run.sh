#!/usr/bin/env bash
# Lighthouse, mobile profile, against the built app on its preview server. Prints the four scores
# and the bytes of the first load.
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules/lighthouse ] || PUPPETEER_SKIP_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
report=$(mktemp)
(cd ../../web && exec node_modules/.bin/vite preview --port 8790 --strictPort --logLevel error) &
server=$!
trap 'kill $server; rm -f "$report"' EXIT
until curl -sf http://127.0.0.1:8790/ >/dev/null; do sleep 0.2; done
CHROME_PATH=/usr/bin/chromium node_modules/.bin/lighthouse http://127.0.0.1:8790/ --quiet \
  --output=json --output-path="$report" \
  --chrome-flags="--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-quic"
node -e '
const { categories, audits } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
for (const one of Object.values(categories)) console.log(`${one.title.padEnd(16)} ${Math.round(one.score * 100)}`);
for (const name of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "total-byte-weight"])
  console.log(`${name.padEnd(26)} ${audits[name].displayValue}`);
' "$report"
