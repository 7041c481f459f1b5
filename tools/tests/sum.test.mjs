// The closing line. What the runners leave is quoted from real runs (CTest 3.25, Vitest 4.1,
// Playwright 1.65, Node 20), cut to what is read.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { report, suitesIn } from './sum.mjs';

const told = (files, ...expected) => {
  const { lines, isGood } = report(suitesIn(files, expected));
  return [...lines, isGood ? 'exit 0' : 'exit 1'];
};

const kCtest = `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="(empty)"
	tests="6"
	failures="1"
	>
	<testcase name="Judge.Good" classname="Judge.Good" time="0.002" status="run">
		<system-out>&lt;failure&gt;</system-out>
	</testcase>
	<testcase name="Judge.&lt;Bad&gt;" classname="x" time="0.001" status="fail">
		<failure message=""/>
	</testcase>
	<testcase name="Gone" classname="Gone" time="0" status="notrun">
		<skipped message="Unable to find executable"/>
	</testcase>
	<testcase name="Off" classname="Off" time="0" status="disabled">
		<system-out>Disabled</system-out>
	</testcase>
	<testcase name="Later" classname="Later" time="0.001" status="notrun">
		<skipped message="SKIP_RETURN_CODE=77"/>
	</testcase>
	<testcase name="Short" status="run"/>
</testsuite>
`;

const kVitest = JSON.stringify({
  testResults: [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'g ok', status: 'passed' },
        { fullName: 'g bad', status: 'failed' },
        { fullName: 'g later', status: 'todo' },
      ],
    },
    { name: 'b.test.ts', status: 'failed', assertionResults: [] },
  ],
});

const spec = (title, ...states) => ({
  title,
  tests: states.map((status, index) => ({ projectName: ['phone', 'desk'][index], status })),
});
const kPlaywright = JSON.stringify({
  errors: [{ message: 'No server\n  at x' }],
  suites: [
    {
      title: 'a.spec.ts',
      specs: [spec('flaky', 'flaky'), spec('odd', 'expected', 'skipped')],
      suites: [{ title: 'group', specs: [spec('bad', 'expected', 'unexpected')] }],
    },
  ],
});

const kTap = `TAP version 13
# Subtest: good
ok 1 - good
  ---
  duration_ms: 1
  ...
not ok 2 - later # TODO
  ---
  failureType: 'testCodeFailure'
  ...
# Subtest: group
    # Subtest: bad \\# one
    not ok 1 - bad \\# one
      ---
      failureType: 'testCodeFailure'
      ...
    1..1
not ok 3 - group
  ---
  type: 'suite'
  failureType: 'subtestsFailed'
  ...
1..3
# tests 3
# pass 1
# fail 1
# cancelled 0
# skipped 0
# todo 1
`;

/** file, content, the suite's lines. */
const cases = [
  [
    'core.dev.xml',
    kCtest,
    ['core (dev)  2 passed, 2 failed, 2 skipped', '  failed: Judge.<Bad>', '  failed: Gone'],
  ],
  [
    'app.vitest.json',
    kVitest,
    ['app  1 passed, 2 failed, 1 skipped', '  failed: g bad', '  failed: the file b.test.ts'],
  ],
  [
    'e2e.playwright.json',
    kPlaywright,
    [
      'e2e  3 passed, 2 failed, 1 skipped',
      '  failed: a.spec.ts > group > bad [desk]',
      '  failed: No server',
      '  passed only when tried again: a.spec.ts > flaky [phone]',
    ],
  ],
  ['tools.tap', kTap, ['tools  1 passed, 1 failed, 1 skipped', '  failed: bad # one']],
  [
    'readme.counts.json',
    '{"passed":3,"failed":1,"failures":["x"]}',
    ['readme  3 passed, 1 failed', '  failed: x'],
  ],
];
for (const [file, content, lines] of cases) {
  test(`reads ${file}`, () => {
    assert.deepEqual(told({ [file]: content }).slice(0, -2), lines);
  });
}

test('suites stand under each other and the last line sums them up', () => {
  const files = {
    'readme.counts.json': '{"passed":3,"failed":0}',
    'core.dev.counts.json': '{"passed":20,"failed":0,"skipped":2}',
    'run.log': 'noise',
  };
  assert.deepEqual(told(files, 'core.dev', 'readme'), [
    'core (dev)  20 passed, 0 failed, 2 skipped',
    'readme      3 passed, 0 failed',
    '23 passed, 0 failed, 2 skipped',
    'exit 0',
  ]);
});

test('without skipped tests the last line has two numbers', () => {
  const last = told({ 'a.counts.json': '{"passed":3,"failed":0}' }).slice(-2);
  assert.deepEqual(last, ['3 passed, 0 failed', 'exit 0']);
});

test('nothing passed is no success', () => {
  assert.deepEqual(told({}), ['0 passed, 0 failed', 'exit 1']);
  assert.equal(told({ 'a.counts.json': '{"passed":0,"failed":0,"skipped":4}' }).at(-1), 'exit 1');
});

test('an expected suite that is missing or ran nothing has failed', () => {
  const files = {
    'a.counts.json': '{"passed":3,"failed":0}',
    'b.counts.json': '{"passed":0,"failed":0}',
  };
  assert.deepEqual(told(files, 'a', 'b', 'core (dev)'), [
    'a           3 passed, 0 failed',
    'b           0 passed, 1 failed',
    '  failed: it was expected and ran nothing',
    'core (dev)  0 passed, 1 failed',
    '  failed: it was expected and ran nothing',
    '3 passed, 2 failed',
    'exit 1',
  ]);
});

test('a file cut off or of another shape has failed', () => {
  const broken = {
    'a.xml': kCtest.slice(0, 300),
    'b.vitest.json': kVitest.slice(0, 90),
    'c.tap': kTap.slice(0, 100),
    'd.counts.json': '{}',
    'e.playwright.json': '{}',
    'f.xml': '',
  };
  assert.equal(told(broken).at(-2), '0 passed, 6 failed');
});
