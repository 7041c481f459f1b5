// What the log shows, as sentences of dates and numbers. What was done, never what anybody is.

import type { Finding } from '../../engine/book';
import type { NoteNow } from '../../engine/state';
import { count } from '../../words/words';
import type { Counted } from '../../words/words';
import { daysInSentence, sinceInWords } from './when';

const sentences: Readonly<Record<string, Counted>> = {
  waiting: 'log.waiting',
  none: 'log.none',
  barely: 'log.barely',
  'hot-cold': 'log.hot_cold',
  flood: 'log.flood',
  calls: 'log.calls',
  kinds: 'log.kinds',
  'after-no': 'log.after_no',
  night: 'log.night',
  'one-sided': 'log.one_sided',
};

export const sentenceOf = ({ rule, n, since_ms, dates_ms }: Finding, now: number): string => {
  const base = rule === 'none' && n === 0 ? 'log.none_replied' : (sentences[rule] ?? 'log.other');
  return count(base, n, {
    dates: daysInSentence(dates_ms, now),
    since: sinceInWords(since_ms, now),
  });
};

/** Findings that come to the same answer: its reason and its way out are said once. */
export interface Shown {
  readonly item: string;
  readonly answer: string;
  readonly effect: Finding['effect'];
  readonly findings: readonly Finding[];
}

export const shownOf = (findings: readonly Finding[]): readonly Shown[] => {
  const shown: Shown[] = [];
  for (const finding of findings) {
    const { item, answer, effect } = finding;
    const at = shown.findIndex(
      (each) => each.item === item && each.answer === answer && each.effect === effect,
    );
    const before = shown[at];
    if (before === undefined) shown.push({ item, answer, effect, findings: [finding] });
    else shown[at] = { ...before, findings: [...before.findings, finding] };
  }
  return shown;
};

/** The last day on which any of them still counts, or null where no time ends it. */
export const untilOf = ({ findings }: Shown): number | null => {
  const ends = findings.map(({ until_ms }) => until_ms);
  return ends.reduce<number | null>(
    (last, end) => (last === null || end === null ? null : Math.max(last, end)),
    0,
  );
};

export type Replied = 'no' | 'unsure';

const kindOf: Readonly<Record<Replied, string>> = { no: 'log-no', unsure: 'log-unsure' };

export const replyNote = (replied: Replied, { item }: Shown) => ({
  kind: kindOf[replied],
  about: item,
});

/** What was last replied to a question of the log, unless it shows more since. */
export const repliedTo = (shown: Shown, notes: readonly NoteNow[]): Replied | null => {
  const newest = Math.max(...shown.findings.flatMap(({ dates_ms }) => dates_ms), 0);
  const last = notes
    .filter(({ kind, about }) => about === shown.item && Object.values(kindOf).includes(kind ?? ''))
    .sort((a, b) => a.changed_ms - b.changed_ms)
    .at(-1);
  if (last === undefined || last.changed_ms < newest) return null;
  return last.kind === kindOf.no ? 'no' : 'unsure';
};
