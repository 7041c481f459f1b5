// What was said with a slip of the finger: what this visit has noted, so that it can be taken back.
//
// The core alone judges whether it was soon enough; this only knows when to stop offering it.

import type { Book } from '../../book/book.svelte';
import type { BoundaryKind } from '../../engine/state';

export interface Noted {
  readonly id: string;
  readonly kind: BoundaryKind;
  readonly at_ms: number;
  /** The answer that went along, and what stood there before; null where nothing went along. */
  readonly answered: { readonly item: string; readonly before: string | null } | null;
}

/** slip_minutes of guide/check.toml. */
const SLIP_MS = 10 * 60_000;

// As long as the book of a visit is there, and not a moment longer.
const noted = new WeakMap<Book, readonly Noted[]>();

export const remember = (book: Book, slip: Noted): void => {
  noted.set(book, [...(noted.get(book) ?? []), slip]);
};

export const forget = (book: Book, id: string): void => {
  noted.set(
    book,
    (noted.get(book) ?? []).filter((each) => each.id !== id),
  );
};

export const slipOf = (book: Book, id: string): Noted | undefined =>
  noted.get(book)?.find((each) => each.id === id && book.now() - each.at_ms <= SLIP_MS);
