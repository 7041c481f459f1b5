// A vault that is open. Runs in the store's worker, and in tests.
//
// Two tabs never fork a chain: each writes under a device id that it holds a lock on, and the shelf
// takes no second entry of one device and number. What one tab has written the others are told of,
// by device alone; they read it from the shelf themselves.

import { done, fail } from '../engine/result';

import { wipe } from './bytes';
import type { Bytes } from './bytes';
import { openEntries, writeBackup } from './backup';
import { problem } from './cutting';
import { headAt, openEntry } from './entry';
import { isAuthentic, readHeader, withCode, withPassphrase } from './header';
import type { Header } from './header';
import { listOf, openWith } from './keys';
import { isLocked, locked, note, shut, storeError } from './open-vault';
import type { OpenVault } from './open-vault';
import type { Told } from './outside';
import { CODE_BYTES, wordsOf } from './recovery';
import { bringInto, openFileHere } from './restoring';
import type { Restorable } from './restoring';
import { openSettings, sealSettings } from './settings';
import { slipOf } from './shelf';
import type { Contents, Key, Keeping, Plan, Settings, Words } from './store';
import { changeDevice, createWriter } from './writer';
import type { Writer } from './writer';

export interface Vault {
  readonly device: () => string;
  readonly read: () => Keeping<Contents>;
  readonly append: (events: readonly string[]) => Keeping<true>;
  readonly settings: () => Keeping<Settings>;
  readonly set: (settings: Settings) => Keeping<true>;
  readonly changePassphrase: (old: Key, next: string) => Keeping<true>;
  readonly newWords: () => Keeping<Words>;
  readonly backup: () => Keeping<Bytes>;
  readonly planMerge: (file: Bytes, key: Key | null) => Keeping<Plan>;
  readonly merge: () => Keeping<readonly string[]>;
  /** Waits for running appends. */
  readonly lock: (where: 'here' | 'everywhere') => Keeping<true>;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const headerHere = async (vault: OpenVault): Keeping<Header> => {
  const cover = await vault.shelf.cover();
  return cover.ok ? readHeader(vault.opened.crypto, cover.value.header) : storeError(cover.error);
};

const putHeader = async (vault: OpenVault, header: Header): Keeping<true> => {
  const put = await vault.shelf.put('header', header.bytes);
  return put.ok ? put : storeError(put.error);
};

const read = async (vault: OpenVault): Keeping<Contents> => {
  const header = await headerHere(vault);
  if (!header.ok) return header;
  const bytes = await vault.shelf.entries();
  if (!bytes.ok) return storeError(bytes.error);
  if (isLocked(vault)) return locked;
  const isWhole = isAuthentic(vault.opened.crypto, header.value, vault.opened.key);
  const { entries, problems } = openEntries(vault.opened, bytes.value);
  for (const entry of entries) note(vault, entry);
  return done({
    events: entries.map(({ event }) => event),
    problems: isWhole ? problems : [problem('header-changed', 0), ...problems],
  });
};

/** What a device wrote behind a number. */
const catchUp = async (vault: OpenVault, device: string, after: bigint): Promise<void> => {
  const seen = vault.seen.get(device) ?? 0n;
  const bytes = await vault.shelf.since(device, after < seen ? after : seen);
  if (!bytes.ok || isLocked(vault)) return;
  const events = bytes.value.flatMap((entry) => {
    const head = headAt(entry, 0);
    const opened = head === null ? null : openEntry(vault.opened, head, entry);
    if (opened === null) return [];
    note(vault, slipOf(entry));
    return [decoder.decode(opened.payload)];
  });
  if (events.length > 0) vault.tell({ type: 'Appended', events });
};

const listen = (vault: OpenVault): void => {
  let last = Promise.resolve();
  const hear = (told: Told): void => {
    switch (told.type) {
      case 'Appended':
        last = last.then(() => catchUp(vault, told.device, told.after));
        return;
      case 'Locked':
      case 'Erased':
        shut(vault);
        vault.tell({ type: told.type });
    }
  };
  vault.channel.hear(hear);
};

const changePassphrase = async (vault: OpenVault, old: Key, next: string): Keeping<true> => {
  const { crypto, key } = vault.opened;
  const header = await headerHere(vault);
  if (!header.ok) return header;
  const opened = await openWith(vault.outside, header.value, old);
  if (!opened.ok) return opened;
  wipe(opened.value.key);
  const changed = withPassphrase(crypto, header.value, key, next);
  return changed.ok ? putHeader(vault, changed.value) : changed;
};

const newWords = async (vault: OpenVault): Keeping<Words> => {
  const { crypto, key } = vault.opened;
  const list = await listOf(vault.outside);
  if (!list.ok) return list;
  const header = await headerHere(vault);
  if (!header.ok) return header;
  const code = crypto.random(CODE_BYTES);
  const put = await putHeader(vault, withCode(crypto, header.value, key, code));
  return put.ok ? done(wordsOf(crypto, list.value, code)) : put;
};

const backup = async (vault: OpenVault): Keeping<Bytes> => {
  const header = await headerHere(vault);
  if (!header.ok) return header;
  const bytes = await vault.shelf.entries();
  if (!bytes.ok) return storeError(bytes.error);
  if (isLocked(vault)) return locked;
  return done(writeBackup(header.value, vault.opened, bytes.value.map(slipOf)));
};

const settings = async (vault: OpenVault): Keeping<Settings> => {
  const cover = await vault.shelf.cover();
  if (!cover.ok) return storeError(cover.error);
  return done(openSettings(vault.opened, cover.value.settings));
};

const set = async (vault: OpenVault, next: Settings): Keeping<true> => {
  const put = await vault.shelf.put('settings', sealSettings(vault.opened, next));
  return put.ok ? put : storeError(put.error);
};

const merge = async (
  vault: OpenVault,
  writer: Writer,
  restorable: Restorable,
): Keeping<readonly string[]> => {
  const here = await vault.shelf.entries();
  if (!here.ok) return storeError(here.error);
  if (isLocked(vault)) return locked;
  // Planned anew, for another tab may have written since.
  const { slips, strays, events } = bringInto(restorable, vault.opened, here.value);
  if (slips.length > 0) {
    // What was put back may go further under our id than we knew.
    const changed = await changeDevice(vault);
    if (!changed.ok) return storeError(changed.error);
  }
  const laid = await writer.lay(slips, strays);
  if (!laid.ok) return laid;
  const firsts = new Map<string, bigint>();
  for (const slip of slips) {
    note(vault, slip);
    const first = firsts.get(slip.device);
    if (first === undefined || slip.sequence < first) firsts.set(slip.device, slip.sequence);
  }
  for (const [device, first] of firsts) {
    vault.channel.tell({ type: 'Appended', device, after: first - 1n });
  }
  return done(events);
};

const planMerge = async (
  vault: OpenVault,
  file: Bytes,
  key: Key | null,
): Keeping<{ readonly plan: Plan; readonly restorable: Restorable }> => {
  const restorable = await openFileHere(vault.outside, vault.opened, file, key);
  if (!restorable.ok) return restorable;
  const here = await vault.shelf.entries();
  if (!here.ok) return storeError(here.error);
  if (isLocked(vault)) return locked;
  const { plan } = bringInto(restorable.value, vault.opened, here.value);
  return done({ plan, restorable: restorable.value });
};

export const createVault = (vault: OpenVault): Vault => {
  const writer = createWriter(vault);
  let planned: Restorable | null = null;
  listen(vault);

  /** No deed on a vault that is locked, and none that ends after it was. */
  const unlessLocked = async <T>(deed: () => Keeping<T>): Keeping<T> => {
    if (isLocked(vault)) return locked;
    const result = await deed();
    return isLocked(vault) ? locked : result;
  };

  return {
    device: () => vault.held.device,
    read: () => unlessLocked(() => read(vault)),
    append: writer.append,
    settings: () => unlessLocked(() => settings(vault)),
    set: (next) => unlessLocked(() => set(vault, next)),
    changePassphrase: (old, next) => unlessLocked(() => changePassphrase(vault, old, next)),
    newWords: () => unlessLocked(() => newWords(vault)),
    backup: () => unlessLocked(() => backup(vault)),
    planMerge: (file, key) =>
      unlessLocked(async () => {
        const found = await planMerge(vault, file, key);
        planned = found.ok ? found.value.restorable : null;
        return found.ok ? done(found.value.plan) : found;
      }),
    merge: () =>
      unlessLocked(async () => {
        if (planned === null) return fail({ type: 'NotAVault' });
        const merged = await merge(vault, writer, planned);
        if (merged.ok) planned = null;
        return merged;
      }),
    lock: async (where) => {
      await writer.idle();
      if (where === 'everywhere' && !isLocked(vault)) vault.channel.tell({ type: 'Locked' });
      planned = null;
      shut(vault);
      return done(true);
    },
  };
};
