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
  };
};

export type Guide = ReturnType<typeof guideOf>;
