// How long ago a backup was saved, in words.

import * as days from '../../words/days';
import { count, say } from '../../words/words';

/** Days of the calendar, whatever the clock was changed to in between; never negative. */
export const daysBetween = (from_ms: number, to_ms: number): number =>
  Math.max(0, days.daysBetween(from_ms, to_ms));

export const backupAge = (saved_ms: number | null, now_ms: number): string => {
  if (saved_ms === null) return say('keep.backup.never');
  const days = daysBetween(saved_ms, now_ms);
  return days === 0 ? say('keep.backup.today') : count('keep.backup.days', days);
};
