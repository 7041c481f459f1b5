// What would change a standing: what the core says of it, and when each may be answered again.

import type { Recheck } from '../../engine/book';
import type { Standing } from '../../engine/engine';
import type { Guide } from '../../engine/guide';

export interface Change {
  readonly item: string;
  /** Who alone can; empty where the guide names nobody. */
  readonly who: string;
  readonly how: string;
  readonly recheck: Recheck | undefined;
}

/** What holds the level down, in the core's order; then what else may be looked at again. */
export const changesOf = (
  guide: Guide,
  { would_change, reasons }: Standing,
  rechecks: readonly Recheck[],
): readonly Change[] => {
  const known = would_change.map(({ item, how }) => {
    const recheck = rechecks.find((each) => each.item === item);
    const answer = recheck?.answer ?? reasons.find((each) => each.item === item)?.answer;
    return { item, how, recheck, who: guide.raiseOf(item, answer)?.who ?? '' };
  });
  const rest = rechecks.filter(({ item }) => !known.some((change) => change.item === item));
  return [
    ...known,
    ...rest.map((recheck) => {
      const raise = guide.raiseOf(recheck.item, recheck.answer);
      const change = guide.answer(recheck.item, recheck.answer)?.change;
      return {
        item: recheck.item,
        who: raise?.who ?? '',
        how: change ?? raise?.says ?? '',
        recheck,
      };
    }),
  ];
};
