// A moment being entered: now, earlier today, yesterday, or another day. What lies ahead is none.

import { dateOf, dayBefore, momentOf, timeOf } from './when';

export const whenChoices = ['now', 'today', 'yesterday', 'day'] as const;
export type WhenChoice = (typeof whenChoices)[number];

const isChoice = (id: string): id is WhenChoice => whenChoices.some((each) => each === id);

/** `first` is what is changed; without it, it begins at now. */
export const createWhenForm = (now: () => number, first?: number) => {
  const begin = first ?? now();
  const dayChoice = (): WhenChoice => {
    if (first === undefined) return 'now';
    if (dateOf(first) === dateOf(now())) return 'today';
    return dateOf(first) === dayBefore(now()) ? 'yesterday' : 'day';
  };

  let choice = $state<WhenChoice>(dayChoice());
  let date = $state(dateOf(begin));
  let time = $state(timeOf(begin));

  /** An entry whose day and time were left alone keeps its seconds. */
  const exact = (ms: number | null): number | null =>
    first !== undefined && ms !== null && dateOf(ms) === dateOf(first) && time === timeOf(first)
      ? first
      : ms;

  const moment = (): number | null => {
    if (choice === 'now') return now();
    if (choice === 'today') return exact(momentOf(dateOf(now()), time));
    if (choice === 'yesterday') return exact(momentOf(dayBefore(now()), time));
    return exact(momentOf(date, time));
  };

  return {
    get choice() {
      return choice;
    },
    get date() {
      return date;
    },
    get time() {
      return time;
    },
    /** The latest day that can be meant. */
    get today() {
      return dateOf(now());
    },
    choose: (id: string): void => {
      if (isChoice(id)) choice = id;
    },
    setDate: (next: string): void => {
      date = next;
    },
    setTime: (next: string): void => {
      time = next;
    },
    /** Null where it is not whole, or lies ahead. */
    moment: (): number | null => {
      const ms = moment();
      return ms !== null && ms <= now() ? ms : null;
    },
  };
};

export type WhenForm = ReturnType<typeof createWhenForm>;
