import { describe, expect, test } from 'vitest';
import { createBook } from '../../book/book.svelte';
import { builtEngine } from '../../engine/built';
import { createMemoryStore } from '../../store/memory';
import { createNotes } from './notes.svelte';

const opened = async () => {
  const clock = { ms: Date.UTC(2026, 10, 25, 12) };
  let ids = 0;
  const newId = (): string => (++ids).toString(16).padStart(32, '0');
  const book = createBook(builtEngine(), { now: () => (clock.ms += 1000), offset: () => 0, newId });
  const store = createMemoryStore();
  await book.open(store);
  const notes = createNotes(book);
  const texts = (kind: string) => notes.of(kind).map(({ text }) => text);
  return { book, store, notes, texts };
};

describe('a note', () => {
  test('is added, changed, taken away and put back', async () => {
    const { notes, texts } = await opened();
    expect(await notes.add('return', 'the keys')).toBe(true);
    expect(await notes.add('return', 'the coat')).toBe(true);
    const [keys] = notes.of('return');
    if (!keys) throw new Error('no note');
    await notes.change(keys.id, 'both keys');
    expect(texts('return')).toEqual(['both keys', 'the coat']);
    const [changed] = notes.of('return');
    if (changed) await notes.remove(changed);
    expect(texts('return')).toEqual(['the coat']);
    await notes.putBack();
    expect(texts('return')).toEqual(['both keys', 'the coat']);
    expect(notes.removed).toEqual([]);
  });

  test('is settled by a note about it, which goes and comes back with it', async () => {
    const { notes } = await opened();
    await notes.add('return', 'the keys');
    const [keys] = notes.of('return');
    if (!keys) throw new Error('no note');
    await notes.add('returned', '', keys.id);
    expect(notes.about(keys.id, 'returned')).toBeDefined();
    await notes.remove(keys);
    expect(notes.of('returned')).toEqual([]);
    await notes.putBack();
    expect(notes.about(keys.id, 'returned')).toBeDefined();
    expect(notes.of('return')).toHaveLength(1);
  });

  test('that was not written is said, and nothing has changed', async () => {
    const { notes, store } = await opened();
    store.wipe();
    expect(await notes.add('return', 'the keys')).toBe(false);
    expect(notes.lost).toBe(true);
    expect(notes.of('return')).toEqual([]);
  });
});
