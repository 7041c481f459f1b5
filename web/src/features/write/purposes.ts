// What a message is for, and the action of the guide it takes. The words hold what the guide says.

import type { WordKey } from '../../words/words';

export type PurposeId = 'open' | 'apologise' | 'answer' | 'invite' | 'close' | 'practical';

export interface Purpose {
  readonly id: PurposeId;
  readonly label: WordKey;
  readonly holds: WordKey;
  readonly leaves: WordKey;
  /** As levels.toml names it. None for what two people still share: no level closes that. */
  readonly action: 'send' | 'invite' | null;
  /** The step or the sentence of the guide whose evidence this waits for as well. */
  readonly behind: string | null;
}

const purpose = (
  id: PurposeId,
  action: Purpose['action'] = 'send',
  behind: Purpose['behind'] = null,
): Purpose => ({
  id,
  label: `write.for_${id}.label`,
  holds: `write.for_${id}.holds`,
  leaves: `write.for_${id}.leaves`,
  action,
  behind,
});

export const purposes: readonly Purpose[] = [
  purpose('open'),
  purpose('apologise', 'send', 'st-apologize'),
  purpose('answer', 'send', 'ph-questions'),
  purpose('invite', 'invite', 'ph-coffee'),
  purpose('close'),
  // x-shared-duties: children, keys, the lease, money. Never held, never counted as reaching out.
  purpose('practical', null),
];

export const purposeNamed = (id: string | null | undefined): Purpose | null =>
  purposes.find((each) => each.id === id) ?? null;
