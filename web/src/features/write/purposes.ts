// What a message is for, and the action of the guide it takes. The words hold what the guide says.

import type { WordKey } from '../../words/words';

export type PurposeId = 'open' | 'apologise' | 'answer' | 'invite' | 'close';

export interface Purpose {
  readonly id: PurposeId;
  readonly label: WordKey;
  readonly holds: WordKey;
  readonly leaves: WordKey;
  /** As levels.toml names it. */
  readonly action: 'send' | 'invite';
}

const purpose = (id: PurposeId, action: Purpose['action'] = 'send'): Purpose => ({
  id,
  label: `write.for_${id}.label`,
  holds: `write.for_${id}.holds`,
  leaves: `write.for_${id}.leaves`,
  action,
});

export const purposes: readonly Purpose[] = [
  purpose('open'),
  purpose('apologise'),
  purpose('answer'),
  purpose('invite', 'invite'),
  purpose('close'),
];

export const purposeNamed = (id: PurposeId | null): Purpose | null =>
  purposes.find((each) => each.id === id) ?? null;
