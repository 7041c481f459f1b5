// One closing line for all test runners.
//
//   node tools/tests/sum.mjs RESULTS_DIR [EXPECTED_SUITE...]
//
// core.dev.xml is the suite "core (dev)"; readme.counts.json is "readme". Exits 1 when a test
// failed, when none passed, and when an expected suite ("core.dev", or as it is printed) left
// nothing: a runner that never started must not look like one that found no fault.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { readCounts, readJunit, readPlaywright, readTap, readVitest } from './formats.mjs';

const kReaders = [
  ['.vitest.json', readVitest],
  ['.playwright.json', readPlaywright],
  ['.counts.json', readCounts],
  ['.tap', readTap],
  ['.xml', readJunit],
];

const nameOf = (stem) => stem.replace(/^([^.]+)\.(.+)$/, '$1 ($2)');

const broken = (name, why) => ({
  name,
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [why],
  notes: [],
});

const suiteIn = (file, text) => {
  const [suffix, read] = kReaders.find(([end]) => file.endsWith(end)) ?? [];
  if (!read) return [];
  const name = nameOf(file.slice(0, -suffix.length));
  try {
    return [{ name, ...read(text) }];
  } catch {
    return [broken(name, `${file} is cut off or of another shape`)];
  }
};

const ran = (suite) => suite.passed + suite.failed > 0;

/** The suites of {file name: text}; an expected one that ran nothing stands there as a failure. */
export const suitesIn = (files, expected) => {
  const suites = Object.entries(files).flatMap(([file, text]) => suiteIn(file, text));
  const missing = expected
    .map(nameOf)
    .filter((name) => !suites.some((suite) => suite.name === name && ran(suite)));
  const found = suites.filter((suite) => !missing.includes(suite.name));
  return [...found, ...missing.map((name) => broken(name, 'it was expected and ran nothing'))];
};

const countsOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** {lines, isGood}: a line a suite, under it what failed, and at the end the sum of all. */
export const report = (suites) => {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const width = Math.max(0, ...suites.map(({ name }) => name.length));
  const lines = [];
  for (const suite of suites.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const key of Object.keys(total)) total[key] += suite[key];
    lines.push(`${suite.name.padEnd(width)}  ${countsOf(suite)}`);
    lines.push(...suite.failures.map((name) => `  failed: ${name}`));
    lines.push(...suite.notes.map((note) => `  ${note}`));
  }
  return { lines: [...lines, countsOf(total)], isGood: total.failed === 0 && total.passed > 0 };
};

const main = (folder, expected) => {
  if (!folder) {
    console.error('Usage: node tools/tests/sum.mjs RESULTS_DIR [EXPECTED_SUITE...]');
    return 2;
  }
  const names = readdirSync(folder);
  const files = Object.fromEntries(
    names
      .filter((name) => kReaders.some(([end]) => name.endsWith(end)))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const { lines, isGood } = report(suitesIn(files, expected));
  console.log(lines.join('\n'));
  return isGood ? 0 : 1;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = main(process.argv[2], process.argv.slice(3));
}
