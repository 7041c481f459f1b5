// When help comes before everything else on the very page where something was said.

import type { Guide } from '../../engine/guide';
import type { Screen } from '../../engine/pack';

/** An answer in this lane means danger now. */
const urgentLane = 'emergency';

/** hs-acute-instability: anything but a plain no to this question keeps help in sight. */
const aliveQuestion = 'alive';

export const answerWantsHelp = (guide: Guide, item: string, answer: string | undefined): boolean =>
  guide.answer(item, answer)?.lanes.includes(urgentLane) ?? false;

export const repliesWantHelp = (
  screen: Screen,
  given: Readonly<Record<string, string>>,
): boolean => {
  const asked = screen.pages.flatMap(({ questions }) => questions);
  const alive = asked.find(({ id }) => id === aliveQuestion);
  const said = given[aliveQuestion];
  return alive !== undefined && said !== undefined && said !== alive.replies[0];
};
