// Native and WASM give the same bytes, and the module is no more than it says: the exports of
// src/wasm/exports.txt, and no clock, no chance and no files among the imports.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { openCore } from './core.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const native = join(root, process.env.AMENDS_NATIVE ?? 'build/dev/amends');
const core = await openCore(join(root, 'build/wasm/amends.wasm'), join(root, 'web/generated/guide.json'));
const guide = JSON.parse(readFileSync(join(root, 'web/generated/guide.json'), 'utf8'));
const stories = JSON.parse(readFileSync(join(root, 'tests/cases/check/stories.json'), 'utf8'));

const judgedNatively = (sheet) => {
  const ended = spawnSync(native, ['check', '-', '--json'], { input: sheet, encoding: 'utf8' });
  return { status: ended.status, text: ended.stdout.trimEnd() };
};

const assertSame = (sheet) => {
  const here = core.call('amends_check', sheet);
  const there = judgedNatively(sheet);
  assert.equal(here.status, there.status, sheet);
  if (here.status === 0) assert.equal(here.text, there.text, sheet);
};

// A small generator with a seed, so that a failure can be run again.
const chanceFrom = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

test('all 205 sheets of one answer', () => {
  let seen = 0;
  for (const item of guide.items) {
    for (const answer of item.answers) {
      assertSame(JSON.stringify({ answers: { [item.id]: answer.id } }));
      seen += 1;
    }
  }
  assert.equal(seen, 205);
});

test('the stories, with the standing they should have', () => {
  for (const story of stories) {
    const sheet = JSON.stringify(story.sheet);
    assertSame(sheet);
    const got = JSON.parse(core.call('amends_check', sheet).text);
    assert.equal(got.permitted, story.want.permitted, story.name);
    assert.equal(got.ceiling, story.want.ceiling, story.name);
    for (const name of ['limiting', 'open', 'lanes']) {
      assert.deepEqual([...got[name]].sort(), story.want[name], `${story.name}: ${name}`);
    }
  }
});

test('200 sheets by chance, with latches', () => {
  const chance = chanceFrom(20261123);
  const pick = (list) => list[Math.floor(chance() * list.length)];
  for (let round = 0; round < 200; round += 1) {
    const share = chance();
    const answers = {};
    for (const item of guide.items) {
      if (chance() < share) answers[item.id] = pick(item.answers).id;
    }
    const latch = pick(guide.items);
    const latched = chance() < 0.3 ? [[latch.id, pick(latch.answers).id]] : [];
    assertSame(JSON.stringify({ answers, latched }));
  }
});

test('what is refused natively is refused in WASM', () => {
  const bad = ['{', '[]', '{}', '{"answers":{"x":"y"}}', '{"answers":{"sp-block":"x"}}',
    '{"answers":{"sp-block":1}}', '['.repeat(10000), '{"answers":{"a":1,"a":1}}',
    `{"answers":{}${' '.repeat(1 << 20)}}`];
  for (const sheet of bad) {
    assertSame(sheet);
    const refusal = JSON.parse(core.call('amends_check', sheet).text);
    assert.ok(refusal.error.length > 0);
  }
});

test('a screen and a change, as the app asks for them', () => {
  const screen = { screen: 'harm-to-me', replies: { afraid: 'yes' } };
  assert.equal(core.call('amends_screen', JSON.stringify(screen)).text, '{"answer":"any"}');
  const change = { sheet: { answers: {} }, item: 'sp-block', answer: 'blocked', now_ms: 1000 };
  const said = JSON.parse(core.call('amends_answer', JSON.stringify(change)).text);
  assert.deepEqual(said.sheet.latched, [['sp-block', 'blocked']]);
  const later = { sheet: said.sheet, item: 'sp-block', answer: 'not-blocked', now_ms: 9e6 };
  const kept = JSON.parse(core.call('amends_answer', JSON.stringify(later)).text);
  assert.deepEqual(kept.kept, ['sp-block', 'blocked']);
  assert.equal(JSON.parse(core.call('amends_check', JSON.stringify(kept.sheet)).text).permitted, 'let-go');
  const agenda = JSON.parse(core.call('amends_agenda', JSON.stringify(kept.sheet)).text);
  assert.equal(agenda.stop, true);
});

// Journals by chance, added in two parts, asked about by day and at night; and what is refused.
test('the book, native and in WASM', () => {
  const program = join(dirname(native), 'book_calls');
  const now = 1764000000000 + 90 * 86400000;
  for (let seed = 1; seed <= 5; seed += 1) {
    const made = spawnSync(program, ['events', String(seed), '600'], { encoding: 'utf8' }).stdout;
    const { events } = JSON.parse(made);
    const body = { type: 'answer', item: 'tl-urgency', answer: 'calm', text: 'Grüße, 🙂' };
    const calls = [
      ['amends_book', { device: '0123' }],
      ['amends_book', { device: '101112131415161718191a1b1c1d1e1f' }],
      ['amends_fold', { now_ms: now, offset_min: 60 }],
      ['amends_add', { events: [...events.slice(300), { v: 1 }, null] }],
      ['amends_fold', { now_ms: now, offset_min: 60 }],
      ['amends_add', { events: events.slice(0, 300) }],
      ['amends_fold', { now_ms: now + 40000000, offset_min: -420 }],
      ['amends_event', { now_ms: now, offset_min: 60, body }],
      ['amends_event', { now_ms: now, body: { type: 'boundary', id: 'b', kind: 'order' } }],
      ['amends_event', { now_ms: now, body: { type: 'answer', item: 'hope', answer: null } }],
      ['amends_fold', { now_ms: -1 }],
    ].map(([name, value]) => [name, JSON.stringify(value)]);
    const input = calls.map((call) => call.join('\t')).join('\n');
    const pack = join(root, 'web/generated/guide.json');
    const there = spawnSync(program, [pack], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
    const answers = there.stdout.trimEnd().split('\n');
    assert.equal(answers.length, calls.length);
    for (const [number, [name, json]] of calls.entries()) {
      const { status, text } = core.call(name, json);
      assert.equal(status === 0 ? text : JSON.parse(text).error, answers[number], json.slice(0, 200));
    }
  }
});

test('the exports are those of the list', () => {
  const listed = readFileSync(join(root, 'src/wasm/exports.txt'), 'utf8').trim().split('\n');
  const there = WebAssembly.Module.exports(core.module).map((one) => one.name);
  assert.deepEqual(there.sort(), listed.sort());
});

test('the imports hold no clock, no chance and no files to open', () => {
  const there = WebAssembly.Module.imports(core.module).map((one) => one.name);
  assert.deepEqual(there.sort(), ['fd_close', 'fd_seek', 'fd_write']);
});

test('drafts, read natively and in WASM', () => {
  const blob = readFileSync(join(root, process.env.AMENDS_READER ?? 'build/release/packs/reader.bin'));
  assert.equal(core.callBytes('amends_reader_open', blob).status, 0);
  const drafts = readFileSync(join(root, 'tests/corpora/reader/rules/tane.jsonl'), 'utf8').trim().split('\n');
  for (const line of drafts) {
    const { text } = JSON.parse(line);
    const here = core.call('amends_read', JSON.stringify({ text }));
    const there = spawnSync(native, ['read', '--json'], { input: text, encoding: 'utf8' });
    assert.equal(here.text, there.stdout.trimEnd());
  }
});
