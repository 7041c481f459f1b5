// When a better answer counts, and what it still waits for, by the names that the core gives.

import { dayFromNow } from './days';
import { say } from './words';
import type { WordKey } from './words';

type Keys = Readonly<Record<string, WordKey>>;

const rules: Keys = {
  never: 'book.rule.never',
  authority: 'book.rule.authority',
  'theirs-only': 'book.rule.theirs-only',
  'theirs-only-soft': 'book.rule.theirs-only-soft',
  theirs: 'book.rule.theirs',
  fact: 'book.rule.fact',
  'state-14d': 'book.rule.state-14d',
  hours: 'book.rule.hours',
  'evidence-8w': 'book.rule.evidence-8w',
  work: 'book.rule.work',
  info: 'book.rule.info',
};

const needed: Keys = {
  time: 'book.needs.time',
  'what-changed': 'book.needs.what-changed',
  text: 'book.needs.text',
  plan: 'book.needs.plan',
  'eight-weeks': 'book.needs.eight-weeks',
  'their-words': 'book.needs.their-words',
  'their-reply': 'book.needs.their-reply',
  'their-message': 'book.needs.their-message',
  'they-come-back': 'book.needs.they-come-back',
  'end-of-order': 'book.needs.end-of-order',
  nobody: 'book.needs.nobody',
  log: 'book.needs.log',
};

/** The rule that holds an answer back, as one or two sentences. */
export const ruleInWords = (rule: string): string => {
  const key = rules[rule];
  return key === undefined ? '' : say(key);
};

interface Waiting {
  readonly needs: readonly string[];
  readonly from_ms: number | null;
}

/** One entry for each thing that is missing; time is named by its day. */
export const needsInWords = ({ needs, from_ms }: Waiting, nowMs: number): readonly string[] =>
  needs.flatMap((name) => {
    const key = needed[name];
    if (key === undefined || (name === 'time' && from_ms === null)) return [];
    return [say(key, { day: dayFromNow(from_ms ?? nowMs, nowMs) })];
  });
