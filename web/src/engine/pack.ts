// The pack: the guide's ids, logic and English words in one file, as the build hands it over.
// Only what the app reads is named here; the core reads the rest from the same bytes.

import { arrayOf, either, flag, number, objectOf, optional, text } from './shape';
import type { Guard } from './shape';
import { isSign, planShape } from './plan';
import type { PlanPack, Sign } from './plan';

export const levels = [
  'safety-first',
  'let-go',
  'pause',
  'prepare',
  'open-channel',
  'together-slowly',
] as const;
export type Level = (typeof levels)[number];
export const isLevel: Guard<Level> = either(...levels);

export interface LevelWords {
  readonly id: Level;
  readonly closed: readonly string[];
  readonly title: string;
  readonly says: string;
  readonly open: string;
  readonly closed_says: string;
}

export interface Action {
  readonly id: string;
  readonly title: string;
}

export interface Raise {
  readonly id: string;
  readonly by: string;
  readonly says: string;
  readonly who: string;
}

export interface Lane {
  readonly id: string;
  readonly help: readonly string[];
  readonly title: string;
  readonly says: string;
}

export interface Answer {
  readonly id: string;
  readonly raise?: string | undefined;
  readonly latched: boolean;
  readonly lanes: readonly string[];
  readonly label: string;
  readonly reason?: string | undefined;
  readonly change?: string | undefined;
}

export interface Item {
  readonly id: string;
  readonly free_text: boolean;
  readonly question: string;
  readonly why: string;
  readonly write?: string | undefined;
  readonly answers: readonly Answer[];
}

export interface Step {
  readonly id: string;
  readonly number: number;
  readonly phase: string;
  readonly level: Level;
  readonly title: string;
  readonly do: string;
  readonly why: string;
  readonly done: string;
  readonly opens: string;
  readonly signs: readonly Sign[];
}

/** What the guide says in one place; some say it in words of their own, with what stands behind. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly words?: string | undefined;
  readonly stands_on?: string | undefined;
}

export interface Part {
  readonly id: string;
  readonly items: readonly string[];
  readonly title: string;
  readonly says: string;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly replies: readonly string[];
}

export interface Leaf {
  readonly intro: string;
  readonly questions: readonly Question[];
}

/** Short questions whose replies become one answer of one item. */
export interface Screen {
  readonly id: string;
  readonly item: string;
  readonly title: string;
  readonly intro: string;
  readonly why: string;
  readonly none?: string | undefined;
  readonly pages: readonly Leaf[];
}

export interface Reply {
  readonly id: string;
  readonly label: string;
}

export interface HelpLine {
  readonly kind: string;
  readonly name: string;
  readonly number?: string | undefined;
  readonly audience?: string | undefined;
  readonly text_chat?: string | undefined;
  readonly hours?: string | undefined;
  readonly cost?: string | undefined;
  readonly site?: string | undefined;
  readonly note?: string | undefined;
}

export interface Country {
  readonly code: string;
  readonly name: string;
  readonly lines: readonly HelpLine[];
}

export interface HelpKind {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

export interface HelpDirectory {
  readonly checked: string;
  readonly recheck_by: string;
  readonly kinds: readonly HelpKind[];
  readonly notes: {
    readonly busy: string;
    readonly none_here: string;
    readonly checked: string;
    readonly pick: string;
  };
  readonly countries: readonly Country[];
}

export interface Pack extends PlanPack {
  readonly format: 'amends-pack/1';
  readonly language: string;
  readonly levels: readonly LevelWords[];
  readonly actions: readonly Action[];
  readonly raises: readonly Raise[];
  readonly lanes: readonly Lane[];
  readonly entries: readonly Entry[];
  readonly items: readonly Item[];
  readonly steps: readonly Step[];
  readonly parts: readonly Part[];
  readonly screens: readonly Screen[];
  readonly replies: readonly Reply[];
  readonly help: HelpDirectory;
}

const maybeText = optional(text);
const texts = arrayOf(text);

const isAnswer = objectOf<Answer>({
  id: text,
  raise: maybeText,
  latched: flag,
  lanes: texts,
  label: text,
  reason: maybeText,
  change: maybeText,
});

const isItem = objectOf<Item>({
  id: text,
  free_text: flag,
  question: text,
  why: text,
  write: maybeText,
  answers: arrayOf(isAnswer),
});

const isStep = objectOf<Step>({
  id: text,
  number,
  phase: text,
  level: isLevel,
  title: text,
  do: text,
  why: text,
  done: text,
  opens: text,
  signs: arrayOf(isSign),
});

const isScreen = objectOf<Screen>({
  id: text,
  item: text,
  title: text,
  intro: text,
  why: text,
  none: maybeText,
  pages: arrayOf(
    objectOf<Leaf>({
      intro: text,
      questions: arrayOf(objectOf<Question>({ id: text, text, replies: texts })),
    }),
  ),
});

const isHelpLine = objectOf<HelpLine>({
  kind: text,
  name: text,
  number: maybeText,
  audience: maybeText,
  text_chat: maybeText,
  hours: maybeText,
  cost: maybeText,
  site: maybeText,
  note: maybeText,
});

const isHelpDirectory = objectOf<HelpDirectory>({
  checked: text,
  recheck_by: text,
  kinds: arrayOf(objectOf<HelpKind>({ id: text, title: text, says: text })),
  notes: objectOf({ busy: text, none_here: text, checked: text, pick: text }),
  countries: arrayOf(objectOf<Country>({ code: text, name: text, lines: arrayOf(isHelpLine) })),
});

export const isPack: Guard<Pack> = objectOf<Pack>({
  format: either('amends-pack/1'),
  language: text,
  levels: arrayOf(
    objectOf<LevelWords>({
      id: isLevel,
      closed: texts,
      title: text,
      says: text,
      open: text,
      closed_says: text,
    }),
  ),
  actions: arrayOf(objectOf<Action>({ id: text, title: text })),
  raises: arrayOf(objectOf<Raise>({ id: text, by: text, says: text, who: text })),
  lanes: arrayOf(objectOf<Lane>({ id: text, help: texts, title: text, says: text })),
  entries: arrayOf(
    objectOf<Entry>({ id: text, title: text, says: text, words: maybeText, stands_on: maybeText }),
  ),
  items: arrayOf(isItem),
  steps: arrayOf(isStep),
  parts: arrayOf(objectOf<Part>({ id: text, items: texts, title: text, says: text })),
  screens: arrayOf(isScreen),
  replies: arrayOf(objectOf<Reply>({ id: text, label: text })),
  help: isHelpDirectory,
  ...planShape,
});
