// Their own later words being entered.

import type { TheirWords } from './said';
import { createWhenForm } from './when-form.svelte';

/** How it came; `noted` is in the log already. */
export const hows = ['message', 'call', 'meeting', 'letter', 'noted'] as const;
type How = (typeof hows)[number];

const isHow = (id: string): id is How => hows.some((each) => each === id);

export const createWordsForm = (now: () => number, newId: () => string) => {
  const when = createWhenForm(now);
  // Ids of its own, so that trying again notes it once.
  const id = newId();
  const contact = newId();
  let how = $state<How>('message');
  let text = $state('');
  let fault = $state<'when' | 'text' | null>(null);

  return {
    when,
    get how() {
      return how;
    },
    get text() {
      return text;
    },
    get fault() {
      return fault;
    },
    setHow: (next: string): void => {
      if (isHow(next)) how = next;
    },
    write: (next: string): void => {
      text = next;
      if (fault === 'text') fault = null;
    },
    /** Null, and it says why, where something is missing. */
    entered: (): TheirWords | null => {
      const when_ms = when.moment();
      if (when_ms === null) fault = 'when';
      else fault = text.trim() === '' ? 'text' : null;
      if (when_ms === null || fault !== null) return null;
      return { id, contact, when_ms, text: text.trim(), kind: how === 'noted' ? null : how };
    },
  };
};
