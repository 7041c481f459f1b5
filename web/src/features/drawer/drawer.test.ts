import { describe, expect, test } from 'vitest';
import { createBook } from '../../book/book.svelte';
import { builtEngine, builtPack } from '../../engine/built';
import type { Engine } from '../../engine/engine';
import { fail } from '../../engine/result';
import { createMemoryStore } from '../../store/memory';
import { createDrawer } from './drawer.svelte';
import { lyingIn, shelfOf } from './lying';
import { nextOf } from './next';
import type { Around } from './next';

const HOUR_MS = 3_600_000;
const noon = Date.UTC(2026, 10, 23, 12);
const around: Around = { waits: [], shared: true };
const calm = 'Hello Anna. I hope the garden does well. No need to answer.';
const threat = 'You will regret this.';

const best = async () =>
  (await builtPack()).items.map(({ id, answers }) => ({
    type: 'answer',
    item: id,
    answer: answers[0]?.id ?? '',
  }));

/** A drawer over a real book, where all is answered for the best and one draft is written at noon. */
const opened = async (text = calm, purpose = 'open') => {
  const engine = builtEngine();
  const clock = { ms: noon };
  let ids = 0;
  const book = createBook(engine, {
    now: () => clock.ms,
    offset: () => 0,
    newId: () => `id-${String(++ids)}`,
  });
  await book.open(createMemoryStore());
  await book.put(...(await best()));
  await book.put({ type: 'draft', id: 'd', text, purpose });
  let read: Engine['read'] = engine.read;
  const drawer = createDrawer(book, (words) => read(words));
  drawer.open('d');
  await drawer.look();
  const out: string[] = [];
  return {
    book,
    drawer,
    clock,
    out,
    later: async (hours: number) => {
      clock.ms += hours * HOUR_MS;
      await book.look();
    },
    next: (how: Around = around) =>
      drawer.here === null ? null : nextOf(drawer.here, drawer.reading, how),
    copy: (how: Around = around) =>
      drawer.takeOut(
        () => how,
        (words) => {
          out.push(words);
          return Promise.resolve('clipboard');
        },
      ),
    loseReader: () => {
      read = () => Promise.resolve(fail({ type: 'Unreachable' }));
    },
  };
};

const ripe = async (text = calm, purpose = 'open') => {
  const all = await opened(text, purpose);
  await all.later(25);
  await all.drawer.reread('d');
  await all.drawer.want('d', 'news');
  return all;
};

describe('the way out', () => {
  test('rests, is read again, says what it wanted, and only then is copied', async () => {
    const { drawer, next, later, copy, out, book } = await opened();
    expect(next()).toBe('rest');
    await copy();
    await later(23);
    expect(next()).toBe('rest');
    await drawer.reread('d');
    await later(1);
    expect(next(), 'read before the rest was over').toBe('reread');
    await copy();
    await drawer.reread('d');
    expect(next()).toBe('wants');
    await copy();
    expect(out).toEqual([]);
    await drawer.want('d', 'news');
    expect(next()).toBe('ready');
    await copy();
    expect(out).toEqual([calm]);
    expect(drawer.copiedBy).toBe('clipboard');
    expect(book.view?.state.drafts).toMatchObject([{ outcome: 'copied' }]);
  });

  test('saying what it wanted does not begin the rest anew; changing the text does', async () => {
    const { drawer, next, later, book } = await opened();
    await later(23);
    await drawer.want('d', 'missing');
    await later(1);
    expect(next()).toBe('reread');
    await book.put({ type: 'draft', id: 'd', text: `${calm} One more thing.` });
    expect(next()).toBe('rest');
  });

  test('where sending is closed it stays, even when all else is done', async () => {
    const { book, next, copy, out } = await ripe();
    await book.put({ type: 'answer', item: 'tl-urgency', answer: 'must-act-now' });
    expect(next()).toBe('standing');
    await copy();
    expect(out).toEqual([]);
  });

  test('what its purpose waits for holds it', async () => {
    const { next, copy, out } = await ripe();
    const waiting = { ...around, waits: ['They have replied to you.'] };
    expect(next(waiting)).toBe('waits');
    await copy(waiting);
    expect(out).toEqual([]);
  });
});

describe('a threat, or words about not living', () => {
  test.each([threat, 'I want to kill myself.'])('are never copied: %s', async (text) => {
    const { next, copy, out, drawer } = await ripe(text);
    expect(next()).toBe('danger');
    await copy();
    expect(out).toEqual([]);
    expect(await drawer.keep('d')).toBe(true);
    expect(next()).toBe('letter');
  });

  test('nor as something practical', async () => {
    const { next, copy, out } = await ripe(threat, 'practical');
    expect(next()).toBe('danger');
    await copy();
    expect(out).toEqual([]);
  });

  test('the reader decides at the moment of the copy: without it nothing goes out', async () => {
    const { next, copy, out, loseReader, drawer } = await ripe();
    expect(next()).toBe('ready');
    loseReader();
    await copy();
    expect(out).toEqual([]);
    expect(drawer.lost).toBe(true);
    expect(next()).toBe('reading');
  });

  test('what was written on elsewhere meanwhile is not what was read', async () => {
    const { copy, out, book } = await ripe();
    await book.put({ type: 'draft', id: 'd', text: threat });
    await copy();
    expect(out).toEqual([]);
  });
});

describe('what two people still share', () => {
  test('does not rest, and is no draft that left early', async () => {
    const { next, copy, out, book, drawer } = await opened(
      'The keys lie at my sister’s.',
      'practical',
    );
    expect(next()).toBe('ready');
    expect(next({ ...around, shared: false })).toBe('standing');
    await copy();
    expect(out).toHaveLength(1);
    expect(book.view?.state.drafts[0]?.outcome).toBeUndefined();
    if (drawer.here) await drawer.noteSent(drawer.here);
    expect(book.view?.state.contacts).toMatchObject([{ about: 'business', from: 'me' }]);
    expect(book.view?.contact.mine_since_theirs, 'it is not counted').toBe(0);
  });
});

describe('after a copy', () => {
  test('a yes is a contact of now, and a slip can be taken back', async () => {
    const { drawer, copy, book, next } = await ripe();
    await copy();
    expect(drawer.asked).toBe('asked');
    if (drawer.here) await drawer.noteSent(drawer.here);
    expect(drawer.asked).toBe('sent');
    expect(book.view?.state.contacts).toMatchObject([
      { from: 'me', kind: 'message', about: 'social', when_ms: noon + 25 * HOUR_MS },
    ]);
    expect(book.view?.contact.mine_since_theirs).toBe(1);
    expect(next()).toBe('past');
    await drawer.unsend('d');
    expect(book.view?.contact.mine_since_theirs).toBe(0);
  });

  test('a no is nothing', async () => {
    const { drawer, copy, book } = await ripe();
    await copy();
    drawer.notSent();
    expect(drawer.asked).toBe('none');
    expect(book.view?.state.contacts).toEqual([]);
  });
});

describe('the shelves', () => {
  test('a letter stays, and what is let go of can be brought back whole', async () => {
    const { drawer, book } = await opened(calm, 'letter');
    expect(drawer.here && shelfOf(drawer.here)).toBe('letters');
    await drawer.letGo('d');
    expect(drawer.all).toEqual([]);
    expect(drawer.here).toBeNull();
    expect(drawer.gone).toBe('d');
    await drawer.bringBack();
    expect(drawer.gone).toBeNull();
    expect(drawer.all).toMatchObject([{ text: calm, kind: 'letter' }]);
    expect(book.view?.drawer).toHaveLength(1);
  });

  test('the newest first, and nothing without words', async () => {
    const { book, later } = await opened();
    await later(1);
    await book.put({ type: 'draft', id: 'b', text: 'Another' });
    await book.put({ type: 'draft', id: 'c', text: '  ' });
    await book.put({ type: 'draft_outcome', draft: 'd', outcome: 'rewritten' });
    const all = book.view ? lyingIn(book.view) : [];
    expect(all.map((each) => [each.id, shelfOf(each)])).toEqual([
      ['b', 'here'],
      ['d', 'past'],
    ]);
  });
});
