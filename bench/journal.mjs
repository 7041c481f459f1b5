// The book through the WASM core in Node: 100,000 events of every kind, added, and folded into the
// view. The median of some rounds; a round adds one event, so that nothing is kept from before.
// Beside the time on the wall stands the processor's, which a busy machine does not stretch.

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
  const cpu = process.cpuUsage();
  const { status, text } = core.call(name, json);
  if (status !== 0) throw new Error(text);
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - before, cpu: (user + system) / 1000, bytes: text.length };
};

const line = (name, ms, cpu, says) =>
  `wasm ${name.padEnd(10)} ${ms.toFixed(0).padStart(6)} ms, processor ${cpu.toFixed(0).padStart(5)} ms   ${says}`;

core.call('amends_book', JSON.stringify({ device: '101112131415161718191a1b1c1d1e1f' }));
const adding = { ms: 0, cpu: 0 };
for (let first = 0; first < events.length; first += kPart) {
  const { ms, cpu } = timed('amends_add', { events: events.slice(first, first + kPart) });
  adding.ms += ms;
  adding.cpu += cpu;
}
const views = [];
for (let round = 0; round < kRounds; round += 1) {
  const note = { type: 'note', id: 'bench', v: 1, at: now_ms + round, tick: 0, device: 'f'.repeat(32), text: 'a' };
  timed('amends_add', { events: [note] });
  views.push(timed('amends_fold', { now_ms: now_ms + round, offset_min: 60 }));
}
const medianOf = (name) => views.map((view) => view[name]).sort((a, b) => a - b)[Math.floor(kRounds / 2)];
console.log(line('AddAll', adding.ms, adding.cpu, `${events.length} events in parts of ${kPart}`));
console.log(line('View100k', medianOf('ms'), medianOf('cpu'), `${Math.round(medianOf('bytes') / 1024)} KiB`));
