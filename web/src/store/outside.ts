// What a vault needs from outside, so that tests can hand in their own.

import type { Crypto } from './crypto';
import type { Shelves } from './shelf';

export type Release = () => void;

/** What tabs tell each other. Never an event: whoever hears of it reads the shelf. */
export type Told =
  | { readonly type: 'Appended'; readonly device: string; readonly after: bigint }
  | { readonly type: 'Locked' }
  | { readonly type: 'Erased' };

export interface Channel {
  readonly tell: (told: Told) => void;
  readonly hear: (listener: (told: Told) => void) => void;
  readonly close: () => void;
}

export interface Outside {
  readonly crypto: Crypto;
  readonly shelves: Shelves;
  /** The list of recovery words. Rejects when its file does not come. */
  readonly words: () => Promise<readonly string[]>;
  /** Holds a name as long as this tab lives, or until released; null when another tab has it. */
  readonly hold: (name: string) => Promise<Release | null>;
  readonly channel: () => Channel;
}

const NAME = 'notes';

export const browserChannel = (): Channel => {
  const channel = new BroadcastChannel(NAME);
  return {
    tell: (told) => {
      channel.postMessage(told);
    },
    hear: (listener) => {
      channel.onmessage = ({ data }: MessageEvent<Told>) => {
        listener(data);
      };
    },
    close: () => {
      channel.close();
    },
  };
};

/** By Web Locks, which the browser gives back when a tab is killed. Without them nothing is held. */
export const browserHold = (name: string): Promise<Release | null> => {
  if (!('locks' in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const held = navigator.locks.request(`${NAME} ${name}`, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(null);
        return undefined;
      }
      return new Promise<void>((release) => {
        resolve(release);
      });
    });
    held.catch(() => {
      resolve(null);
    });
  });
};
