// A deed and what makes it undone.

import type { Body } from '../../book/book.svelte';
import type { WordKey } from '../../words/words';

export interface Undo {
  readonly words: WordKey;
  /** The event that makes it as it was. */
  readonly back: Body;
}

/** True where it was written. */
export type Put = (body: Body, undo?: Undo) => Promise<boolean>;
