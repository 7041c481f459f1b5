// The header: which vault it is, and its key under a passphrase and under a recovery code. 226 bytes.
// (docs/formats/vault.md, "The header"; natively src/vault/header.cc.)
//
// A new passphrase or a new code writes its own part anew. The vault key never changes.

import { done, fail } from '../engine/result';
import type { Result } from '../engine/result';
import { joined, same, startsWith, u16, u16At, u32, u32At, utf8, wipe } from './bytes';
import type { Bytes } from './bytes';
import { KEY_BYTES, NONCE_BYTES, SALT_BYTES, TAG_BYTES } from './crypto';
import type { Cost, Crypto } from './crypto';
import { CODE_BYTES } from './recovery';

export const HEADER_BYTES = 226;
export const VERSION = 1;
export const ID_BYTES = 16;

const MAGIC = joined(Uint8Array.of(0x89), 'Amends\n');
const VERSION_AT = 8;
const VAULT_AT = 10;
const COST_AT = 26;
const SALT_AT = 34;
const PASSPHRASE_NONCE_AT = 50;
const PASSPHRASE_WRAP_AT = 74;
const RECOVERY_NONCE_AT = 122;
const RECOVERY_WRAP_AT = 146;
const CHECKSUM_AT = 194;
const MAC_AT = 210;

const WRAP_BYTES = KEY_BYTES + TAG_BYTES;
const SHORT_HASH_BYTES = 16;

/** What the app writes. A reader takes what is bearable. */
export const COST: Cost = { passes: 3, memory_kib: 65_536 };

const isBearable = ({ passes, memory_kib }: Cost): boolean =>
  passes >= 1 && passes <= 16 && memory_kib >= 8 && memory_kib <= 1_048_576;

export interface Refusal {
  readonly type: 'NotAVault' | 'CutOff' | 'Newer' | 'Damaged' | 'WrongKey' | 'NoMemory';
}

export interface Header {
  readonly bytes: Bytes;
  /** Its checksum is right. */
  readonly whole: boolean;
}

export const vaultIn = ({ bytes }: Header): Bytes => bytes.slice(VAULT_AT, VAULT_AT + ID_BYTES);

/** The same passphrase from every keyboard: composed, as keyboards give it to a terminal. */
const passphraseBytes = (passphrase: string): Bytes => utf8(passphrase.normalize('NFC'));

// A passphrase is bound to everything in front of its nonce, a code to the vault alone: so that a
// new passphrase leaves the code's wrap as it is.
const passphraseContext = (header: Uint8Array): Bytes =>
  joined(header.subarray(0, PASSPHRASE_NONCE_AT), 'passphrase');

const recoveryContext = (header: Uint8Array): Bytes =>
  joined(header.subarray(0, COST_AT), 'recovery');

// The code is as strong as a key already, so it needs no slow derivation.
const codeKey = (crypto: Crypto, header: Uint8Array, code: Uint8Array): Uint8Array =>
  crypto.mac(KEY_BYTES, code, recoveryContext(header));

const macOf = (crypto: Crypto, key: Uint8Array, header: Uint8Array): Uint8Array =>
  crypto.mac(SHORT_HASH_BYTES, key, joined('header', header.subarray(0, MAC_AT)));

const checksumOf = (crypto: Crypto, header: Uint8Array): Uint8Array =>
  crypto.hash(SHORT_HASH_BYTES, header.subarray(0, CHECKSUM_AT));

const finished = (crypto: Crypto, key: Uint8Array, bytes: Bytes): Header => {
  bytes.set(checksumOf(crypto, bytes), CHECKSUM_AT);
  bytes.set(macOf(crypto, key, bytes), MAC_AT);
  return { bytes, whole: true };
};

const wrapByPassphrase = (
  crypto: Crypto,
  key: Uint8Array,
  bytes: Bytes,
  passphrase: string,
  cost: Cost,
): boolean => {
  const salt = crypto.random(SALT_BYTES);
  const nonce = crypto.random(NONCE_BYTES);
  bytes.set(joined(u32(cost.passes), u32(cost.memory_kib), salt, nonce), COST_AT);
  const typed = passphraseBytes(passphrase);
  const wrapping = crypto.derive(typed, salt, cost);
  wipe(typed);
  if (wrapping === null) return false;
  bytes.set(crypto.seal(wrapping, nonce, key, passphraseContext(bytes)), PASSPHRASE_WRAP_AT);
  wipe(wrapping);
  return true;
};

const wrapByCode = (crypto: Crypto, key: Uint8Array, bytes: Bytes, code: Uint8Array): void => {
  const nonce = crypto.random(NONCE_BYTES);
  const wrapping = codeKey(crypto, bytes, code);
  bytes.set(nonce, RECOVERY_NONCE_AT);
  bytes.set(crypto.seal(wrapping, nonce, key, recoveryContext(bytes)), RECOVERY_WRAP_AT);
  wipe(wrapping);
};

export interface NewVault {
  readonly header: Header;
  readonly key: Uint8Array;
  readonly code: Uint8Array;
}

export const newVault = (
  crypto: Crypto,
  passphrase: string,
  cost: Cost = COST,
): Result<NewVault, Refusal> => {
  const bytes = new Uint8Array(HEADER_BYTES);
  bytes.set(joined(MAGIC, u16(VERSION), crypto.random(ID_BYTES)));
  const key = crypto.random(KEY_BYTES);
  const code = crypto.random(CODE_BYTES);
  if (!wrapByPassphrase(crypto, key, bytes, passphrase, cost)) return fail({ type: 'NoMemory' });
  wrapByCode(crypto, key, bytes, code);
  return done({ header: finished(crypto, key, bytes), key, code });
};

export const readHeader = (crypto: Crypto, file: Uint8Array): Result<Header, Refusal> => {
  if (!startsWith(file, MAGIC)) {
    const begins = file.length > 0 && startsWith(MAGIC, file);
    return fail({ type: begins ? 'CutOff' : 'NotAVault' });
  }
  if (file.length < VAULT_AT) return fail({ type: 'CutOff' });
  const version = u16At(file, VERSION_AT);
  if (version > VERSION) return fail({ type: 'Newer' });
  if (version < VERSION) return fail({ type: 'Damaged' });
  if (file.length < HEADER_BYTES) return fail({ type: 'CutOff' });
  const bytes = new Uint8Array(file.subarray(0, HEADER_BYTES));
  return done({ bytes, whole: startsWith(bytes, checksumOf(crypto, bytes), CHECKSUM_AT) });
};

const unwrapped = (
  crypto: Crypto,
  { bytes, whole }: Header,
  wrapping: Uint8Array,
  nonceAt: number,
  context: Uint8Array,
): Result<Uint8Array, Refusal> => {
  const wrapAt = nonceAt + NONCE_BYTES;
  const nonce = bytes.subarray(nonceAt, wrapAt);
  const key = crypto.open(wrapping, nonce, bytes.subarray(wrapAt, wrapAt + WRAP_BYTES), context);
  wipe(wrapping);
  return key === null ? fail({ type: whole ? 'WrongKey' : 'Damaged' }) : done(key);
};

/** The vault key. */
export const unlockByPassphrase = (
  crypto: Crypto,
  header: Header,
  passphrase: string,
): Result<Uint8Array, Refusal> => {
  const { bytes } = header;
  const cost = { passes: u32At(bytes, COST_AT), memory_kib: u32At(bytes, COST_AT + 4) };
  if (!isBearable(cost)) return fail({ type: 'Damaged' });
  const typed = passphraseBytes(passphrase);
  const wrapping = crypto.derive(typed, bytes.subarray(SALT_AT, PASSPHRASE_NONCE_AT), cost);
  wipe(typed);
  if (wrapping === null) return fail({ type: 'NoMemory' });
  return unwrapped(crypto, header, wrapping, PASSPHRASE_NONCE_AT, passphraseContext(bytes));
};

/** The vault key. */
export const unlockByCode = (
  crypto: Crypto,
  header: Header,
  code: Uint8Array,
): Result<Uint8Array, Refusal> => {
  const wrapping = codeKey(crypto, header.bytes, code);
  return unwrapped(crypto, header, wrapping, RECOVERY_NONCE_AT, recoveryContext(header.bytes));
};

/** Whether every byte is as somebody with the key wrote it. */
export const isAuthentic = (crypto: Crypto, header: Header, key: Uint8Array): boolean =>
  header.whole && same(header.bytes.subarray(MAC_AT), macOf(crypto, key, header.bytes));

export const withPassphrase = (
  crypto: Crypto,
  header: Header,
  key: Uint8Array,
  passphrase: string,
  cost: Cost = COST,
): Result<Header, Refusal> => {
  const bytes = header.bytes.slice();
  if (!wrapByPassphrase(crypto, key, bytes, passphrase, cost)) return fail({ type: 'NoMemory' });
  return done(finished(crypto, key, bytes));
};

export const withCode = (
  crypto: Crypto,
  header: Header,
  key: Uint8Array,
  code: Uint8Array,
): Header => {
  const bytes = header.bytes.slice();
  wrapByCode(crypto, key, bytes, code);
  return finished(crypto, key, bytes);
};
