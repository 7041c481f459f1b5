// Moments as a person says them. Never a count of what is left.

import { dayInWords, say } from '../../words/words';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

const midnight = (at: Date): number =>
  new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

const shaped = (at: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(say('frame.page.dates'), options).format(at);

/** Such as "tomorrow at 9:10", "on Tuesday at 9:10" or "on 3 December 2026". */
export const momentInWords = (at_ms: number, now_ms: number): string => {
  const at = new Date(at_ms);
  const days = Math.round((midnight(at) - midnight(new Date(now_ms))) / DAY_MS);
  const time = shaped(at, { hour: 'numeric', minute: '2-digit' });
  if (days === 0) return say('drawer.when.today', { time });
  if (days === 1) return say('drawer.when.tomorrow', { time });
  if (days === -1) return say('drawer.when.yesterday', { time });
  if (Math.abs(days) < WEEK_DAYS) {
    return say('drawer.when.day', { day: shaped(at, { weekday: 'long' }), time });
  }
  return say('drawer.when.date', { day: dayInWords(at) });
};
