// The plan's part of the view: where each of the 33 steps is, and what commitments come to
// (docs/formats/book.md). What the pack says of them is in plan.ts.

import { isLevel } from './pack';
import type { Level } from './pack';
import { arrayOf, either, flag, number, objectOf, orNull, pairOf, text } from './shape';
import type { Guard } from './shape';

/** `by` the log it is counted, `n` of `of`; by word the person says so. */
export interface SignNow {
  readonly sign: string;
  readonly there: boolean;
  readonly by: 'log' | 'word';
  readonly n: number;
  readonly of: number;
}

/** Of a waiting step, `steps`, `evidence` and `items` are what it waits for. */
export interface StepNow {
  readonly step: string;
  readonly state: 'done' | 'open' | 'waiting' | 'closed' | 'dropped';
  readonly level: Level;
  readonly steps: readonly string[];
  readonly evidence: readonly string[];
  readonly items: readonly string[];
  readonly signs: readonly SignNow[];
}

/** Within the window. */
export interface CommitmentHeld {
  readonly commitment: string;
  readonly kept: number;
  readonly missed: number;
  readonly weeks: number;
  readonly due: number;
  readonly holds: boolean;
}

/** How long commitments have to be kept, and the answer that makes it so, where one does. */
export interface WindowNow {
  readonly weeks: number;
  readonly because: readonly [string, string] | null;
}

export interface PhraseNow {
  readonly phrase: string;
  readonly open: boolean;
  readonly needs: readonly string[];
}

export interface ObstacleNow {
  readonly item: string;
  readonly commitment: string | null;
}

/** The members of the view that the plan makes. */
export interface PlanNow {
  readonly steps: readonly StepNow[];
  readonly commitments: readonly CommitmentHeld[];
  readonly window: WindowNow;
  readonly phrases: readonly PhraseNow[];
  readonly obstacles: readonly ObstacleNow[];
}

const names = arrayOf(text);

const isStepNow: Guard<StepNow> = objectOf<StepNow>({
  step: text,
  state: either('done', 'open', 'waiting', 'closed', 'dropped'),
  level: isLevel,
  steps: names,
  evidence: names,
  items: names,
  signs: arrayOf(
    objectOf<SignNow>({
      sign: text,
      there: flag,
      by: either('log', 'word'),
      n: number,
      of: number,
    }),
  ),
});

export const planNow: { readonly [K in keyof PlanNow]-?: Guard<PlanNow[K]> } = {
  steps: arrayOf(isStepNow),
  commitments: arrayOf(
    objectOf<CommitmentHeld>({
      commitment: text,
      kept: number,
      missed: number,
      weeks: number,
      due: number,
      holds: flag,
    }),
  ),
  window: objectOf<WindowNow>({ weeks: number, because: orNull(pairOf(text, text)) }),
  phrases: arrayOf(objectOf<PhraseNow>({ phrase: text, open: flag, needs: names })),
  obstacles: arrayOf(objectOf<ObstacleNow>({ item: text, commitment: orNull(text) })),
};
