// A draft in memory, and what the reader finds in it. The newest text wins: while one reading is
// under way only the newest text waits, and what an older one brings is dropped.

import type { Engine } from '../../engine/engine';
import { createFound } from './found.svelte';

export const createDraft = (engine: Engine) => {
  const found = createFound();
  let text = $state('');
  let lost = $state(false);
  let reading = false;
  let underWay: Promise<void> = Promise.resolve();

  const catchUp = async (): Promise<void> => {
    let asked: string | null = null;
    while (asked !== text && text.trim() !== '') {
      asked = text;
      const answered = await engine.read(asked);
      if (asked !== text) continue;
      lost = !answered.ok;
      if (answered.ok) found.take(answered.value);
      else found.clear();
    }
    reading = false;
  };

  /** Settles when the newest text has been read. */
  const look = (): Promise<void> => {
    if (reading) return underWay;
    reading = true;
    underWay = catchUp();
    return underWay;
  };

  return {
    found,
    get text() {
      return text;
    },
    /** The reader did not answer: nothing is marked, and that means nothing. */
    get lost() {
      return lost;
    },
    look,
    write: (next: string): Promise<void> => {
      found.carry(text, next);
      text = next;
      if (text.trim() === '') found.clear();
      return look();
    },
    wipe: () => {
      text = '';
      lost = false;
      found.clear();
      found.wipeHelp();
    },
  };
};

export type Draft = ReturnType<typeof createDraft>;
