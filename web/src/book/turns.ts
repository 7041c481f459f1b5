// Deeds one after another, and nothing of a visit that is over.

export interface Turns {
  /** Runs when all that was asked before has ended. Null where the visit ended first. */
  readonly take: <T>(deed: () => Promise<T | null>) => Promise<T | null>;
  /** Which visit this is, to be looked at after a wait. */
  readonly visit: () => number;
  /** Ends the visit: what waits is dropped. */
  readonly end: () => void;
}

export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  let visit = 0;

  return {
    take: (deed) => {
      const mine = visit;
      const turn = last.then(() => (mine === visit ? deed() : null));
      last = turn.catch(() => undefined);
      return turn;
    },
    visit: () => visit,
    end: () => {
      visit += 1;
    },
  };
};
