// Sixteen random bytes as twelve words of BIP-39's English list, and back. (docs/formats/vault.md)
//
// Typed words may be in capitals, with anything between them, and cut to their first four letters.

import { fail, done } from '../engine/result';
import type { Result } from '../engine/result';
import type { Crypto } from './crypto';
import type { Words } from './store';

export const CODE_BYTES = 16;

const WORDS = 12;
const LIST_WORDS = 2048;
const WORD_BITS = 11;
const CODE_BITS = CODE_BYTES * 8;
const TELLING_LETTERS = 4;

export type CodeProblem = 'not-twelve' | 'unknown-word' | 'misspelt';

/** The words of lang/recovery-words.txt, in the order of the alphabet. */
export const wordList = (file: string): readonly string[] => {
  const list = file.trim().split('\n');
  if (list.length !== LIST_WORDS) throw new Error('recovery-words.txt has not 2048 words');
  return list;
};

const bitsOf = (value: number, bits: number): string => value.toString(2).padStart(bits, '0');

const checksumOf = (crypto: Crypto, code: Uint8Array): string =>
  bitsOf((crypto.sha256(code)[0] ?? 0) >> 4, 4);

const numbersIn = (bits: string, size: number): readonly number[] =>
  Array.from({ length: Math.floor(bits.length / size) }, (_, i) =>
    Number.parseInt(bits.slice(i * size, (i + 1) * size), 2),
  );

export const wordsOf = (crypto: Crypto, list: readonly string[], code: Uint8Array): Words => {
  const bits = [...code].map((byte) => bitsOf(byte, 8)).join('') + checksumOf(crypto, code);
  return numbersIn(bits, WORD_BITS)
    .map((number) => list[number] ?? '')
    .join(' ');
};

const numberOf = (list: readonly string[], word: string): number =>
  list.findIndex(
    (listed) => listed === word || (word.length === TELLING_LETTERS && listed.startsWith(word)),
  );

export const codeOf = (
  crypto: Crypto,
  list: readonly string[],
  typed: string,
): Result<Uint8Array, CodeProblem> => {
  const words = typed.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length !== WORDS) return fail('not-twelve');
  const numbers = words.map((word) => numberOf(list, word));
  if (numbers.includes(-1)) return fail('unknown-word');
  const bits = numbers.map((number) => bitsOf(number, WORD_BITS)).join('');
  const code = Uint8Array.from(numbersIn(bits.slice(0, CODE_BITS), 8));
  return checksumOf(crypto, code) === bits.slice(CODE_BITS) ? done(code) : fail('misspelt');
};
