// How well the reader reads: figures over the labelled messages of tests/corpora/reader/.
//
//   node tools/reader-quality/quality.mjs [AMENDS]             tables, development and held out
//   ... --typos                                                the same with one slip in every message
//   ... --misses LABEL | --false [LABEL]                        development texts only, to work on
//
// A label counts once a message. Held-out texts are read by this program and printed by nobody.

import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const corpus = join(root, 'tests/corpora/reader');
// Rules are written from the first, the model is trained on both, and nobody reads the third.
const groups = ['rules', 'model', 'held-out'];
const apart = ['crisis', 'threat'];
const options = process.argv.slice(2);
const amends = options[0]?.startsWith('--') === false ? options[0] : join(root, 'build/amends');

const messages = groups.flatMap((group) =>
  readdirSync(join(corpus, group))
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) =>
      readFileSync(join(corpus, group, file), 'utf8').trim().split('\n')
        .map((line) => ({ group, ...JSON.parse(line) }))));
const inGroup = (name) => messages.filter(({ group }) => group === name);

// A generator with a seed, so that a figure can be had again (Numerical Recipes' constants).
const chanceOf = (start) => {
  let seed = start;
  return () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
};

// One slip of the thumb in one word of four letters or more: two letters swapped, one left out, one
// doubled, or one replaced by its neighbour in the alphabet.
const slipped = (text, chance) => {
  const words = [...text.matchAll(/[a-z]{4,}/gi)];
  if (words.length === 0) return text;
  const word = words[Math.floor(chance() * words.length)];
  const at = word.index + 1 + Math.floor(chance() * (word[0].length - 2));
  const next = String.fromCharCode(text.charCodeAt(at) === 122 ? 97 : text.charCodeAt(at) + 1);
  const made = [
    text[at + 1] + text[at], text[at + 1], text[at] + text[at] + text[at + 1], next + text[at + 1],
  ][Math.floor(chance() * 4)];
  return text.slice(0, at) + made + text.slice(at + 2);
};

const readings = (slips = false) => {
  const chance = chanceOf(20261125);
  const input = messages
    .map(({ id, text }) => JSON.stringify({ id, text: slips ? slipped(text, chance) : text }))
    .join('\n');
  const ended = spawnSync(amends, ['read', '-', '--jsonl'], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return new Map(ended.stdout.trim().split('\n').map((line) => JSON.parse(line)).map((one) => [one.id, one]));
};

let byId = readings();
const wantOf = (message, side) => new Set(message[side].map(({ label }) => label));
const gotOf = ({ id }, side) => {
  const reading = byId.get(id);
  return side === 'faults'
    ? new Set(reading.marks.map(({ fault }) => fault))
    : new Set(reading.strengths.map(({ kind }) => kind));
};

const tally = (some, side, label) => {
  let hit = 0, miss = 0, wrong = 0;
  for (const message of some) {
    const want = wantOf(message, side).has(label);
    const got = gotOf(message, side).has(label);
    if (want && got) hit += 1;
    else if (want) miss += 1;
    else if (got) wrong += 1;
  }
  return { hit, miss, wrong, f1: hit === 0 ? 0 : (2 * hit) / (2 * hit + miss + wrong) };
};

const labelsOf = (side) =>
  [...new Set(messages.flatMap((message) => [...wantOf(message, side)]))].sort();
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const macro = (some, side) =>
  mean(labelsOf(side).filter((label) => !apart.includes(label)).map((label) => tally(some, side, label).f1));
const recall = (some, label) => {
  const { hit, miss } = tally(some, 'faults', label);
  return hit / (hit + miss);
};
const marked = (some, kind) => {
  const of = some.filter((message) => message.kind === kind);
  return of.filter((message) => gotOf(message, 'faults').size > 0).length / of.length;
};
const percent = (number) => `${(number * 100).toFixed(1)} %`;

// Percentile bootstrap over messages, with a seed, so that a figure can be had again.
const interval = (some, figure) => {
  const chance = chanceOf(20261123);
  const drawn = Array.from({ length: 200 }, () =>
    figure(some.map(() => some[Math.floor(chance() * some.length)]))).filter(Number.isFinite).sort((a, b) => a - b);
  return `${drawn[5].toFixed(2)} to ${drawn[194].toFixed(2)}`;
};

const report = (name, some) => {
  console.log(`\n## ${name}: ${some.length} messages\n`);
  console.log(`| figure | value | 95 % interval |\n|---|---|---|`);
  for (const [title, figure] of [
    ['faults, macro-F1', (of) => macro(of, 'faults')],
    ['strengths, macro-F1', (of) => macro(of, 'strengths')],
    ['threat, recall', (of) => recall(of, 'threat')],
    ['crisis, recall', (of) => recall(of, 'crisis')],
  ]) console.log(`| ${title} | ${figure(some).toFixed(2)} | ${interval(some, figure)} |`);
  for (const kind of ['logistics', 'blameless', 'hard-negative']) {
    console.log(`| ${kind} marked | ${percent(marked(some, kind))} | |`);
  }
  for (const side of ['faults', 'strengths']) {
    console.log(`\n| ${side} | found | missed | false | F1 |\n|---|---|---|---|---|`);
    for (const label of labelsOf(side)) {
      const { hit, miss, wrong, f1 } = tally(some, side, label);
      console.log(`| ${label} | ${hit} | ${miss} | ${wrong} | ${f1.toFixed(2)} |`);
    }
  }
};

const show = (label, isShown) => {
  const side = labelsOf('faults').includes(label) ? 'faults' : 'strengths';
  for (const message of messages.filter(({ group }) => group !== 'held-out')) {
    if (isShown(wantOf(message, side).has(label), gotOf(message, side).has(label))) {
      console.log(`${message.id} ${label}: ${message.text.replace(/\n/g, ' / ')}`);
    }
  }
};

// Of what is found in clean text, the share that is found with a slip in it.
const reportSlips = () => {
  const found = () => {
    let hits = 0;
    for (const message of inGroup('held-out')) {
      for (const side of ['faults', 'strengths']) {
        const got = gotOf(message, side);
        for (const label of wantOf(message, side)) hits += got.has(label) ? 1 : 0;
      }
    }
    return hits;
  };
  const clean = found();
  byId = readings(true);
  const kept = found();
  console.log(`one slip in every held-out message keeps ${kept} of ${clean} labels: ${(kept / clean).toFixed(3)}`);
};

const missesAt = options.indexOf('--misses');
const falseAt = options.indexOf('--false');
if (options.includes('--typos')) reportSlips();
else if (missesAt >= 0) show(options[missesAt + 1], (want, got) => want && !got);
else if (falseAt >= 0) {
  const wanted = options[falseAt + 1] ? [options[falseAt + 1]] : labelsOf('faults');
  for (const label of wanted) show(label, (want, got) => !want && got);
} else {
  report('Rules were written from these', inGroup('rules'));
  report('The model was trained on these', inGroup('model'));
  report('Held out', inGroup('held-out'));
}
