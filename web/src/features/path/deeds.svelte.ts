// What a person does on the path: each deed is one event. What was not written is said and nothing
// typed is lost; what can be taken back waits in one line at the foot of the screen.

import type { Body, Book } from '../../book/book.svelte';
import { createHolding } from './holding.svelte';
import { planDeeds } from './plan-deeds';
import { createTyped } from './typed.svelte';
import type { Put, Undo } from './undo';
import { wordDeeds } from './word-deeds';

export type PathBook = Pick<Book, 'view' | 'now' | 'newId' | 'put'>;

export const createDeeds = (book: PathBook) => {
  const typed = createTyped();
  let lost = $state(false);
  let undo = $state.raw<Undo | null>(null);

  /** What could be taken back before can no longer be. */
  const put: Put = async (body: Body, next: Undo | null = null) => {
    const said = await book.put(body);
    lost = said === null;
    if (said !== null) undo = next;
    return said !== null;
  };

  const holding = createHolding(book, put);

  return {
    get lost() {
      return lost;
    },
    get undo() {
      return undo;
    },
    typed,
    holding,
    ...wordDeeds(put, book.newId),
    ...planDeeds(put, book.newId),
    takeBack: async (): Promise<void> => {
      if (undo !== null) await put(undo.back);
    },
    wipe: (): void => {
      typed.wipe();
      holding.drop();
      lost = false;
      undo = null;
    },
  };
};

export type Deeds = ReturnType<typeof createDeeds>;
