// The open book: what the store keeps, and what the core makes of it. Every deed of a person goes
// through `put`. Deeds run one after another, so that each event is stamped after the last; what was
// not written is not counted either, and `trouble` says so until the next deed succeeds.

import type { JournalEvent } from '../engine/book';
import type { Engine } from '../engine/engine';
import type { Journal } from '../store/store';
import { allWritten, opened, taken } from './deeds';
import type { Put } from './deeds';
import { createSight } from './sight.svelte';
import { createTurns } from './turns';

/** What a book needs from outside, for nothing here has a clock or chance. */
export interface Outside {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What local time is ahead of UTC, in minutes. */
  readonly offset: () => number;
  /** A new id, 32 hexadecimal digits that nobody has had. */
  readonly newId: () => string;
}

/** An event before the core has stamped it. */
export type Body = JournalEvent;

export type { Put } from './deeds';

export const createBook = (engine: Engine, { now, offset, newId }: Outside) => {
  const turns = createTurns();
  const moment = () => ({ now_ms: now(), offset_min: offset() });
  const sight = createSight(engine, moment);
  const { good } = sight;
  let journal: Journal | null = null;

  /** The view anew, unless the visit has ended meanwhile. */
  const fold = (mine: number) => sight.fold(() => mine === turns.visit());

  const write = async (bodies: readonly Body[]): Promise<Put | null> => {
    const mine = turns.visit();
    if (journal === null) return null;
    const said = good(await allWritten(engine, journal, moment, bodies));
    if (mine !== turns.visit()) return null;
    return (await fold(mine)) ? said : null;
  };

  return {
    get view() {
      return sight.view;
    },
    get trouble() {
      return sight.trouble;
    },
    now,
    newId,
    /** Takes over what a store keeps. The book before it is put away. */
    open: async (next: Journal): Promise<boolean> => {
      turns.end();
      journal = next;
      const mine = turns.visit();
      const from = async () => (good(await opened(engine, next)) === null ? null : fold(mine));
      return (await turns.take(from)) === true;
    },
    /** Takes in what came into the same store from elsewhere: another tab, or a backup. */
    hear: (events: readonly string[]): Promise<unknown> =>
      turns.take(async () =>
        good(await taken(engine, events)) === null ? null : fold(turns.visit()),
      ),
    /** Null where not all of it was written: it can be tried again. */
    put: (...bodies: readonly Body[]): Promise<Put | null> => turns.take(() => write(bodies)),
    /** What follows from the same events now: a draft may have rested, a day begun. */
    look: () => turns.take(() => fold(turns.visit())),
    /** Puts the book away. Nothing of it stays here; what the store keeps is the store's. */
    close: (): void => {
      turns.end();
      journal = null;
      sight.clear();
    },
  };
};

export type Book = ReturnType<typeof createBook>;
