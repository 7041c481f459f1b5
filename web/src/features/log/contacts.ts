// Contacts as they are noted, and in words. Which of them count is the core's to say.

import type { ContactNow } from '../../engine/state';
import { say } from '../../words/words';

export const froms = ['me', 'them'] as const;
export type From = (typeof froms)[number];

export const kinds = ['message', 'call', 'meeting', 'letter', 'other'] as const;
export type Kind = (typeof kinds)[number];

export const abouts = ['social', 'business'] as const;
export type About = (typeof abouts)[number];

export interface Contact {
  readonly from: From;
  readonly kind: Kind;
  readonly about: About;
}

export const isFrom = (id: string): id is From => froms.some((each) => each === id);
export const isKind = (id: string): id is Kind => kinds.some((each) => each === id);
export const isAbout = (id: string): id is About => abouts.some((each) => each === id);

/** One tap each. Two who meet have both turned up, so a meeting is theirs too. */
export const quick = [
  { id: 'me_message', from: 'me', kind: 'message', label: 'log.note.me_message' },
  { id: 'them_message', from: 'them', kind: 'message', label: 'log.note.them_message' },
  { id: 'me_call', from: 'me', kind: 'call', label: 'log.note.me_call' },
  { id: 'them_call', from: 'them', kind: 'call', label: 'log.note.them_call' },
  { id: 'met', from: 'them', kind: 'meeting', label: 'log.note.met' },
] as const;

/** What is not said counts as the core counts it: social. */
export const contactOf = ({ from, kind, about }: ContactNow): Contact => ({
  from: from ?? 'me',
  kind: kind ?? 'other',
  about: about ?? 'social',
});

export const whatOf = ({ from, kind }: Contact): string => say(`log.what.${from}_${kind}`);

/** As the first words of a line. */
export const capital = (words: string): string =>
  words.charAt(0).toLocaleUpperCase(say('frame.page.language')) + words.slice(1);
