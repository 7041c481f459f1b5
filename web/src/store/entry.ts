// An entry: one event, sealed on its own, bound to its vault, device and number, and to the entry
// before it. (docs/formats/vault.md, "An entry"; natively src/vault/entry.cc.)

import { joined, startsWith, u16, u32, u32At, u64, u64At, wipe } from './bytes';
import type { Bytes } from './bytes';
import { HASH_BYTES, NONCE_BYTES, TAG_BYTES } from './crypto';
import type { Crypto } from './crypto';
import { ID_BYTES, VERSION } from './header';

export const ENTRY_MARKER = joined(Uint8Array.of(0xa5), 'ent');
export const LAST_SEQUENCE = 2n ** 53n - 1n;

const CLASS_AT = 4;
const DEVICE_AT = 5;
const SEQUENCE_AT = 21;
const NONCE_AT = 29;
const HEAD_BYTES = 53;
const PREVIOUS_AT = 4;
const PAYLOAD_AT = PREVIOUS_AT + HASH_BYTES;

const SIZE_CLASSES = 7;

export const paddedBytes = (sizeClass: number): number => 256 * 4 ** sizeClass;

/** The smallest that fits, or null where none does. */
export const sizeClassOf = (plain_bytes: number): number | null => {
  for (let sizeClass = 0; sizeClass < SIZE_CLASSES; sizeClass++) {
    if (plain_bytes <= paddedBytes(sizeClass)) return sizeClass;
  }
  return null;
};

export const isSizeClass = (value: number | undefined): value is number =>
  value !== undefined && value < SIZE_CLASSES;

/** Whether an event of so many bytes can be sealed. */
export const fits = (payload_bytes: number): boolean =>
  sizeClassOf(PAYLOAD_AT + payload_bytes) !== null;

/** Where a device goes on: its last number, and the hash of that entry. */
export interface Tip {
  readonly sequence: bigint;
  readonly hash: Uint8Array;
}

export const NO_TIP: Tip = { sequence: 0n, hash: new Uint8Array(HASH_BYTES) };

/** What sealing needs all the time a vault is open. */
export interface Opened {
  readonly crypto: Crypto;
  readonly key: Uint8Array;
  readonly vault: Uint8Array;
}

export const hashOf = (crypto: Crypto, entry: Uint8Array): Uint8Array =>
  crypto.hash(HASH_BYTES, entry);

const associated = (vault: Uint8Array, device: Uint8Array, sequence: Uint8Array): Bytes =>
  joined(u16(VERSION), vault, device, sequence);

export interface Sealed {
  readonly bytes: Bytes;
  readonly tip: Tip;
}

/** REQUIRES: `fits(payload.length)`, and a tip below the last sequence. */
export const sealEntry = (
  { crypto, key, vault }: Opened,
  device: Uint8Array,
  tip: Tip,
  payload: Uint8Array,
): Sealed => {
  const sizeClass = sizeClassOf(PAYLOAD_AT + payload.length);
  if (sizeClass === null || tip.sequence >= LAST_SEQUENCE) throw new RangeError('no such entry');
  const plain = new Uint8Array(paddedBytes(sizeClass));
  plain.set(u32(payload.length));
  plain.set(tip.hash, PREVIOUS_AT);
  plain.set(payload, PAYLOAD_AT);
  const sequence = tip.sequence + 1n;
  const number = u64(sequence);
  const nonce = crypto.random(NONCE_BYTES);
  const sealed = crypto.seal(key, nonce, plain, associated(vault, device, number));
  wipe(plain);
  const bytes = joined(ENTRY_MARKER, Uint8Array.of(sizeClass), device, number, nonce, sealed);
  return { bytes, tip: { sequence, hash: hashOf(crypto, bytes) } };
};

export interface Head {
  readonly device: Uint8Array;
  readonly sequence: bigint;
  readonly entry_bytes: number;
}

/** What stands unsealed at this place, if an entry may begin there. */
export const headAt = (bytes: Uint8Array, at: number): Head | null => {
  if (bytes.length - at < HEAD_BYTES || !startsWith(bytes, ENTRY_MARKER, at)) return null;
  const sizeClass = bytes[at + CLASS_AT];
  if (!isSizeClass(sizeClass)) return null;
  return {
    device: bytes.subarray(at + DEVICE_AT, at + DEVICE_AT + ID_BYTES),
    sequence: u64At(bytes, at + SEQUENCE_AT),
    entry_bytes: HEAD_BYTES + paddedBytes(sizeClass) + TAG_BYTES,
  };
};

export interface OpenedEntry {
  readonly previous: Uint8Array;
  readonly payload: Uint8Array;
}

const isPadding = (plain: Uint8Array, from: number): boolean => {
  for (let at = from; at < plain.length; at++) if (plain[at] !== 0) return false;
  return true;
};

/** REQUIRES: the whole entry that `headAt` found. */
export const openEntry = (
  { crypto, key, vault }: Opened,
  { sequence }: Head,
  entry: Uint8Array,
): OpenedEntry | null => {
  const context = associated(
    vault,
    entry.subarray(DEVICE_AT, SEQUENCE_AT),
    entry.subarray(SEQUENCE_AT, NONCE_AT),
  );
  const nonce = entry.subarray(NONCE_AT, HEAD_BYTES);
  const plain = crypto.open(key, nonce, entry.subarray(HEAD_BYTES), context);
  if (plain === null) return null;
  const size = u32At(plain, 0);
  const end = PAYLOAD_AT + size;
  const isSound =
    end <= plain.length &&
    sequence >= 1n &&
    sequence <= LAST_SEQUENCE &&
    isPadding(plain, PAYLOAD_AT + size);
  if (!isSound) return null;
  return {
    previous: plain.subarray(PREVIOUS_AT, PAYLOAD_AT),
    payload: plain.subarray(PAYLOAD_AT, end),
  };
};
