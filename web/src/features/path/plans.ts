// Plans as they are read: the two halves of one, what it is for, and how it was kept.

import type { Guide } from '../../engine/guide';
import type { CommitmentNow, State } from '../../engine/state';
import { say } from '../../words/words';
import { notesOf } from './notes';
import type { Holding, WindowNow } from './view';

/** Made to be put together: no full stop at the end of a half. */
const half = (text: string | undefined): string => (text ?? '').trim().replace(/[.\s]+$/, '');

export const sentenceOf = ({ when, then }: CommitmentNow): string =>
  say('path.plans.if_then', { when: half(when), then: half(then) });

/** The acts and frictions a plan can be for (dr-no-villain: where nobody did wrong, what wore thin). */
export const actsIn = (state: State | undefined) => notesOf(state, ['act', 'friction']);

/** What a plan was made for, in words; nothing where it was made for nothing on the list. */
export const purposeOf = (
  guide: Guide,
  state: State | undefined,
  { act, obstacle }: Pick<CommitmentNow, 'act' | 'obstacle'>,
): string | undefined =>
  act === undefined
    ? guide.entry(obstacle ?? '')?.title
    : actsIn(state).find(({ id }) => id === act)?.text;

export const keptInWords = (holding: Holding | undefined, window: WindowNow): string => {
  const { weeks } = window;
  return holding === undefined || holding.due === 0
    ? say('path.plans.count_none', { weeks })
    : say('path.plans.count', { kept: holding.kept, due: holding.due, weeks });
};

/** Why the window is as long as it is, where an answer makes it so (tl-betrayal-slow, tl-cordial-faster). */
export const becauseOf = (guide: Guide, { because }: WindowNow): string | undefined => {
  const answer = because?.join('=');
  return guide.window.rules.find(({ answers }) => answers.some((each) => each === answer))?.says;
};
