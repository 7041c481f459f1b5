// Where a draft is, in words, for its line in the drawer.

import { say } from '../../words/words';
import type { Lying } from './lying';
import { timeInWords } from './moment';
import type { Next } from './next';

const past = ({ sent, outcome, outcome_ms }: Lying, now_ms: number): string | null => {
  if (sent) return say('drawer.state.sent');
  if (outcome === 'rewritten') return say('drawer.state.rewritten');
  if (outcome !== 'copied') return null;
  return say('drawer.state.copied', { when: timeInWords(outcome_ms, now_ms) });
};

export const stateOf = (lying: Lying, next: Next, now_ms: number): string => {
  const before = past(lying, now_ms);
  if (before !== null) return before;
  if (next === 'rest') {
    return say('drawer.state.rest', {
      when: timeInWords(lying.rest?.rests_until_ms ?? now_ms, now_ms),
    });
  }
  const isFree = lying.kind === 'practical' && (next === 'reading' || next === 'ready');
  return isFree ? say('drawer.state.free') : say(`drawer.state.${next}`);
};

/** The beginning of a text, on one line. */
export const firstWordsOf = (text: string): string => {
  const LONG = 80;
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= LONG) return line;
  return say('drawer.row.more', {
    words: line.slice(0, line.lastIndexOf(' ', LONG) + 1 || LONG).trim(),
  });
};
