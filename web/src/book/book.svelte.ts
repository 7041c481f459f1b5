// The open book: what the store keeps, and what the core makes of it. Every deed of a person goes
// through `put`: made by the core, written by the store, and only then counted.
//
// Deeds run one after another, so that each event is stamped after the last. What was not written
// is not counted either, and `trouble` says so until the next deed succeeds.

import type { Held, JournalEvent, View } from '../engine/book';
import type { Engine, EngineError } from '../engine/engine';
import type { Result } from '../engine/result';
import { objectOf, text } from '../engine/shape';
import type { Journal, StoreError } from '../store/store';

/** What a book needs from outside, for nothing here has a clock or chance. */
export interface Outside {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What local time is ahead of UTC, in minutes. */
  readonly offset: () => number;
  /** A new id, 32 hexadecimal digits that nobody has had. */
  readonly newId: () => string;
}

export type Trouble = EngineError | StoreError;

/** What came of a deed: a latch that stays in force, or a raise that does not count yet. */
export interface Put {
  readonly kept: readonly [string, string] | null;
  readonly held: Held | null;
}

/** An event before the core has stamped it. */
export type Body = JournalEvent;

const isEvent = objectOf<{ readonly type: string }>({ type: text });

/** What the store keeps is looked at by the core; here only that it is an event at all. */
const parsed = (event: string): JournalEvent | null => {
  try {
    const value: unknown = JSON.parse(event);
    return isEvent(value) ? value : null;
  } catch {
    return null;
  }
};

export const createBook = (engine: Engine, { now, offset, newId }: Outside) => {
  let journal: Journal | null = null;
  let view = $state.raw<View | null>(null);
  let trouble = $state.raw<Trouble | null>(null);
  let last: Promise<unknown> = Promise.resolve();
  let visit = 0;

  const moment = () => ({ now_ms: now(), offset_min: offset() });

  /** One after another, and nothing of a visit that is over. */
  const inTurn = <T>(deed: () => Promise<T | null>): Promise<T | null> => {
    const mine = visit;
    const turn = last.then(() => (mine === visit ? deed() : null));
    last = turn.catch(() => undefined);
    return turn;
  };

  /** The value, or nothing and the trouble said. */
  const good = <T>(result: Result<T, Trouble>): T | null => {
    trouble = result.ok ? null : result.error;
    return result.ok ? result.value : null;
  };

  const fold = async (mine: number): Promise<boolean> => {
    const folded = await engine.fold(moment());
    if (mine !== visit) return false;
    const next = good(folded);
    if (next !== null) view = next;
    return next !== null;
  };

  const take = async (events: readonly string[]): Promise<boolean> => {
    const readable = events.map(parsed).filter((event) => event !== null);
    return good(await engine.add(readable)) !== null;
  };

  /** Takes in what came into the same store from elsewhere: another tab, or a backup. */
  const hear = (events: readonly string[]): Promise<unknown> => {
    const mine = visit;
    return inTurn(async () => (await take(events)) && fold(mine));
  };

  /** Takes over what a store keeps. The book before it is put away. */
  const open = (next: Journal): Promise<boolean> => {
    visit += 1;
    const mine = visit;
    journal = next;
    const opening = inTurn(async () => {
      const read = good(await next.read());
      if (read === null || good(await engine.openBook(next.device())) === null) return false;
      return (await take(read.events)) && fold(mine);
    });
    return opening.then((done) => done === true);
  };

  const written = async (body: Body): Promise<Put | null> => {
    const made = good(await engine.event({ ...moment(), body }));
    if (made === null || journal === null) return null;
    if (good(await journal.append([JSON.stringify(made.event)])) === null) return null;
    if (good(await engine.add([made.event])) === null) return null;
    return { kept: made.kept, held: made.held };
  };

  /** Null where it was not written: then nothing has changed, and it can be tried again. */
  const put = (...bodies: readonly Body[]): Promise<Put | null> => {
    const mine = visit;
    return inTurn(async () => {
      let said: Put | null = null;
      for (const body of bodies) {
        said = await written(body);
        if (said === null || mine !== visit) return null;
      }
      return (await fold(mine)) ? said : null;
    });
  };

  return {
    get view() {
      return view;
    },
    get trouble() {
      return trouble;
    },
    now,
    newId,
    open,
    hear,
    put,
    /** What follows from the same events now: a draft may have rested, a day begun. */
    look: () => {
      const mine = visit;
      return inTurn(() => fold(mine));
    },
    /** Puts the book away. Nothing of it stays here; what the store keeps is the store's. */
    close: (): void => {
      visit += 1;
      journal = null;
      view = null;
      trouble = null;
    },
  };
};

export type Book = ReturnType<typeof createBook>;
