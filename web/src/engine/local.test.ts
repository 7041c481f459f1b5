import { describe, expect, test } from 'vitest';
import { builtEngine, builtPack, builtRules, engineWith } from './built';
import { createLocalEngine } from './local';
import type { Sheet } from './engine';

const blank: Sheet = { answers: {} };

describe('the engine', () => {
  test('opens the guide that was built', async () => {
    expect(await builtEngine().ready()).toEqual({ ok: true, value: true });
  });

  test('hands over the pack, with all its parts', async () => {
    const pack = await builtPack();
    expect(pack.levels.map(({ id }) => id)).toHaveLength(6);
    expect(pack.parts.flatMap(({ items }) => items).length).toBe(pack.items.length);
    expect(pack.steps).toHaveLength(33);
  });

  test('an empty sheet pauses, and asks for safety first', async () => {
    const engine = builtEngine();
    const standing = await engine.check(blank);
    const agenda = await engine.agenda(blank);
    expect(standing).toMatchObject({ ok: true, value: { permitted: 'pause', limiting: [] } });
    expect(agenda).toMatchObject({ ok: true, value: { next: 'x-danger-now', stage: 'first' } });
  });

  test('a no sets the level, with its reason, and ends the first questions', async () => {
    const engine = builtEngine();
    const change = { sheet: blank, item: 'hs-clear-refusal', answer: 'said-no', now_ms: 1 };
    const changed = await engine.answer(change);
    if (!changed.ok) throw new Error(changed.error.type);
    const standing = await engine.check(changed.value.sheet);
    const agenda = await engine.agenda(changed.value.sheet);
    expect(standing).toMatchObject({
      value: {
        permitted: 'let-go',
        limiting: ['hs-clear-refusal'],
        reasons: [{ answer: 'said-no' }],
      },
    });
    expect(agenda).toMatchObject({ value: { stop: true } });
  });

  test('what it kept of a sheet comes back whole', async () => {
    const engine = builtEngine();
    const sheet = { answers: { 'x-danger-now': 'no' }, passed: ['sp-block'] };
    const changed = await engine.answer({ sheet, item: 'sp-block', answer: null, now_ms: 1 });
    expect(changed).toMatchObject({ value: { sheet: { answers: { 'x-danger-now': 'no' } } } });
  });

  test('a screen makes an answer only when its replies suffice', async () => {
    const engine = builtEngine();
    const screen = 'steadiness';
    expect(await engine.screen({ screen, replies: {} })).toMatchObject({ value: { answer: null } });
    expect(await engine.screen({ screen, replies: { alive: 'yes' } })).toMatchObject({
      value: { answer: 'thoughts-of-not-living' },
    });
  });

  test('an item it does not know is refused by name of the error', async () => {
    const engine = builtEngine();
    const refused = await engine.check({ answers: { nonsense: 'yes' } });
    expect(refused).toEqual({ ok: false, error: { type: 'Refused', code: 'unknown-item' } });
  });

  test('letters of any alphabet pass the border unharmed', async () => {
    const sheet: Sheet = { answers: {}, texts: { 'q-own-share': 'Grüße, 日本, 🙂' } };
    expect(await builtEngine().check(sheet)).toMatchObject({ ok: true });
  });

  test('a thousand questions leave it answering', async () => {
    const engine = builtEngine();
    for (let turn = 0; turn < 1000; turn++) await engine.agenda(blank);
    expect(await engine.agenda(blank)).toMatchObject({ ok: true });
  });

  test('reads a draft, and counts as the browser counts', async () => {
    const reading = await builtEngine().read('🙂 You have until Friday to decide.');
    expect(reading).toMatchObject({
      ok: true,
      value: {
        help_first: false,
        marks: [{ fault: 'pressure', begin: 3, end: 24 }],
        apology: null,
      },
    });
  });

  test('fetches the rules once, when the first draft is read, and again where they did not come', async () => {
    let fetched = 0;
    const fetchRules = (): Promise<Uint8Array> => {
      fetched++;
      return fetched === 1 ? Promise.reject(new Error('no way')) : Promise.resolve(builtRules());
    };
    const engine = engineWith(fetchRules);
    await engine.check(blank);
    expect(fetched).toBe(0);
    expect(await engine.read('Hello')).toEqual({ ok: false, error: { type: 'Unreachable' } });
    expect(await engine.read('Hello')).toMatchObject({ ok: true });
    expect(await engine.read('Hello again')).toMatchObject({ ok: true });
    expect(fetched).toBe(2);
  });

  test('bytes that are no core, or no guide, are an error and no throw', async () => {
    const nothing = new Uint8Array();
    const engine = createLocalEngine(nothing, nothing, () => Promise.resolve(nothing));
    expect(await engine.ready()).toEqual({ ok: false, error: { type: 'Unreachable' } });
    expect(await engine.check(blank)).toEqual({ ok: false, error: { type: 'Unreachable' } });
  });

  test('closed, it answers nothing more', async () => {
    const engine = builtEngine();
    await engine.ready();
    engine.close();
    expect(await engine.check(blank)).toEqual({ ok: false, error: { type: 'Unreachable' } });
  });
});
