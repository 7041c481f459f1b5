// The engine: what the core knows, asked by the app. Two makers, worker and local, one behaviour.
//
// The guide's logic lives in the core alone. The app hands over the sheet as it got it and draws
// what comes back; it never works out a level, an order or an end by itself.

import type { Added, Clocked, JournalEvent, Made, NewEvent, View } from './book';
import { isLevel } from './pack';
import type { Level, Pack } from './pack';
import type { Reading } from './reading';
import type { Result } from './result';
import {
  arrayOf,
  either,
  flag,
  mapOf,
  number,
  objectOf,
  optional,
  orNull,
  pairOf,
  text,
} from './shape';
import type { Guard } from './shape';

/** Answers, and what goes with them. The members the app has no name for belong to the core. */
export interface Sheet {
  readonly answers: Readonly<Record<string, string>>;
  readonly latched?: readonly (readonly [string, string])[] | undefined;
  /** What the contact log shows: in force beside whatever is answered. */
  readonly logged?: readonly (readonly [string, string])[] | undefined;
  readonly passed?: readonly string[] | undefined;
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

export interface Reason {
  readonly item: string;
  readonly answer: string;
  readonly why: string;
}

export interface Change {
  readonly item: string;
  readonly how: string;
}

/** Where this stands, with its reasons. */
export interface Standing {
  readonly permitted: Level;
  readonly ceiling: Level;
  readonly limiting: readonly string[];
  readonly open: readonly string[];
  readonly lanes: readonly string[];
  readonly reasons: readonly Reason[];
  readonly next_steps: readonly string[];
  readonly would_change: readonly Change[];
  readonly closed: readonly string[];
}

export interface Asked {
  readonly item: string;
  readonly part: string;
  readonly state: 'answered' | 'passed' | 'open' | 'settled';
  readonly screen?: string | undefined;
}

/** What is asked, in which order, and how much of it is left. */
export interface Agenda {
  readonly questions: readonly Asked[];
  readonly next: string | null;
  readonly left: number;
  readonly asked: number;
  readonly stage: 'first' | 'depth' | 'done';
  readonly stop: boolean;
}

export interface AnswerChange {
  readonly sheet: Sheet;
  readonly item: string;
  readonly answer: string | null;
  readonly now_ms: number;
}

/** `kept` names a latched answer that stays in force although another one was chosen. */
export interface Answered {
  readonly sheet: Sheet;
  readonly kept: readonly [string, string] | null;
}

export interface ScreenReplies {
  readonly screen: string;
  readonly replies: Readonly<Record<string, string>>;
}

/** No answer means that the replies do not make one yet. */
export interface Screened {
  readonly answer: string | null;
}

export type EngineError =
  | { readonly type: 'Unreachable' }
  | { readonly type: 'Refused'; readonly code: string }
  | { readonly type: 'Misshapen'; readonly what: string };

export type Answering<T> = Promise<Result<T, EngineError>>;

export interface Engine {
  /** Settles when the guide is open. Every other call waits for it by itself. */
  readonly ready: () => Answering<true>;
  readonly pack: () => Answering<Pack>;
  readonly check: (sheet: Sheet) => Answering<Standing>;
  readonly agenda: (sheet: Sheet) => Answering<Agenda>;
  readonly answer: (change: AnswerChange) => Answering<Answered>;
  readonly screen: (replies: ScreenReplies) => Answering<Screened>;
  /** Fetches the reader's rules, which no other call needs. Settles when drafts can be read. */
  readonly openReader: () => Answering<true>;
  /** What a draft does to the person who gets it. Opens the reader by itself. */
  readonly read: (draft: string) => Answering<Reading>;
  /** An empty book for this device (32 hexadecimal digits), in the place of the one before. */
  readonly openBook: (device: string) => Answering<true>;
  /** Gives the book events that are stored. A bad one is named and the rest is added. */
  readonly add: (events: readonly JournalEvent[]) => Answering<Added>;
  /** Makes an event out of a body and adds nothing: store it first, then add it. */
  readonly event: (body: NewEvent) => Answering<Made>;
  /** What follows from the book at this moment. */
  readonly fold: (moment: Clocked) => Answering<View>;
  /** Drops the core and all it holds, at once. Whatever is asked afterwards is never answered. */
  readonly close: () => void;
}

export const isSheet: Guard<Sheet> = objectOf<Sheet>({
  answers: mapOf(text),
  latched: optional(arrayOf(pairOf(text, text))),
  logged: optional(arrayOf(pairOf(text, text))),
  passed: optional(arrayOf(text)),
  texts: optional(mapOf(text)),
});

export const isStanding: Guard<Standing> = objectOf<Standing>({
  permitted: isLevel,
  ceiling: isLevel,
  limiting: arrayOf(text),
  open: arrayOf(text),
  lanes: arrayOf(text),
  reasons: arrayOf(objectOf<Reason>({ item: text, answer: text, why: text })),
  next_steps: arrayOf(text),
  would_change: arrayOf(objectOf<Change>({ item: text, how: text })),
  closed: arrayOf(text),
});

export const isAgenda: Guard<Agenda> = objectOf<Agenda>({
  questions: arrayOf(
    objectOf<Asked>({
      item: text,
      part: text,
      state: either('answered', 'passed', 'open', 'settled'),
      screen: optional(text),
    }),
  ),
  next: orNull(text),
  left: number,
  asked: number,
  stage: either('first', 'depth', 'done'),
  stop: flag,
});

export const isAnswered: Guard<Answered> = objectOf<Answered>({
  sheet: isSheet,
  kept: orNull(pairOf(text, text)),
});

export const isScreened: Guard<Screened> = objectOf<Screened>({ answer: orNull(text) });
