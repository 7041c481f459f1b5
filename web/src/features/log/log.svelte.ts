// The log: what a person notes and takes back. Everything else is in the book's view.

import type { Body, Book } from '../../book/book.svelte';
import type { Guide } from '../../engine/guide';
import type { BoundaryKind } from '../../engine/state';
import { meaningOf } from './boundaries';
import { outcomeOf } from './came-back';
import type { Outcome } from './came-back';
import type { Entered } from './contact-form.svelte';
import type { From, Kind } from './contacts';
import { replyNote } from './findings';
import type { Replied, Shown } from './findings';
import { forget, remember, slipOf } from './slips';

/** What has just been done, as long as it can be said. */
export type News =
  | { readonly type: 'noted'; readonly id: string }
  | { readonly type: 'undone' }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'said-removed' };

export interface TheirWords {
  readonly id: string;
  readonly contact: string;
  readonly when_ms: number;
  readonly text: string;
  /** Null where the contact is in the log already. */
  readonly kind: Kind | null;
}

export type TakenBack = 'back' | 'late';

export const createLog = (book: Book, guide: Guide) => {
  let news = $state.raw<News | null>(null);
  let lost = $state(false);
  let isWriting = false;

  const sheet = () => book.view?.state.sheet;

  /** One deed at a time, so that a finger that taps twice notes one contact. */
  const put = async (...bodies: readonly Body[]): Promise<boolean> => {
    if (isWriting) return false;
    isWriting = true;
    const written = await book.put(...bodies);
    isWriting = false;
    lost = written === null;
    return written !== null;
  };

  const noteContact = async (entered: Entered): Promise<boolean> => {
    const id = book.newId();
    if (!(await put({ type: 'contact', id, ...entered }))) return false;
    news = { type: 'noted', id };
    return true;
  };

  /** The quick way: now, and about the two of them. */
  const note = (from: From, kind: Kind): Promise<boolean> =>
    noteContact({ from, kind, about: 'social', when_ms: book.now() });

  const changeContact = (id: string, entered: Entered): Promise<boolean> =>
    put({ type: 'contact', id, ...entered });

  const undo = async (id: string): Promise<void> => {
    if (await put({ type: 'contact', id, gone: true })) news = { type: 'undone' };
  };

  const removeContact = async (id: string): Promise<boolean> => {
    if (!(await put({ type: 'contact', id, gone: true }))) return false;
    news = { type: 'removed', id };
    return true;
  };

  const restore = async (id: string): Promise<void> => {
    if (await put({ type: 'contact', id, gone: false })) news = null;
  };

  const isLatched = (item: string): boolean =>
    sheet()?.latched?.some(([latched]) => latched === item) ?? false;

  /** The answer that goes along with a boundary that is none by itself. */
  const answerAlong = (kind: BoundaryKind): { item: string; answer: string } | null => {
    const meaning = meaningOf(guide, kind);
    if (meaning === null || meaning.answer.latched || isLatched(meaning.item)) return null;
    const { item, answer } = meaning;
    return sheet()?.answers[item] === answer.id ? null : { item, answer: answer.id };
  };

  /** With an id of the caller's, so that trying again notes it once. */
  const noteSaid = async (id: string, kind: BoundaryKind, when_ms: number): Promise<boolean> => {
    const along = answerAlong(kind);
    const before = along === null ? null : (sheet()?.answers[along.item] ?? null);
    const bodies: Body[] = [{ type: 'boundary', id, kind, when_ms }];
    if (along !== null) bodies.push({ type: 'answer', ...along });
    if (!(await put(...bodies))) return false;
    const answered = along === null ? null : { item: along.item, before };
    remember(book, { id, kind, at_ms: book.now(), answered });
    return true;
  };

  /** Whether it was soon enough is the core's to say: then it is not there any more. */
  const takeBack = async (id: string): Promise<TakenBack | null> => {
    const slip = slipOf(book, id);
    if (slip === undefined) return 'late';
    const bodies: Body[] = [{ type: 'boundary', id, gone: true }];
    if (slip.answered !== null) {
      bodies.push({ type: 'answer', item: slip.answered.item, answer: slip.answered.before });
    }
    if (!(await put(...bodies))) return null;
    forget(book, id);
    return book.view?.state.boundaries.some((each) => each.id === id) === true ? 'late' : 'back';
  };

  const removeSaid = async (id: string): Promise<void> => {
    if (!(await put({ type: 'boundary', id, gone: true }))) return;
    forget(book, id);
    news = { type: 'said-removed' };
  };

  const noteTheirWords = async (words: TheirWords): Promise<Outcome | null> => {
    const before = book.view;
    const { id, when_ms, text, kind, contact } = words;
    const bodies: Body[] = [{ type: 'their_words', id, when_ms, text }];
    if (kind !== null) {
      bodies.unshift({
        type: 'contact',
        id: contact,
        when_ms,
        from: 'them',
        kind,
        about: 'social',
      });
    }
    if (!(await put(...bodies)) || before === null || book.view === null) return null;
    return outcomeOf(guide, before, book.view, when_ms);
  };

  const reply = async (shown: Shown, replied: 'yes' | Replied): Promise<void> => {
    await put(
      replied === 'yes'
        ? { type: 'answer', item: shown.item, answer: shown.answer }
        : { type: 'note', id: book.newId(), ...replyNote(replied, shown) },
    );
  };

  return {
    get news() {
      return news;
    },
    /** The last deed was not written. `full`: there was no room. */
    get lost(): 'full' | 'other' | null {
      if (!lost) return null;
      return book.trouble?.type === 'Full' ? 'full' : 'other';
    },
    get view() {
      return book.view;
    },
    guide,
    now: book.now,
    newId: book.newId,
    canTakeBack: (id: string): boolean => slipOf(book, id) !== undefined,
    note,
    noteContact,
    changeContact,
    undo,
    removeContact,
    restore,
    noteSaid,
    takeBack,
    removeSaid,
    noteTheirWords,
    reply,
  };
};

export type Log = ReturnType<typeof createLog>;
