// The book: the journal as the core holds it, and the view that follows from it. The shapes are
// docs/formats/book.md; times are milliseconds since 1970.

import { isAgenda, isStanding } from './engine';
import type { Agenda, Standing } from './engine';
import { isLevel } from './pack';
import type { Level } from './pack';
import { arrayOf, either, flag, number, objectOf, orNull, pairOf, text } from './shape';
import type { Guard } from './shape';
import { planNow } from './steps';
import type { PlanNow } from './steps';
import { boundaryKind, isState } from './state';
import type { BoundaryKind, State } from './state';

export interface Clocked {
  readonly now_ms: number;
  /** What local time is ahead of UTC, in minutes. */
  readonly offset_min: number;
}

/** An event as docs/formats/journal.md has it. What it holds is looked at by the core. */
export type JournalEvent = Readonly<Record<string, unknown>> & { readonly type: string };

export interface NewEvent extends Clocked {
  readonly body: JournalEvent;
}

export interface Added {
  readonly added: number;
  readonly problems: readonly { readonly index: number; readonly what: string }[];
}

/** A raise that does not count yet; `from_ms` is null where no time alone does it. */
export interface Held {
  readonly rule: string;
  readonly from_ms: number | null;
  readonly needs: readonly string[];
}

/** A made event, which is not in the book yet. `kept` names a latch that stays in force. */
export interface Made {
  readonly event: JournalEvent;
  readonly kept: readonly [string, string] | null;
  readonly held: Held | null;
}

/** A better answer, or null for one taken back, that does not count yet. */
export interface Raise extends Held {
  readonly item: string;
  readonly answer: string | null;
  readonly in_force: string | null;
  readonly asked_ms: number;
}

export interface Recheck extends Held {
  readonly item: string;
  readonly answer: string;
  readonly ready: boolean;
}

export interface MovedItem {
  readonly item: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly when_ms: number | null;
}

export interface Moved {
  readonly since_ms: number;
  readonly from: Level;
  readonly to: Level;
  readonly items: readonly MovedItem[];
}

export interface Said {
  readonly boundary: string;
  readonly kind: BoundaryKind;
  readonly when_ms: number;
  readonly mine_since: number;
}

/** A rule that the contact log meets. Asked about only, or in force whatever is answered. */
export interface Finding {
  readonly rule: string;
  readonly item: string;
  readonly answer: string;
  readonly effect: 'in-force' | 'ask';
  readonly n: number;
  readonly since_ms: number;
  readonly until_ms: number | null;
  readonly dates_ms: readonly number[];
}

export interface Contacts {
  readonly mine_since_theirs: number;
  readonly last_mine_ms: number | null;
  readonly last_theirs_ms: number | null;
  readonly said: readonly Said[];
  readonly findings: readonly Finding[];
}

export interface Resting {
  readonly draft: string;
  readonly rests_until_ms: number;
  readonly at_night: boolean;
  readonly rested: boolean;
  readonly reread: boolean;
  readonly ready: boolean;
  readonly needs: readonly string[];
}

/** All that follows from the book at a moment. */
export interface View extends PlanNow {
  readonly state: State;
  readonly standing: Standing;
  readonly agenda: Agenda;
  readonly raises: readonly Raise[];
  readonly rechecks: readonly Recheck[];
  /** Null before the first check-in of kind recheck. */
  readonly moved: Moved | null;
  readonly contact: Contacts;
  readonly drawer: readonly Resting[];
}

const names = arrayOf(text);
const times = arrayOf(number);

const isEvent: Guard<JournalEvent> = (value): value is JournalEvent =>
  objectOf<{ readonly type: string }>({ type: text })(value);

const held = { rule: text, from_ms: orNull(number), needs: names };

export const isAdded: Guard<Added> = objectOf<Added>({
  added: number,
  problems: arrayOf(objectOf<Added['problems'][number]>({ index: number, what: text })),
});

export const isMade: Guard<Made> = objectOf<Made>({
  event: isEvent,
  kept: orNull(pairOf(text, text)),
  held: orNull(objectOf<Held>(held)),
});

const isMoved: Guard<Moved> = objectOf<Moved>({
  since_ms: number,
  from: isLevel,
  to: isLevel,
  items: arrayOf(
    objectOf<MovedItem>({
      item: text,
      from: orNull(text),
      to: orNull(text),
      when_ms: orNull(number),
    }),
  ),
});

const isContacts: Guard<Contacts> = objectOf<Contacts>({
  mine_since_theirs: number,
  last_mine_ms: orNull(number),
  last_theirs_ms: orNull(number),
  said: arrayOf(
    objectOf<Said>({ boundary: text, kind: boundaryKind, when_ms: number, mine_since: number }),
  ),
  findings: arrayOf(
    objectOf<Finding>({
      rule: text,
      item: text,
      answer: text,
      effect: either('in-force', 'ask'),
      n: number,
      since_ms: number,
      until_ms: orNull(number),
      dates_ms: times,
    }),
  ),
});

export const isView: Guard<View> = objectOf<View>({
  ...planNow,
  state: isState,
  standing: isStanding,
  agenda: isAgenda,
  raises: arrayOf(
    objectOf<Raise>({
      ...held,
      item: text,
      answer: orNull(text),
      in_force: orNull(text),
      asked_ms: number,
    }),
  ),
  rechecks: arrayOf(objectOf<Recheck>({ ...held, item: text, answer: text, ready: flag })),
  moved: orNull(isMoved),
  contact: isContacts,
  drawer: arrayOf(
    objectOf<Resting>({
      draft: text,
      rests_until_ms: number,
      at_night: flag,
      rested: flag,
      reread: flag,
      ready: flag,
      needs: names,
    }),
  ),
});
