// Which country's help lines are shown. Guessed or chosen, and never stored.

import type { HelpDirectory } from '../../engine/pack';
import { countryNamed, guessCountry, isOverdue } from './directory';

/** `languages` as the browser lists them. */
export const createHelp = (
  directory: HelpDirectory,
  languages: readonly string[],
  nowMs: number,
) => {
  const guess = guessCountry(directory, languages);
  let code = $state(guess ?? '');

  return {
    directory,
    overdue: isOverdue(directory, nowMs),
    get code() {
      return code;
    },
    get country() {
      return countryNamed(directory, code);
    },
    get isGuess() {
      return guess !== null && code === guess;
    },
    choose: (next: string) => {
      code = next;
    },
  };
};

export type Help = ReturnType<typeof createHelp>;
