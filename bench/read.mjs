// The reader through WASM in Node, and in the same run programs that also read prose: the texts of
// `bench_read texts`, each program warm. What they print can stand in docs/bench.md.
//
//   node bench/read.mjs      needs build/wasm, build/bench and `npm ci` in bench/peers
//
// The peers look for other things, so this says what reading on each key costs, not who reads
// better. Each is used as its README says, with its own defaults, and in a process of its own, for
// one's garbage would be collected in another's time. Ours goes first and last: how far the two
// rows are apart is how far any ratio can be trusted.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { openCore } from '../tests/parity/core.mjs';

const kRounds = 6; // The first is to warm up.
const kHarperTexts = 100; // Harper takes a hundred times as long as the others.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const peers = createRequire(join(root, 'bench/peers/package.json'));
// Two of the peers are modules that require() cannot load.
const modulePeer = (name, file) => import(pathToFileURL(join(root, 'bench/peers/node_modules', name, file)));

const openOurs = async () => {
  const core = await openCore(join(root, 'build/wasm/amends.wasm'), join(root, 'web/generated/guide.json'));
  const opened = core.callBytes('amends_reader_open', readFileSync(join(root, 'web/generated/reader.bin')));
  if (opened.status !== 0) throw new Error(`the rules were refused: ${opened.text}`);
  return (text) => JSON.parse(core.call('amends_read', JSON.stringify({ text, utf16: true })).text);
};

// Tokens, sentences, parts of speech, entities and sentiment: all that its default pipe finds.
const openWink = async () => {
  const nlp = peers('wink-nlp')(peers('wink-eng-lite-web-model'));
  return (text) => nlp.readDoc(text);
};

const openAlex = async () => {
  const { text: check } = await modulePeer('alex', 'index.js');
  return (text) => check(text).messages;
};

const openWriteGood = async () => peers('write-good');

const openHarper = async () => {
  const harper = await modulePeer('harper.js', 'dist/index.js');
  const { binary } = await modulePeer('harper.js', 'dist/binary.js');
  const linter = new harper.LocalLinter({ binary });
  await linter.setup();
  return (text) => linter.lint(text, { language: 'plaintext' });
};

const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, 'bench/peers/node_modules', name, 'package.json'), 'utf8')).version;

const sorted = (times) => [...times].sort((a, b) => a - b);
const at = (times, share) => times[Math.floor(share * (times.length - 1))];

// Only Harper answers with a promise; the others are not made to wait for one.
const timed = async (read, text) => {
  const before = performance.now();
  const answer = read(text);
  if (answer instanceof Promise) await answer;
  return (performance.now() - before) * 1000;
};

// Harper remembers the sentences it has read. So there are two rows of it: texts that it meets for
// the first time, warmed up with others; and the same ones again, as for one who types.
const kReaders = [
  { name: 'Amends, WASM, JSON in and out, parsed', open: openOurs },
  { name: 'wink-nlp', open: openWink },
  { name: 'write-good', open: openWriteGood },
  { name: 'alex', open: openAlex },
  { name: 'harper.js', open: openHarper, most: kHarperTexts, rounds: 1, warmedByOthers: true },
  { name: 'harper.js', open: openHarper, most: kHarperTexts, rounds: 3, says: ', again' },
];

const allTexts = () =>
  execFileSync(join(root, 'build/bench/bench_read'), ['texts'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

// In a process of its own: the median, the 99th percentile of all readings (with what the machine
// did meanwhile), and that of the texts, each by its own median (the slow texts only).
const measure = async ({ open, most, rounds = kRounds, warmedByOthers }) => {
  const all = allTexts();
  const texts = all.slice(0, most);
  const before = performance.now();
  const read = await open();
  const openMs = performance.now() - before;
  for (const text of warmedByOthers ? all.slice(-kHarperTexts / 2) : []) await read(text);
  const times = texts.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [number, text] of texts.entries()) {
      const us = await timed(read, text);
      if (round > 0 || rounds === 1) times[number].push(us);
    }
  }
  const every = sorted(times.flat());
  const ofTexts = sorted(times.map((own) => at(sorted(own), 0.5)));
  return { texts: texts.length, openMs, median: at(every, 0.5), p99: at(every, 0.99), textP99: at(ofTexts, 0.99) };
};

const print = (name, { texts, openMs, median, p99, textP99 }, ours) => {
  const us = (time) => `${Number(time.toPrecision(3)).toLocaleString('en')} us`;
  const ratio = Number((median / ours).toPrecision(2));
  const cells = [name, texts, `${Math.round(openMs)} ms`, us(median), us(p99), us(textP99), ratio];
  console.log(`| ${cells.join(' | ')} |`);
};

const self = fileURLToPath(import.meta.url);
if (process.argv[2] !== undefined) {
  console.log(JSON.stringify(await measure(kReaders[Number(process.argv[2])])));
  process.exit(0); // Else Harper's process would stay for seconds.
}
console.log('| Node, texts of 300 bytes | texts | opening | median | p99 | p99 of texts | to ours |');
console.log('|---|---|---|---|---|---|---|');
let ours;
for (const number of [...kReaders.keys(), 0]) {
  const { name, says = '' } = kReaders[number];
  const found = JSON.parse(execFileSync(process.execPath, [self, String(number)], { encoding: 'utf8' }));
  const shown = number > 0 ? `${name} ${versionOf(name)}${says}` : ours === undefined ? name : `${name}, again`;
  ours ??= found.median;
  print(shown, found, ours);
}
