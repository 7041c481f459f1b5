// Advice on a new passphrase, one line at a time. No score: a number would be believed more than it
// knows, and a green bar ends the thinking. Nothing but an empty one is refused.

import type { WordKey } from '../../words/words';

/** Fewer letters than this are tried out in days by whoever has the file. */
const SHORT = 14;

/** So many different letters, at least, or it is one thing over and over. */
const FEW_LETTERS = 6;

export const adviceOn = (passphrase: string): WordKey => {
  if (passphrase === '') return 'keep.choose.how';
  if (/^[\d\s./-]+$/.test(passphrase)) return 'keep.choose.digits';
  if (passphrase.length >= SHORT && new Set(passphrase).size < FEW_LETTERS) {
    return 'keep.choose.repeats';
  }
  return passphrase.length < SHORT ? 'keep.choose.short' : 'keep.choose.personal';
};
