// One deed at a time, and what went wrong with the last one.

import type { Result } from '../../engine/result';
import type { StoreError } from '../../store/store';
import { say } from '../../words/words';
import { faultKey } from './faults';

export const createRunning = () => {
  let isBusy = $state(false);
  let fault = $state.raw<StoreError | null>(null);

  return {
    get isBusy() {
      return isBusy;
    },
    get fault() {
      return fault;
    },
    /** In words; `by` is what was typed. */
    says: (by: 'passphrase' | 'words' = 'passphrase'): string | undefined =>
      fault === null ? undefined : say(faultKey(fault, by)),
    forget: (): void => {
      fault = null;
    },
    /** Does nothing while another one runs. */
    run: async <T>(
      deed: () => Promise<Result<T, StoreError>>,
      ondone: (value: T) => void,
    ): Promise<void> => {
      if (isBusy) return;
      isBusy = true;
      fault = null;
      const result = await deed();
      isBusy = false;
      if (result.ok) ondone(result.value);
      else fault = result.error;
    },
  };
};

export type Running = ReturnType<typeof createRunning>;
