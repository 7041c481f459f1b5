// One visit: the engine, the guide, the check, what is written, the chosen country, and what is kept.

import type { Engine } from '../engine/engine';
import { createCheck } from '../features/check/check.svelte';
import type { Check } from '../features/check/check.svelte';
import { createHelp } from '../features/help/help.svelte';
import type { Help } from '../features/help/help.svelte';
import { createKeep } from '../features/keep/keep.svelte';
import { createWrite } from '../features/write/write.svelte';
import type { Write } from '../features/write/write.svelte';
import type { Stores } from '../store/store';

/** What a visit needs from outside. The page hands in the real ones. */
export interface Outside {
  readonly makeEngine: () => Engine;
  readonly now: () => number;
  readonly languages: readonly string[];
  readonly stores: Stores;
}

export type Visit =
  | { readonly type: 'opening' }
  | { readonly type: 'failed' }
  | {
      readonly type: 'open';
      readonly check: Check;
      readonly write: Write;
      readonly help: Help;
    };

export const createSession = ({ makeEngine, now, languages, stores }: Outside) => {
  let visit = $state.raw<Visit>({ type: 'opening' });
  let engine: Engine | null = null;

  const open = async (): Promise<void> => {
    if (engine !== null) return;
    engine = makeEngine();
    const pack = await engine.pack();
    if (!pack.ok) {
      visit = { type: 'failed' };
      return;
    }
    visit = {
      type: 'open',
      check: createCheck(engine, pack.value, now),
      write: createWrite(engine),
      help: createHelp(pack.value.help, languages, now()),
    };
  };

  /** What was answered and written here, and the worker with its copy of them. */
  const forget = (): void => {
    if (visit.type === 'open') {
      visit.check.wipe();
      visit.write.wipe();
    }
    engine?.close();
    engine = null;
    visit = { type: 'opening' };
  };

  const keep = createKeep({
    stores,
    now,
    // The journal is read from the store and folded into the check from here on; until it is, what
    // is answered stays in the visit alone.
    onstore: () => undefined,
    onevents: () => undefined,
    onlocked: () => {
      forget();
      void open();
    },
  });

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
    wipe,
  };
};

export type Session = ReturnType<typeof createSession>;
