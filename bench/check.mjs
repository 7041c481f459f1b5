// The workloads of bench/check.cc through the WASM core in Node: median of many calls, and the
// ratio to an empty call of the same run.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openCore } from '../tests/parity/core.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const guidePath = join(root, 'web/generated/guide.json');
const core = await openCore(join(root, 'build/wasm/amends.wasm'), guidePath);
const guide = JSON.parse(readFileSync(guidePath, 'utf8'));
const answers = Object.fromEntries(guide.items.map((item) => [item.id, item.answers.at(-1).id]));
const sheet = JSON.stringify({ answers });

const medianUs = (name, text) => {
  const kRounds = 2000;
  const times = [];
  for (let round = 0; round < kRounds; round += 1) {
    const before = performance.now();
    core.call(name, text);
    times.push((performance.now() - before) * 1000);
  }
  // The first tenth warms the engine up.
  return times.slice(kRounds / 10).sort((a, b) => a - b)[Math.floor(kRounds * 0.45)];
};

const empty = medianUs('amends_check', '{}');
for (const [label, name, text] of [
  ['Empty', 'amends_check', '{}'],
  ['FullSheet', 'amends_check', sheet],
  ['Agenda', 'amends_agenda', sheet],
]) {
  const us = medianUs(name, text);
  console.log(`wasm ${label.padEnd(10)} ${us.toFixed(1).padStart(7)} us   ${(us / empty).toFixed(1)} x empty`);
}
