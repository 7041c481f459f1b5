// What comes next for a draft, from what the core says of its rest, its text and the standing.

import { isDanger } from '../../engine/reading';
import type { Reading } from '../../engine/reading';
import type { Lying } from './lying';

/**
 * letter: it stays. past: written anew, or sent. reading: the reader has not looked. danger: it is never copied
 * here. waits: what its purpose waits for is not there. The others are the drawer's own needs.
 */
export type Next =
  | 'letter'
  | 'past'
  | 'rest'
  | 'reread'
  | 'wants'
  | 'standing'
  | 'waits'
  | 'reading'
  | 'danger'
  | 'ready';

/** How things stand outside of the drawer. */
export interface Around {
  /** What its purpose waits for, as sentences. */
  readonly waits: readonly string[];
  /** Whether what two people still share is open. */
  readonly shared: boolean;
}

const order = ['rest', 'reread', 'wants', 'standing'] as const;

/** x-shared-duties: nothing holds it but an order, or someone's safety. */
const held = ({ kind, rest }: Lying, { waits, shared }: Around): Next | null => {
  if (kind === 'practical') return shared ? null : 'standing';
  const need = order.find((name) => rest?.needs.includes(name) === true);
  if (need !== undefined) return need;
  if (waits.length > 0) return 'waits';
  return rest?.ready === true ? null : 'standing';
};

export const nextOf = (lying: Lying, reading: Reading | null, around: Around): Next => {
  if (lying.sent || lying.outcome === 'rewritten') return 'past';
  if (lying.kind === 'letter') return 'letter';
  // What was found, not how sure the reader is, decides.
  if (reading?.help_first === true || reading?.marks.some(isDanger) === true) return 'danger';
  return held(lying, around) ?? (reading === null ? 'reading' : 'ready');
};
