// What they said, or an authority: which answer of the check each comes to, in the guide's ids.
//
// Where the guide latches that answer, the boundary itself is the answer (docs/formats/journal.md).
// A boundary that is no latch brings its answer along as an event of its own, and it acts at once.

import type { Guide } from '../../engine/guide';
import type { Answer } from '../../engine/pack';
import type { BoundaryKind } from '../../engine/state';

export const boundaryKinds = ['refusal', 'space', 'block', 'partner', 'order'] as const;

const comesTo: Readonly<Record<BoundaryKind, readonly [item: string, answer: string]>> = {
  refusal: ['hs-clear-refusal', 'said-no'],
  space: ['hs-clear-refusal', 'not-now'],
  block: ['sp-block', 'blocked'],
  partner: ['hs-new-partner', 'yes'],
  order: ['x-no-contact-order', 'yes'],
};

export interface Meaning {
  readonly item: string;
  readonly answer: Answer;
}

export const meaningOf = (guide: Guide, kind: BoundaryKind): Meaning | null => {
  const [item, id] = comesTo[kind];
  const answer = guide.answer(item, id);
  return answer === undefined ? null : { item, answer };
};
