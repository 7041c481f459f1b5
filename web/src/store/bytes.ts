// Bytes put together, compared, and written as numbers and hexadecimal.

/** Bytes that a Blob, a database and a worker take as they are. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const utf8 = (text: string): Bytes => encoder.encode(text);

export const joined = (...parts: readonly (Uint8Array | string)[]): Bytes => {
  const all = parts.map((part) => (typeof part === 'string' ? utf8(part) : part));
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const u16 = (value: number): Bytes => Uint8Array.of(value & 0xff, value >> 8);

export const u32 = (value: number): Bytes => {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, value, true);
  return bytes;
};

export const u64 = (value: bigint): Bytes => {
  const bytes = new Uint8Array(8);
  viewOf(bytes).setBigUint64(0, value, true);
  return bytes;
};

export const u16At = (bytes: Uint8Array, at: number): number => viewOf(bytes).getUint16(at, true);
export const u32At = (bytes: Uint8Array, at: number): number => viewOf(bytes).getUint32(at, true);
export const u64At = (bytes: Uint8Array, at: number): bigint =>
  viewOf(bytes).getBigUint64(at, true);

export const startsWith = (bytes: Uint8Array, start: Uint8Array, at = 0): boolean =>
  at + start.length <= bytes.length && start.every((byte, i) => bytes[at + i] === byte);

/** For what is no secret. Takes as long as the common start. */
export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && startsWith(a, b);

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += digits[byte] ?? '';
  return text;
};

export const unhex = (text: string): Bytes =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Over whatever was secret, before it is let go of. */
export const wipe = (...secrets: readonly Uint8Array[]): void => {
  for (const secret of secrets) secret.fill(0);
};
