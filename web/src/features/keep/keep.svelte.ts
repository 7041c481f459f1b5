// What is kept, and where: the store of this visit, and the deeds on it that a person can do.
//
// It begins in memory. `onstore` is told of every other store that takes its place, and whoever folds
// events reads that one anew; `onevents` of what came into the same one from elsewhere.

import { done, fail } from '../../engine/result';
import type { Result } from '../../engine/result';
import type {
  Erased,
  Journal,
  Keeping,
  Key,
  MemoryStore,
  OnDevice,
  Room,
  Settings,
  StoreError,
  Stores,
  VaultStore,
  Words,
} from '../../store/store';

export interface KeepOutside {
  readonly stores: Stores;
  readonly now: () => number;
  readonly onstore: (store: Journal) => Promise<void>;
  readonly onevents: (events: readonly string[]) => void;
  /** The vault was locked, here or elsewhere: what the page knows of it has to go. */
  readonly onlocked: () => void;
}

export type Deed<T = true> = Promise<Result<T, StoreError>>;

/** What lies here; `vault` is one that is not open. */
export type Kept = OnDevice['type'] | 'looking' | 'open';

const NO_SETTINGS: Settings = { saved_ms: null, idle_min: 10 };

const locked = fail<StoreError>({ type: 'Locked' });

export const createKeep = (outside: KeepOutside) => {
  const { stores, now } = outside;
  let kept = $state<Kept>('looking');
  let memory: MemoryStore = stores.memory();
  let vault: VaultStore | null = null;
  let settings = $state.raw<Settings>(NO_SETTINGS);
  let room = $state.raw<Room | null>(null);
  let damaged = $state(0);
  let wasLocked = $state(false);

  const look = async (): Promise<void> => {
    if (vault !== null) return;
    kept = (await stores.look()).type;
  };

  /** An empty memory in the place of what was. */
  const toMemory = (): void => {
    vault = null;
    memory = stores.memory();
    settings = NO_SETTINGS;
    damaged = 0;
    void outside.onstore(memory);
  };

  const onShut = (why: 'locked' | 'erased'): void => {
    if (vault === null) return;
    toMemory();
    kept = why === 'locked' ? 'vault' : 'nothing';
    wasLocked = why === 'locked';
    outside.onlocked();
  };

  const take = async (store: VaultStore): Promise<void> => {
    vault = store;
    kept = 'open';
    wasLocked = false;
    store.hear((news) => {
      if (vault !== store) return;
      if (news.type === 'Appended') outside.onevents(news.events);
      else onShut(news.type === 'Locked' ? 'locked' : 'erased');
    });
    const found = await store.settings();
    if (found.ok) settings = found.value;
    room = await stores.room();
    await outside.onstore(store);
  };

  /** A deed on the open vault. */
  const onVault = async <T>(deed: (open: VaultStore) => Keeping<T>): Deed<T> =>
    vault === null ? locked : deed(vault);

  const make = async (passphrase: string): Deed<Words> => {
    const made = await stores.make(passphrase, memory);
    if (!made.ok) return made;
    await take(made.value.store);
    return done(made.value.words);
  };

  const unlock = async (key: Key): Deed => {
    const unlocked = await stores.unlock(key);
    if (!unlocked.ok) return unlocked;
    // What was answered before it was opened goes along.
    const before = await memory.read();
    if (before.ok && before.value.events.length > 0) {
      const appended = await unlocked.value.append(before.value.events);
      if (!appended.ok) return appended;
    }
    memory.wipe();
    await take(unlocked.value);
    return done(true);
  };

  const lock = async (where: 'here' | 'everywhere'): Promise<void> => {
    const open = vault;
    if (open === null) return;
    // The page forgets first; what was asked to be written still is.
    onShut('locked');
    await open.lock(where);
  };

  const set = (next: Settings): Deed =>
    onVault(async (open) => {
      const put = await open.set(next);
      if (put.ok) settings = next;
      return put;
    });

  const backup = (): Deed<Blob> =>
    onVault(async (open) => {
      const file = await open.backup();
      if (file.ok) await set({ ...settings, saved_ms: now() });
      return file;
    });

  /** Into the vault that is open, or onto a device without one. */
  const plan = (file: Blob, key: Key | null) => {
    if (vault !== null) return vault.planMerge(file, key);
    return key === null
      ? Promise.resolve(fail({ type: 'WrongKey' as const }))
      : stores.planRestore(file, key);
  };

  const restore = async (): Deed => {
    if (vault !== null) {
      const events = await vault.merge();
      if (!events.ok) return events;
      outside.onevents(events.value);
      return done(true);
    }
    const restored = await stores.restore(memory);
    if (!restored.ok) return restored;
    await take(restored.value);
    return done(true);
  };

  const erase = async (): Deed<Erased> => {
    // Its worker hears of it as other tabs do.
    onShut('erased');
    const erased = await stores.erase();
    kept = (await stores.look()).type;
    return erased;
  };

  /** The same store, and whoever reads it counts what is damaged. */
  const counting = (store: Journal): Journal => ({
    ...store,
    read: async () => {
      const contents = await store.read();
      if (contents.ok) damaged = contents.value.problems.length;
      return contents;
    },
  });

  const read = async (): Deed<readonly string[]> => {
    const contents = await counting(vault ?? memory).read();
    return contents.ok ? done(contents.value.events) : contents;
  };

  return {
    get kept() {
      return kept;
    },
    /** The store of this visit: memory, or the vault that is open. */
    get store(): Journal {
      return vault ?? memory;
    },
    get settings() {
      return settings;
    },
    get room() {
      return room;
    },
    /** How many things were damaged when it was last read. */
    get damaged() {
      return damaged;
    },
    /** It was locked in this visit, by a person or by itself. */
    get wasLocked() {
      return wasLocked;
    },
    now,
    look,
    make,
    unlock,
    lock,
    counting,
    read,
    set,
    backup,
    plan,
    restore,
    erase,
    changePassphrase: (old: Key, next: string) =>
      onVault((open) => open.changePassphrase(old, next)),
    newWords: () => onVault((open) => open.newWords()),
    askToPersist: async (): Promise<void> => {
      room = await stores.askToPersist();
    },
    /** At once, for leaving. */
    wipe: (): void => {
      memory.wipe();
      vault?.drop();
      vault = null;
    },
  };
};

export type Keep = ReturnType<typeof createKeep>;
