// Days as one says them, seen from now: today, on Tuesday, on 23 November 2026. Never a countdown.

import words from '../../generated/words.json';
import { dayInWords, say } from './words';

const DAY_MS = 86_400_000;

/** How many days one local day lies after another; the shift of a clock in between does not count. */
export const daysBetween = (fromMs: number, toMs: number): number => {
  const midnight = (ms: number): number => {
    const day = new Date(ms);
    return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  };
  return Math.round((midnight(toMs) - midnight(fromMs)) / DAY_MS);
};

const weekdayOf = (day: Date): string =>
  new Intl.DateTimeFormat(words['frame.page.dates'], { weekday: 'long' }).format(day);

type Near = 'today' | 'tomorrow' | 'yesterday' | 'weekday' | 'date';

// Within the week a weekday is clear by itself; a week away it would mean two days.
const nearnessOf = (days: number): Near => {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return Math.abs(days) < 7 ? 'weekday' : 'date';
};

const named = (near: Near, day: Date): string =>
  near === 'weekday' ? weekdayOf(day) : dayInWords(day);

/** Such as "tomorrow", "on Tuesday" or "on 23 November 2026". */
export const dayFromNow = (ms: number, nowMs: number): string => {
  const day = new Date(ms);
  const near = nearnessOf(daysBetween(nowMs, ms));
  return say(`days.day.${near}`, { day: named(near, day) });
};

const partOf = (hour: number): 'night' | 'morning' | 'afternoon' | 'evening' => {
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
};

/** Such as "On Tuesday evening", to begin an entry with. */
export const momentInWords = (ms: number, nowMs: number): string => {
  const moment = new Date(ms);
  const near = nearnessOf(daysBetween(nowMs, ms));
  const past = near === 'tomorrow' ? 'date' : near;
  const part = partOf(moment.getHours());
  return say(`days.moment.${past}.${part}`, { day: named(past, moment) });
};
