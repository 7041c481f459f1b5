import { describe, expect, test } from 'vitest';
import type { Body, Put } from '../../book/book.svelte';
import { builtEngine } from '../../engine/built';
import { createWrite } from './write.svelte';

/** A book that keeps what it is given, or refuses to. */
const fakeBook = () => {
  const events: Body[] = [];
  let ids = 0;
  let open = true;
  return {
    events,
    refuse: () => {
      open = false;
    },
    allow: () => {
      open = true;
    },
    newId: () => `id${String(++ids)}`,
    put: (...bodies: readonly Body[]): Promise<Put | null> => {
      if (!open) return Promise.resolve(null);
      events.push(...bodies);
      return Promise.resolve({ kept: null, held: null });
    },
  };
};

const open = () => {
  const book = fakeBook();
  const write = createWrite(builtEngine());
  write.choose('open');
  const type = (text: string) => write.message.draft.write(text);
  return { book, write, type };
};

describe('what is being written', () => {
  test('is kept under one id, and only what changed', async () => {
    const { book, write, type } = open();
    await write.keep(book);
    await type('  ');
    await write.keep(book);
    expect(book.events).toEqual([]);
    await type('Hello');
    await Promise.all([write.keep(book), write.keep(book)]);
    await type('Hello Anna');
    await write.keep(book);
    write.choose('close');
    await write.keep(book);
    expect(book.events).toEqual([
      { type: 'draft', id: 'id1', text: 'Hello', purpose: 'open' },
      { type: 'draft', id: 'id1', text: 'Hello Anna', purpose: 'open' },
      { type: 'draft', id: 'id1', purpose: 'close' },
    ]);
  });

  test('stays in the field where it could not be written, and is tried again', async () => {
    const { book, write, type } = open();
    await type('Hello');
    book.refuse();
    expect(await write.putAway(book)).toBe(false);
    expect(write.trouble).toBe(true);
    expect(write.message.draft.text).toBe('Hello');
    expect(write.take()).toBeNull();
    book.allow();
    expect(await write.putAway(book)).toBe(true);
    expect(write.trouble).toBe(false);
    expect(write.take()).toBe('id1');
    expect(write.take(), 'handed over once').toBeNull();
    expect(write.message.draft.text).toBe('');
  });

  test('a page that is empty is not put away', async () => {
    const { book, write } = open();
    expect(await write.putAway(book)).toBe(false);
    expect(book.events).toEqual([]);
  });

  test('emptied on purpose, it is kept empty', async () => {
    const { book, write, type } = open();
    await type('Hello');
    await write.keep(book);
    await type('');
    await write.keep(book);
    expect(book.events.at(-1)).toEqual({ type: 'draft', id: 'id1', text: '', purpose: 'open' });
  });

  test('wiped while it is written, the next page begins anew', async () => {
    const { book, write, type } = open();
    await type('Hello');
    const kept = write.keep(book);
    await Promise.resolve();
    write.wipe();
    await kept;
    write.choose('open');
    await type('Another');
    await write.keep(book);
    expect(book.events.at(-1)).toMatchObject({ text: 'Another' });
    expect(book.events).toMatchObject([{ id: 'id1' }, { id: 'id2' }]);
  });
});

describe('a draft of the drawer, taken up again', () => {
  const old = { id: 'old', text: 'I miss you', purpose: 'close', isLetter: false };

  test('is a draft of its own once it is changed, and the old one is written anew', async () => {
    const { book, write, type } = open();
    expect(await write.takeUp(book, old)).toBe(true);
    expect(write.purpose).toBe('close');
    await write.keep(book);
    expect(book.events, 'nothing changed').toEqual([]);
    await type('I miss the garden');
    await write.keep(book);
    await type('I miss the garden.');
    await write.keep(book);
    expect(book.events).toEqual([
      { type: 'draft', id: 'id1', text: 'I miss the garden', purpose: 'close' },
      { type: 'draft_outcome', draft: 'old', outcome: 'rewritten' },
      { type: 'draft', id: 'id1', text: 'I miss the garden.', purpose: 'close' },
    ]);
  });

  test('put back unchanged, it is still the old one', async () => {
    const { book, write } = open();
    await write.takeUp(book, old);
    expect(await write.putAway(book)).toBe(true);
    expect(write.take()).toBe('old');
    expect(book.events).toEqual([]);
  });

  test('what was on the page is kept first, or it stays there', async () => {
    const { book, write, type } = open();
    await type('Half a thought');
    book.refuse();
    expect(await write.takeUp(book, old)).toBe(false);
    expect(write.message.draft.text).toBe('Half a thought');
    book.allow();
    expect(await write.takeUp(book, old)).toBe(true);
    expect(book.events).toMatchObject([{ text: 'Half a thought' }]);
    expect(write.message.draft.text).toBe('I miss you');
  });

  test('a letter goes back to where letters are written', async () => {
    const { book, write } = open();
    await write.takeUp(book, { ...old, purpose: 'letter', isLetter: true });
    expect(write.atLetter).toBe(true);
    expect(write.letter.draft.text).toBe('I miss you');
    expect(write.message.draft.text).toBe('');
  });
});

// Nothing written to reach out becomes something practical by a tap.
test('what is practical has a page of its own', async () => {
  const { book, write, type } = open();
  await type('I miss you');
  write.choose('practical');
  expect(write.message.draft.text).toBe('');
  await type('The keys');
  await write.keep(book);
  expect(book.events).toMatchObject([
    { text: 'I miss you' },
    { text: 'The keys', purpose: 'practical' },
  ]);
  expect(book.events[0]?.['purpose']).not.toBe('practical');
});
