// The way back: the places one came through, newest last.

import { nameOf } from './places';
import type { Place } from './places';

export const createTrail = () => {
  let past: readonly Place[] = [];

  /** Remembers the place one leaves, unless one stays where one is. */
  const leave = (from: Place | null, to: Place): void => {
    if (from !== null && nameOf(from) !== nameOf(to)) past = [...past, from];
  };

  /** Takes the last place off that is still one: a page about an early end goes with its reason. */
  const back = (holds: (place: Place) => boolean): Place | null => {
    const at = past.findLastIndex(holds);
    const place = past[at] ?? null;
    past = past.slice(0, Math.max(at, 0));
    return place;
  };

  return {
    get isEmpty() {
      return past.length === 0;
    },
    leave,
    back,
    wipe: () => {
      past = [];
    },
  };
};
