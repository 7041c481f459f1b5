// Putting into the book, one deed at a time, and saying where one was not written.

import type { Body, Book } from '../../book/book.svelte';

export const createWriting = (book: Book) => {
  let lost = $state(false);
  let isWriting = false;

  return {
    /** The last deed was not written. `full`: there was no room. */
    get lost(): 'full' | 'other' | null {
      if (!lost) return null;
      return book.trouble?.type === 'Full' ? 'full' : 'other';
    },
    forget: (): void => {
      lost = false;
    },
    /** A second tap while the first is being written is the same tap. */
    put: async (...bodies: readonly Body[]): Promise<boolean> => {
      if (isWriting) return false;
      isWriting = true;
      const written = await book.put(...bodies);
      isWriting = false;
      lost = written === null;
      return written !== null;
    },
  };
};

export type Writing = ReturnType<typeof createWriting>;
