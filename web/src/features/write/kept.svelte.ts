// How the book keeps what is being written: one draft a text, under one id, and only what changed.

import type { Book, Body } from '../../book/book.svelte';
import type { Draft } from './draft.svelte';

/** The part of the book that keeping takes. */
export type Keeper = Pick<Book, 'put' | 'newId'>;

interface Written {
  readonly text: string;
  readonly purpose: string | null;
}

/** One text, from the first word to its place in the drawer. */
interface Page {
  /** The same however often it is tried: it may have been written, and only not been counted. */
  id: string | null;
  /** The draft of the book that it was taken up from, as long as nothing of it is written anew. */
  from: string | null;
  kept: Written;
  stored: boolean;
}

const pageOf = (text: string, from: string | null): Page => ({
  id: null,
  from,
  kept: { text, purpose: null },
  stored: false,
});

const isKept = ({ kept, stored }: Page, { text, purpose }: Written): boolean => {
  if (!stored) return text === kept.text || text.trim() === '';
  return text === kept.text && (purpose === null || purpose === kept.purpose);
};

/** Only what changed: a draft rests from the moment when its text was written last. */
const bodiesOf = (
  { kept, stored, from }: Page,
  id: string,
  { text, purpose }: Written,
): readonly Body[] => {
  const draft = {
    type: 'draft',
    id,
    ...(!stored || text !== kept.text ? { text } : {}),
    ...(purpose === null ? {} : { purpose }),
  };
  if (from === null) return [draft];
  return [draft, { type: 'draft_outcome', draft: from, outcome: 'rewritten' }];
};

export const createKept = (draft: Draft) => {
  let page = pageOf('', null);
  let trouble = $state(false);
  let last: Promise<unknown> = Promise.resolve();

  const write = async (book: Keeper, purpose: string | null): Promise<boolean> => {
    const mine = page;
    const now = { text: draft.text, purpose };
    if (isKept(mine, now)) return true;
    const id = (mine.id ??= book.newId());
    const put = await book.put(...bodiesOf(mine, id, now));
    if (mine === page) trouble = put === null;
    if (put === null) return false;
    mine.stored = true;
    mine.from = null;
    mine.kept = { text: now.text, purpose: purpose ?? mine.kept.purpose };
    return true;
  };

  return {
    /** It could not be written. The words are still in the field. */
    get trouble() {
      return trouble;
    },
    /** One after another, so that a text has one id. False where it was not written. */
    keep: (book: Keeper, purpose: string | null): Promise<boolean> => {
      const turn = last.then(() => write(book, purpose));
      last = turn.catch(() => undefined);
      return turn;
    },
    /** The id under which the text lies in the book: its own, or that of the draft it came from. */
    lies: (): string | null => (page.stored ? page.id : page.from),
    /** A text taken up again: a draft of its own as soon as it is changed. */
    takeUp: ({ id, text }: { readonly id: string; readonly text: string }): void => {
      page = pageOf(text, id);
      trouble = false;
      void draft.write(text);
    },
    wipe: (): void => {
      page = pageOf('', null);
      trouble = false;
    },
  };
};

export type Kept = ReturnType<typeof createKept>;
