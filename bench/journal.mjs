// The book through the WASM core in Node: 100,000 events of every kind, added, and folded into the
// view. The median of some rounds; a round adds one event, so that nothing is kept from before.

import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openCore } from '../tests/parity/core.mjs';

const kEvents = 100000;
const kPart = 10000;
const kRounds = 9;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const core = await openCore(join(root, 'build/wasm/amends.wasm'), join(root, 'web/generated/guide.json'));
const made = execFileSync(join(root, process.env.AMENDS_BOOK ?? 'build/bench/book_calls'), ['events', '1', String(kEvents)], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const { events } = JSON.parse(made);
const now_ms = Math.max(...events.map(({ at }) => at));

const timed = (name, value) => {
  const json = JSON.stringify(value);
  const before = performance.now();
  const { status, text } = core.call(name, json);
  if (status !== 0) throw new Error(text);
  return { ms: performance.now() - before, bytes: text.length };
};

core.call('amends_book', JSON.stringify({ device: '101112131415161718191a1b1c1d1e1f' }));
let adding = 0;
for (let first = 0; first < events.length; first += kPart) {
  adding += timed('amends_add', { events: events.slice(first, first + kPart) }).ms;
}
const times = [];
let bytes = 0;
for (let round = 0; round < kRounds; round += 1) {
  const note = { type: 'note', id: 'bench', v: 1, at: now_ms + round, tick: 0, device: 'f'.repeat(32), text: 'a' };
  timed('amends_add', { events: [note] });
  const view = timed('amends_fold', { now_ms: now_ms + round, offset_min: 60 });
  times.push(view.ms);
  bytes = view.bytes;
}
const median = times.sort((a, b) => a - b)[Math.floor(kRounds / 2)];
console.log(`wasm AddAll     ${adding.toFixed(0).padStart(7)} ms   ${events.length} events in parts of ${kPart}`);
console.log(`wasm View100k   ${median.toFixed(0).padStart(7)} ms   ${(bytes / 1024).toFixed(0)} KiB`);
