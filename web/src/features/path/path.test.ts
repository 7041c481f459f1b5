// The path on a real book: deeds, what can be taken back, and what is not written.

import { beforeAll, describe, expect, test } from 'vitest';
import { createBook } from '../../book/book.svelte';
import type { Book } from '../../book/book.svelte';
import { builtEngine, builtPack } from '../../engine/built';
import { guideOf } from '../../engine/guide';
import type { Guide } from '../../engine/guide';
import { createMemoryStore } from '../../store/memory';
import { notedToday } from './day';
import { newestOf, notesOf } from './notes';
import { createPath } from './path.svelte';
import { draftOf } from './plan-draft.svelte';

const DAY_MS = 86_400_000;
let guide: Guide;
beforeAll(async () => {
  guide = guideOf(await builtPack());
});

const opened = async () => {
  let ids = 0;
  const clock = { ms: Date.UTC(2026, 10, 25, 12) };
  const went: string[] = [];
  let writes = true;
  const book = createBook(builtEngine(), {
    now: () => clock.ms,
    offset: () => 0,
    newId: () => `id-${String(++ids)}`,
  });
  await book.open(createMemoryStore());
  const put: Book['put'] = (...bodies) => (writes ? book.put(...bodies) : Promise.resolve(null));
  const watched = { ...book, put };
  Object.defineProperty(watched, 'view', { get: () => book.view });
  const path = createPath(watched, guide, {
    go: (view) => went.push(view),
    answer: (item) => went.push(`answer ${item}`),
  });
  const fail = (how: 'fails' | 'works') => {
    writes = how === 'works';
  };
  return { path, book, clock, went, fail };
};

describe('notes', () => {
  const act = { kind: 'act', about: 'st-reflect', text: 'I read their messages.' };

  test('what is written is there, with what stands about it', async () => {
    const { path } = await opened();
    await path.deeds.writeNote(act);
    const [note] = notesOf(path.state, ['act']);
    expect(note).toMatchObject(act);
    await path.deeds.writeNote({ kind: 'habit', about: note?.id ?? '', text: 'I check.' });
    expect(newestOf(path.state, 'habit', note?.id)?.text).toBe('I check.');
    expect(newestOf(path.state, 'habit', 'another')).toBeUndefined();
  });

  test('one that was taken away comes back whole', async () => {
    const { path } = await opened();
    await path.deeds.writeNote(act);
    const [note] = notesOf(path.state, ['act']);
    if (note) await path.deeds.removeNote(note);
    expect(notesOf(path.state, ['act'])).toEqual([]);
    await path.deeds.takeBack();
    expect(notesOf(path.state, ['act'])).toMatchObject([act]);
    expect(path.deeds.undo).toBeNull();
  });

  test('what is not written is said, and stays in its field', async () => {
    const { path, fail } = await opened();
    path.deeds.typed.write('new act', act.text);
    fail('fails');
    expect(await path.deeds.writeNote(act)).toBe(false);
    expect(path.deeds.lost).toBe(true);
    expect(path.deeds.typed.of('new act')).toBe(act.text);
    fail('works');
    expect(await path.deeds.writeNote(act)).toBe(true);
    expect(path.deeds.lost).toBe(false);
  });
});

describe('the day', () => {
  test('the last word of the day is shown, and the next day begins empty', async () => {
    const { path, clock } = await opened();
    expect(notedToday(path.state, clock.ms)).toBeNull();
    await path.deeds.noteDay(['sleep', 'food']);
    clock.ms += 60_000;
    await path.deeds.noteDay(['sleep']);
    expect(notedToday(path.state, clock.ms)).toEqual(['sleep']);
    expect(notedToday(path.state, clock.ms + DAY_MS)).toBeNull();
  });
});

describe('plans', () => {
  const made = async () => {
    const all = await opened();
    const draft = draftOf(all.path, { type: 'plan', id: null, obstacle: 'ob-family' });
    draft.write('when', ' my sister asks ');
    draft.write('then', 'say that I take my time.');
    expect(await draft.save()).toBe(true);
    const plan = all.path.state?.commitments[0];
    return { ...all, id: plan?.id ?? '', plan };
  };
  const times = (path: Awaited<ReturnType<typeof made>>['path']) => {
    const plan = path.state?.commitments[0];
    return { kept: plan?.kept_ms.length, missed: plan?.missed_ms.length };
  };

  test('a plan is kept with what it is for', async () => {
    const { plan } = await made();
    expect(plan).toMatchObject({
      when: 'my sister asks',
      then: 'say that I take my time.',
      obstacle: 'ob-family',
    });
  });

  test('half a plan is none', async () => {
    const { path } = await opened();
    const draft = draftOf(path, { type: 'plan', id: null });
    draft.write('when', 'it is late');
    expect(draft.isWhole).toBe(false);
  });

  test('one that was let go comes back', async () => {
    const { path, id } = await made();
    expect(await draftOf(path, { type: 'plan', id }).drop()).toBe(true);
    expect(path.state?.commitments).toEqual([]);
    await path.deeds.takeBack();
    expect(path.state?.commitments).toMatchObject([{ when: 'my sister asks' }]);
  });

  test('a tap is written when one goes on, and not before', async () => {
    const { path, id } = await made();
    await path.deeds.holding.say(id, 'kept');
    expect(path.deeds.holding.of(id)).toBe('kept');
    expect(times(path)).toEqual({ kept: 0, missed: 0 });
    await path.deeds.holding.write();
    expect(path.deeds.holding.of(id)).toBeNull();
    expect(times(path)).toEqual({ kept: 1, missed: 0 });
  });

  test('a tap that was taken back, or changed, was never the other', async () => {
    const { path, id } = await made();
    await path.deeds.holding.say(id, 'kept');
    await path.deeds.holding.say(id, 'kept');
    await path.deeds.holding.write();
    expect(times(path)).toEqual({ kept: 0, missed: 0 });
    await path.deeds.holding.say(id, 'kept');
    await path.deeds.holding.say(id, 'missed');
    await path.deeds.holding.write();
    expect(times(path)).toEqual({ kept: 0, missed: 1 });
  });

  test('a tap that was not written waits', async () => {
    const { path, id, fail } = await made();
    await path.deeds.holding.say(id, 'kept');
    fail('fails');
    await path.deeds.holding.write();
    expect(path.deeds.holding.of(id)).toBe('kept');
    fail('works');
    await path.deeds.holding.write();
    expect(times(path)).toEqual({ kept: 1, missed: 0 });
  });
});

describe('steps', () => {
  test('a sign by word is there once it is said, and not when that is taken back', async () => {
    const { path } = await opened();
    const sign = () =>
      path.stepNow('st-empathy')?.signs.find((each) => each.sign === 'no-reasons')?.there;
    expect(sign()).toBe(false);
    await path.deeds.saySign('st-empathy', 'no-reasons', true);
    expect(sign()).toBe(true);
    await path.deeds.saySign('st-empathy', 'no-reasons', false);
    expect(sign()).toBe(false);
  });

  test('what was said is so can be taken back', async () => {
    const { path } = await opened();
    await path.deeds.sayEvidence('yes-to-meeting', true);
    expect(path.said.evidence).toEqual(['yes-to-meeting']);
    await path.deeds.takeBack();
    expect(path.said.evidence).toEqual([]);
  });

  test('a step that was marked as done can be opened again', async () => {
    const { path, book } = await opened();
    await book.put({ type: 'step', step: 'st-accept-no', done: true });
    expect(path.stepNow('st-accept-no')?.state).toBe('done');
    expect(path.said.done).toEqual(['st-accept-no']);
    await path.deeds.reopen('st-accept-no');
    expect(path.stepNow('st-accept-no')?.state).toBe('open');
  });

  test('where nobody did wrong, three steps are left out', async () => {
    const { path, book } = await opened();
    expect(path.dropped).toBe(0);
    await book.put({ type: 'answer', item: 'why-cause-kind', answer: 'drift' });
    expect(path.dropped).toBe(3);
  });

  test("after a no, only what is one's own is offered", async () => {
    const { path, book } = await opened();
    expect(path.isStopped).toBe(false);
    await book.put({ type: 'answer', item: 'hs-clear-refusal', answer: 'said-no' });
    expect(path.isStopped).toBe(true);
    expect(path.stepNow('st-accept-no')?.state).toBe('open');
  });
});

describe('the trail', () => {
  test('goes back the way one came, and then leaves the path', async () => {
    const { path } = await opened();
    path.go({ type: 'cards' });
    path.go({ type: 'card', card: 'accept-no' });
    expect(path.back()).toBe(true);
    expect(path.place).toEqual({ type: 'cards' });
    expect(path.back()).toBe(true);
    expect(path.back()).toBe(false);
    expect(path.place).toEqual({ type: 'path' });
  });

  test('a way leads to a place, a screen or a question', async () => {
    const { path, went } = await opened();
    path.follow({ to: 'view', view: 'log', words: 'path.ways.log' });
    path.follow({ to: 'answer', item: 'ob-family', words: 'path.ways.answer' });
    path.follow({ to: 'place', place: { type: 'day' }, words: 'path.ways.day' });
    expect(went).toEqual(['log', 'answer ob-family']);
    expect(path.place).toEqual({ type: 'day' });
  });
});
