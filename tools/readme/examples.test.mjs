// The README's examples: how blocks are read, compared and run.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';

import { agrees, blocksIn, difference } from './console.mjs';
import { runExamples } from './examples.mjs';

const block = (...lines) => ['# A page', '```console', ...lines, '```', ''].join('\n');
const run = (...lines) => runExamples(block(...lines), tmpdir());

test('only console blocks are read, with the line of each command', () => {
  const page = `${block('$ one', 'a', '', '$ two')}\n\`\`\`sh\n$ three\n\`\`\`\n$ four\n`;
  assert.deepEqual(blocksIn(page), [
    [
      { line: 3, command: 'one', expected: ['a', ''] },
      { line: 6, command: 'two', expected: [] },
    ],
  ]);
});

test('a command goes on behind a backslash, and behind "> "', () => {
  const commands = (...lines) => blocksIn(block(...lines))[0].map(({ command }) => command);
  assert.deepEqual(commands('$ a \\', '  b', 'out'), ['a \\\n  b']);
  assert.deepEqual(commands('$ cat <<E', '> x', '> E', 'x', '> y'), ['cat <<E\nx\nE']);
});

test('a longer fence can show a shorter one', () => {
  assert.deepEqual(blocksIn('````md\n```console\n$ a\n```\n````\n'), []);
});

/** expected, printed, whether they agree. */
const comparisons = [
  ['', '', true],
  ['a|b', 'a|b', true],
  ['a|b', 'a  |b||', true],
  ['a|b', 'a', false],
  ['a', 'a|b', false],
  ['...', '', true],
  ['a|...', 'a', true],
  ['a|...|d', 'a|b|c|d', true],
  ['...|b|...|d', 'b|x|b|c|d|d', true],
  ['a|...|d', 'a|b|c', false],
  ['...|b', 'b|c', false],
];
for (const [expected, printed, want] of comparisons) {
  test(`"${expected}" ${want ? 'agrees' : 'does not agree'} with "${printed}"`, () => {
    assert.equal(agrees(expected.split('|'), printed.split('|')), want);
  });
}

test('a difference leaves out what is alike', () => {
  assert.deepEqual(difference(['a', 'b', 'd'], ['a', 'c', 'd', '']), ['  - b', '  + c']);
  assert.deepEqual(difference(['a'], ['a', 'a']), ['  + a']);
});

test('commands of one block share a shell; standard error counts', () => {
  const { passed, failures } = run(
    '$ x=5; false',
    '$ echo $? $x',
    '1 5',
    '$ echo gone >&2; printf end',
    'gone',
    'end',
    '$ cat',
    '$ cat <<E',
    '> here',
    '> E',
    'here',
  );
  assert.deepEqual(failures, []);
  assert.equal(passed, 5);
});

test('home and temporary files are fresh, and gone afterwards', () => {
  const { failures } = run('$ ls -A "$HOME"; [ "$HOME" = "$TMPDIR" ]; pwd; echo "$HOME"', 'x');
  const [where, home] = failures[0].difference.slice(1).map((line) => line.slice(4));
  assert.equal(where, tmpdir());
  assert.ok(home.includes('amends-readme-') && !existsSync(home));
});

test('build/ comes first on the PATH', () => {
  const { failures } = run(`$ echo "\${PATH%%:*}"`, `${tmpdir()}/build`);
  assert.deepEqual(failures, []);
});

test('what differs and what never ran has failed', () => {
  const { passed, failed, failures } = run(
    '$ echo a',
    'b',
    '$ echo c',
    'c',
    '$ exit 3',
    '$ echo d',
    'd',
  );
  assert.deepEqual([passed, failed], [1, 3]);
  assert.deepEqual(failures[0], { line: 3, command: 'echo a', difference: ['  - b', '  + a'] });
  assert.match(failures[2].difference.join('\n'), /- d\n.*the shell ended/);
});

test('what a block leaves running ends with it', () => {
  const began = Date.now();
  assert.deepEqual(run('$ sleep 30 &', '$ echo a', 'a').failures, []);
  assert.ok(Date.now() - began < 20_000);
});
