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

export const createSession = (outside: Outside) => {
  const { makeEngine, stores, now, languages } = outside;
  let visit = $state.raw<Visit>({ type: 'opening' });
  let engine: Engine | null = null;

  /** The screens' own state goes; what is kept stays in the store. */
  const putAway = (): void => {
    if (visit.type !== 'open') return;
    visit.check.wipe();
    visit.write.wipe();
  };

  const keep: Keep = createKeep({
    stores,
    now,
    onstore: (store) => {
      if (visit.type === 'open') void visit.book.open(store);
    },
    onevents: (events) => {
      if (visit.type === 'open') void visit.book.hear(events);
    },
    onlocked: putAway,
  });

  const open = async (): Promise<void> => {
    if (engine !== null) return;
    engine = makeEngine();
    void keep.look();
    const pack = await engine.pack();
    if (!pack.ok) {
      visit = { type: 'failed' };
      return;
    }
    const book = createBook(engine, outside);
    await book.open(keep.store);
    visit = {
      type: 'open',
      book,
      check: createCheck(engine, pack.value, book),
      write: createWrite(engine),
      help: createHelp(pack.value.help, languages, now()),
    };
  };

  /** Everything goes: the answers, the drafts, the keys, and the worker with its copy of them. */
  const wipe = (): void => {
    putAway();
    if (visit.type === 'open') visit.book.close();
    keep.wipe();
    engine?.close();
    engine = null;
    visit = { type: 'opening' };
  };

  return {
    get visit() {
      return visit;
    },
    keep,
    now,
    open,
    wipe,
  };
};

export type Session = ReturnType<typeof createSession>;
