// The store that keeps nothing: events in this tab, gone with it.

import { done, fail } from '../engine/result';
import { hex } from './bytes';
import type { MemoryStore } from './store';

const DEVICE_BYTES = 16;

export const newDevice = (): string => hex(crypto.getRandomValues(new Uint8Array(DEVICE_BYTES)));

export const createMemoryStore = (device: string = newDevice()): MemoryStore => {
  let events: string[] | null = [];

  return {
    type: 'memory',
    device: () => device,
    read: () =>
      Promise.resolve(
        events === null ? fail({ type: 'Locked' }) : done({ events: [...events], problems: [] }),
      ),
    append: (more) => {
      if (events === null) return Promise.resolve(fail({ type: 'Locked' }));
      events.push(...more);
      return Promise.resolve(done(true));
    },
    // No other tab ever sees it, so there is no news.
    hear: () => () => undefined,
    rest: (known) => events?.slice(known) ?? [],
    wipe: () => {
      events = null;
    },
  };
};
