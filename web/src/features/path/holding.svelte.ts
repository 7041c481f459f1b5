// Kept or missed, with one tap. An event of the journal cannot be taken back, and both count for
// months, so the tap waits: it is written when one goes on, until then another tap changes it.

import type { Body, Book } from '../../book/book.svelte';

export type Held = 'kept' | 'missed';

interface Tap {
  readonly commitment: string;
  readonly held: Held;
  readonly when_ms: number;
}

export const createHolding = (
  { now }: Pick<Book, 'now'>,
  put: (body: Body) => Promise<boolean>,
) => {
  let tap = $state.raw<Tap | null>(null);

  /** Written now. What was not written stays, to be tried again. */
  const write = async (): Promise<void> => {
    const mine = tap;
    if (mine === null) return;
    tap = null;
    const { held, ...rest } = mine;
    if (!(await put({ type: held, ...rest }))) tap ??= mine;
  };

  const say = async (commitment: string, held: Held): Promise<void> => {
    if (tap !== null && tap.commitment !== commitment) await write();
    tap = tap?.held === held ? null : { commitment, held, when_ms: now() };
  };

  return {
    /** What was tapped for it and is not written yet. */
    of: (commitment: string): Held | null => (tap?.commitment === commitment ? tap.held : null),
    say,
    write,
    drop: (): void => {
      tap = null;
    },
  };
};
