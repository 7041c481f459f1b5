// Bringing a backup back: a file, its key where it needs one, what it would change, and the deed.

import type { Key, Plan } from '../../store/store';
import type { Keep } from './keep.svelte';
import { createRunning } from './running.svelte';

export const createRestoring = (keep: Keep) => {
  const running = createRunning();
  let file = $state.raw<File | null>(null);
  let by = $state<'passphrase' | 'words'>('passphrase');
  let typed = $state('');
  let plan = $state.raw<Plan | null>(null);
  /** It has a key of its own: it is of other notes, or there are none here. */
  let needsKey = $state(false);

  const key = (): Key | null => {
    if (!needsKey) return null;
    return by === 'words'
      ? { type: 'Words', words: typed }
      : { type: 'Passphrase', passphrase: typed };
  };

  const look = async (): Promise<void> => {
    const chosen = file;
    if (chosen === null) return;
    const asked = key();
    await running.run(
      () => keep.plan(chosen, asked),
      (found) => {
        plan = found;
        typed = '';
      },
    );
    if (running.fault?.type === 'WrongKey' && asked === null) {
      needsKey = true;
      running.forget();
    }
  };

  const write = (value: string): void => {
    typed = value;
    running.forget();
  };

  return {
    get asksForKey() {
      return file !== null && plan === null && needsKey;
    },
    get plan() {
      return plan;
    },
    get by() {
      return by;
    },
    get typed() {
      return typed;
    },
    get isBusy() {
      return running.isBusy;
    },
    get fault() {
      return running.says(by);
    },
    look,
    write,
    choose: (next: File | undefined): void => {
      file = next ?? null;
      plan = null;
      needsKey = keep.kept !== 'open';
      running.forget();
      if (!needsKey) void look();
    },
    otherWay: (): void => {
      by = by === 'words' ? 'passphrase' : 'words';
      write('');
    },
    restore: (onrestored: (fresh: number) => void): void => {
      const fresh = plan?.fresh ?? 0;
      void running.run(keep.restore, () => {
        onrestored(fresh);
      });
    },
  };
};
