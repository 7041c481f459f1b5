// How the book keeps what is being written: one draft a text, under one id, and only what changed.

import type { Book, Body } from '../../book/book.svelte';
import type { Draft } from './draft.svelte';

/** The part of the book that keeping takes. */
export type Keeper = Pick<Book, 'put' | 'newId'>;

interface Written {
  readonly text: string;
  readonly purpose: string | null;
}

const blank: Written = { text: '', purpose: null };

export const createKept = (draft: Draft) => {
  let id: string | null = null;
  let stored = false;
  let trouble = $state(false);
  let kept = blank;
  let from: string | null = null;
  let page = 0;
  let last: Promise<unknown> = Promise.resolve();

  const isKept = ({ text, purpose }: Written): boolean =>
    text === kept.text && (purpose === null || purpose === kept.purpose || !stored);

  /** Only what changed: a draft rests from the moment when its text was written last. */
  const bodies = (mine: string, { text, purpose }: Written): readonly Body[] => {
    const draftNow = {
      type: 'draft',
      id: mine,
      ...(!stored || text !== kept.text ? { text } : {}),
      ...(purpose === null ? {} : { purpose }),
    };
    if (from === null) return [draftNow];
    return [draftNow, { type: 'draft_outcome', draft: from, outcome: 'rewritten' }];
  };

  const write = async (book: Keeper, purpose: string | null): Promise<boolean> => {
    const now = { text: draft.text, purpose };
    if (isKept(now) || (!stored && now.text.trim() === '')) return true;
    // The same id however often it is tried: it may have been written, and only not been counted.
    const mine = (id ??= book.newId());
    const here = page;
    const put = await book.put(...bodies(mine, now));
    if (here !== page) return put !== null;
    trouble = put === null;
    if (put === null) return false;
    stored = true;
    from = null;
    kept = { text: now.text, purpose: purpose ?? kept.purpose };
    return true;
  };

  /** A fresh page: what a write under way brings belongs to the one before. */
  const turnOver = (old: Written, origin: string | null): void => {
    page += 1;
    id = null;
    stored = false;
    from = origin;
    kept = old;
    trouble = false;
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
    lies: (): string | null => (stored ? id : from),
    /** A text taken up again: a draft of its own as soon as it is changed. */
    takeUp: (old: { readonly id: string; readonly text: string }): void => {
      turnOver({ text: old.text, purpose: null }, old.id);
      void draft.write(old.text);
    },
    wipe: (): void => {
      turnOver(blank, null);
    },
  };
};

export type Kept = ReturnType<typeof createKept>;
