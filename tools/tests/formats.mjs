// What each test runner leaves behind, read into one shape: {passed, failed, skipped, failures,
// notes}. A file that is cut off or of another shape throws: a runner that died is no success.

const empty = () => ({ passed: 0, failed: 0, skipped: 0, failures: [], notes: [] });

const failed = (sum, name) => {
  sum.failed++;
  sum.failures.push(name);
};

const kEntities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const attribute = (tag, name) =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, entity) => kEntities[entity],
  );

// CTest says "notrun" for a test that asked to be skipped, and for one whose program was not there.
const outcomeOf = (tag, inside) => {
  const status = attribute(tag, 'status');
  const skipped = /<skipped\b[^>]*>/.exec(inside)?.[0];
  if (status === 'fail' || /<(failure|error)\b/.test(inside)) return 'failed';
  if (status === 'notrun' && skipped && !attribute(skipped, 'message').startsWith('SKIP_')) {
    return 'failed';
  }
  return skipped || status === 'notrun' || status === 'disabled' ? 'skipped' : 'passed';
};

/** JUnit XML of `ctest --output-junit`, or of GoogleTest itself. */
export const readJunit = (text) => {
  if (!/<\/testsuites?>\s*$|<testsuites?\b[^>]*\/>\s*$/.test(text)) throw new Error('cut off');
  const sum = empty();
  const plain = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  for (const found of plain.matchAll(/(<testcase\b[^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const outcome = outcomeOf(found[1], found[2] ?? '');
    if (outcome === 'failed') failed(sum, attribute(found[1], 'name'));
    else sum[outcome]++;
  }
  return sum;
};

/** `vitest --reporter=json`. A file that did not even load has no tests, and is one failure. */
export const readVitest = (text) => {
  const sum = empty();
  for (const { name, status, assertionResults } of JSON.parse(text).testResults) {
    for (const result of assertionResults) {
      if (result.status === 'failed') failed(sum, result.fullName);
      else if (result.status === 'passed') sum.passed++;
      else sum.skipped++;
    }
    const isNamed = assertionResults.some((result) => result.status === 'failed');
    if (status === 'failed' && !isNamed) failed(sum, `the file ${name}`);
  }
  return sum;
};

const addPlaywright = (sum, suite, path) => {
  for (const { title, tests } of suite.specs ?? []) {
    for (const { projectName, status } of tests) {
      const name = [...path, title].join(' > ') + (projectName ? ` [${projectName}]` : '');
      if (status === 'unexpected') failed(sum, name);
      else if (status === 'skipped') sum.skipped++;
      else sum.passed++;
      if (status === 'flaky') sum.notes.push(`passed only when tried again: ${name}`);
    }
  }
  for (const inner of suite.suites ?? []) addPlaywright(sum, inner, [...path, inner.title]);
};

/** Playwright's JSON reporter. An error outside of every test is a failure too. */
export const readPlaywright = (text) => {
  const sum = empty();
  const { suites, errors } = JSON.parse(text);
  for (const suite of suites) addPlaywright(sum, suite, [suite.title]);
  for (const { message } of errors) failed(sum, (message ?? 'an error').split('\n')[0]);
  return sum;
};

/** {passed, failed, skipped?, failures?}, as our own checks write it. */
export const readCounts = (text) => {
  const counts = JSON.parse(text);
  const isCount = (value) => Number.isInteger(value) && value >= 0;
  if (!isCount(counts.passed) || !isCount(counts.failed)) throw new Error('no counts');
  return { ...empty(), ...counts };
};

const summaryOf = (text, name) => Number([...text.matchAll(name)].at(-1)?.[1] ?? NaN);

/** TAP of `node --test`: its closing counts, and the names of what failed by itself. */
export const readTap = (text) => {
  const count = (name) => summaryOf(text, new RegExp(`^# ${name} (\\d+)$`, 'gm'));
  const sum = {
    ...empty(),
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
  if (Number.isNaN(sum.passed + sum.failed + sum.skipped)) throw new Error('cut off');
  for (const found of text.matchAll(/^ *not ok \d+ - (.*)\n( *)---\n([\s\S]*?)\n\2\.\.\./gm)) {
    if (/ # (TOD[O]|SKIP)\b/.test(found[1]) || /failureType: 'subtestsFailed'/.test(found[3]))
      continue;
    sum.failures.push(found[1].replace(/\\(.)/g, '$1'));
  }
  return sum;
};
