// What a screen reader hears about the marks: how many, and the newest, and only after a pause.

import type { Mark } from '../../engine/reading';

export interface News {
  readonly marks: number;
  readonly newest: Mark | null;
}

const sameAs =
  (one: Mark) =>
  (other: Mark): boolean =>
    one.rule === other.rule && one.quote === other.quote;

/** Nothing where nothing changed for the ear. */
export const newsOf = (heard: readonly Mark[], marks: readonly Mark[]): News | null => {
  const newest = marks.findLast((mark) => !heard.some(sameAs(mark))) ?? null;
  if (newest === null && marks.length === heard.length) return null;
  return { marks: marks.length, newest };
};
