// What lies in the drawer: each draft with its rest, as the view has both.

import type { Resting, View } from '../../engine/book';
import type { Outcome } from '../../engine/state';

/** What a text wanted, asked of the one who wrote it. */
export const wants = ['apology', 'anger', 'missing', 'closure', 'news'] as const;
export type Want = (typeof wants)[number];

/** message: it rests. practical: what two people still share, which is never held. letter: it stays. */
export type Kind = 'message' | 'practical' | 'letter';

export interface Lying {
  readonly id: string;
  readonly text: string;
  readonly kind: Kind;
  readonly purpose: string | undefined;
  readonly wants: Want | null;
  readonly written_ms: number;
  readonly outcome: Outcome | null;
  readonly outcome_ms: number;
  /** Nothing where the core counts it no more. */
  readonly rest: Resting | null;
  /** It was noted that it was sent: the contact has the id of the draft. */
  readonly sent: boolean;
}

const kindOf = (purpose: string | undefined, outcome: Outcome | undefined): Kind => {
  if (purpose === 'letter' || outcome === 'kept') return 'letter';
  return purpose === 'practical' ? 'practical' : 'message';
};

/** All with words in them, the newest first. */
export const lyingIn = ({ state, drawer }: View): readonly Lying[] =>
  state.drafts
    .filter(({ text, outcome }) => (text ?? '').trim() !== '' && outcome !== 'let-go')
    .map((draft) => ({
      id: draft.id,
      text: draft.text ?? '',
      kind: kindOf(draft.purpose, draft.outcome),
      purpose: draft.purpose,
      wants: wants.find((each) => each === draft.wants) ?? null,
      written_ms: draft.changed_ms,
      outcome: draft.outcome ?? null,
      outcome_ms: draft.outcome_ms ?? draft.changed_ms,
      rest: drawer.find((each) => each.draft === draft.id) ?? null,
      sent: state.contacts.some(({ id }) => id === draft.id),
    }))
    .sort((one, other) => other.written_ms - one.written_ms);

/** here: on its way. letters: nobody gets them. past: copied out, or written anew. */
export type Shelf = 'here' | 'letters' | 'past';

export const shelfOf = ({ kind, outcome, sent }: Lying): Shelf => {
  if (sent || outcome === 'copied' || outcome === 'rewritten') return 'past';
  return kind === 'letter' ? 'letters' : 'here';
};
