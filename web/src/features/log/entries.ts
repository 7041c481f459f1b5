// All that is noted, as one list by day, newest first.

import type { BoundaryNow, ContactNow, State, TheirWordsNow } from '../../engine/state';
import { dateOf } from './when';

export type Entry =
  | { readonly type: 'contact'; readonly when_ms: number; readonly contact: ContactNow }
  | { readonly type: 'said'; readonly when_ms: number; readonly boundary: BoundaryNow }
  | { readonly type: 'words'; readonly when_ms: number; readonly words: TheirWordsNow };

export interface Day {
  readonly date: string;
  readonly when_ms: number;
  readonly entries: readonly Entry[];
}

export const idOf = (entry: Entry): string => {
  if (entry.type === 'contact') return entry.contact.id;
  return entry.type === 'said' ? entry.boundary.id : entry.words.id;
};

/** Newest first. What says no time has no place here. */
export const entriesOf = (state: State): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const contact of state.contacts) {
    if (contact.when_ms !== undefined)
      entries.push({ type: 'contact', when_ms: contact.when_ms, contact });
  }
  for (const boundary of state.boundaries) {
    if (boundary.when_ms !== undefined && boundary.kind !== undefined)
      entries.push({ type: 'said', when_ms: boundary.when_ms, boundary });
  }
  for (const words of state.their_words) {
    if (words.when_ms !== undefined) entries.push({ type: 'words', when_ms: words.when_ms, words });
  }
  return entries.sort((a, b) => b.when_ms - a.when_ms);
};

/** `entries` are newest first already. */
export const daysOf = (entries: readonly Entry[]): readonly Day[] => {
  const days: { date: string; when_ms: number; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const date = dateOf(entry.when_ms);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, when_ms: entry.when_ms, entries: [entry] });
  }
  return days;
};
