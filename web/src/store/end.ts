// The end of a backup: for each device its last number and the hash of that entry, sealed.
// (docs/formats/vault.md, "The backup"; natively src/vault/end.cc.)

import { hex, joined, startsWith, u16, u32, u32At, u64, u64At, unhex } from './bytes';
import type { Bytes } from './bytes';
import { HASH_BYTES, NONCE_BYTES, TAG_BYTES } from './crypto';
import { isSizeClass, paddedBytes, sizeClassOf } from './entry';
import type { Opened, Tip } from './entry';
import { ID_BYTES, VERSION } from './header';

export const END_MARKER = joined(Uint8Array.of(0xa5), 'fin');

const CLASS_AT = 4;
const NONCE_AT = 5;
const SEALED_AT = NONCE_AT + NONCE_BYTES;
const LIST_AT = 4;
const TIP_BYTES = ID_BYTES + 8 + HASH_BYTES;

/** By device id in hexadecimal, which sorts as the bytes do. */
export type Tips = ReadonlyMap<string, Tip>;

const associated = (vault: Uint8Array): Bytes => joined(u16(VERSION), vault, 'end');

export const sealEnd = ({ crypto, key, vault }: Opened, tips: Tips): Bytes => {
  const listed = [...tips].sort(([a], [b]) => (a < b ? -1 : 1));
  const list = joined(
    u32(listed.length),
    ...listed.map(([device, { sequence, hash }]) => joined(unhex(device), u64(sequence), hash)),
  );
  const sizeClass = sizeClassOf(list.length);
  if (sizeClass === null) throw new RangeError('no such end');
  const plain = new Uint8Array(paddedBytes(sizeClass));
  plain.set(list);
  const nonce = crypto.random(NONCE_BYTES);
  const sealed = crypto.seal(key, nonce, plain, associated(vault));
  return joined(END_MARKER, Uint8Array.of(sizeClass), nonce, sealed);
};

/** How long the end at this place is; 0 where none is, or not all of it. */
export const endBytesAt = (bytes: Uint8Array, at: number): number => {
  const sizeClass = bytes[at + CLASS_AT];
  if (!startsWith(bytes, END_MARKER, at) || !isSizeClass(sizeClass)) return 0;
  const size = SEALED_AT + paddedBytes(sizeClass) + TAG_BYTES;
  return bytes.length - at < size ? 0 : size;
};

export const openEnd = ({ crypto, key, vault }: Opened, end: Uint8Array): Tips | null => {
  const nonce = end.subarray(NONCE_AT, SEALED_AT);
  const plain = crypto.open(key, nonce, end.subarray(SEALED_AT), associated(vault));
  if (plain === null) return null;
  const count = u32At(plain, 0);
  if (count > (plain.length - LIST_AT) / TIP_BYTES) return null;
  const tips = new Map<string, Tip>();
  for (let i = 0; i < count; i++) {
    const at = LIST_AT + i * TIP_BYTES;
    const sequenceAt = at + ID_BYTES;
    tips.set(hex(plain.subarray(at, sequenceAt)), {
      sequence: u64At(plain, sequenceAt),
      hash: plain.subarray(sequenceAt + 8, at + TIP_BYTES),
    });
  }
  return tips;
};
