// What lies on the disk: the whole profile of a browser, file by file, and the database by its own
// reading. No word, no id, no name of an event, no passphrase, in no encoding.

import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { toStore } from './store-page';

const PASSPHRASE = 'zinnoberrot Quittenmus 77';

const secrets = [
  'verzeihungsbrief',
  'gartenschlüssel',
  'ごめんなさいね',
  'wants-xylophone',
  'hs-clear-refusal-q',
  'draft_outcome-q',
  'quietly-named-id',
];

const event = JSON.stringify({
  v: 1,
  at: 1764000000000,
  tick: 0,
  device: 'feed'.repeat(8),
  type: secrets[5],
  id: secrets[6],
  item: secrets[4],
  wants: [secrets[3]],
  text: `${secrets[0] ?? ''} ${secrets[1] ?? ''} ${secrets[2] ?? ''}`,
});

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());

const foundIn = (bytes: Buffer, words: readonly string[]): readonly string[] =>
  words.filter(
    (word) =>
      bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le')),
  );

test('nothing that was written is on the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amends-profile-'));
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: args ?? [],
  });
  const page = await toStore(await context.newPage());
  const words = await page.evaluate(
    async ([passphrase, each]) => {
      await window.desk.remember([each]);
      const made = await window.desk.make(passphrase);
      await window.desk.append([each]);
      await window.desk.set({ saved_ms: 1764000000000, idle_min: 7 });
      return made;
    },
    [PASSPHRASE, event] as const,
  );
  // Every value and key of the database, as bytes, by the page's own reading.
  const raw = await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('no'));
        };
      });
    const bytes: number[] = [];
    const put = (value: unknown): void => {
      if (value instanceof ArrayBuffer) bytes.push(...new Uint8Array(value));
      else if (value instanceof Uint8Array) bytes.push(...value);
      else bytes.push(...new TextEncoder().encode(JSON.stringify(value)));
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const values = database.transaction(store).objectStore(store);
        for (const value of await asked(values.getAll())) put(value);
        for (const key of await asked(values.getAllKeys())) put(key);
      }
    }
    return bytes;
  });
  await context.close();
  const searched = [
    ...secrets,
    PASSPHRASE,
    words,
    ...event.split(/[",:{}[\]]+/).filter((part) => part.length > 7),
  ];
  expect(raw.length).toBeGreaterThan(900);
  expect(foundIn(Buffer.from(raw), searched)).toEqual([]);
  const files = filesUnder(folder);
  const databases = files.filter((name) => name.includes('IndexedDB'));
  expect(databases.length).toBeGreaterThan(2);
  expect(files.filter((name) => foundIn(readFileSync(name), searched).length > 0)).toEqual([]);
  rmSync(folder, { recursive: true });
});
