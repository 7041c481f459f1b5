// Their own later words: whether the core let them open a new check, and if not, the likely reason.

import type { Contacts, View } from '../../engine/book';
import type { Guide } from '../../engine/guide';

export type Outcome = 'opened' | 'noted' | 'mine' | 'earlier' | 'other';

/** Latches that only their own unasked words can open. */
const shutBy = (guide: Guide, view: View): readonly string[] =>
  (view.state.sheet.latched ?? [])
    .filter(([item, answer]) => guide.raiseOf(item, answer)?.id === 'theirs-only')
    .map(([item, answer]) => `${item}=${answer}`);

const whyHeld = ({ said, findings }: Contacts, when_ms: number): Outcome => {
  const noes = said.filter(({ kind }) => kind === 'refusal' || kind === 'block');
  if (noes.some((no) => no.when_ms >= when_ms)) return 'earlier';
  const mine = noes.some(({ mine_since }) => mine_since > 0);
  return mine || findings.some(({ rule }) => rule === 'after-no') ? 'mine' : 'other';
};

export const outcomeOf = (guide: Guide, before: View, after: View, when_ms: number): Outcome => {
  const shut = shutBy(guide, before);
  if (shut.length === 0) return 'noted';
  const still = shutBy(guide, after);
  return shut.some((latch) => !still.includes(latch)) ? 'opened' : whyHeld(after.contact, when_ms);
};
