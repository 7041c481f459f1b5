// Appends, one after the other: sealed, laid on the shelf, and answered only then. What comes in
// while one is being written is written together in the next.

import { done, fail } from '../engine/result';
import type { Result } from '../engine/result';
import { unhex, utf8 } from './bytes';
import { claimNew } from './claim';
import { NO_TIP, fits, sealEntry } from './entry';
import type { Tip } from './entry';
import { isLocked, locked, note, storeError } from './open-vault';
import type { OpenVault } from './open-vault';
import type { Shelving, Slip } from './shelf';
import type { Keeping, StoreError } from './store';

type Answer = (result: Result<true, StoreError>) => void;

interface Waiting {
  readonly payloads: readonly Uint8Array[];
  readonly answer: Answer;
}

export interface Writer {
  readonly append: (events: readonly string[]) => Keeping<true>;
  /** Other entries together with these events, which are sealed as our own. */
  readonly lay: (slips: readonly Slip[], payloads: readonly Uint8Array[]) => Keeping<true>;
  /** Settles when nothing is being written. */
  readonly idle: () => Promise<void>;
}

interface Batch {
  readonly slips: readonly Slip[];
  readonly tip: Tip;
}

const sealed = (vault: OpenVault, payloads: readonly Uint8Array[]): Batch => {
  const { device } = vault.held;
  const id = unhex(device);
  let { tip } = vault;
  const slips = payloads.map((payload) => {
    const entry = sealEntry(vault.opened, id, tip, payload);
    ({ tip } = entry);
    return { device, sequence: tip.sequence, bytes: entry.bytes };
  });
  return { slips, tip };
};

/** Another id, from its first number on. The one before is never written under again by this tab. */
export const changeDevice = async (vault: OpenVault): Shelving<true> => {
  const next = await claimNew(vault.outside, vault.shelf);
  if (!next.ok) return next;
  vault.held.release();
  vault.held = next.value;
  vault.tip = NO_TIP;
  return done(true);
};

const layOnce = async (
  vault: OpenVault,
  others: readonly Slip[],
  payloads: readonly Uint8Array[],
): Shelving<true> => {
  const after = vault.tip.sequence;
  const { device } = vault.held;
  const batch = sealed(vault, payloads);
  const laid = await vault.shelf.add([...others, ...batch.slips]);
  if (!laid.ok || isLocked(vault)) return laid;
  vault.tip = batch.tip;
  for (const slip of batch.slips) note(vault, slip);
  if (batch.slips.length > 0) vault.channel.tell({ type: 'Appended', device, after });
  return laid;
};

const laidAnyhow = async (
  vault: OpenVault,
  others: readonly Slip[],
  payloads: readonly Uint8Array[],
): Shelving<true> => {
  const first = await layOnce(vault, others, payloads);
  // A number of ours is taken: a store that was put back, or a write that was lost and is there.
  if (first.ok || first.error.type !== 'Taken' || others.length > 0) return first;
  const changed = await changeDevice(vault);
  return changed.ok ? layOnce(vault, others, payloads) : changed;
};

const lay = async (
  vault: OpenVault,
  others: readonly Slip[],
  payloads: readonly Uint8Array[],
): Keeping<true> => {
  if (isLocked(vault)) return locked;
  const laid = await laidAnyhow(vault, others, payloads);
  return laid.ok ? laid : storeError(laid.error);
};

export const createWriter = (vault: OpenVault): Writer => {
  let waiting: Waiting[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(deed: () => Promise<T>): Promise<T> => {
    const next = last.then(deed);
    last = next.catch(() => undefined);
    return next;
  };

  const writeWaiting = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    const result = await lay(
      vault,
      [],
      batch.flatMap(({ payloads }) => payloads),
    );
    for (const { answer } of batch) answer(result);
  };

  return {
    append: (events) => {
      const payloads = events.map(utf8);
      if (isLocked(vault)) return Promise.resolve(locked);
      if (!payloads.every(({ length }) => fits(length))) {
        return Promise.resolve(fail({ type: 'TooLarge' }));
      }
      return new Promise((answer) => {
        waiting.push({ payloads, answer });
        if (waiting.length === 1) void inTurn(writeWaiting);
      });
    },
    lay: (slips, payloads) => inTurn(() => lay(vault, slips, payloads)),
    idle: () => inTurn(() => Promise.resolve()),
  };
};
