// One visit: the engine, the guide, the check, what is written and the chosen country. In memory only.

import type { Engine } from '../engine/engine';
import { createCheck } from '../features/check/check.svelte';
import type { Check } from '../features/check/check.svelte';
import { createHelp } from '../features/help/help.svelte';
import type { Help } from '../features/help/help.svelte';
import { createWrite } from '../features/write/write.svelte';
import type { Write } from '../features/write/write.svelte';

/** What a visit needs from outside. The page hands in the real ones. */
export interface Outside {
  readonly makeEngine: () => Engine;
  readonly now: () => number;
  readonly languages: readonly string[];
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

export const createSession = ({ makeEngine, now, languages }: Outside) => {
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

  /** Everything goes: the answers, the drafts, and the worker with its copy of them. */
  const wipe = (): void => {
    if (visit.type === 'open') {
      visit.check.wipe();
      visit.write.wipe();
    }
    engine?.close();
    engine = null;
    visit = { type: 'opening' };
  };

  return {
    get visit() {
      return visit;
    },
    now,
    open,
    wipe,
  };
};

export type Session = ReturnType<typeof createSession>;
