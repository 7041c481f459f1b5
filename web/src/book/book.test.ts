import { describe, expect, test } from 'vitest';
import { builtEngine } from '../engine/built';
import { fail } from '../engine/result';
import { createMemoryStore } from '../store/memory';
import type { Journal } from '../store/store';
import { createBook } from './book.svelte';

const noon = Date.UTC(2026, 10, 25, 12);

const opened = async (journal: Journal = createMemoryStore(), engine = builtEngine()) => {
  let ids = 0;
  const clock = { ms: noon };
  const book = createBook(engine, {
    now: () => clock.ms,
    offset: () => 60,
    newId: () => `id-${String(++ids)}`,
  });
  expect(await book.open(journal)).toBe(true);
  return { book, clock, engine };
};

const note = (text: string) => ({ type: 'note', id: 'one', kind: 'act', text });

describe('the book', () => {
  test('an empty one has a view: nothing is answered, so it pauses', async () => {
    const { book } = await opened();
    expect(book.view?.standing.permitted).toBe('pause');
    expect(book.trouble).toBeNull();
  });

  test('what is put is stored, and counts', async () => {
    const store = createMemoryStore();
    const { book } = await opened(store);
    expect(await book.put(note('I shouted.'))).toEqual({ kept: null, held: null });
    expect(book.view?.state.notes).toMatchObject([{ id: 'one', text: 'I shouted.' }]);
    const read = await store.read();
    expect(read.ok && read.value.events).toHaveLength(1);
  });

  test('opened again on the same store, everything is there', async () => {
    const store = createMemoryStore();
    const { book } = await opened(store);
    await book.put({ type: 'answer', item: 'hs-clear-refusal', answer: 'said-no' });
    const again = await opened(store);
    expect(again.book.view?.standing.permitted).toBe('let-go');
  });

  test('deeds asked at once are stamped one after another', async () => {
    const store = createMemoryStore();
    const { book } = await opened(store);
    await Promise.all([book.put(note('a')), book.put(note('b')), book.put(note('c'))]);
    expect(book.view?.state.notes).toMatchObject([{ text: 'c' }]);
    const read = await store.read();
    const ticks = read.ok ? read.value.events.map((event) => /"tick":(\d+)/.exec(event)?.[1]) : [];
    expect(ticks).toEqual(['0', '1', '2']);
  });

  test('what the store does not write does not count, and is said', async () => {
    const store = createMemoryStore();
    const { book } = await opened({
      ...store,
      append: () => Promise.resolve(fail({ type: 'Full' })),
    });
    expect(await book.put(note('lost?'))).toBeNull();
    expect(book.trouble).toEqual({ type: 'Full' });
    expect(book.view?.state.notes).toEqual([]);
  });

  test('what another tab wrote is taken in', async () => {
    const store = createMemoryStore();
    const other = await opened(store);
    const { book } = await opened();
    await other.book.put(note('from there'));
    const read = await store.read();
    await book.hear(read.ok ? read.value.events : []);
    expect(book.view?.state.notes).toMatchObject([{ text: 'from there' }]);
  });

  test('a body that is none is refused, and nothing is stored', async () => {
    const store = createMemoryStore();
    const { book } = await opened(store);
    expect(await book.put({ type: 'answer', item: 'no-such-item', answer: 'x' })).toBeNull();
    expect(book.trouble).toMatchObject({ type: 'Refused' });
    const read = await store.read();
    expect(read.ok && read.value.events).toEqual([]);
  });

  test('closed, it holds nothing, and what was under way is dropped', async () => {
    const { book } = await opened();
    const putting = book.put(note('late'));
    book.close();
    expect(await putting).toBeNull();
    expect(book.view).toBeNull();
  });
});
