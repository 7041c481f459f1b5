// A reading of a draft, as the core hands it over. Offsets are UTF-16 units, half-open.

import { arrayOf, either, flag, number, objectOf, orNull, text } from './shape';
import type { Guard } from './shape';

export const faults = [
  'pressure',
  'pity',
  'crisis',
  'threat',
  'self_erasure',
  'grand_gesture',
  'jealousy',
  'hostility',
  'over_reading',
  'excuse',
  'blame',
  'vague_apology',
  'milestone',
  'surveillance',
  'third_party',
  'boundary',
  'nostalgia_leverage',
] as const;
export type Fault = (typeof faults)[number];

export const strengthKinds = [
  'specific_apology',
  'impact',
  'ownership',
  'change_plan',
  'amends_offer',
  'empathy',
  'invites_questions',
  'asks_need',
  'low_stakes_invite',
  'honours_them',
  'no_pressure',
  'accepts_no',
  'gratitude',
  'clear_intent',
] as const;
export type StrengthKind = (typeof strengthKinds)[number];

export type Tier = 'certain' | 'likely' | 'ask';

export interface Span {
  readonly begin: number;
  readonly end: number;
}

export interface Mark extends Span {
  readonly fault: Fault;
  readonly rule: string;
  readonly tier: Tier;
  readonly quote: string;
  readonly why: string;
  readonly try: readonly string[];
}

/** A threat, or a life in danger, however sure the reader is. */
export const isDanger = ({ fault }: Mark): boolean => fault === 'threat' || fault === 'crisis';

export interface Strength extends Span {
  readonly kind: StrengthKind;
  readonly quote: string;
}

/** Where each part stands, or null where it is not there. */
export interface Apology {
  readonly responsibility: Span | null;
  readonly repair: Span | null;
  readonly regret: Span | null;
  readonly explanation: Span | null;
  readonly change: Span | null;
  readonly plea: Span | null;
}

export interface Observations {
  readonly words: number;
  readonly asks: number;
  readonly questions_in_a_row: number;
  readonly i_percent: number;
  readonly you_percent: number;
}

export interface Reading {
  readonly help_first: boolean;
  readonly marks: readonly Mark[];
  readonly strengths: readonly Strength[];
  readonly apology: Apology | null;
  readonly observations: Observations;
}

const part = orNull(objectOf<Span>({ begin: number, end: number }));

export const isReading: Guard<Reading> = objectOf<Reading>({
  help_first: flag,
  marks: arrayOf(
    objectOf<Mark>({
      fault: either(...faults),
      rule: text,
      tier: either('certain', 'likely', 'ask'),
      begin: number,
      end: number,
      quote: text,
      why: text,
      try: arrayOf(text),
    }),
  ),
  strengths: arrayOf(
    objectOf<Strength>({ kind: either(...strengthKinds), begin: number, end: number, quote: text }),
  ),
  apology: orNull(
    objectOf<Apology>({
      responsibility: part,
      repair: part,
      regret: part,
      explanation: part,
      change: part,
      plea: part,
    }),
  ),
  observations: objectOf<Observations>({
    words: number,
    asks: number,
    questions_in_a_row: number,
    i_percent: number,
    you_percent: number,
  }),
});
