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
