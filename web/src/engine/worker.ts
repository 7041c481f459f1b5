// The engine in a worker, so that no question to the core ever holds up the page.

import type { Clocked, JournalEvent, NewEvent } from './book';
import type { AnswerChange, Engine, EngineError, ScreenReplies, Sheet } from './engine';
import type { Result } from './result';

export type Asking =
  | { readonly ask: 'ready' | 'pack' | 'openReader' }
  | { readonly ask: 'check' | 'agenda'; readonly input: Sheet }
  | { readonly ask: 'answer'; readonly input: AnswerChange }
  | { readonly ask: 'screen'; readonly input: ScreenReplies }
  | { readonly ask: 'read' | 'openBook'; readonly input: string }
  | { readonly ask: 'add'; readonly input: readonly JournalEvent[] }
  | { readonly ask: 'event'; readonly input: NewEvent }
  | { readonly ask: 'fold'; readonly input: Clocked };

/** Both sides are this file's own build; the core's data was looked at on the other side. */
interface Reply {
  readonly turn: number;
  readonly result: Result<never, EngineError>;
}

type Waiting = (result: Result<never, EngineError>) => void;

const unreachable: Result<never, EngineError> = { ok: false, error: { type: 'Unreachable' } };

export const createWorkerEngine = (): Engine => {
  const worker = new Worker(new URL('./worker.main.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let turns = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.turn)?.(data.result);
    waiting.delete(data.turn);
  });

  // The worker's files did not come, or it broke: whoever waits is told so.
  worker.addEventListener('error', () => {
    for (const tell of waiting.values()) tell(unreachable);
    waiting.clear();
  });

  const ask = (asking: Asking): Promise<Result<never, EngineError>> =>
    new Promise((resolve) => {
      const turn = ++turns;
      waiting.set(turn, resolve);
      worker.postMessage({ ...asking, turn });
    });

  return {
    ready: () => ask({ ask: 'ready' }),
    pack: () => ask({ ask: 'pack' }),
    check: (input) => ask({ ask: 'check', input }),
    agenda: (input) => ask({ ask: 'agenda', input }),
    answer: (input) => ask({ ask: 'answer', input }),
    screen: (input) => ask({ ask: 'screen', input }),
    openReader: () => ask({ ask: 'openReader' }),
    read: (input) => ask({ ask: 'read', input }),
    openBook: (input) => ask({ ask: 'openBook', input }),
    add: (input) => ask({ ask: 'add', input }),
    event: (input) => ask({ ask: 'event', input }),
    fold: (input) => ask({ ask: 'fold', input }),
    close: () => {
      worker.terminate();
      waiting.clear();
    },
  };
};
