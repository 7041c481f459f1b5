// Where on the path one is, and the places one came through.

import type { Place } from './places';

/** `onleave` is called before every step away from a place. */
export const createTrail = (onleave: () => void) => {
  let place = $state.raw<Place>({ type: 'path' });
  let before: readonly Place[] = [];

  return {
    get place() {
      return place;
    },
    go: (next: Place): void => {
      onleave();
      before = [...before, place];
      place = next;
    },
    /** False where there is nothing left to go back to. */
    back: (): boolean => {
      onleave();
      const last = before.at(-1);
      if (last === undefined) return false;
      before = before.slice(0, -1);
      place = last;
      return true;
    },
    wipe: (): void => {
      place = { type: 'path' };
      before = [];
    },
  };
};
