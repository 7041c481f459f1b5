// The editor around a draft: where the caret is, which mark it is in, whose reason is open. The text
// itself is written by the browser's own field, which keeps undo, dictation and spelling.

import type { Mark } from '../../engine/reading';
import type { Draft } from './draft.svelte';
import { markAt, markBeside } from './spans';
import type { Caret } from './spans';

/** The field on the page, as far as the editor moves it. */
export interface Field {
  readonly select: (span: Caret) => void;
  /** Puts words in place of what is chosen, so that the browser can undo it. */
  readonly insert: (words: string) => void;
}

export interface Opened {
  readonly mark: Mark;
  readonly by: 'caret' | 'pointer';
}

export const createEditor = (draft: Draft) => {
  let caret = $state.raw<Caret>({ begin: 0, end: 0 });
  let opened = $state.raw<Opened | null>(null);
  let field: Field | null = null;

  const here = $derived(markAt(draft.found.marks, caret));

  const go = (mark: Mark): void => {
    caret = { begin: mark.begin, end: mark.end };
    field?.select(mark);
    opened = { mark, by: 'caret' };
  };

  return {
    draft,
    /** The mark under the caret. */
    get here() {
      return here;
    },
    get opened() {
      return opened;
    },
    /** Called with the field while it is on the page, and with nothing afterwards. */
    attach: (next: Field | null) => {
      field = next;
      opened = null;
    },
    type: (next: string) => {
      opened = null;
      void draft.write(next);
    },
    /** The caret went somewhere, by typing or otherwise. */
    moved: (to: Caret) => {
      if (to.begin !== caret.begin || to.end !== caret.end) caret = to;
    },
    /** The caret was put somewhere on purpose: what it stands in gives its reason. */
    placed: (at: Caret) => {
      caret = at;
      const mark = markAt(draft.found.marks, at);
      opened = mark === null ? null : { mark, by: 'caret' };
    },
    /** The pointer rests over a mark, or over none. A reason that the caret opened stays. */
    hovered: (mark: Mark | null) => {
      if (opened?.by === 'caret') return;
      if (mark !== opened?.mark) opened = mark === null ? null : { mark, by: 'pointer' };
    },
    close: () => {
      opened = null;
    },
    go,
    step: (way: 'next' | 'previous') => {
      const mark = markBeside(draft.found.marks, caret, way);
      if (mark !== null) go(mark);
    },
    insert: (words: string) => field?.insert(words),
    selectAll: () => field?.select({ begin: 0, end: draft.text.length }),
  };
};

export type Editor = ReturnType<typeof createEditor>;
