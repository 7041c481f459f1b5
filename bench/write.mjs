// From a key to the marks under the words, in Chromium: a draft of 2 kB full of marks, one letter
// after another in its middle. Says the median and the 99th percentile of each part and of the whole.
//
//   node bench/write.mjs      needs `make app` and the packages of web/

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openCore } from '../tests/parity/core.mjs';

const kAddress = 'http://127.0.0.1:8791';
const kKeys = 400;
const kWarm = 50;
const kPauseMs = 30;
const kSentence = 'You have until Friday. I was only stressed, but you made me do it. I saw you online. ';
const kDraft = kSentence.repeat(Math.ceil(2048 / kSentence.length)).slice(0, 2048);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { chromium } = createRequire(join(root, 'web/package.json'))('@playwright/test');
const words = JSON.parse(readFileSync(join(root, 'web/generated/words.json'), 'utf8'));

// In the page, before its own script. Two moments are the page's own work: when a key has changed
// the text (the marks go along) and when the reader has answered (they are drawn anew). Both end with
// the layout that the browser would do later. `wholes` also has what lies between: the way to the
// worker and back, and whatever frame the browser paints meanwhile.
const watch = () => {
  const times = { key: 0, carried: [], drawn: [], wholes: [] };
  globalThis.benchTimes = times;
  const layout = () => document.querySelector('.mirror')?.getBoundingClientRect();
  let changed = 0;
  addEventListener('keydown', () => (times.key = performance.now()), true);
  addEventListener('input', () => (changed = performance.now()), true);
  addEventListener('input', () => {
    queueMicrotask(() => {
      layout();
      times.carried.push(performance.now() - changed);
    });
  });
  const listen = Worker.prototype.addEventListener;
  Worker.prototype.addEventListener = function (type, tell) {
    let came = 0;
    listen.call(this, type, () => (came = performance.now()));
    listen.call(this, type, tell);
    listen.call(this, type, () => {
      layout();
      times.drawn.push(performance.now() - came);
      times.wholes.push(performance.now() - times.key);
    });
  };
};

const served = async () => {
  const server = spawn('node_modules/.bin/vite', ['preview', '--port', new URL(kAddress).port], {
    cwd: join(root, 'web'),
    stdio: 'ignore',
  });
  for (let turn = 0; turn < 100; turn += 1) {
    const there = await fetch(kAddress).catch(() => undefined);
    if (there?.ok) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error('the app is not served: make app');
};

const measured = async (page) => {
  await page.addInitScript(watch);
  await page.goto(kAddress);
  for (const key of ['frame.bar.write', 'write.letter.open', 'write.marks.show']) {
    await page.getByRole('button', { name: words[key], exact: true }).click();
  }
  const field = page.getByRole('textbox');
  await field.fill(kDraft);
  await page.locator('.mirror .certain').first().waitFor();
  await field.evaluate((node) => node.setSelectionRange(1024, 1024));
  for (let key = 0; key < kKeys + kWarm; key += 1) {
    await page.keyboard.press('abcdef '[key % 7]);
    await page.waitForTimeout(kPauseMs); // Faster than hands are, and slow enough to be one by one.
  }
  const marks = await page.locator('.mirror > :not(.plain)').count();
  const times = await page.evaluate(() => globalThis.benchTimes);
  return { marks, times };
};

// The read alone, as the worker does it: JSON in, JSON out.
const readTimes = async (text) => {
  const core = await openCore(join(root, 'build/wasm/amends.wasm'), join(root, 'web/generated/guide.json'));
  core.callBytes('amends_reader_open', readFileSync(join(root, 'web/generated/reader.bin')));
  const times = [];
  for (let turn = 0; turn < kKeys + kWarm; turn += 1) {
    const before = performance.now();
    JSON.parse(core.call('amends_read', JSON.stringify({ text, utf16: true })).text);
    times.push(performance.now() - before);
  }
  return times;
};

const row = (label, times) => {
  const sorted = times.slice(-kKeys).sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(1).padStart(6);
  return `${label.padEnd(34)} ${at(0.5)} ms ${at(0.99)} ms`;
};

const server = await served();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const { marks, times } = await measured(await browser.newPage());
  console.log(`${kKeys} keys in 2 kB, ${marks} stretches drawn   median     p99`);
  console.log(row('the read, in the core', await readTimes(kDraft)));
  console.log(row('a key: marks go along, with layout', times.carried));
  console.log(row('an answer: drawn, with layout', times.drawn));
  console.log(row('from the key to all of it', times.wholes));
} finally {
  await browser.close();
  server.kill();
}
