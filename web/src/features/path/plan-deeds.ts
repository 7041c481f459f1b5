// Deeds about a plan: made, changed, let go.

import type { Put } from './undo';

/** `act` is the id of a note, `obstacle` an item; a plan is for one of them, or for neither. */
export interface PlanText {
  readonly when: string;
  readonly then: string;
  readonly notice: string;
  readonly act?: string;
  readonly obstacle?: string;
}

export const planDeeds = (put: Put, newId: () => string) => ({
  makePlan: (plan: PlanText) => put({ type: 'commitment', id: newId(), ...plan }),

  changePlan: (id: string, plan: PlanText) => put({ type: 'commitment', id, ...plan }),

  dropPlan: (id: string) =>
    put(
      { type: 'commitment', id, gone: true },
      { words: 'path.undo.plan', back: { type: 'commitment', id, gone: false } },
    ),
});
