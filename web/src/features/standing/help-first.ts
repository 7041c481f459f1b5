// When a call comes before everything else: where someone is in danger, hurts another or despairs.

import type { Lane } from '../../engine/pack';

/** Lanes that name people to call are that; the guide has them in the order of their urgency. */
export const callFirst = (lanes: readonly Lane[]): Lane | undefined =>
  lanes.find((lane) => lane.help.length > 0);

/** The kinds of help lines that the lanes call for, the most urgent first. */
export const kindsCalled = (lanes: readonly Lane[]): readonly string[] => [
  ...new Set(lanes.flatMap((lane) => lane.help)),
];
