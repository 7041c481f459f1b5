// The core as WebAssembly: bytes in, bytes out. The only file that touches its memory.

import { fail, done } from './result';
import type { Result } from './result';
import type { EngineError } from './engine';

export type Deed =
  | 'open'
  | 'check'
  | 'agenda'
  | 'answer'
  | 'screen'
  | 'openReader'
  | 'read'
  | 'openBook'
  | 'add'
  | 'event'
  | 'fold';

export interface Core {
  /** One call: UTF-8 JSON in, the parsed body out. Traps and strange bodies are errors, not throws. */
  readonly call: (deed: Deed, input: Uint8Array) => Result<unknown, EngineError>;
}

type Export = (...numbers: readonly number[]) => number;

const NOT_SUPPORTED = 52; // WASI's ENOSYS. The core has no files; libc's abort still links these.

const imports: WebAssembly.Imports = {
  wasi_snapshot_preview1: {
    fd_write: () => NOT_SUPPORTED,
    fd_close: () => NOT_SUPPORTED,
    fd_seek: () => NOT_SUPPORTED,
  },
};

const isFunction = (value: unknown): value is Export => typeof value === 'function';

const exported = (exports: WebAssembly.Exports, name: string): Export => {
  const found: unknown = exports[name];
  if (!isFunction(found)) throw new TypeError(`the core has no ${name}`);
  return found;
};

const refusal = (body: unknown): EngineError => {
  const code =
    typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : 'unknown';
  return { type: 'Refused', code };
};

/** Compiles the core and starts it. Throws when the bytes are no core: ours to get right. */
export const startCore = async (bytes: BufferSource): Promise<Core> => {
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  const { exports } = instance;
  const memory: unknown = exports['memory'];
  if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('the core has no memory');
  const allocate = exported(exports, 'amends_alloc');
  const release = exported(exports, 'amends_free');
  const deeds: Readonly<Record<Deed, Export>> = {
    open: exported(exports, 'amends_open'),
    check: exported(exports, 'amends_check'),
    agenda: exported(exports, 'amends_agenda'),
    answer: exported(exports, 'amends_answer'),
    screen: exported(exports, 'amends_screen'),
    openReader: exported(exports, 'amends_reader_open'),
    read: exported(exports, 'amends_read'),
    openBook: exported(exports, 'amends_book'),
    add: exported(exports, 'amends_add'),
    event: exported(exports, 'amends_event'),
    fold: exported(exports, 'amends_fold'),
  };
  exported(exports, '_initialize')();
  const decoder = new TextDecoder('utf-8', { fatal: true });

  // Memory may grow during any call, so every view is taken anew.
  const bodyAt = (result: number): Result<unknown, EngineError> => {
    const header = new DataView(memory.buffer, result, 12);
    const begin = header.getUint32(4, true);
    const body = new Uint8Array(memory.buffer, begin, header.getUint32(8, true));
    const parsed: unknown = JSON.parse(decoder.decode(body));
    return header.getUint32(0, true) === 0 ? done(parsed) : fail(refusal(parsed));
  };

  const call: Core['call'] = (deed, input) => {
    try {
      const begin = allocate(input.length) >>> 0;
      new Uint8Array(memory.buffer, begin, input.length).set(input);
      const answered = bodyAt(deeds[deed](begin, input.length) >>> 0);
      release(begin);
      return answered;
    } catch {
      // A trap. What was asked is somebody's answers, so nothing of it goes into the error.
      return fail({ type: 'Unreachable' });
    }
  };

  return { call };
};
