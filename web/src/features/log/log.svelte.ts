// The log: what a person notes and takes back. Everything else is in the book's view.

import type { Book } from '../../book/book.svelte';
import type { Guide } from '../../engine/guide';
import type { Entered } from './contact-form.svelte';
import type { From, Kind } from './contacts';
import { replyNote } from './findings';
import type { Replied, Shown } from './findings';
import { saidDeeds } from './said';
import { slipOf } from './slips';
import { createWriting } from './writing.svelte';

/** What has just been done, as long as it can be said. */
export type News =
  | { readonly type: 'noted'; readonly id: string }
  | { readonly type: 'undone' }
  | { readonly type: 'removed'; readonly id: string };

const createContacts = (book: Book, put: ReturnType<typeof createWriting>['put']) => {
  let news = $state.raw<News | null>(null);

  const after = async (deed: Promise<boolean>, next: News | null): Promise<boolean> => {
    const written = await deed;
    if (written) news = next;
    return written;
  };

  const noteContact = (entered: Entered): Promise<boolean> => {
    const id = book.newId();
    return after(put({ type: 'contact', id, ...entered }), { type: 'noted', id });
  };

  return {
    get news() {
      return news;
    },
    tell: (next: News | null): void => {
      news = next;
    },
    noteContact,
    /** The quick way: now, and about the two of them. */
    note: (from: From, kind: Kind): Promise<boolean> =>
      noteContact({ from, kind, about: 'social', when_ms: book.now() }),
    changeContact: (id: string, entered: Entered): Promise<boolean> =>
      put({ type: 'contact', id, ...entered }),
    undo: (id: string): Promise<boolean> =>
      after(put({ type: 'contact', id, gone: true }), { type: 'undone' }),
    removeContact: (id: string): Promise<boolean> =>
      after(put({ type: 'contact', id, gone: true }), { type: 'removed', id }),
    restore: (id: string): Promise<boolean> =>
      after(put({ type: 'contact', id, gone: false }), null),
  };
};

export const createLog = (book: Book, guide: Guide) => {
  const writing = createWriting(book);
  const contacts = createContacts(book, writing.put);
  const said = saidDeeds(book, guide, writing);

  return {
    get news() {
      return contacts.news;
    },
    get lost() {
      return writing.lost;
    },
    get view() {
      return book.view;
    },
    guide,
    now: book.now,
    newId: book.newId,
    tell: contacts.tell,
    forgetTrouble: writing.forget,
    note: contacts.note,
    noteContact: contacts.noteContact,
    changeContact: contacts.changeContact,
    undo: contacts.undo,
    removeContact: contacts.removeContact,
    restore: contacts.restore,
    ...said,
    canTakeBack: (id: string): boolean => slipOf(book, id) !== undefined,
    reply: (shown: Shown, replied: 'yes' | Replied): Promise<boolean> =>
      writing.put(
        replied === 'yes'
          ? { type: 'answer', item: shown.item, answer: shown.answer }
          : { type: 'note', id: book.newId(), ...replyNote(replied, shown) },
      ),
  };
};

export type Log = ReturnType<typeof createLog>;
