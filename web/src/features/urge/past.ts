// Urges that were noted, as sentences, the newest first.

import type { Line } from '../../engine/plan';
import type { CheckInNow } from '../../engine/state';
import { momentInWords } from '../../words/days';
import { say } from '../../words/words';

export interface PastUrge {
  readonly id: string;
  readonly says: string;
}

export const pastUrges = (
  checkIns: readonly CheckInNow[],
  went: readonly Line[],
  nowMs: number,
): readonly PastUrge[] =>
  checkIns
    .filter(({ kind }) => kind === 'urge')
    .toSorted((a, b) => b.when_ms - a.when_ms)
    .map((urge, i) => ({
      id: `${String(urge.when_ms)} ${String(i)}`,
      says: say('urge.past.entry', {
        when: momentInWords(urge.when_ms, nowMs),
        went: went.find(({ id }) => id === urge.went)?.says ?? say('urge.past.unsaid'),
      }),
    }));
