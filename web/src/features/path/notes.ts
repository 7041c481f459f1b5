// Notes as the cards show them: by their kind, and those that stand about another.

import type { Guide } from '../../engine/guide';
import type { Card, NoteKind } from '../../engine/plan';
import type { NoteNow, State } from '../../engine/state';

type Notes = Pick<State, 'notes'>;

const isWritten = (note: NoteNow): boolean => (note.text ?? '').trim() !== '';

/** In the order they were first written. */
export const notesOf = (state: Notes | undefined, kinds: readonly string[]): readonly NoteNow[] =>
  (state?.notes ?? [])
    .filter((note) => kinds.includes(note.kind ?? '') && isWritten(note))
    .toSorted((a, b) => a.first_ms - b.first_ms);

/** The newest of its kind, about another note or about none in particular. */
export const newestOf = (
  state: Notes | undefined,
  kind: string,
  about?: string,
): NoteNow | undefined =>
  notesOf(state, [kind])
    .filter((note) => about === undefined || note.about === about)
    .toSorted((a, b) => a.changed_ms - b.changed_ms)
    .at(-1);

/** Asked again some days later, without looking at what one wrote before (why-lead, st-heart-head). */
const askedTwice: ReadonlySet<string> = new Set(['did-good', 'did-cost', 'why-in-my-words']);
export const isAskedTwice = (kind: NoteKind): boolean => askedTwice.has(kind.id);

export interface Prompt {
  readonly kind: NoteKind;
  /** What stands about each note of this kind, on the same card. */
  readonly under: readonly NoteKind[];
}

/** The prompts of a card. Those about a note of the card itself stand under it. */
export const promptsOf = (guide: Guide, kinds: readonly string[]): readonly Prompt[] => {
  const all = kinds.map(guide.note).filter((kind) => kind !== undefined);
  const isUnder = (kind: NoteKind): boolean => kind.about.some((id) => kinds.includes(id));
  return all
    .filter((kind) => !isUnder(kind))
    .map((kind) => ({
      kind,
      under: all.filter((other) => isUnder(other) && other.about.includes(kind.id)),
    }));
};

/** What a note of a card is about when it is about no other note. */
export const subjectOf = (card: Card): string => card.id;
