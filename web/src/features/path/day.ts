// The day's four basics, as they were last noted today.

import type { State } from '../../engine/state';

export const basics = ['sleep', 'food', 'movement', 'friend'] as const;
export type Basic = (typeof basics)[number];

const dayOf = (ms: number): string => new Date(ms).toDateString();

/** The last word of the day counts as what one sees; null where the day is not noted. */
export const notedToday = (
  state: Pick<State, 'check_ins'> | undefined,
  now_ms: number,
): readonly Basic[] | null => {
  const today = (state?.check_ins ?? [])
    .filter(({ kind, when_ms }) => kind === 'day' && dayOf(when_ms) === dayOf(now_ms))
    .toSorted((a, b) => a.when_ms - b.when_ms)
    .at(-1);
  return today === undefined
    ? null
    : basics.filter((basic) => today.basics?.includes(basic) ?? false);
};

export const isSameDay = (one_ms: number, other_ms: number): boolean =>
  dayOf(one_ms) === dayOf(other_ms);
