// The shelf: what a vault lies on. Sealed bytes only; it knows no key and no event.
// (docs/formats/store.md.) One interface: the browser's database (indexed.ts), and tests' own.

import { hex, u64At, unhex } from './bytes';
import type { Bytes } from './bytes';
import type { Result } from '../engine/result';

export interface ShelfError {
  /** `Taken`: something already lies there. Nothing of the write was done. */
  readonly type: 'Denied' | 'Full' | 'Gone' | 'Newer' | 'Taken';
}

export type Shelving<T> = Promise<Result<T, ShelfError>>;

/** An entry under its device and number. */
export interface Slip {
  readonly device: string;
  readonly sequence: bigint;
  readonly bytes: Uint8Array;
}

/** What is there but once. */
export interface Cover {
  readonly header: Bytes;
  readonly settings: Bytes | null;
  /** Ids that this device has written under, in hexadecimal. */
  readonly own: readonly string[];
}

export interface Shelf {
  readonly cover: () => Shelving<Cover>;
  /** All entries, by device and number. */
  readonly entries: () => Shelving<readonly Bytes[]>;
  /** Those of one device behind a number. */
  readonly since: (device: string, sequence: bigint) => Shelving<readonly Bytes[]>;
  /** The last one of a device, by its number. */
  readonly last: (device: string) => Shelving<Bytes | null>;
  /** All of them or none, and ok only when they are on the disk. Never over what is there. */
  readonly add: (slips: readonly Slip[]) => Shelving<true>;
  readonly put: (part: 'header' | 'settings', bytes: Bytes) => Shelving<true>;
  readonly addOwn: (device: string) => Shelving<true>;
  readonly close: () => void;
}

export interface Shelves {
  /** `Gone` where no vault lies on it. `onlost` is called when it is taken away from under us. */
  readonly open: (onlost: () => void) => Shelving<Shelf>;
  /** Puts a new vault on it, whole or not at all. `Taken` where one is. */
  readonly make: (
    header: Bytes,
    own: string,
    slips: readonly Slip[],
    onlost: () => void,
  ) => Shelving<Shelf>;
}

const DEVICE_BYTES = 16;

/** Device and number as one key that sorts as the backup does: the number's highest byte first. */
export const keyOfSlip = (device: string, sequence: bigint): Bytes => {
  const key = new Uint8Array(DEVICE_BYTES + 8);
  key.set(unhex(device));
  new DataView(key.buffer).setBigUint64(DEVICE_BYTES, sequence);
  return key;
};

const DEVICE_AT = 5;
const SEQUENCE_AT = 21;

/** Where a whole entry belongs. */
export const slipOf = (bytes: Uint8Array): Slip => ({
  device: hex(bytes.subarray(DEVICE_AT, SEQUENCE_AT)),
  sequence: u64At(bytes, SEQUENCE_AT),
  bytes,
});
