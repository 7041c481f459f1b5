// What was found in a draft: as the reader said it, and carried along until it has looked again.

import type { Mark, Reading, Strength } from '../../engine/reading';
import { carried } from './spans';

/** Help for the writer: not called for, shown, or put aside by someone who said it is safe to go on. */
export type HelpState = 'none' | 'shown' | 'aside';

export const createFound = () => {
  let marks = $state.raw<readonly Mark[]>([]);
  let strengths = $state.raw<readonly Strength[]>([]);
  let reading = $state.raw<Reading | null>(null);
  let help = $state<HelpState>('none');

  return {
    /** As far as they are known for the very text. */
    get marks() {
      return marks;
    },
    get strengths() {
      return strengths;
    },
    /** Of the text as it was read last; nothing while there is no text. */
    get reading() {
      return reading;
    },
    get help() {
      return help;
    },
    carry: (before: string, after: string) => {
      marks = carried(marks, before, after);
      strengths = carried(strengths, before, after);
    },
    take: (next: Reading) => {
      reading = next;
      marks = next.marks;
      strengths = next.help_first ? [] : next.strengths;
      if (!next.help_first && help === 'aside') help = 'none';
      if (next.help_first && help === 'none') help = 'shown';
    },
    clear: () => {
      marks = [];
      strengths = [];
      reading = null;
    },
    /** They say that they are safe to go on. Asked again only when new words call for it. */
    goOn: () => {
      help = reading?.help_first === true ? 'aside' : 'none';
    },
    wipeHelp: () => {
      help = 'none';
    },
  };
};
