// Each check with a case it must find and one it must let pass (tidy.cases.mjs).

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { checks, findingsIn } from './checks.mjs';
import { cases } from './tidy.cases.mjs';
import { File, treeOf } from './tree.mjs';

const rules = {
  layers: {
    base: [],
    check: ['base'],
    crypto: ['base'],
    relay: ['base'],
    cli: ['base', 'relay/serve.h'],
  },
  libraries: { 'sodium.h': ['src/crypto/'], 'tl/expected.hpp': ['src/base/result.h'] },
  world: { folders: ['cli', 'relay'] },
};
const placesOf = (findings) => findings.map(({ file, line }) => `${file.path}:${line}`);
const found = (check, contents) => placesOf([...checks[check](treeOf(contents), rules)]);

for (const [name, check, faulty, places, right] of cases) {
  test(`${check}: ${name}`, () => {
    assert.deepEqual(found(check, faulty), places);
    assert.deepEqual(found(check, right), []);
  });
}

test('every check has a case', () => {
  assert.deepEqual(new Set(cases.map(([, check]) => check)), new Set(Object.keys(checks)));
});

const exempted = (exemptions) => {
  const text = '# x\n\n[[exempt]]\na = 1\n[[exempt]]\n';
  const file = new File('tools/tidy/exempt.toml', Buffer.from(text));
  const tree = treeOf({ 'web/src/a.ts': 'console.log(one);\nconsole.log(two);' });
  return placesOf(findingsIn(tree, rules, exemptions, file));
};
const reason = 'It is a test.';

test('an exemption excuses the line it names and no other', () => {
  assert.deepEqual(exempted([{ check: 'console', file: 'web/src/a.ts', line: 'one', reason }]), [
    'web/src/a.ts:2',
  ]);
  assert.deepEqual(exempted([{ check: 'console', file: 'web/src/a.ts', reason }]), []);
});

test('an exemption that excuses nothing, has no reason or an odd key is a finding', () => {
  const all = { check: 'console', file: 'web/src/a.ts', reason };
  assert.deepEqual(exempted([all, { ...all, file: 'web/src/b.ts' }]), ['tools/tidy/exempt.toml:5']);
  assert.deepEqual(exempted([{ check: 'console', file: 'web/src/a.ts' }]), [
    'tools/tidy/exempt.toml:3',
  ]);
  assert.deepEqual(exempted([{ ...all, glob: '*' }]), ['tools/tidy/exempt.toml:3']);
});
