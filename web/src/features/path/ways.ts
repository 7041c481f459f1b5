// Where one can do what is counted: a place of the path, another screen, or a question of the check.

import type { Guide } from '../../engine/guide';
import type { WordKey } from '../../words/words';
import type { Place } from './places';
import type { Measure } from './view';

/** Screens that the path leads to. */
export type Elsewhere = 'drawer' | 'log' | 'urge' | 'letting-go';

export type Way =
  | { readonly to: 'place'; readonly place: Place; readonly words: WordKey }
  | { readonly to: 'view'; readonly view: Elsewhere; readonly words: WordKey }
  | { readonly to: 'answer'; readonly item: string; readonly words: WordKey };

const place = (type: 'day' | 'plans', words: WordKey): Way => ({
  to: 'place',
  place: { type },
  words,
});
const day = place('day', 'path.ways.day');
const plans = place('plans', 'path.ways.plans');
const drawer: Way = { to: 'view', view: 'drawer', words: 'path.ways.drawer' };
const log: Way = { to: 'view', view: 'log', words: 'path.ways.log' };
const urge: Way = { to: 'view', view: 'urge', words: 'path.ways.urge' };

/** By the name of a measure (src/guide/measure.h). */
const byMeasure: Readonly<Record<string, Way>> = {
  'basics-days': day,
  'quiet-nights': log,
  'each-planned': plans,
  'each-noticeable': plans,
  due: plans,
  'window-due': plans,
  'window-weeks': plans,
  'window-kept': plans,
  'draft-rested': drawer,
  'no-early-copy': drawer,
  'urges-passed': urge,
  'sent-once': log,
  'left-alone': log,
  contacts: log,
  replies: log,
  unanswered: log,
  'wrote-first': log,
  'none-after': log,
};

/** A question of the check, by an answer of it such as `tl-urgency=calm`. */
export const questionOf = (answer: string): Way => ({
  to: 'answer',
  item: answer.split('=')[0] ?? answer,
  words: 'path.ways.answer',
});

const cardWith = (guide: Guide, kind: string): Way | null => {
  const card = guide.cards.find(({ notes, after }) => [...notes, ...after].includes(kind));
  return card === undefined
    ? null
    : { to: 'place', place: { type: 'card', card: card.id }, words: 'path.ways.card' };
};

/** Where the thing is done or noted that a measure counts. */
export const wayOf = (guide: Guide, measure: Measure): Way | null => {
  const known = byMeasure[measure.measure];
  if (known !== undefined) return known;
  if (measure.step !== undefined)
    return { to: 'place', place: { type: 'step', step: measure.step }, words: 'path.ways.step' };
  const kind = measure.notes?.[0];
  if (kind !== undefined) return cardWith(guide, kind);
  const answer = measure.answers?.[0];
  return answer === undefined ? null : questionOf(answer);
};
