// What is held while a vault is open, and the smallest deeds on it.

import { fail } from '../engine/result';
import type { Failed } from '../engine/result';
import { wipe } from './bytes';
import type { Held } from './claim';
import { NO_TIP, hashOf } from './entry';
import type { Opened, Tip } from './entry';
import type { Channel, Outside } from './outside';
import { slipOf } from './shelf';
import type { Shelf, ShelfError, Slip } from './shelf';
import type { News, StoreError } from './store';

export interface OpenVault {
  readonly outside: Outside;
  readonly shelf: Shelf;
  readonly opened: Opened;
  readonly channel: Channel;
  readonly tell: (news: News) => void;
  /** How far each device has been read, by device. */
  readonly seen: Map<string, bigint>;
  held: Held;
  tip: Tip;
  isLocked: boolean;
}

/** Asked anew after every wait. */
export const isLocked = (vault: OpenVault): boolean => vault.isLocked;

export const locked: Failed<StoreError> = fail({ type: 'Locked' });

/** `Taken` is met where it may happen; elsewhere a vault that is there already. */
export const storeError = (error: ShelfError): Failed<StoreError> =>
  fail({ type: error.type === 'Taken' ? 'Exists' : error.type });

/** Where a device goes on. Its last entry counts even where it is damaged: no number is used twice. */
export const tipAfter = (opened: Opened, last: Uint8Array | null): Tip =>
  last === null ? NO_TIP : { sequence: slipOf(last).sequence, hash: hashOf(opened.crypto, last) };

/** Notes how far a device has been read. */
export const note = ({ seen }: OpenVault, { device, sequence }: Slip): void => {
  if (sequence > (seen.get(device) ?? 0n)) seen.set(device, sequence);
};

/** Key and plaintext go, and with them every way to more. */
export const shut = (vault: OpenVault): void => {
  if (vault.isLocked) return;
  vault.isLocked = true;
  wipe(vault.opened.key);
  vault.shelf.close();
  vault.channel.close();
  vault.held.release();
};
