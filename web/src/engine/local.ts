// The engine in this very thread: inside the worker, and in tests.

import { isAgenda, isAnswered, isScreened, isStanding } from './engine';
import type { Answering, Engine, EngineError } from './engine';
import { isPack } from './pack';
import { done, fail } from './result';
import type { Result } from './result';
import type { Guard } from './shape';
import { startCore } from './wasm';
import type { Core, Deed } from './wasm';

const encoder = new TextEncoder();

const shaped = <T>(what: string, guard: Guard<T>, value: unknown): Result<T, EngineError> =>
  guard(value) ? done(value) : fail({ type: 'Misshapen', what });

const opened = async (
  wasm: BufferSource,
  guide: Uint8Array,
): Promise<Result<Core, EngineError>> => {
  try {
    const core = await startCore(wasm);
    const answer = core.call('open', guide);
    return answer.ok ? done(core) : answer;
  } catch {
    return fail({ type: 'Unreachable' });
  }
};

/** `wasm` and `guide` are the bytes of the two files the build makes. */
export const createLocalEngine = (wasm: BufferSource, guide: Uint8Array): Engine => {
  let core = opened(wasm, guide);

  const ask = async <T>(deed: Deed, guard: Guard<T>, input: unknown): Answering<T> => {
    const running = await core;
    if (!running.ok) return running;
    const answered = running.value.call(deed, encoder.encode(JSON.stringify(input)));
    return answered.ok ? shaped(deed, guard, answered.value) : answered;
  };

  const ready = async (): Answering<true> => {
    const running = await core;
    return running.ok ? done(true) : running;
  };

  const pack: Engine['pack'] = async () => {
    const running = await core;
    if (!running.ok) return running;
    const read: unknown = JSON.parse(new TextDecoder().decode(guide));
    return shaped('pack', isPack, read);
  };

  return {
    ready,
    pack,
    check: (sheet) => ask('check', isStanding, sheet),
    agenda: (sheet) => ask('agenda', isAgenda, sheet),
    answer: (change) => ask('answer', isAnswered, change),
    screen: (replies) => ask('screen', isScreened, replies),
    close: () => {
      core = Promise.resolve(fail({ type: 'Unreachable' }));
    },
  };
};
