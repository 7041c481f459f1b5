// What is done with a book, each deed whole or not at all.

import type { Clocked, Held, JournalEvent, Made } from '../engine/book';
import type { Engine, EngineError } from '../engine/engine';
import { done } from '../engine/result';
import type { Result } from '../engine/result';
import { objectOf, text } from '../engine/shape';
import type { Journal, StoreError } from '../store/store';

export type Trouble = EngineError | StoreError;

/** What came of a deed: a latch that stays in force, or a raise that does not count yet. */
export interface Put {
  readonly kept: readonly [string, string] | null;
  readonly held: Held | null;
}

export type Doing<T> = Promise<Result<T, Trouble>>;

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

/** Gives the core events as the store keeps them. */
export const taken = (engine: Engine, events: readonly string[]): Doing<unknown> =>
  engine.add(events.map(parsed).filter((event) => event !== null));

/** A book of everything in this store. */
export const opened = async (engine: Engine, journal: Journal): Doing<unknown> => {
  const read = await journal.read();
  if (!read.ok) return read;
  const book = await engine.openBook(journal.device());
  return book.ok ? taken(engine, read.value.events) : book;
};

/** One event: made by the core, written by the store, and only then counted. */
const written = async (
  engine: Engine,
  journal: Journal,
  moment: Clocked,
  body: JournalEvent,
): Doing<Made> => {
  const made = await engine.event({ ...moment, body });
  if (!made.ok) return made;
  const stored = await journal.append([JSON.stringify(made.value.event)]);
  if (!stored.ok) return stored;
  const added = await engine.add([made.value.event]);
  return added.ok ? done(made.value) : added;
};

/** One after another; what came of the last. Nothing was asked where there are none. */
export const allWritten = async (
  engine: Engine,
  journal: Journal,
  moment: () => Clocked,
  bodies: readonly JournalEvent[],
): Doing<Put | null> => {
  let said: Put | null = null;
  for (const body of bodies) {
    const made = await written(engine, journal, moment(), body);
    if (!made.ok) return made;
    said = { kept: made.value.kept, held: made.value.held };
  }
  return done(said);
};
