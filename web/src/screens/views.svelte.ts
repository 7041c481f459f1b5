// Which screen is shown, and where Back leads from a side page: to where one was before any of them.

import type { KeepPlace } from './keep-place';

export type View = 'start' | 'check' | 'write' | 'keep' | 'help' | 'safety';

const isSide = (view: View): boolean => view === 'help' || view === 'safety' || view === 'keep';

export const createViews = () => {
  let view = $state<View>('start');
  let before: View = 'start';
  let keepPlace = $state<KeepPlace>('overview');

  const show = (next: View): void => {
    if (!isSide(view)) before = view;
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
      keepPlace = place;
      show('keep');
    },
    back: (): void => {
      view = before;
    },
  };
};
