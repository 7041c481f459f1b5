// The engine in this very thread: inside the worker, and in tests.

import { isAdded, isMade, isView } from './book';
import { isAgenda, isAnswered, isScreened, isStanding } from './engine';
import type { Answering, Engine, EngineError } from './engine';
import { isPack } from './pack';
import { isReading } from './reading';
import { done, fail } from './result';
import type { Result } from './result';
import { objectOf } from './shape';
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

/** Half of a pair, as an input method may leave it for a moment. The core takes whole letters only. */
const loneHalf = /\p{Surrogate}/gu;

/** Of the same length, so that every place in the draft stays where it was. */
const wholeLetters = (draft: string): string => draft.replace(loneHalf, '\ufffd');

/** Opens the reader once, and once more where its file did not come. */
const readerOpener = (
  core: () => Promise<Result<Core, EngineError>>,
  fetchRules: () => Promise<Uint8Array>,
): Engine['openReader'] => {
  let opening: Answering<true> | null = null;

  const open = async (): Answering<true> => {
    const running = await core();
    if (!running.ok) return running;
    try {
      const answered = running.value.call('openReader', await fetchRules());
      return answered.ok ? done(true) : answered;
    } catch {
      return fail({ type: 'Unreachable' });
    }
  };

  return async () => {
    opening ??= open();
    const opened = await opening;
    if (!opened.ok) opening = null;
    return opened;
  };
};

/**
 * `wasm` and `guide` are the bytes of two files the build makes; `fetchRules` gets those of the
 * third, which is large and wanted only where something is written.
 */
export const createLocalEngine = (
  wasm: BufferSource,
  guide: Uint8Array,
  fetchRules: () => Promise<Uint8Array>,
): Engine => {
  let core = opened(wasm, guide);
  const openReader = readerOpener(() => core, fetchRules);

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

  const read: Engine['read'] = async (draft) => {
    const open = await openReader();
    return open.ok ? ask('read', isReading, { text: wholeLetters(draft), utf16: true }) : open;
  };

  return {
    ready,
    pack,
    check: (sheet) => ask('check', isStanding, sheet),
    agenda: (sheet) => ask('agenda', isAgenda, sheet),
    answer: (change) => ask('answer', isAnswered, change),
    screen: (replies) => ask('screen', isScreened, replies),
    openReader,
    read,
    openBook: async (device) => {
      const opened = await ask('openBook', objectOf({}), { device });
      return opened.ok ? done(true) : opened;
    },
    add: (events) => ask('add', isAdded, { events }),
    event: (body) => ask('event', isMade, body),
    fold: (moment) => ask('fold', isView, moment),
    close: () => {
      core = Promise.resolve(fail({ type: 'Unreachable' }));
    },
  };
};
