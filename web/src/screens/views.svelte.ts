// Which screen is shown, and where Back leads: from a side page to where one was, from elsewhere home.

import type { KeepPlace } from './keep-place';
import type { View } from './views';

const sides: ReadonlySet<View> = new Set(['help', 'safety', 'keep']);

/** `home` is the first page of what is under way. */
export const createViews = (home: () => View) => {
  let view = $state<View>('start');
  let before: View = 'start';
  let keepPlace = $state<KeepPlace>('overview');

  const show = (next: View): void => {
    if (!sides.has(view)) before = view;
    keepPlace = 'overview';
    view = next;
  };

  return {
    get view() {
      return view;
    },
    /** Which view of keeping comes first. */
    get keepPlace() {
      return keepPlace;
    },
    show,
    toKeep: (place: KeepPlace): void => {
      show('keep');
      keepPlace = place;
    },
    back: (): void => {
      view = sides.has(view) ? before : home();
    },
  };
};
