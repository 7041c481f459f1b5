// What they said, as deeds: noting it, taking a slip back, and their own later words.

import type { Body, Book } from '../../book/book.svelte';
import type { Guide } from '../../engine/guide';
import type { BoundaryKind } from '../../engine/state';
import { meaningOf } from './boundaries';
import { outcomeOf } from './came-back';
import type { Outcome } from './came-back';
import type { Kind } from './contacts';
import { forget, remember, slipOf } from './slips';
import type { Writing } from './writing.svelte';

export interface TheirWords {
  readonly id: string;
  readonly contact: string;
  readonly when_ms: number;
  readonly text: string;
  /** Null where the contact is in the log already. */
  readonly kind: Kind | null;
}

/** The answer that goes along with a boundary that is none by itself. */
const answerAlong = (book: Book, guide: Guide, kind: BoundaryKind) => {
  const meaning = meaningOf(guide, kind);
  const sheet = book.view?.state.sheet;
  if (meaning === null || sheet === undefined || meaning.answer.latched) return null;
  const { item, answer } = meaning;
  const isLatched = sheet.latched?.some(([latched]) => latched === item) ?? false;
  if (isLatched || sheet.answers[item] === answer.id) return null;
  return { item, answer: answer.id, before: sheet.answers[item] ?? null };
};

export const saidDeeds = (book: Book, guide: Guide, { put }: Writing) => {
  const isThere = (id: string): boolean =>
    book.view?.state.boundaries.some((each) => each.id === id) ?? false;

  return {
    /** With an id of the caller's, so that trying again notes it once. */
    noteSaid: async (id: string, kind: BoundaryKind, when_ms: number): Promise<boolean> => {
      const along = answerAlong(book, guide, kind);
      const bodies: Body[] = [{ type: 'boundary', id, kind, when_ms }];
      if (along !== null) bodies.push({ type: 'answer', item: along.item, answer: along.answer });
      if (!(await put(...bodies))) return false;
      remember(book, { id, kind, at_ms: book.now(), answered: along });
      return true;
    },

    /** Whether it was soon enough is the core's to say: then it is not there any more. */
    takeBack: async (id: string): Promise<'back' | 'late' | null> => {
      const slip = slipOf(book, id);
      if (slip === undefined) return 'late';
      const bodies: Body[] = [{ type: 'boundary', id, gone: true }];
      if (slip.answered !== null) {
        const { item, before } = slip.answered;
        bodies.push({ type: 'answer', item, answer: before });
      }
      if (!(await put(...bodies))) return null;
      forget(book, id);
      return isThere(id) ? 'late' : 'back';
    },

    removeSaid: async (id: string): Promise<boolean> => {
      if (!(await put({ type: 'boundary', id, gone: true }))) return false;
      forget(book, id);
      return true;
    },

    noteTheirWords: async (words: TheirWords): Promise<Outcome | null> => {
      const before = book.view;
      const { id, when_ms, text, kind, contact } = words;
      const bodies: Body[] = [{ type: 'their_words', id, when_ms, text }];
      if (kind !== null) {
        const theirs = { id: contact, when_ms, from: 'them', kind, about: 'social' };
        bodies.unshift({ type: 'contact', ...theirs });
      }
      if (!(await put(...bodies)) || before === null || book.view === null) return null;
      return outcomeOf(guide, before, book.view, when_ms);
    },
  };
};
