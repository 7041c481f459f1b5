// How the pack says that signs and evidence are counted, and what of the sheet is the person's word:
// members that the engine's types do not name.

import type { View } from '../../engine/book';
import { arrayOf, objectOf, optional, text } from '../../engine/shape';
import type { Guard } from '../../engine/shape';

const texts = arrayOf(text);

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([each]) => each === name)?.[1]
    : undefined;

const listOf = <T>(value: unknown, each: Guard<T>): readonly T[] =>
  Array.isArray(value) ? value.filter(each) : [];

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
