// The public vectors of the vault (tests/vectors/vault/), judged as their list says.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { arrayOf, objectOf, optional, text } from '../engine/shape';
import { openBackup } from './backup';
import { openCrypto } from './crypto';
import { readHeader, unlockByCode, unlockByPassphrase, vaultIn } from './header';
import type { Header } from './header';
import { codeOf, wordList, wordsOf } from './recovery';

interface Vector {
  readonly name: string;
  readonly passphrase?: string | undefined;
  readonly words?: string | undefined;
  readonly refused?: string | undefined;
  readonly payloads?: readonly string[] | undefined;
  readonly problems?: readonly object[] | undefined;
}

const isVectors = arrayOf(
  objectOf<Vector>({
    name: text,
    passphrase: optional(text),
    words: optional(text),
    refused: optional(text),
    payloads: optional(arrayOf(text)),
    problems: optional(arrayOf(objectOf<object>({}))),
  }),
);

const root = new URL('../../../', import.meta.url);
const folder = new URL('tests/vectors/vault/', root);
const vectors: unknown = JSON.parse(readFileSync(new URL('vectors.json', folder), 'utf8'));
if (!isVectors(vectors)) throw new Error('vectors.json is not what it should be');

const crypto = await openCrypto();
const list = wordList(readFileSync(new URL('lang/recovery-words.txt', root), 'utf8'));

const keyOf = (header: Header, { words, passphrase }: Vector) => {
  if (words === undefined) return unlockByPassphrase(crypto, header, passphrase ?? '');
  const code = codeOf(crypto, list, words);
  if (!code.ok) throw new Error(code.error);
  expect(wordsOf(crypto, list, code.value)).toBe(words);
  return unlockByCode(crypto, header, code.value);
};

const kebab = (type: string): string =>
  type.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const judge = (file: Uint8Array, vector: Vector): object => {
  const header = readHeader(crypto, file);
  if (!header.ok) return { refused: kebab(header.error.type) };
  const key = keyOf(header.value, vector);
  if (!key.ok) return { refused: kebab(key.error.type) };
  const opened = { crypto, key: key.value, vault: vaultIn(header.value) };
  const { entries, problems } = openBackup(header.value, opened, file);
  return {
    payloads: entries.map(({ event }) => event),
    problems: problems.map((each) => ({
      ...each,
      sequence: String(each.sequence),
      until: String(each.until),
    })),
  };
};

test('there are 28 of them', () => {
  expect(vectors).toHaveLength(28);
});

test.each(vectors)('$name', (vector) => {
  const file = new Uint8Array(readFileSync(new URL(`${vector.name}.amends`, folder)));
  const { refused, payloads, problems } = vector;
  expect(judge(file, vector)).toEqual(refused === undefined ? { payloads, problems } : { refused });
});
