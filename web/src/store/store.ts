// The store: what a person's journal lies in. One interface, two makers: memory and vault.
//
// An event is the JSON text of docs/formats/journal.md. The store never looks into it. What `append`
// has answered with ok is there after a crash (vault), or as long as the tab is (memory); what it has
// not answered may or may not be there, whole. Events only ever come to it, so whoever folds them
// into a State reads once, then hears of what other tabs wrote.
//
//     const stores = createStores();
//     const here = await stores.look();          // Is a vault on this device? Loads and makes nothing.
//     const store = stores.memory();             // or: await stores.unlock({ type: 'Passphrase', passphrase })
//     const read = await store.read();           // every event, in no order that means anything
//     store.hear((news) => …);                   // events of other tabs; locked; erased
//     await store.append([event]);               // ok: it is written. Stamp it with store.device().

import type { Result } from '../engine/result';

export type StoreError =
  /** No passphrase and no words open it: it is not the right one. */
  | { readonly type: 'WrongKey' }
  /** What was typed as recovery words cannot be any, and why. Nothing was tried. */
  | { readonly type: 'NoWords'; readonly because: 'not-twelve' | 'unknown-word' | 'misspelt' }
  /** The header of a vault or file is damaged where its key lies. */
  | { readonly type: 'Damaged' }
  | { readonly type: 'NotAVault' }
  | { readonly type: 'CutOff' }
  /** Written by a newer version of the app. */
  | { readonly type: 'Newer' }
  /** Deriving the key needs 64 MiB, which this device would not give. */
  | { readonly type: 'NoMemory' }
  /** This browser lets the page keep nothing: private mode, a setting, or no IndexedDB. */
  | { readonly type: 'Denied' }
  /** The device, or the page's share of it, is full. Nothing of the append was written. */
  | { readonly type: 'Full' }
  /** No vault is here: never made, erased by another tab, or evicted by the browser. */
  | { readonly type: 'Gone' }
  /** There is a vault here already. It has to be opened or erased first. */
  | { readonly type: 'Exists' }
  /** The store was locked. Unlock makes a new one. */
  | { readonly type: 'Locked' }
  /** An event of more than a mebibyte. */
  | { readonly type: 'TooLarge' }
  /** A file that did not come, or a worker that broke. */
  | { readonly type: 'Unreachable' };

export type Keeping<T> = Promise<Result<T, StoreError>>;

/** What is damaged, as docs/formats/vault.md names it. Numbers are 0 where none is meant. */
export interface Problem {
  readonly what:
    | 'header-changed'
    | 'entry-damaged'
    | 'bytes-unreadable'
    | 'missing'
    | 'misplaced'
    | 'repeated'
    | 'forked'
    | 'chain-broken'
    | 'unlisted'
    | 'end-missing'
    | 'end-damaged';
  /** Device id in hexadecimal. */
  readonly device: string;
  readonly sequence: bigint;
  readonly until: bigint;
  readonly at_byte: number;
}

export interface Contents {
  readonly events: readonly string[];
  readonly problems: readonly Problem[];
}

export type News =
  /** Another tab wrote these, or a backup brought them. */
  | { readonly type: 'Appended'; readonly events: readonly string[] }
  /** Locked, here or by another tab. The store answers nothing any more. */
  | { readonly type: 'Locked' }
  /** Everything was erased, by another tab. */
  | { readonly type: 'Erased' };

/** What both makers have. */
export interface Journal {
  /** The id that new events are stamped with, 32 hexadecimal digits. A restore may change it. */
  readonly device: () => string;
  readonly read: () => Keeping<Contents>;
  /** All of them or none. Appends that wait are written together, in the order they were asked. */
  readonly append: (events: readonly string[]) => Keeping<true>;
  /** Hears of what happens from elsewhere, never of one's own appends. Gives back the way to stop. */
  readonly hear: (listener: (news: News) => void) => () => void;
}

/** Gone with the tab. Nothing is written anywhere. */
export interface MemoryStore extends Journal {
  readonly type: 'memory';
  /** Events behind the first so many. At once, so that nothing can come in between. */
  readonly rest: (known: number) => readonly string[];
  /** Drops every event. The store answers `Locked` from now on. */
  readonly wipe: () => void;
}

/** Kept with the vault and sealed like it. */
export interface Settings {
  /** When a backup was last saved from this device, in Unix milliseconds; null for never. */
  readonly saved_ms: number | null;
  /** Minutes without a touch until it locks by itself; 0 for never. */
  readonly idle_min: number;
}

/** Twelve words, to be written on paper. They are nowhere else. */
export type Words = string;

export interface VaultStore extends Journal {
  readonly type: 'vault';
  readonly settings: () => Keeping<Settings>;
  readonly set: (settings: Settings) => Keeping<true>;
  /** By the old passphrase, or by the words where it is forgotten. Entries stay as they are. */
  readonly changePassphrase: (old: Key, next: string) => Keeping<true>;
  /** The old words open nothing any more, but for backups that were saved with them. */
  readonly newWords: () => Keeping<Words>;
  /** The whole vault as one file. Call `set` with `saved_ms` once the file was handed over. */
  readonly backup: () => Keeping<Blob>;
  /** What restoring this file into this vault would do. Changes nothing. */
  readonly planMerge: (file: Blob, key: Key | null) => Keeping<Plan>;
  /** Does what the last plan said. Its new events come back, and are `Appended` news elsewhere. */
  readonly merge: () => Keeping<readonly string[]>;
  /** Waits for running appends, then wipes key and plaintext; in every tab, where it says so. */
  readonly lock: (where: 'here' | 'everywhere') => Promise<void>;
  /** Everywhere and at once, for leaving: what was not answered yet may not have been written. */
  readonly drop: () => void;
}

export type Key =
  | { readonly type: 'Passphrase'; readonly passphrase: string }
  | { readonly type: 'Words'; readonly words: string };

/** What a file holds, against what is here. */
export interface Plan {
  /** `other`: a file of another vault. Its events would be sealed anew in this one. */
  readonly vault: 'same' | 'other' | 'none-here';
  /** Events that are not here yet. */
  readonly fresh: number;
  /** Events that are here already. */
  readonly known: number;
  /** What is damaged in the file. The rest can be restored. */
  readonly problems: readonly Problem[];
}

export type OnDevice =
  | { readonly type: 'nothing' }
  | { readonly type: 'vault' }
  /** Nothing can be kept on this device: memory only. */
  | { readonly type: 'denied' };

/** How safe from being cleared by the browser itself, and how much room is left. */
export interface Room {
  /** The browser has promised not to clear it when it runs short. Null: it does not say. */
  readonly persistent: boolean | null;
  readonly used_bytes: number | null;
  readonly most_bytes: number | null;
}

/** What was looked for after erasing, and how much of each is still there: all 0, or it failed. */
export interface Erased {
  readonly databases: number;
  readonly caches: number;
  readonly local: number;
  readonly session: number;
  readonly cookies: number;
}

/** A new vault, open, and its words. */
export interface Made {
  readonly store: VaultStore;
  readonly words: Words;
}

/** The doors to a store. */
export interface Stores {
  readonly look: () => Promise<OnDevice>;
  readonly memory: () => MemoryStore;
  /** Makes a vault of everything in memory, and wipes that once it is written. */
  readonly make: (passphrase: string, from: MemoryStore) => Keeping<Made>;
  readonly unlock: (key: Key) => Keeping<VaultStore>;
  /** What restoring this file onto a device without a vault would do. Changes nothing. */
  readonly planRestore: (file: Blob, key: Key) => Keeping<Plan>;
  /** Does what the last plan said, and keeps what is in memory as well. */
  readonly restore: (from: MemoryStore) => Keeping<VaultStore>;
  /** Everything, in all tabs: database, caches, the service worker. Then looks whether it is gone. */
  readonly erase: () => Keeping<Erased>;
  readonly room: () => Promise<Room>;
  /** Asks the browser not to clear it. Some ask the person; some decide by themselves. */
  readonly askToPersist: () => Promise<Room>;
}
