// The doors to a store, in the page.

import { done, fail } from '../engine/result';
import { erase } from './erase';
import { lookForVault } from './indexed';
import { createMemoryStore } from './memory';
import { browserChannel } from './outside';
import { createRemote } from './remote';
import type { Remote } from './remote';
import { askToPersist, room } from './room';
import type { InMemory } from './doors';
import type { Bytes } from './bytes';
import type { Keeping, MemoryStore, OnDevice, Stores, VaultStore } from './store';

const bytesOf = async (file: Blob): Promise<Bytes> => new Uint8Array(await file.arrayBuffer());

const BACKUP_TYPE = 'application/octet-stream';

const vaultStore = (remote: Remote): VaultStore => ({
  type: 'vault',
  device: remote.device,
  hear: remote.hear,
  read: () => remote.ask({ ask: 'read' }),
  append: (events) => remote.ask({ ask: 'append', events }),
  settings: () => remote.ask({ ask: 'settings' }),
  set: (settings) => remote.ask({ ask: 'set', settings }),
  changePassphrase: (old, next) => remote.ask({ ask: 'changePassphrase', old, next }),
  newWords: () => remote.ask({ ask: 'newWords' }),
  backup: async () => {
    const bytes = await remote.ask({ ask: 'backup' });
    return bytes.ok ? done(new Blob([bytes.value], { type: BACKUP_TYPE })) : bytes;
  },
  planMerge: async (file, key) => remote.ask({ ask: 'planMerge', file: await bytesOf(file), key }),
  merge: () => remote.ask({ ask: 'merge' }),
  lock: async (where) => {
    await remote.ask({ ask: 'lock', where });
    remote.end();
  },
  drop: () => {
    // Other tabs hold the same notes; leaving is meant for all of them.
    const channel = browserChannel();
    channel.tell({ type: 'Locked' });
    channel.close();
    remote.end();
  },
});

const held = async (from: MemoryStore): Keeping<InMemory> => {
  const read = await from.read();
  return read.ok ? done({ device: from.device(), events: read.value.events }) : read;
};

/** What came into memory while the vault was being made goes after the rest; then memory is wiped. */
const carryOver = async (from: MemoryStore, into: VaultStore, carried: number): Keeping<true> => {
  const rest = from.rest(carried);
  if (rest.length > 0) {
    const appended = await into.append(rest);
    return appended.ok ? carryOver(from, into, carried + rest.length) : appended;
  }
  from.wipe();
  return done(true);
};

const look = async (): Promise<OnDevice> => {
  const found = await lookForVault();
  if (found.ok || found.error.type === 'Newer') return { type: 'vault' };
  return { type: found.error.type === 'Gone' ? 'nothing' : 'denied' };
};

const make: Stores['make'] = async (passphrase, from) => {
  const memory = await held(from);
  if (!memory.ok) return memory;
  const remote = createRemote();
  const words = await remote.ask({ ask: 'make', passphrase, memory: memory.value });
  if (!words.ok) {
    remote.end();
    return words;
  }
  const store = vaultStore(remote);
  const carried = await carryOver(from, store, memory.value.events.length);
  return carried.ok ? done({ store, words: words.value }) : carried;
};

const unlock: Stores['unlock'] = async (key) => {
  const remote = createRemote();
  const unlocked = await remote.ask({ ask: 'unlock', key });
  if (unlocked.ok) return done(vaultStore(remote));
  remote.end();
  return unlocked;
};

export const createStores = (): Stores => {
  /** The worker that holds the last plan. */
  let planning: Remote | null = null;

  const planRestore: Stores['planRestore'] = async (file, key) => {
    planning?.end();
    const remote = createRemote();
    const plan = await remote.ask({ ask: 'planRestore', file: await bytesOf(file), key });
    planning = plan.ok ? remote : null;
    if (!plan.ok) remote.end();
    return plan;
  };

  const restore: Stores['restore'] = async (from) => {
    const memory = await held(from);
    if (!memory.ok) return memory;
    if (planning === null) return fail({ type: 'Locked' });
    const remote = planning;
    const restored = await remote.ask({ ask: 'restore', memory: memory.value });
    if (!restored.ok) return restored;
    planning = null;
    const store = vaultStore(remote);
    const carried = await carryOver(from, store, memory.value.events.length);
    return carried.ok ? done(store) : carried;
  };

  return {
    look,
    memory: () => createMemoryStore(),
    make,
    unlock,
    planRestore,
    restore,
    erase,
    room,
    askToPersist,
  };
};
