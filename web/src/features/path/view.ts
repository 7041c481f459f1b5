// What the core says of the plan (docs/formats/book.md, "The view"), and what the pack says of how it
// is counted. To be replaced by engine/steps.ts, whose shapes are the same, once `View` has them.

import type { View } from '../../engine/book';
import { isLevel } from '../../engine/pack';
import type { Level } from '../../engine/pack';
import {
  arrayOf,
  either,
  flag,
  number,
  objectOf,
  optional,
  orNull,
  pairOf,
  text,
} from '../../engine/shape';
import type { Guard } from '../../engine/shape';

/** One thing one can see of a step: counted, `n` of `of`, or said by the person. */
export interface SignNow {
  readonly sign: string;
  readonly there: boolean;
  readonly by: 'log' | 'word';
  readonly n: number;
  readonly of: number;
}

/** `steps`, `evidence` and `items` are what a waiting one waits for; `level` is where a closed one opens. */
export interface StepNow {
  readonly step: string;
  readonly state: 'done' | 'open' | 'waiting' | 'closed' | 'dropped';
  readonly level: Level;
  readonly steps: readonly string[];
  readonly evidence: readonly string[];
  readonly items: readonly string[];
  readonly signs: readonly SignNow[];
}

/** A commitment within the window. */
export interface Holding {
  readonly commitment: string;
  readonly kept: number;
  readonly missed: number;
  readonly due: number;
  readonly holds: boolean;
}

/** `because`: the answer that makes it longer or shorter than usual, as [item, answer]. */
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

export interface Planned {
  readonly steps: readonly StepNow[];
  readonly commitments: readonly Holding[];
  readonly window: WindowNow | null;
  readonly phrases: readonly PhraseNow[];
  readonly obstacles: readonly ObstacleNow[];
}

const texts = arrayOf(text);

const isStepNow = objectOf<StepNow>({
  step: text,
  state: either('done', 'open', 'waiting', 'closed', 'dropped'),
  level: isLevel,
  steps: texts,
  evidence: texts,
  items: texts,
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

const isHolding = objectOf<Holding>({
  commitment: text,
  kept: number,
  missed: number,
  due: number,
  holds: flag,
});

const isWindowNow = objectOf<WindowNow>({ weeks: number, because: orNull(pairOf(text, text)) });
const isPhraseNow = objectOf<PhraseNow>({ phrase: text, open: flag, needs: texts });
const isObstacleNow = objectOf<ObstacleNow>({ item: text, commitment: orNull(text) });

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([n]) => n === name)?.[1]
    : undefined;

const listOf = <T>(value: unknown, each: Guard<T>): readonly T[] =>
  Array.isArray(value) ? value.filter(each) : [];

/** Empty where there is no view yet, or one of a core that does not know the plan. */
export const plannedIn = (view: View | null): Planned => {
  const window = memberOf(view, 'window');
  return {
    steps: listOf(memberOf(view, 'steps'), isStepNow),
    commitments: listOf(memberOf(view, 'commitments'), isHolding),
    window: isWindowNow(window) ? window : null,
    phrases: listOf(memberOf(view, 'phrases'), isPhraseNow),
    obstacles: listOf(memberOf(view, 'obstacles'), isObstacleNow),
  };
};

/** Evidence that is there by the person's word or a record, and steps that the person marked done. */
export const saidIn = (view: View | null) => {
  const sheet = view?.state.sheet;
  return {
    evidence: listOf(memberOf(sheet, 'evidence'), text),
    done: listOf(memberOf(sheet, 'done'), text),
  };
};

/** How something is counted in the log: by name, and by the notes or answers it looks at. */
export interface Measure {
  readonly measure: string;
  readonly notes?: readonly string[] | undefined;
  readonly answers?: readonly string[] | undefined;
  readonly step?: string | undefined;
}

const isMeasure = objectOf<Measure>({
  measure: text,
  notes: optional(texts),
  answers: optional(texts),
  step: optional(text),
});

/** A sign has one measure at most, evidence any number; what only the person can say has none. */
export const measuresOf = (counted: unknown): readonly Measure[] => [
  ...listOf([memberOf(counted, 'measure')], isMeasure),
  ...listOf(memberOf(counted, 'measures'), isMeasure),
];

/** Answers of the check that are evidence as well. */
export const answersOf = (evidence: unknown): readonly string[] =>
  listOf(memberOf(evidence, 'from'), text);
