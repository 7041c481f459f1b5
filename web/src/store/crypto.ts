// The few deeds of cryptography that the vault needs, over libsodium: what src/crypto/ is natively.
// The only file that names that library, which comes by itself when a vault is made or opened.
//
//   derive       Argon2id, version 1.3, one lane
//   seal, open   XChaCha20-Poly1305-IETF, 24-byte nonce, 16-byte tag
//   hash, mac    BLAKE2b, plain and keyed
//   sha256       for the checksum of recovery words only, as BIP-39 has it

import type { Bytes } from './bytes';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 24;
export const TAG_BYTES = 16;
export const SALT_BYTES = 16;
export const HASH_BYTES = 32;

/** What a key from a passphrase costs to find. */
export interface Cost {
  readonly passes: number;
  readonly memory_kib: number;
}

export interface Crypto {
  /** Null when the memory is not there. */
  readonly derive: (passphrase: Uint8Array, salt: Uint8Array, cost: Cost) => Uint8Array | null;
  readonly seal: (
    key: Uint8Array,
    nonce: Uint8Array,
    plain: Uint8Array,
    associated: Uint8Array,
  ) => Uint8Array;
  /** Null when it was not sealed so. */
  readonly open: (
    key: Uint8Array,
    nonce: Uint8Array,
    sealed: Uint8Array,
    associated: Uint8Array,
  ) => Uint8Array | null;
  readonly hash: (size_bytes: number, bytes: Uint8Array) => Uint8Array;
  readonly mac: (size_bytes: number, key: Uint8Array, bytes: Uint8Array) => Uint8Array;
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  readonly random: (size_bytes: number) => Bytes;
}

const random = (size_bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(size_bytes));

/** The library throws for whatever does not work; here that is an answer. */
const orNull = (deed: () => Uint8Array): Uint8Array | null => {
  try {
    return deed();
  } catch {
    return null;
  }
};

export const openCrypto = async (): Promise<Crypto> => {
  const { default: sodium } = await import('libsodium-wrappers-sumo');
  await sodium.ready;
  return {
    derive: (passphrase, salt, { passes, memory_kib }) =>
      orNull(() =>
        sodium.crypto_pwhash(
          KEY_BYTES,
          passphrase,
          salt,
          passes,
          memory_kib * 1024,
          sodium.crypto_pwhash_ALG_ARGON2ID13,
        ),
      ),
    seal: (key, nonce, plain, associated) =>
      sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, associated, null, nonce, key),
    open: (key, nonce, sealed, associated) =>
      orNull(() =>
        sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, associated, nonce, key),
      ),
    hash: (size_bytes, bytes) => sodium.crypto_generichash(size_bytes, bytes, null),
    mac: (size_bytes, key, bytes) => sodium.crypto_generichash(size_bytes, bytes, key),
    sha256: (bytes) => sodium.crypto_hash_sha256(bytes),
    random,
  };
};
