// Which purposes are open now, and what the others wait for. The core says both: in the standing, and
// in the steps and sentences of the view (docs/formats/book.md).

import type { Standing } from '../../engine/engine';
import type { Guide } from '../../engine/guide';
import type { PlanNow } from '../../engine/steps';
import type { Purpose } from './purposes';

/** The part of the view that says what is open. */
export type Opening = Pick<PlanNow, 'steps' | 'phrases'>;

const behindIn = ({ steps, phrases }: Opening, name: string): readonly string[] =>
  steps.find(({ step }) => step === name)?.evidence ??
  phrases.find(({ phrase }) => phrase === name)?.needs ??
  [];

/**
 * What a purpose waits for, as sentences. Evidence alone: the steps before it are the path's advice,
 * and a level speaks for itself.
 */
export const waitsOf = (
  guide: Guide,
  view: Opening | null,
  { behind }: Purpose,
): readonly string[] =>
  behind === null || view === null
    ? []
    : behindIn(view, behind).flatMap((name) => guide.evidence(name)?.says ?? []);

export const isClosed = (standing: Standing, { action }: Purpose): boolean =>
  action !== null && standing.closed.includes(action);
