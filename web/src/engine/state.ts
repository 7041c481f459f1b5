// What the journal comes to: the things of a person's log, as the core folds them
// (docs/formats/journal.md). Times are milliseconds since 1970.

import { isSheet } from './engine';
import type { Sheet } from './engine';
import { arrayOf, either, number, objectOf, optional, text } from './shape';
import type { Guard } from './shape';

export interface ContactNow {
  readonly id: string;
  readonly when_ms?: number | undefined;
  readonly from?: 'me' | 'them' | undefined;
  readonly kind?: 'message' | 'call' | 'meeting' | 'letter' | 'other' | undefined;
  readonly about?: 'business' | 'social' | undefined;
}

export type BoundaryKind = 'refusal' | 'space' | 'block' | 'partner' | 'order';

export interface BoundaryNow {
  readonly id: string;
  readonly when_ms?: number | undefined;
  readonly kind?: BoundaryKind | undefined;
}

export type Outcome = 'copied' | 'kept' | 'rewritten' | 'let-go';

export interface DraftNow {
  readonly id: string;
  readonly text?: string | undefined;
  readonly purpose?: string | undefined;
  readonly wants?: string | undefined;
  readonly began_ms: number;
  readonly changed_ms: number;
  readonly outcome?: Outcome | undefined;
  readonly outcome_ms?: number | undefined;
  readonly reread_ms: readonly number[];
}

export interface CommitmentNow {
  readonly id: string;
  readonly when?: string | undefined;
  readonly then?: string | undefined;
  readonly notice?: string | undefined;
  readonly obstacle?: string | undefined;
  readonly act?: string | undefined;
  readonly made_ms: number;
  readonly kept_ms: readonly number[];
  readonly missed_ms: readonly number[];
}

export interface CheckInNow {
  readonly when_ms: number;
  readonly kind: 'day' | 'urge' | 'recheck';
  readonly level?: number | undefined;
  readonly went?: string | undefined;
  readonly basics?: readonly string[] | undefined;
}

export interface NoteNow {
  readonly id: string;
  readonly kind?: string | undefined;
  readonly about?: string | undefined;
  readonly text?: string | undefined;
  readonly first_ms: number;
  readonly changed_ms: number;
}

export interface TheirWordsNow {
  readonly id: string;
  readonly when_ms?: number | undefined;
  readonly text?: string | undefined;
}

export interface State {
  readonly sheet: Sheet;
  readonly contacts: readonly ContactNow[];
  readonly boundaries: readonly BoundaryNow[];
  readonly drafts: readonly DraftNow[];
  readonly commitments: readonly CommitmentNow[];
  readonly check_ins: readonly CheckInNow[];
  readonly notes: readonly NoteNow[];
  readonly their_words: readonly TheirWordsNow[];
  readonly passed_over: number;
}

const names = arrayOf(text);
const times = arrayOf(number);

export const boundaryKind = either('refusal', 'space', 'block', 'partner', 'order');

export const isState: Guard<State> = objectOf<State>({
  sheet: isSheet,
  contacts: arrayOf(
    objectOf<ContactNow>({
      id: text,
      when_ms: optional(number),
      from: optional(either('me', 'them')),
      kind: optional(either('message', 'call', 'meeting', 'letter', 'other')),
      about: optional(either('business', 'social')),
    }),
  ),
  boundaries: arrayOf(
    objectOf<BoundaryNow>({ id: text, when_ms: optional(number), kind: optional(boundaryKind) }),
  ),
  drafts: arrayOf(
    objectOf<DraftNow>({
      id: text,
      text: optional(text),
      purpose: optional(text),
      wants: optional(text),
      began_ms: number,
      changed_ms: number,
      outcome: optional(either('copied', 'kept', 'rewritten', 'let-go')),
      outcome_ms: optional(number),
      reread_ms: times,
    }),
  ),
  commitments: arrayOf(
    objectOf<CommitmentNow>({
      id: text,
      when: optional(text),
      then: optional(text),
      notice: optional(text),
      obstacle: optional(text),
      act: optional(text),
      made_ms: number,
      kept_ms: times,
      missed_ms: times,
    }),
  ),
  check_ins: arrayOf(
    objectOf<CheckInNow>({
      when_ms: number,
      kind: either('day', 'urge', 'recheck'),
      level: optional(number),
      went: optional(text),
      basics: optional(names),
    }),
  ),
  notes: arrayOf(
    objectOf<NoteNow>({
      id: text,
      kind: optional(text),
      about: optional(text),
      text: optional(text),
      first_ms: number,
      changed_ms: number,
    }),
  ),
  their_words: arrayOf(
    objectOf<TheirWordsNow>({ id: text, when_ms: optional(number), text: optional(text) }),
  ),
  passed_over: number,
});
