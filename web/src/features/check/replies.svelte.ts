// What was replied on the short screens. It stays here: the sheet gets only the answer it makes.

import type { Question } from '../../engine/pack';

export type Replies = Readonly<Record<string, string>>;

export const createReplies = () => {
  let byScreen = $state.raw<Readonly<Record<string, Replies>>>({});

  const to = (screen: string): Replies => byScreen[screen] ?? {};

  const give = (screen: string, question: string, choice: string): void => {
    byScreen = { ...byScreen, [screen]: { ...to(screen), [question]: choice } };
  };

  /** The first reply of every question is its plain no. */
  const giveNone = (screen: string, questions: readonly Question[]): void => {
    for (const { id, replies } of questions) {
      const [no] = replies;
      if (no !== undefined) give(screen, id, no);
    }
  };

  const missing = (screen: string, questions: readonly Question[]): number =>
    questions.filter(({ id }) => !(id in to(screen))).length;

  const wipe = (): void => {
    byScreen = {};
  };

  return { to, give, giveNone, missing, wipe };
};
