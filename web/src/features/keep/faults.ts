// What went wrong, in words.

import type { StoreError } from '../../store/store';
import type { WordKey } from '../../words/words';

/** `by` is what was typed, where a key was. */
export const faultKey = (error: StoreError, by: 'passphrase' | 'words' = 'passphrase'): WordKey => {
  switch (error.type) {
    case 'WrongKey':
      return by === 'words' ? 'keep.fault.wrong_words' : 'keep.fault.wrong_key';
    case 'NoWords':
      return wordsFault[error.because];
    case 'Damaged':
      return 'keep.fault.damaged';
    case 'NotAVault':
      return 'keep.fault.not_a_vault';
    case 'CutOff':
      return 'keep.fault.cut_off';
    case 'Newer':
      return 'keep.fault.newer';
    case 'NoMemory':
      return 'keep.fault.no_memory';
    case 'Denied':
      return 'keep.fault.denied';
    case 'Full':
      return 'keep.fault.full';
    case 'Gone':
      return 'keep.fault.gone';
    case 'Exists':
      return 'keep.fault.exists';
    case 'Locked':
      return 'keep.fault.locked';
    case 'TooLarge':
      return 'keep.fault.too_large';
    case 'Unreachable':
      return 'keep.fault.unreachable';
  }
};

const wordsFault = {
  'not-twelve': 'keep.fault.not_twelve',
  'unknown-word': 'keep.fault.unknown_word',
  misspelt: 'keep.fault.misspelt',
} as const satisfies Record<string, WordKey>;
