// An urge: the ways with it, the lines that come slowly, and what is noted of it in the end.
//
// (st-patience) Nothing is measured meanwhile: time only turns the lines, and leaving notes nothing.

import type { Book } from '../../book/book.svelte';
import type { UrgePage } from '../../engine/plan';
import { createSitting } from './sitting.svelte';

export type UrgePlace = 'ways' | 'lines' | 'call' | 'after' | 'noted';

export const createUrge = (book: Book, page: UrgePage) => {
  const sitting = createSitting(page, book.now);
  let place = $state<UrgePlace>('ways');
  let went = $state<string | null>(null);
  let level = $state<number | null>(null);
  let lost = $state(false);
  let isNoting = false;

  const go = (next: UrgePlace) => (): void => {
    place = next;
  };

  const note = async (): Promise<void> => {
    if (went === null || isNoting) return;
    isNoting = true;
    const strong = level === null ? {} : { level };
    const said = await book.put({ type: 'check_in', kind: 'urge', went, ...strong });
    isNoting = false;
    lost = said === null;
    if (said !== null) place = 'noted';
  };

  return {
    page,
    sitting,
    get place() {
      return place;
    },
    get went() {
      return went;
    },
    get level() {
      return level;
    },
    get lost() {
      return lost;
    },
    begin: (): void => {
      sitting.begin();
      place = 'lines';
    },
    toCall: go('call'),
    toAfter: go('after'),
    toWays: (): void => {
      place = 'ways';
      went = null;
      level = null;
      lost = false;
    },
    say: (id: string): void => {
      went = id;
    },
    rate: (strength: number): void => {
      level = strength;
    },
    note,
  };
};

export type Urge = ReturnType<typeof createUrge>;
