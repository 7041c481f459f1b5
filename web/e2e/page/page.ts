// The store, open to the tests: what it gives back is plain data, so that a test can ask from outside.

import '../../src/trusted-types';
import type { Result } from '../../src/engine/result';
import { createStores } from '../../src/store/stores';
import type {
  Contents,
  Erased,
  Key,
  News,
  OnDevice,
  Plan,
  Settings,
  StoreError,
  VaultStore,
} from '../../src/store/store';

const stores = createStores();
let memory = stores.memory();
let open: VaultStore | null = null;
const heard: News[] = [];

const taken = <T>(result: Result<T, StoreError>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

const vault = (): VaultStore => {
  if (open === null) throw new Error('no vault is open');
  return open;
};

const take = (store: VaultStore): string => {
  open = store;
  heard.length = 0;
  store.hear((news) => heard.push(news));
  return store.device();
};

const fileOf = (bytes: readonly number[]): Blob => new Blob([Uint8Array.from(bytes)]);

const desk = {
  look: (): Promise<OnDevice> => stores.look(),
  remember: async (events: readonly string[]): Promise<void> => {
    memory = stores.memory();
    taken(await memory.append(events));
  },
  make: async (passphrase: string): Promise<string> => {
    const { store, words } = taken(await stores.make(passphrase, memory));
    take(store);
    return words;
  },
  unlock: async (key: Key): Promise<string> => take(taken(await stores.unlock(key))),
  device: (): string => vault().device(),
  append: async (events: readonly string[]): Promise<void> => {
    taken(await vault().append(events));
  },
  read: async (): Promise<Contents> => taken(await vault().read()),
  settings: async (): Promise<Settings> => taken(await vault().settings()),
  set: async (settings: Settings): Promise<void> => {
    taken(await vault().set(settings));
  },
  changePassphrase: async (old: Key, next: string): Promise<void> => {
    taken(await vault().changePassphrase(old, next));
  },
  newWords: async (): Promise<string> => taken(await vault().newWords()),
  backup: async (): Promise<readonly number[]> => {
    const file = taken(await vault().backup());
    return [...new Uint8Array(await file.arrayBuffer())];
  },
  planMerge: async (bytes: readonly number[], key: Key | null): Promise<Plan> =>
    taken(await vault().planMerge(fileOf(bytes), key)),
  merge: async (): Promise<readonly string[]> => taken(await vault().merge()),
  planRestore: async (bytes: readonly number[], key: Key): Promise<Plan> =>
    taken(await stores.planRestore(fileOf(bytes), key)),
  restore: async (): Promise<string> => take(taken(await stores.restore(memory))),
  lock: (where: 'here' | 'everywhere'): Promise<void> => vault().lock(where),
  drop: (): void => {
    vault().drop();
  },
  erase: async (): Promise<Erased> => taken(await stores.erase()),
  room: () => stores.room(),
  heard: (): readonly News[] => [...heard],
};

export type Desk = typeof desk;

declare global {
  interface Window {
    readonly desk: Desk;
    /** Set by tests that count what was acknowledged. */
    readonly acknowledged?: (n: number) => Promise<void>;
  }
}

Object.assign(window, { desk });
