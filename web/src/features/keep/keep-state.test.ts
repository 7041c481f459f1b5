// What is kept and where, over stores of the test's own.

import { expect, test } from 'vitest';
import { done, fail } from '../../engine/result';
import { createMemoryStore } from '../../store/memory';
import type { Journal, News, Stores, VaultStore } from '../../store/store';
import { createKeep } from './keep.svelte';

const fakeVault = () => {
  const memory = createMemoryStore();
  let listener: (news: News) => void = () => undefined;
  const calls: string[] = [];
  const store: VaultStore = {
    ...memory,
    type: 'vault',
    hear: (next) => {
      listener = next;
      return () => undefined;
    },
    settings: () => Promise.resolve(done({ saved_ms: null, idle_min: 5 })),
    set: () => Promise.resolve(done(true)),
    changePassphrase: () => Promise.resolve(done(true)),
    newWords: () => Promise.resolve(done('twelve words')),
    backup: () => Promise.resolve(done(new Blob(['x']))),
    planMerge: () => Promise.resolve(fail({ type: 'WrongKey' })),
    merge: () => Promise.resolve(done(['e'])),
    lock: (where) => {
      calls.push(`lock ${where}`);
      return Promise.resolve();
    },
    drop: () => {
      calls.push('drop');
    },
  };
  return {
    store,
    calls,
    tell: (news: News) => {
      listener(news);
    },
  };
};

const begin = () => {
  const vault = fakeVault();
  const told: string[] = [];
  let device: 'nothing' | 'vault' = 'vault';
  const room = { persistent: false, used_bytes: 1, most_bytes: 2 };
  const stores: Stores = {
    look: () => Promise.resolve({ type: device }),
    memory: () => createMemoryStore(),
    make: () => Promise.resolve(done({ store: vault.store, words: 'a b' })),
    unlock: (key) =>
      Promise.resolve(
        key.type === 'Passphrase' && key.passphrase === 'right'
          ? done(vault.store)
          : fail({ type: 'WrongKey' }),
      ),
    planRestore: () => Promise.resolve(fail({ type: 'NotAVault' })),
    restore: () => Promise.resolve(done(vault.store)),
    erase: () => {
      device = 'nothing';
      return Promise.resolve(done({ databases: 0, caches: 0, local: 0, session: 0, cookies: 0 }));
    },
    room: () => Promise.resolve(room),
    askToPersist: () => Promise.resolve({ ...room, persistent: true }),
  };
  const keep = createKeep({
    stores,
    now: () => 1764000000000,
    onstore: (store: Journal) => {
      told.push(store === vault.store ? 'vault' : 'memory');
      return Promise.resolve();
    },
    onevents: (events) => told.push(`events ${events.join()}`),
    onlocked: () => told.push('locked'),
  });
  return { keep, vault, told };
};

const right = { type: 'Passphrase', passphrase: 'right' } as const;

test('it begins in memory, and finds what lies here', async () => {
  const { keep } = begin();
  expect(keep.kept).toBe('looking');
  await keep.look();
  expect(keep.kept).toBe('vault');
});

test('unlocked, the vault takes the place of memory, with its settings', async () => {
  const { keep, vault, told } = begin();
  await keep.look();
  expect(await keep.unlock({ type: 'Passphrase', passphrase: 'no' })).toEqual(
    fail({ type: 'WrongKey' }),
  );
  expect((await keep.unlock(right)).ok).toBe(true);
  expect(keep.kept).toBe('open');
  expect(keep.store).toBe(vault.store);
  expect(keep.settings.idle_min).toBe(5);
  expect(told).toEqual(['vault']);
});

test('locked, the page forgets before the vault is done', async () => {
  const { keep, vault, told } = begin();
  await keep.unlock(right);
  const locking = keep.lock('everywhere');
  expect(told).toEqual(['vault', 'memory', 'locked']);
  expect(keep.kept).toBe('vault');
  expect(keep.wasLocked).toBe(true);
  await locking;
  expect(vault.calls).toEqual(['lock everywhere']);
});

test('what other tabs do is heard', async () => {
  const { keep, vault, told } = begin();
  await keep.unlock(right);
  vault.tell({ type: 'Appended', events: ['a', 'b'] });
  vault.tell({ type: 'Erased' });
  expect(told).toEqual(['vault', 'events a,b', 'memory', 'locked']);
  expect(keep.kept).toBe('nothing');
  expect(keep.wasLocked).toBe(false);
});

test('a backup notes its day', async () => {
  const { keep } = begin();
  await keep.unlock(right);
  expect((await keep.backup()).ok).toBe(true);
  expect(keep.settings.saved_ms).toBe(1764000000000);
});

test('erased, nothing is kept and nothing is open', async () => {
  const { keep, vault } = begin();
  await keep.unlock(right);
  expect((await keep.erase()).ok).toBe(true);
  // Not told to be locked: other tabs are to hear that all of it is gone.
  expect(vault.calls).toEqual([]);
  expect(keep.kept).toBe('nothing');
});

test('leaving drops everything at once', async () => {
  const { keep, vault } = begin();
  await keep.unlock(right);
  keep.wipe();
  expect(vault.calls).toEqual(['drop']);
});
