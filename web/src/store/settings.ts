// The settings: one small record, sealed like an entry and of one size. (docs/formats/store.md.)

import { number, objectOf, orNull } from '../engine/shape';
import { joined, u16, utf8, wipe } from './bytes';
import type { Bytes } from './bytes';
import { NONCE_BYTES } from './crypto';
import type { Opened } from './entry';
import { VERSION } from './header';
import type { Settings } from './store';

const PLAIN_BYTES = 256;

export const NO_SETTINGS: Settings = { saved_ms: null, idle_min: 10 };

const isSettings = objectOf<Settings>({ saved_ms: orNull(number), idle_min: number });

const associated = (vault: Uint8Array): Bytes => joined(u16(VERSION), vault, 'settings');

export const sealSettings = (
  { crypto, key, vault }: Opened,
  { saved_ms, idle_min }: Settings,
): Bytes => {
  const nonce = crypto.random(NONCE_BYTES);
  const plain = utf8(JSON.stringify({ saved_ms, idle_min }).padEnd(PLAIN_BYTES));
  const sealed = crypto.seal(key, nonce, plain, associated(vault));
  wipe(plain);
  return joined(nonce, sealed);
};

/** What does not open or is none counts as never set. */
export const openSettings = (
  { crypto, key, vault }: Opened,
  record: Uint8Array | null,
): Settings => {
  if (record === null) return NO_SETTINGS;
  const nonce = record.subarray(0, NONCE_BYTES);
  const plain = crypto.open(key, nonce, record.subarray(NONCE_BYTES), associated(vault));
  if (plain === null) return NO_SETTINGS;
  const read: unknown = JSON.parse(new TextDecoder().decode(plain));
  return isSettings(read) ? { saved_ms: read.saved_ms, idle_min: read.idle_min } : NO_SETTINGS;
};
