// Choosing a passphrase: typed twice, looked at when one goes on.

import type { WordKey } from '../../words/words';

export const createChoosing = () => {
  let first = $state('');
  let again = $state('');
  let fault = $state<WordKey | null>(null);

  return {
    get first() {
      return first;
    },
    get again() {
      return again;
    },
    get fault() {
      return fault;
    },
    writeFirst: (value: string): void => {
      first = value;
      fault = null;
    },
    writeAgain: (value: string): void => {
      again = value;
      fault = null;
    },
    /** The passphrase, or null and the reason beside the fields. */
    chosen: (): string | null => {
      if (first === '') fault = 'keep.choose.empty';
      else if (first !== again) fault = 'keep.choose.differ';
      return fault === null ? first : null;
    },
    clear: (): void => {
      first = '';
      again = '';
    },
  };
};

export type Choosing = ReturnType<typeof createChoosing>;
