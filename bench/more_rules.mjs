// Makes a set of reader's rules with more, or fewer, patterns than ours, to see how reading scales.
//
//   node bench/more_rules.mjs PATTERNS OUT      OUT is then a root for bench_rules
//
// More: our rules again and again, each time with other words in the places of their rarer words:
// words of the same measure of frequency in our messages, so that the new rules are tried as often
// as real ones would be. Classes get the like. Fewer: the first patterns of each rule.
// The same call makes the same files.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kNotRules = new Set(['classes.toml', 'flags.toml', 'normal.toml', 'notes.toml']);
const kString = /"((?:[^"\\]|\\.)*)"/g;
const kDummy = 'marks = ["a", "b", "c"]\npasses = ["a", "b", "c"]\n';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reader = join(root, 'lang/en/reader');
const read = (path) => readFileSync(join(root, path), 'utf8');

// A small generator of our own (Marsaglia's xorshift), for the same call has to give the same rules.
let state = 2463534242;
const chance = (below) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
};

const knownWords = () => {
  const words = [];
  let word = '';
  for (const line of read('lang/en/known-words.txt').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    word = word.slice(0, parseInt(line[0], 36)) + line.slice(1);
    if (/^[a-z]{3,}$/.test(word)) words.push(word);
  }
  return words;
};

const corpusCounts = () => {
  const counts = new Map();
  const folder = join(root, 'tests/corpora/reader');
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (!name.endsWith('.jsonl')) continue;
    for (const line of readFileSync(join(folder, name), 'utf8').trim().split('\n')) {
      for (const word of JSON.parse(line).text.toLowerCase().match(/[a-z]+/g) ?? []) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  return counts;
};

const counts = corpusCounts();
const measureOf = (word) => Math.ceil(Math.log2((counts.get(word) ?? 0) + 1));
const normal = read('lang/en/reader/normal.toml');
const frequent = new Set(normal.match(/\[frequent\]\s+words = "([^"]*)"/)[1].split(' '));
const kept = new Set([...normal.matchAll(/^"?([^\s"=]+)"? = /gm)].map((found) => found[1]));
const byMeasure = [];
for (const word of knownWords()) {
  if (!frequent.has(word) && !kept.has(word)) (byMeasure[measureOf(word)] ??= []).push(word);
}

// One copy of the rules knows each word by one other name.
const newTongue = (copy) => {
  const names = new Map();
  const other = (word) => {
    if (frequent.has(word) || kept.has(word) || word.length < 3) return word;
    if (!names.has(word)) {
      const pool = byMeasure[measureOf(word)] ?? [word];
      names.set(word, pool[chance(pool.length)]);
    }
    return names.get(word);
  };
  return (pattern) =>
    pattern.replace(/@?[a-z_']+/g, (word) => (word[0] === '@' ? `${word}_c${copy}` : other(word)));
};

const listOf = (strings) => `[${strings.map((each) => JSON.stringify(each)).join(', ')}]`;
// A list of a rule, on one line or many: its strings are replaced, or the rule is dropped.
const withList = (block, name, change) =>
  block.replace(
    new RegExp(`^${name} = \\[((?:[^"\\]]|"(?:[^"\\\\]|\\\\.)*")*)\\]\n`, 'm'),
    (whole, body) => {
      const strings = change([...body.matchAll(kString)].map((found) => found[1]));
      return strings.length === 0 ? '' : `${name} = ${listOf(strings)}\n`;
    },
  );

const withoutExamples = (block) =>
  withList(withList(block, 'marks', () => []), 'passes', () => []).trimEnd() + `\n${kDummy}\n`;

const rulesOf = (name) =>
  readFileSync(join(reader, name), 'utf8')
    .replace(/^#.*\n/gm, '')
    .split(/^(?=\[\[rule\]\])/m)
    .filter((block) => block.startsWith('[[rule]]'));

const files = readdirSync(reader).filter((name) => name.endsWith('.toml') && !kNotRules.has(name));
const ours = files.flatMap((name) => rulesOf(name).map((block) => ({ name, block })));

const changed = (blocks, change) =>
  blocks
    .map(({ name, block }) => ({ name, block: withList(withList(block, 'match', change), 'unless', change) }))
    .filter(({ block }) => /^match = /m.test(block));

const flags = [...read('lang/en/reader/flags.toml').matchAll(/^match = \[(.*)\]$/gm)];
const flagPatterns = flags.flatMap(([, body]) => [...body.matchAll(kString)].map((found) => found[1]));
const countPatterns = (blocks) => {
  const seen = new Set(flagPatterns);
  const note = (strings) => (strings.forEach((each) => seen.add(each)), strings);
  changed(blocks, note);
  return seen.size;
};

const copyOf = (copy) => {
  const speak = newTongue(copy);
  const blocks = changed(ours, (strings) =>
    strings.map((each) => [each, speak(each)]).filter(([a, b]) => a !== b).map(([, b]) => b),
  ).map(({ name, block }) => ({ name, block: block.replace(/^id = "([^"]*)"/m, `id = "$1-c${copy}"`) }));
  const classes = read('lang/en/reader/classes.toml')
    .replace(/^#.*\n|^\[class\]\n/gm, '')
    .replace(/^(\w+) = /gm, `$1_c${copy} = `)
    .replace(kString, (whole, text) => `"${speak(text)}"`);
  return { blocks, classes };
};

const setOf = (wanted) => {
  const all = countPatterns(ours);
  if (wanted < all) {
    const share = (wanted - flagPatterns.length) / (all - flagPatterns.length);
    const first = (strings) => strings.slice(0, Math.max(1, Math.round(strings.length * share)));
    return { blocks: changed(ours, first), classes: '' };
  }
  let { blocks, classes } = { blocks: [...ours], classes: '' };
  for (let copy = 1; ; copy += 1) {
    const next = copyOf(copy);
    classes += next.classes;
    for (const rule of next.blocks) {
      blocks.push(rule);
      if (blocks.length % 8 === 0 && countPatterns(blocks) >= wanted) return { blocks, classes };
    }
  }
};

const [wanted, out] = [Number(process.argv[2]), process.argv[3]];
if (!(wanted > 0) || out === undefined) {
  console.error('usage: node bench/more_rules.mjs PATTERNS OUT');
  process.exit(2);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const folder of ['guide', 'lang']) cpSync(join(root, folder), join(out, folder), { recursive: true });
const { blocks, classes } = setOf(wanted);
const target = join(out, 'lang/en/reader');
for (const name of files) {
  const own = blocks.filter((rule) => rule.name === name);
  writeFileSync(join(target, name), own.map(({ block }) => withoutExamples(block)).join(''));
}
writeFileSync(join(target, 'classes.toml'), read('lang/en/reader/classes.toml').trimEnd() + `\n${classes}`);
