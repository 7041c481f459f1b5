// The pack, ready to be looked things up in: items, answers, screens, steps and their words.

import type {
  Action,
  Answer,
  Entry,
  Item,
  Lane,
  Level,
  LevelWords,
  Pack,
  Part,
  Question,
  Raise,
  Screen,
  Step,
} from './pack';
import type { Card, Evidence, NoteKind, Sign } from './plan';

export interface Phrase extends Entry {
  readonly words: string;
  readonly stands_on: string;
}

const isPhrase = (entry: Entry): entry is Phrase =>
  entry.words !== undefined && entry.stands_on !== undefined;

const byId = <I extends string, T extends { readonly id: I }>(
  list: readonly T[],
): ReadonlyMap<I, T> => new Map(list.map((each) => [each.id, each]));

export const guideOf = (pack: Pack) => {
  const items = byId<string, Item>(pack.items);
  const screens = byId<string, Screen>(pack.screens);
  const replies = byId(pack.replies);
  const levels = byId<Level, LevelWords>(pack.levels);
  const raises = byId<string, Raise>(pack.raises);
  const lanes = byId<string, Lane>(pack.lanes);
  const steps = byId<string, Step>(pack.steps);
  const actions = byId<string, Action>(pack.actions);

  const notes = byId<string, NoteKind>(pack.notes);
  const cards = byId<string, Card>(pack.cards);
  const evidence = byId<string, Evidence>(pack.evidence);
  const entries = byId<string, Entry>(pack.entries);
  const needs = byId(pack.needs);
  const rules = byId(pack.window.rules.map((rule) => ({ ...rule, id: rule.entry })));

  const answer = (item: string, id: string | undefined): Answer | undefined =>
    items.get(item)?.answers.find((each) => each.id === id);

  /** Who alone can raise an answer again. */
  const raiseOf = (item: string, id: string | undefined): Raise | undefined =>
    raises.get(answer(item, id)?.raise ?? '');

  return {
    item: (id: string): Item | undefined => items.get(id),
    answer,
    raiseOf,
    level: (id: Level): LevelWords | undefined => levels.get(id),
    lane: (id: string): Lane | undefined => lanes.get(id),
    step: (id: string): Step | undefined => steps.get(id),
    /** Sentences of the guide that may stand in a message, each with the deed behind it. */
    phrases: pack.entries.filter(isPhrase),
    action: (id: string): Action | undefined => actions.get(id),
    reply: (id: string): string => replies.get(id)?.label ?? id,
    screen: (id: string): Screen | undefined => screens.get(id),
    page: (id: string, number: number): readonly Question[] =>
      screens.get(id)?.pages[number]?.questions ?? [],
    pageCount: (id: string): number => screens.get(id)?.pages.length ?? 0,
    part: (item: string): Part | undefined => pack.parts.find((part) => part.items.includes(item)),
    parts: pack.parts,
    entry: (id: string): Entry | undefined => entries.get(id),
    phases: pack.phases,
    sign: (step: string, id: string): Sign | undefined =>
      steps.get(step)?.signs.find((sign) => sign.id === id),
    evidence: (id: string): Evidence | undefined => evidence.get(id),
    /** What a phrase waits for, by the name that the view gives: a step, evidence, or neither. */
    need: (name: string): string =>
      steps.get(name)?.title ?? evidence.get(name)?.says ?? needs.get(name)?.says ?? name,
    note: (kind: string): NoteKind | undefined => notes.get(kind),
    card: (id: string): Card | undefined => cards.get(id),
    cards: pack.cards,
    cardsOf: (step: string): readonly Card[] => pack.cards.filter((card) => card.step === step),
    lettingGo: pack.letting_go,
    window: pack.window,
    /** Why the window is longer or shorter than usual, by the entry of the guide that says so. */
    windowRule: (entry: string): string | undefined => rules.get(entry)?.says,
    obstacles: pack.obstacles,
  };
};

export type Guide = ReturnType<typeof guideOf>;
