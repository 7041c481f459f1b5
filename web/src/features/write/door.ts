// Whether the composer is open. The core decides: it says how far the questions went and what the
// level closes. (levels.toml: "compose" is writing to them here, "send" is copying the text out.)

import type { Agenda, Standing } from '../../engine/engine';

/** first: the check comes first. closed: only the letter. kept: a draft that stays. open: all of it. */
export type Door = 'first' | 'closed' | 'kept' | 'open';

export const doorOf = (standing: Standing | null, agenda: Agenda): Door => {
  if (standing === null) return 'first';
  if (standing.closed.includes('compose')) return 'closed';
  if (agenda.stage === 'first') return 'first';
  return standing.closed.includes('send') ? 'kept' : 'open';
};

/**
 * What two people still share. first: it is not known yet whether an order is in force. order: one
 * is, or may be, and it closes this as well. safety: someone's safety goes before it.
 */
export type SharedDoor = 'first' | 'order' | 'safety' | 'open';

const order = 'x-no-contact-order';

const isAnswered = ({ questions }: Agenda, item: string): boolean =>
  questions.some((asked) => asked.item === item && asked.state === 'answered');

/** x-shared-duties: a no, a block or a pause does not close it. */
export const sharedDoorOf = (standing: Standing | null, agenda: Agenda): SharedDoor => {
  if (standing === null) return 'first';
  if (standing.lanes.includes('no-contact-order')) return 'order';
  if (standing.permitted === 'safety-first') return 'safety';
  return isAnswered(agenda, order) ? 'open' : 'first';
};
