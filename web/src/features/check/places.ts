// The places a check can be at. One thing a screen, so one place is one screen.

import type { Held } from '../../engine/book';
import type { Agenda, Sheet } from '../../engine/engine';

export type Place =
  | { readonly type: 'question'; readonly item: string }
  | {
      readonly type: 'screen';
      readonly item: string;
      readonly screen: string;
      readonly page: number;
    }
  /** A latched answer that stays in force. */
  | { readonly type: 'kept'; readonly item: string; readonly answer: string }
  | {
      readonly type: 'held';
      readonly item: string;
      /** Null where an answer was to be taken back. */
      readonly answer: string | null;
      readonly held: Held;
    }
  | { readonly type: 'stop' }
  | { readonly type: 'review' }
  | { readonly type: 'standing' };

/** Where an item is asked: on its own, or by its screen. */
export const placeOf = (agenda: Agenda, item: string): Place => {
  const screen = agenda.questions.find((question) => question.item === item)?.screen;
  return screen === undefined
    ? { type: 'question', item }
    : { type: 'screen', item, screen, page: 0 };
};

/** Whether an answer is one that nothing here opens again. */
export const isLatched = (sheet: Sheet, item: string, answer: string): boolean =>
  sheet.latched?.some(([of, is]) => of === item && is === answer) ?? false;

/** Tells two places apart, so that a screen is drawn anew exactly when the place is another. */
export const nameOf = (place: Place): string => {
  switch (place.type) {
    case 'question':
      return `question ${place.item}`;
    case 'screen':
      return `screen ${place.screen} ${String(place.page)}`;
    case 'kept':
      return `kept ${place.item}`;
    case 'held':
      return `held ${place.item}`;
    case 'stop':
    case 'review':
    case 'standing':
      return place.type;
  }
};
