// From a key to ten thousand events, in Chromium: a vault is unlocked by its words (no Argon2id) and
// read whole; and what one append costs until it is on the disk. Says medians.
//
//   node bench/vault.mjs      needs `make app` and the packages of web/

import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kPort = '8793';
const kAddress = `http://127.0.0.1:${kPort}`;
const kEvents = 10_000;
const kTurns = 9;
const kAppends = 100;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'web');
const { chromium } = createRequire(join(web, 'package.json'))('@playwright/test');

/** The page that the store's tests use: the store, open to whoever asks from outside. */
const served = async () => {
  const vite = 'node_modules/.bin/vite';
  const built = spawnSync(vite, ['build', 'e2e/page', '--logLevel', 'error'], { cwd: web });
  if (built.status !== 0) throw new Error('the page was not built: make app');
  const server = spawn(vite, ['preview', 'e2e/page', '--port', kPort], { cwd: web, stdio: 'ignore' });
  for (let turn = 0; turn < 100; turn += 1) {
    const there = await fetch(kAddress).catch(() => undefined);
    if (there?.ok) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error('the page is not served');
};

const filled = (count) =>
  globalThis.desk
    .remember(
      Array.from({ length: count }, (_, tick) =>
        JSON.stringify({ v: 1, at: 1764000000000, tick, device: '10'.repeat(16), type: 'note', text: 'x' }),
      ),
    )
    .then(() => globalThis.desk.make('an old tree by the river'));

/** In the page: `first` has the worker and libsodium to start as well. */
const opened = async (words) => {
  const begun = performance.now();
  await globalThis.desk.unlock({ type: 'Words', words });
  const unlocked = performance.now();
  const { events, problems } = await globalThis.desk.read();
  const read = performance.now();
  if (problems.length > 0) throw new Error('damaged');
  return { unlock: unlocked - begun, read: read - unlocked, whole: read - begun, events: events.length };
};

const appended = async (count) => {
  const times = [];
  for (let turn = 0; turn < count; turn += 1) {
    const begun = performance.now();
    await globalThis.desk.append([JSON.stringify({ v: 1, turn })]);
    times.push(performance.now() - begun);
  }
  return times;
};

const row = (label, times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(1).padStart(7);
  console.log(`${label.padEnd(44)} ${at(0.5)} ms ${at(1)} ms`);
};

const server = await served();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await (await browser.newContext()).newPage();
  await page.goto(kAddress);
  const words = await page.evaluate(filled, kEvents);
  const turns = [];
  for (let turn = 0; turn < kTurns; turn += 1) {
    await page.reload();
    await page.waitForFunction(() => 'desk' in globalThis);
    turns.push(await page.evaluate(opened, words));
  }
  console.log(`${turns[0].events} events, ${kTurns} visits                   median     most`);
  row('unlock: worker, libsodium, key, device', turns.map(({ unlock }) => unlock));
  row('read: from the disk, opened, chains checked', turns.map(({ read }) => read));
  row('both', turns.map(({ whole }) => whole));
  row('one append, until it is on the disk', await page.evaluate(appended, kAppends));
} finally {
  await browser.close();
  server.kill();
}
