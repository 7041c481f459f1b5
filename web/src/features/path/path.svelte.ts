// The path: where on it one is, what the core says of it, and what a person does there.

import type { Guide } from '../../engine/guide';
import { createDeeds } from './deeds.svelte';
import type { PathBook } from './deeds.svelte';
import { createTrail } from './trail.svelte';
import { saidIn } from './counted';
import type { StepNow } from '../../engine/steps';
import type { Elsewhere, Way } from './ways';

/** Where the path leads beyond itself. */
export interface Beyond {
  readonly go: (view: Elsewhere) => void;
  readonly answer: (item: string) => void;
}

/** What there is before there is a view. */
const nothing = {
  steps: [],
  commitments: [],
  window: null,
  phrases: [],
  obstacles: [],
} as const;

export const createPath = (book: PathBook, guide: Guide, beyond: Beyond) => {
  const deeds = createDeeds(book);
  const trail = createTrail(() => void deeds.holding.write());
  const planned = $derived(book.view ?? nothing);
  const said = $derived(saidIn(book.view));

  const stepNow = (id: string): StepNow | undefined =>
    planned.steps.find(({ step }) => step === id);

  const follow = (way: Way): void => {
    if (way.to === 'place') trail.go(way.place);
    else if (way.to === 'view') beyond.go(way.view);
    else beyond.answer(way.item);
  };

  return {
    guide,
    deeds,
    get place() {
      return trail.place;
    },
    get planned() {
      return planned;
    },
    get said() {
      return said;
    },
    get state() {
      return book.view?.state;
    },
    /** Where nothing leads to them: then only what is one's own is offered. */
    get isStopped() {
      const level = book.view?.standing.permitted;
      return level === 'safety-first' || level === 'let-go';
    },
    now: book.now,
    stepNow,
    /** Steps of another path than the person's: here, where nobody did wrong (dr-no-villain). */
    get dropped() {
      return planned.steps.filter(({ state }) => state === 'dropped').length;
    },
    go: trail.go,
    back: trail.back,
    follow,
    answer: beyond.answer,
    wipe: (): void => {
      trail.wipe();
      deeds.wipe();
    },
  };
};

export type Path = ReturnType<typeof createPath>;
