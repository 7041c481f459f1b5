import { describe, expect, test } from 'vitest';
import type { Engine } from './engine';
import type { JournalEvent } from './book';
import { isView } from './book';
import { builtEngine } from './built';

const device = '101112131415161718191a1b1c1d1e1f';
const noon = Date.UTC(2026, 10, 23, 12);
const minute = 60_000;

const opened = async (): Promise<Engine> => {
  const engine = builtEngine();
  expect(await engine.openBook(device)).toEqual({ ok: true, value: true });
  return engine;
};

const made = async (engine: Engine, now_ms: number, body: JournalEvent) => {
  const event = await engine.event({ now_ms, offset_min: 60, body });
  if (!event.ok) throw new Error(JSON.stringify(event.error));
  return event.value;
};

const written = async (engine: Engine, now_ms: number, body: JournalEvent) => {
  const { event } = await made(engine, now_ms, body);
  expect(await engine.add([event])).toMatchObject({ ok: true, value: { added: 1, problems: [] } });
  return event;
};

const viewed = async (engine: Engine, now_ms: number) => {
  const view = await engine.fold({ now_ms, offset_min: 60 });
  if (!view.ok) throw new Error(JSON.stringify(view.error));
  return view.value;
};

describe('the book', () => {
  test('before it is opened it refuses, and says what is missing', async () => {
    expect(await builtEngine().fold({ now_ms: noon, offset_min: 0 })).toEqual({
      ok: false,
      error: { type: 'Refused', code: 'missing' },
    });
  });

  test('empty, it gives a whole view', async () => {
    const view = await viewed(await opened(), noon);
    expect(view).toMatchObject({
      state: { sheet: { answers: {} }, contacts: [], drafts: [] },
      standing: { permitted: 'pause' },
      agenda: { next: 'x-danger-now' },
      raises: [],
      moved: null,
      contact: { mine_since_theirs: 0, findings: [] },
      drawer: [],
      window: { weeks: 8, because: null },
      commitments: [],
    });
    expect(view.steps).toHaveLength(33);
  });

  test('stamps what is written, and never twice the same', async () => {
    const engine = await opened();
    const first = await written(engine, noon, { type: 'note', id: 'n', text: 'Grüße, 🙂' });
    const second = await written(engine, noon, { type: 'note', id: 'n', text: 'later' });
    expect(first).toMatchObject({ v: 1, at: noon, tick: 0, device, text: 'Grüße, 🙂' });
    expect(second).toMatchObject({ at: noon, tick: 1 });
    expect(await viewed(engine, noon)).toMatchObject({ state: { notes: [{ text: 'later' }] } });
  });

  test('making an event adds nothing', async () => {
    const engine = await opened();
    await made(engine, noon, { type: 'answer', item: 'x-danger-now', answer: 'no' });
    expect(await viewed(engine, noon)).toMatchObject({ state: { sheet: { answers: {} } } });
  });

  test.each([
    ['a type nobody knows', { type: 'dream', id: 'n' }, 'malformed'],
    ['a kind nobody knows', { type: 'contact', id: 'c', kind: 'pigeon' }, 'malformed'],
    ['an item nobody knows', { type: 'answer', item: 'hope', answer: 'yes' }, 'unknown-item'],
    ['a stamp of its own', { type: 'note', id: 'n', at: 1 }, 'repeated'],
  ])('refuses a body with %s', async (_, body, code) => {
    const engine = await opened();
    const refused = await engine.event({ now_ms: noon, offset_min: 0, body });
    expect(refused).toEqual({ ok: false, error: { type: 'Refused', code } });
  });

  test('adds what it can read and names the rest', async () => {
    const engine = await opened();
    const { event } = await made(engine, noon, { type: 'note', id: 'n', text: 'a' });
    expect(await engine.add([{ type: 'note' }, event])).toEqual({
      ok: true,
      value: { added: 1, problems: [{ index: 0, what: 'missing' }] },
    });
  });

  test('a slip is taken back within minutes, and afterwards the no is kept', async () => {
    const engine = await opened();
    const no = { type: 'answer', item: 'hs-clear-refusal', answer: 'said-no' };
    const other = { type: 'answer', item: 'hs-clear-refusal', answer: 'nothing-said' };
    const { at, tick } = await written(engine, noon, no);
    const soon = await made(engine, noon + minute, other);
    expect(soon).toMatchObject({ kept: null, event: { takes_back: [at, tick] } });
    const late = await made(engine, noon + 11 * minute, other);
    expect(late.kept).toEqual(['hs-clear-refusal', 'said-no']);
    expect(late.event).not.toHaveProperty('takes_back');
  });

  test('an unanswered message waits, whatever is answered', async () => {
    const engine = await opened();
    const contact = { type: 'contact', id: 'c', when_ms: noon, from: 'me', kind: 'message' };
    await written(engine, noon, contact);
    await written(engine, noon, { type: 'answer', item: 'sp-no-response', answer: 'replying' });
    const view = await viewed(engine, noon + 60 * minute);
    expect(view.contact.findings).toMatchObject([{ rule: 'waiting', effect: 'in-force', n: 1 }]);
    expect(view.state.sheet.logged).toEqual([['sp-no-response', 'waiting']]);
    expect(view.standing.ceiling).toBe('pause');
  });

  test('a better answer too early is held, listed, and asked about again', async () => {
    const engine = await opened();
    const answer = (answer: string) => ({ type: 'answer', item: 'tl-urgency', answer });
    await written(engine, noon, answer('must-act-now'));
    const early = await made(engine, noon + 60 * minute, answer('calm'));
    const from_ms = noon + 24 * 60 * minute;
    expect(early).toMatchObject({ held: { rule: 'hours', from_ms, needs: ['time'] } });
    await engine.add([early.event]);
    const view = await viewed(engine, noon + 61 * minute);
    expect(view.raises).toMatchObject([
      { item: 'tl-urgency', answer: 'calm', in_force: 'must-act-now', from_ms, needs: ['time'] },
    ]);
    expect(view.rechecks).toMatchObject([{ item: 'tl-urgency', ready: false, from_ms }]);
    const later = await viewed(engine, from_ms);
    expect(later.rechecks).toMatchObject([{ item: 'tl-urgency', ready: true, needs: [] }]);
    expect(await made(engine, from_ms, answer('calm'))).toMatchObject({ held: null });
  });

  test('a re-check shows what moved', async () => {
    const engine = await opened();
    await written(engine, noon, { type: 'answer', item: 'sp-block', answer: 'not-blocked' });
    await written(engine, noon + minute, { type: 'check_in', kind: 'recheck' });
    await written(engine, noon + 2 * minute, { type: 'boundary', id: 'b', kind: 'block' });
    const { moved } = await viewed(engine, noon + 3 * minute);
    expect(moved).toEqual({
      since_ms: noon + minute,
      from: 'pause',
      to: 'let-go',
      items: [{ item: 'sp-block', from: 'not-blocked', to: 'blocked', when_ms: noon + 2 * minute }],
    });
  });

  test('a draft rests in the drawer', async () => {
    const engine = await opened();
    await written(engine, noon, { type: 'draft', id: 'd', text: 'I am sorry.', wants: 'apology' });
    const view = await viewed(engine, noon + 60 * minute);
    expect(view.drawer).toEqual([
      {
        draft: 'd',
        rests_until_ms: noon + 24 * 60 * minute,
        at_night: false,
        rested: false,
        reread: false,
        ready: false,
        needs: ['rest', 'reread', 'standing'],
      },
    ]);
  });

  test('a view that lacks a member is refused', async () => {
    const view = await viewed(await opened(), noon);
    expect(isView(view)).toBe(true);
    expect(isView({ ...view, contact: undefined })).toBe(false);
    expect(isView({ ...view, raises: [{}] })).toBe(false);
  });
});
