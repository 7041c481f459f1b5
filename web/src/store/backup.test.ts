import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBackup } from './backup';
import { joined } from './bytes';
import { openCrypto } from './crypto';
import {
  COST,
  readHeader,
  unlockByCode,
  unlockByPassphrase,
  withCode,
  withPassphrase,
} from './header';
import { codeOf, wordsOf } from './recovery';
import { PASSPHRASE, event, newKeys, root, words, written } from './written';
import type { Written } from './written';

const crypto = await openCrypto();

/** How many problems reading names, or why it is refused. */
const account = (file: Uint8Array, { opened, key }: Written, isUnlocked: boolean): unknown => {
  const header = readHeader(crypto, file);
  if (!header.ok) return header.error.type;
  const found = isUnlocked
    ? ({ ok: true, value: key } as const)
    : unlockByPassphrase(crypto, header.value, PASSPHRASE);
  if (!found.ok) return found.error.type;
  return openBackup(header.value, { ...opened, key: found.value }, file).problems.length;
};

test('what was written is read', async () => {
  const events = [event(1), event(2, 'Es tut mir leid. ごめん'), event(3, 'n'.repeat(5000))];
  const vault = await written([events, [event(4)], []]);
  const contents = openBackup(vault.header, vault.opened, vault.file);
  expect(contents.problems).toEqual([]);
  expect(contents.entries.map((entry) => entry.event)).toEqual([...events, event(4)]);
});

test('every one-bit change of a backup is refused or named', { timeout: 60_000 }, async () => {
  const vault = await written([[event(1)], [event(2)]]);
  const unnoticed: number[] = [];
  for (let bit = 0; bit < vault.file.length * 8; bit++) {
    const file = vault.file.slice();
    const at = Math.floor(bit / 8);
    file[at] = (file[at] ?? 0) ^ (1 << (bit % 8));
    if (account(file, vault, at >= 226) === 0) unnoticed.push(bit);
  }
  expect(unnoticed).toEqual([]);
});

test('every cut of a backup is refused or named', async () => {
  const vault = await written([[event(1)], [event(2)]]);
  for (let end = 0; end < vault.file.length; end++) {
    expect(account(vault.file.slice(0, end), vault, true), String(end)).not.toBe(0);
  }
});

test('a file made of markers costs time in proportion', { timeout: 60_000 }, async () => {
  const vault = await written([]);
  const marker = Uint8Array.of(0xa5, 0x65, 0x6e, 0x74, 6);
  const time = (copies: number): number => {
    const file = joined(vault.header.bytes, ...Array.from({ length: copies }, () => marker));
    const begun = performance.now();
    openBackup(vault.header, vault.opened, file);
    return performance.now() - begun;
  };
  time(2_000);
  // Four times the file would be sixteen times the work, if claims were followed for ever.
  expect(time(80_000)).toBeLessThan(12 * Math.max(time(20_000), 20));
});

test('another passphrase and another code open the same entries, and the old ones do not', async () => {
  const vault = await written([[event(1)]]);
  const { key, code } = vault;
  const changed = withPassphrase(crypto, vault.header, key, 'another', {
    passes: 1,
    memory_kib: 8,
  });
  if (!changed.ok) throw new Error(changed.error.type);
  expect(unlockByPassphrase(crypto, changed.value, 'another')).toEqual({ ok: true, value: key });
  expect(unlockByPassphrase(crypto, changed.value, PASSPHRASE).ok).toBe(false);
  expect(unlockByCode(crypto, changed.value, code)).toEqual({ ok: true, value: key });
  const other = crypto.random(16);
  const renewed = withCode(crypto, changed.value, key, other);
  expect(unlockByCode(crypto, renewed, other)).toEqual({ ok: true, value: key });
  expect(unlockByCode(crypto, renewed, code)).toEqual({ ok: false, error: { type: 'WrongKey' } });
  expect(unlockByPassphrase(crypto, renewed, 'another').ok).toBe(true);
});

test('a passphrase is the same composed and in pieces', () => {
  const { header, key } = newKeys(crypto);
  expect(unlockByPassphrase(crypto, header, PASSPHRASE.normalize('NFD'))).toEqual({
    ok: true,
    value: key,
  });
});

test('recovery words come back as they were, whatever the code', () => {
  for (let turn = 0; turn < 200; turn++) {
    const code = crypto.random(16);
    expect(codeOf(crypto, words, wordsOf(crypto, words, code))).toEqual({ ok: true, value: code });
  }
});

test('recovery words may be typed as people type', () => {
  const code = crypto.random(16);
  const typed = wordsOf(crypto, words, code);
  const short = typed.replace(/[a-z]+/g, (word) => word.slice(0, 4));
  for (const way of [typed.toUpperCase(), ` ${typed.replaceAll(' ', '\n')}. `, short]) {
    expect(codeOf(crypto, words, way)).toEqual({ ok: true, value: code });
  }
  const list = typed.split(' ');
  const problem = (text: string) => {
    const read = codeOf(crypto, words, text);
    return read.ok ? 'none' : read.error;
  };
  expect(problem(list.slice(1).join(' '))).toBe('not-twelve');
  expect(problem(['zzz', ...list.slice(1)].join(' '))).toBe('unknown-word');
  expect(problem('abandon '.repeat(12))).toBe('misspelt');
});

/** What `amends vault open` makes of a file. */
const amends = (file: Uint8Array, typed: string): Promise<{ code: number; out: string }> => {
  const program = new URL('build/release/amends', root).pathname;
  if (!existsSync(program)) throw new Error(`${program} is not there: make build`);
  const folder = mkdtempSync(join(tmpdir(), 'amends-'));
  const name = join(folder, 'backup.amends');
  writeFileSync(name, file);
  return new Promise((resolve) => {
    const child = execFile(program, ['vault', 'open', name], (error, out) => {
      rmSync(folder, { recursive: true });
      resolve({ code: error === null ? 0 : Number(error.code), out });
    });
    child.stdin?.end(typed);
  });
};

test('the native program reads what the browser writes', { timeout: 60_000 }, async () => {
  const events = [event(1, 'Grüße, ごめん'), event(2, 'n'.repeat(900)), event(3)];
  const vault = await written([events.slice(0, 2), events.slice(2)], COST);
  const typed = wordsOf(crypto, words, vault.code);
  for (const key of [PASSPHRASE, typed]) {
    const { code, out } = await amends(vault.file, key);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      events: events.map((each): unknown => JSON.parse(each)),
      problems: [],
    });
  }
  expect((await amends(vault.file, 'another')).code).toBe(1);
});
