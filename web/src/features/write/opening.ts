// Which purposes are open now, and what the others wait for. The core says both: in the standing, and
// in the steps and sentences of the view (docs/formats/book.md).

import type { Standing } from '../../engine/engine';
import type { Guide } from '../../engine/guide';
import { arrayOf, flag, objectOf, text } from '../../engine/shape';
import type { Purpose } from './purposes';

/** A sentence of chapter 9, and what stands behind it so far. */
export interface PhraseNow {
  readonly phrase: string;
  readonly open: boolean;
  readonly needs: readonly string[];
}

interface StepNow {
  readonly step: string;
  readonly evidence: readonly string[];
}

const hasPhrases = objectOf<{ readonly phrases: readonly PhraseNow[] }>({
  phrases: arrayOf(objectOf<PhraseNow>({ phrase: text, open: flag, needs: arrayOf(text) })),
});

const hasSteps = objectOf<{ readonly steps: readonly StepNow[] }>({
  steps: arrayOf(objectOf<StepNow>({ step: text, evidence: arrayOf(text) })),
});

/** Nothing is known of them from a core that does not say. */
export const phrasesOf = (view: unknown): readonly PhraseNow[] =>
  hasPhrases(view) ? view.phrases : [];

const behindIn = (view: unknown, name: string): readonly string[] => {
  const step = hasSteps(view) ? view.steps.find((each) => each.step === name) : undefined;
  return step?.evidence ?? phrasesOf(view).find(({ phrase }) => phrase === name)?.needs ?? [];
};

/**
 * What a purpose waits for, as sentences. Evidence alone: the steps before it are the path's advice,
 * and a level speaks for itself.
 */
export const waitsOf = (guide: Guide, view: unknown, { behind }: Purpose): readonly string[] =>
  behind === null ? [] : behindIn(view, behind).flatMap((name) => guide.evidence(name)?.says ?? []);

export const isClosed = (standing: Standing, { action }: Purpose): boolean =>
  action !== null && standing.closed.includes(action);
