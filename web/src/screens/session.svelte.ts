// One visit: the engine, the guide, what is kept and the book of it, and what the screens work with.

import { createBook } from '../book/book.svelte';
import type { Book, Outside as BookOutside } from '../book/book.svelte';
import type { Engine } from '../engine/engine';
import { createCheck } from '../features/check/check.svelte';
import type { Check } from '../features/check/check.svelte';
import { createHelp } from '../features/help/help.svelte';
import type { Help } from '../features/help/help.svelte';
import { createKeep } from '../features/keep/keep.svelte';
import type { Keep } from '../features/keep/keep.svelte';
import { createWrite } from '../features/write/write.svelte';
import type { Write } from '../features/write/write.svelte';
import type { Stores } from '../store/store';

/** What a visit needs from outside. The page hands in the real ones. */
export interface Outside extends BookOutside {
  readonly makeEngine: () => Engine;
  readonly stores: Stores;
  readonly languages: readonly string[];
}

export type Visit =
  | { readonly type: 'opening' }
  | { readonly type: 'failed' }
  | {
      readonly type: 'open';
      readonly book: Book;
      readonly check: Check;
      readonly write: Write;
      readonly help: Help;
    };

type OpenVisit = Extract<Visit, { readonly type: 'open' }>;

/** A visit on what the store keeps. Nothing where the guide did not come. */
const begun = async (engine: Engine, outside: Outside, keep: Keep): Promise<OpenVisit | null> => {
  const pack = await engine.pack();
  if (!pack.ok) return null;
  const book = createBook(engine, outside);
  await book.open(keep.counting(keep.store));
  return {
    type: 'open',
    book,
    check: createCheck(engine, pack.value, book),
    write: createWrite(engine),
    help: createHelp(pack.value.help, outside.languages, outside.now()),
  };
};

const forgotten = ({ check, write, book }: OpenVisit): void => {
  check.wipe();
  write.wipe();
  book.close();
};

export const createSession = (outside: Outside) => {
  const { makeEngine, stores, now } = outside;
  let visit = $state.raw<Visit>({ type: 'opening' });
  let engine: Engine | null = null;

  const open = async (): Promise<void> => {
    if (engine !== null) return;
    engine = makeEngine();
    visit = (await begun(engine, outside, keep)) ?? { type: 'failed' };
  };

  /** What was answered and written here, and the worker with its copy of them. */
  const forget = (): void => {
    if (visit.type === 'open') forgotten(visit);
    engine?.close();
    engine = null;
    visit = { type: 'opening' };
  };

  const keep: Keep = createKeep({
    stores,
    now,
    onstore: async (store) => {
      if (visit.type === 'open') await visit.book.open(keep.counting(store));
    },
    onevents: (events) => {
      if (visit.type === 'open') void visit.book.hear(events);
    },
    onlocked: () => {
      forget();
      void open();
    },
  });

  /** What is being typed is kept first. */
  const lock = async (where: 'here' | 'everywhere'): Promise<void> => {
    if (visit.type === 'open') await visit.write.keep(visit.book);
    await keep.lock(where);
  };

  /** Everything goes, and with it the key. */
  const wipe = (): void => {
    forget();
    keep.wipe();
  };

  return {
    get visit() {
      return visit;
    },
    keep,
    now,
    open,
    lock,
    wipe,
  };
};

export type Session = ReturnType<typeof createSession>;
