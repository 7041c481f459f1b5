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

const kRounds = 4; // The first is to warm up.
const kFewRounds = 2;
const kHarperTexts = 150; // Harper takes a hundred times as long as the others.

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

const at = (sorted, share) => sorted[Math.floor(share * (sorted.length - 1))];

// Only Harper answers with a promise; the others are not made to wait for one.
const timed = async (read, text) => {
  const before = performance.now();
  const answer = read(text);
  if (answer instanceof Promise) await answer;
  return (performance.now() - before) * 1000;
};

const kReaders = [
  ['Amends, WASM, JSON in and out, parsed', openOurs, Infinity, kRounds],
  ['wink-nlp', openWink, Infinity, kRounds],
  ['write-good', openWriteGood, Infinity, kRounds],
  ['alex', openAlex, Infinity, kRounds],
  ['harper.js', openHarper, kHarperTexts, kFewRounds],
];

const allTexts = () =>
  execFileSync(join(root, 'build/bench/bench_read'), ['texts'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

// In a process of its own: the median and the 99th percentile, as JSON.
const measure = async ([, open, most, rounds]) => {
  const texts = allTexts().slice(0, most);
  const before = performance.now();
  const read = await open();
  const openMs = performance.now() - before;
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const text of texts) {
      const us = await timed(read, text);
      if (round > 0) times.push(us);
    }
  }
  times.sort((a, b) => a - b);
  return { texts: texts.length, openMs, median: at(times, 0.5), p99: at(times, 0.99) };
};

const print = (name, { texts, openMs, median, p99 }, ours) => {
  const us = (time) => `${Number(time.toPrecision(3)).toLocaleString('en')} us`;
  const ratio = Number((median / ours).toPrecision(2));
  console.log(`| ${name} | ${texts} | ${Math.round(openMs)} ms | ${us(median)} | ${us(p99)} | ${ratio} |`);
};

const self = fileURLToPath(import.meta.url);
if (process.argv[2] !== undefined) {
  console.log(JSON.stringify(await measure(kReaders[Number(process.argv[2])])));
  process.exit(0); // Harper's would stay for seconds.
}
console.log('| Node, texts of 300 bytes | texts | opening | median | p99 | to ours |\n|---|---|---|---|---|---|');
let ours;
for (const number of [...kReaders.keys(), 0]) {
  const [name] = kReaders[number];
  const found = JSON.parse(execFileSync(process.execPath, [self, String(number)], { encoding: 'utf8' }));
  const again = number === 0 && ours !== undefined ? ', again' : '';
  ours ??= found.median;
  print(number === 0 ? name + again : `${name} ${versionOf(name)}`, found, ours);
}
