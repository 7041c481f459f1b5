// Who listens: the kinds of help lines for someone who wants to talk now.

import type { Standing } from '../engine/engine';
import type { Guide } from '../engine/guide';

/** For everybody, at any time. */
const always = ['crisis', 'support'];

/** Those that the answers call for come first. */
export const listeners = (guide: Guide, standing: Standing | null): readonly string[] => {
  const called = (standing?.lanes ?? []).flatMap((id) => guide.lane(id)?.help ?? []);
  return [...new Set([...called, ...always])];
};
