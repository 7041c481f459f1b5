// What a person writes down while letting go: notes of the book, each of which can be changed, taken
// away and put back.

import type { Body, Book } from '../../book/book.svelte';
import type { NoteNow } from '../../engine/state';

/** The newest of each is last, as they were begun. */
const inOrder = (notes: readonly NoteNow[]): readonly NoteNow[] =>
  notes.toSorted((a, b) => a.first_ms - b.first_ms);

/** A note as an event says it, whole: also what brings one back that was taken away. */
const whole = ({ id, kind, about, text }: NoteNow): Body => ({
  type: 'note',
  id,
  ...(kind !== undefined && { kind }),
  ...(about !== undefined && { about }),
  ...(text !== undefined && { text }),
  gone: false,
});

export const createNotes = (book: Book) => {
  let removed = $state.raw<readonly NoteNow[]>([]);
  let lost = $state(false);

  const all = (): readonly NoteNow[] => inOrder(book.view?.state.notes ?? []);

  const about = (id: string): readonly NoteNow[] => all().filter((note) => note.about === id);

  /** Whether it is written. What was typed stays with whoever asks until it is. */
  const put = async (...bodies: readonly Body[]): Promise<boolean> => {
    const said = await book.put(...bodies);
    lost = said === null;
    return said !== null;
  };

  return {
    get lost() {
      return lost;
    },
    /** What was taken away last, with what belonged to it. */
    get removed() {
      return removed;
    },
    of: (kind: string): readonly NoteNow[] => all().filter((note) => note.kind === kind),
    about: (id: string, kind: string): NoteNow | undefined =>
      about(id).findLast((note) => note.kind === kind),
    add: (kind: string, text: string, aboutId?: string): Promise<boolean> =>
      put({
        type: 'note',
        id: book.newId(),
        kind,
        ...(text.trim() !== '' && { text }),
        ...(aboutId !== undefined && { about: aboutId }),
      }),
    change: (id: string, text: string): Promise<boolean> => put({ type: 'note', id, text }),
    remove: async (note: NoteNow): Promise<boolean> => {
      const going = [note, ...about(note.id)];
      const isGone = await put(...going.map(({ id }) => ({ type: 'note', id, gone: true })));
      if (isGone) removed = going;
      return isGone;
    },
    putBack: async (): Promise<boolean> => {
      const isBack = await put(...removed.map(whole));
      if (isBack) removed = [];
      return isBack;
    },
    forget: (): void => {
      removed = [];
      lost = false;
    },
  };
};

export type Notes = ReturnType<typeof createNotes>;
