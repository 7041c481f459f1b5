// What to say where a deed was not written. Nothing if it was.

import { say } from '../../words/words';
import type { Log } from './log.svelte';

export const troubleOf = ({ lost }: Log): string => {
  if (lost === null) return '';
  return say(lost === 'full' ? 'log.trouble.full' : 'log.trouble.lost');
};
