// Moments as a person says them: today at 9:10, yesterday, on 12 November. Never a countdown.

import { daysBetween } from '../../words/days';
import { dayInWords, say } from '../../words/words';

const two = (n: number): string => String(n).padStart(2, '0');

/** The day of a moment by the local clock, as a date input has it: 2026-11-25. */
export const dateOf = (ms: number): string => {
  const day = new Date(ms);
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** As a time input has it: 09:10. */
export const timeOf = (ms: number): string => {
  const at = new Date(ms);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
};

export const dayBefore = (ms: number): string => {
  const day = new Date(ms);
  return dateOf(new Date(day.getFullYear(), day.getMonth(), day.getDate() - 1).getTime());
};

/** Null where the two make no moment. */
export const momentOf = (date: string, time: string): number | null => {
  if (date === '' || time === '') return null;
  const ms = new Date(`${date}T${time}`).getTime();
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
};

const isSameYear = (a: number, b: number): boolean =>
  new Date(a).getFullYear() === new Date(b).getFullYear();

const locale = say('frame.page.dates');
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
const withWeekday = new Intl.DateTimeFormat(locale, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const hours = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const list = new Intl.ListFormat(locale);

export const timeInWords = (ms: number): string => hours.format(new Date(ms));

const plainDay = (ms: number, now: number): string =>
  isSameYear(ms, now) ? dayAndMonth.format(new Date(ms)) : dayInWords(new Date(ms));

/** Within a sentence: today, yesterday, on Tuesday, on 12 November. */
export const dayInSentence = (ms: number, now: number): string => {
  const ago = daysBetween(ms, now);
  if (ago === 0) return say('log.day.in_today');
  if (ago === 1) return say('log.day.in_yesterday');
  const day = ago > 1 && ago < 7 ? weekday.format(new Date(ms)) : plainDay(ms, now);
  return say('log.day.on', { day });
};

/** As a heading: Today, Yesterday, Tuesday 17 November. */
export const dayAsHeading = (ms: number, now: number): string => {
  const ago = daysBetween(ms, now);
  if (ago === 0) return say('log.day.today');
  if (ago === 1) return say('log.day.yesterday');
  return isSameYear(ms, now) ? withWeekday.format(new Date(ms)) : dayInWords(new Date(ms));
};

export const momentInSentence = (ms: number, now: number): string =>
  Math.abs(now - ms) < 60_000
    ? say('log.day.just_now')
    : say('log.day.at', { day: dayInSentence(ms, now), time: timeInWords(ms) });

const dayByName = (ms: number, now: number): string => {
  const ago = daysBetween(ms, now);
  if (ago === 0) return say('log.day.in_today');
  return ago === 1 ? say('log.day.in_yesterday') : plainDay(ms, now);
};

/** Each day once, in order, without its on. */
export const daysOf = (dates: readonly number[], now: number): readonly string[] => [
  ...new Set(dates.map((ms) => dayByName(ms, now))),
];

const RECENT_DAYS = 2;

/** Up to three days by name, more as a span. `dates` are in their order. */
export const daysInSentence = (dates: readonly number[], now: number): string => {
  const days = daysOf(dates, now);
  const [first] = dates;
  if (first === undefined) return '';
  if (days.length === 1) return dayInSentence(first, now);
  if (days.length > 3)
    return say('log.day.span', { first: days[0] ?? '', last: days.at(-1) ?? '' });
  const named = list.format(days);
  return daysBetween(first, now) < RECENT_DAYS ? named : say('log.day.on', { day: named });
};

export const sinceInWords = plainDay;
