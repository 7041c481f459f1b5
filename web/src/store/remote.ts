// The store's worker, from the page's side. It holds the key and the plaintext it works on; ending it
// takes both away at once. Argon2id takes a third of a second there, and the page goes on.

import { fail } from '../engine/result';
import type { Result } from '../engine/result';
import type { Bytes } from './bytes';
import type { InMemory } from './doors';
import type { Key, News, Settings, StoreError } from './store';

export type Asking =
  | { readonly ask: 'make'; readonly passphrase: string; readonly memory: InMemory }
  | { readonly ask: 'unlock'; readonly key: Key }
  | { readonly ask: 'planRestore'; readonly file: Bytes; readonly key: Key }
  | { readonly ask: 'restore'; readonly memory: InMemory }
  | { readonly ask: 'read' | 'settings' | 'newWords' | 'backup' | 'merge' }
  | { readonly ask: 'append'; readonly events: readonly string[] }
  | { readonly ask: 'set'; readonly settings: Settings }
  | { readonly ask: 'changePassphrase'; readonly old: Key; readonly next: string }
  | { readonly ask: 'planMerge'; readonly file: Bytes; readonly key: Key | null }
  | { readonly ask: 'lock'; readonly where: 'here' | 'everywhere' };

/** Both sides are this tree's own build. */
export type Said =
  | {
      readonly type: 'reply';
      readonly turn: number;
      readonly device: string;
      readonly result: Result<never, StoreError>;
    }
  | { readonly type: 'news'; readonly news: News };

type Answer = (result: Result<never, StoreError>) => void;

export interface Remote {
  readonly ask: (asking: Asking) => Promise<Result<never, StoreError>>;
  /** Of the vault, once there is one. */
  readonly device: () => string;
  readonly hear: (listener: (news: News) => void) => () => void;
  /** Ends it now. Whoever waits, and whoever asks later, is told `Locked`. */
  readonly end: () => void;
}

export const createRemote = (): Remote => {
  const worker = new Worker(new URL('./store.main.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Answer>();
  const listeners = new Set<(news: News) => void>();
  let turns = 0;
  let device = '';
  let ended: StoreError | null = null;

  const endWith = (error: StoreError): void => {
    if (ended !== null) return;
    ended = error;
    worker.terminate();
    for (const answer of waiting.values()) answer(fail(error));
    waiting.clear();
  };

  worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data.type === 'news') {
      for (const listener of [...listeners]) listener(data.news);
      // Locked or erased by another tab: what is left in the worker goes as well.
      if (data.news.type !== 'Appended') endWith({ type: 'Locked' });
      return;
    }
    ({ device } = data);
    waiting.get(data.turn)?.(data.result);
    waiting.delete(data.turn);
  });

  // Its files did not come, or it broke.
  worker.addEventListener('error', () => {
    endWith({ type: 'Unreachable' });
  });

  return {
    ask: (asking) =>
      new Promise((resolve) => {
        if (ended !== null) {
          resolve(fail(ended));
          return;
        }
        const turn = ++turns;
        waiting.set(turn, resolve);
        worker.postMessage({ ...asking, turn });
      }),
    device: () => device,
    hear: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    end: () => {
      endWith({ type: 'Locked' });
    },
  };
};
