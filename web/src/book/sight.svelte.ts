// What is seen of the book: the newest view, and what went wrong with the last deed.

import type { Clocked, View } from '../engine/book';
import type { Engine } from '../engine/engine';
import type { Result } from '../engine/result';
import type { Trouble } from './deeds';

export const createSight = (engine: Engine, moment: () => Clocked) => {
  let view = $state.raw<View | null>(null);
  let trouble = $state.raw<Trouble | null>(null);

  return {
    get view() {
      return view;
    },
    get trouble() {
      return trouble;
    },
    /** The value, or nothing and the trouble said. */
    good: <T>(result: Result<T, Trouble>): T | null => {
      trouble = result.ok ? null : result.error;
      return result.ok ? result.value : null;
    },
    /** Looks anew, and shows it where it is still asked for. Trouble that was there stays. */
    fold: async (isStill: () => boolean): Promise<true | null> => {
      const folded = await engine.fold(moment());
      if (!isStill()) return null;
      if (!folded.ok) {
        trouble = folded.error;
        return null;
      }
      view = folded.value;
      return true;
    },
    clear: (): void => {
      view = null;
      trouble = null;
    },
  };
};
