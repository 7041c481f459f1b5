// What a better answer waits for before it counts, by the names that the core gives.

import { say } from './words';
import type { WordKey } from './words';

const keys: Readonly<Record<string, WordKey>> = {
  'what-changed': 'standing.need.what_changed',
  text: 'standing.need.text',
  plan: 'standing.need.plan',
  'their-words': 'standing.need.their_words',
  'end-of-order': 'standing.need.end_of_order',
  'eight-weeks': 'standing.need.eight_weeks',
  'they-come-back': 'standing.need.they_come_back',
  nobody: 'standing.need.nobody',
  'their-message': 'standing.need.their_message',
  'their-reply': 'standing.need.their_reply',
};

/** One sentence each. Time alone is said by its day, so it has no sentence here. */
export const needsInWords = (needs: readonly string[]): readonly string[] =>
  needs.flatMap((name) => {
    const key = keys[name];
    return key === undefined ? [] : [say(key)];
  });
