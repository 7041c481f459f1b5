// The ways to a vault that is open: made anew, unlocked, or restored from a backup.

import { done, fail } from '../engine/result';
import { unhex, utf8, wipe } from './bytes';
import type { Bytes } from './bytes';
import { claim, holdNew } from './claim';
import type { Held } from './claim';
import type { Cost } from './crypto';
import { NO_TIP, fits, sealEntry } from './entry';
import type { Opened, Tip } from './entry';
import { COST, newVault, readHeader, vaultIn } from './header';
import { listOf, openWith } from './keys';
import { shut, storeError, tipAfter } from './open-vault';
import type { Outside } from './outside';
import { wordsOf } from './recovery';
import { bringAll, openFile } from './restoring';
import type { Restorable } from './restoring';
import type { Shelf, Slip } from './shelf';
import type { Key, Keeping, News, Plan, Words } from './store';
import { createVault } from './vault';
import type { Vault } from './vault';

type Tell = (news: News) => void;

/** What a tab has before it has a vault: the id its events are stamped with, and these. */
export interface InMemory {
  readonly device: string;
  readonly events: readonly string[];
}

export interface MadeVault {
  readonly vault: Vault;
  readonly words: Words;
}

interface Lost {
  readonly call: () => void;
  readonly then: (heard: () => void) => void;
}

/** The shelf may be taken away at any time from its opening on, the vault comes later. */
const whenLost = (): Lost => {
  let heard = (): void => undefined;
  return {
    call: () => {
      heard();
    },
    then: (next) => {
      heard = next;
    },
  };
};

const standing = (
  outside: Outside,
  shelf: Shelf,
  opened: Opened,
  held: Held,
  tip: Tip,
  lost: Lost,
  tell: Tell,
): Vault => {
  const seen = new Map([[held.device, tip.sequence]]);
  const channel = outside.channel();
  const vault = { outside, shelf, opened, channel, tell, seen, held, tip, isLocked: false };
  lost.then(() => {
    shut(vault);
    tell({ type: 'Erased' });
  });
  return createVault(vault);
};

interface Chain {
  readonly slips: readonly Slip[];
  readonly tip: Tip;
}

/** The first entries of a device. Null where one of them is too large. */
const chainOf = (opened: Opened, device: string, payloads: readonly Uint8Array[]): Chain | null => {
  if (!payloads.every(({ length }) => fits(length))) return null;
  const id = unhex(device);
  let tip = NO_TIP;
  const slips = payloads.map((payload) => {
    const entry = sealEntry(opened, id, tip, payload);
    ({ tip } = entry);
    return { device, sequence: tip.sequence, bytes: entry.bytes };
  });
  return { slips, tip };
};

/** Puts a new vault on the shelf: these entries, and behind them these events as our own. */
const putNew = async (
  outside: Outside,
  header: Bytes,
  opened: Opened,
  device: string,
  slips: readonly Slip[],
  payloads: readonly Uint8Array[],
  tell: Tell,
): Keeping<Vault> => {
  const chain = chainOf(opened, device, payloads);
  if (chain === null) return fail({ type: 'TooLarge' });
  const held = await holdNew(outside, device);
  const lost = whenLost();
  const shelf = await outside.shelves.make(header, device, [...slips, ...chain.slips], lost.call);
  if (!shelf.ok) {
    held.release();
    return storeError(shelf.error);
  }
  return done(standing(outside, shelf.value, opened, held, chain.tip, lost, tell));
};

/** `cost` is for tests; what is kept always costs what the format says. */
export const make = async (
  outside: Outside,
  passphrase: string,
  memory: InMemory,
  tell: Tell,
  cost: Cost = COST,
): Keeping<MadeVault> => {
  const { crypto } = outside;
  const list = await listOf(outside);
  if (!list.ok) return list;
  const made = newVault(crypto, passphrase, cost);
  if (!made.ok) return made;
  const { header, key, code } = made.value;
  const opened = { crypto, key, vault: vaultIn(header) };
  const payloads = memory.events.map(utf8);
  const vault = await putNew(outside, header.bytes, opened, memory.device, [], payloads, tell);
  if (!vault.ok) return vault;
  const words = wordsOf(crypto, list.value, code);
  wipe(code);
  return done({ vault: vault.value, words });
};

const openedOn = async (
  outside: Outside,
  shelf: Shelf,
  key: Key,
  lost: Lost,
  tell: Tell,
): Keeping<Vault> => {
  const cover = await shelf.cover();
  if (!cover.ok) return storeError(cover.error);
  const header = readHeader(outside.crypto, cover.value.header);
  if (!header.ok) return header;
  const opened = await openWith(outside, header.value, key);
  if (!opened.ok) return opened;
  const held = await claim(outside, shelf, cover.value.own);
  if (!held.ok) return storeError(held.error);
  // Looked at under the lock: nobody else moves it any more.
  const last = await shelf.last(held.value.device);
  if (!last.ok) {
    held.value.release();
    return storeError(last.error);
  }
  const tip = tipAfter(opened.value, last.value);
  return done(standing(outside, shelf, opened.value, held.value, tip, lost, tell));
};

export const unlock = async (outside: Outside, key: Key, tell: Tell): Keeping<Vault> => {
  const lost = whenLost();
  const shelf = await outside.shelves.open(lost.call);
  if (!shelf.ok) return storeError(shelf.error);
  const vault = await openedOn(outside, shelf.value, key, lost, tell);
  if (!vault.ok) shelf.value.close();
  return vault;
};

export interface PlannedRestore {
  readonly plan: Plan;
  readonly restorable: Restorable;
}

export const planRestore = async (
  outside: Outside,
  file: Bytes,
  key: Key,
): Keeping<PlannedRestore> => {
  const restorable = await openFile(outside, file, key);
  if (!restorable.ok) return restorable;
  return done({ plan: bringAll(restorable.value).plan, restorable: restorable.value });
};

/** The device writes on under the id of its memory, which the file cannot know. */
export const restore = (
  outside: Outside,
  restorable: Restorable,
  { device, events }: InMemory,
  tell: Tell,
): Keeping<Vault> => {
  const { slips, strays } = bringAll(restorable);
  const { header, opened } = restorable;
  const payloads = [...strays, ...events.map(utf8)];
  return putNew(outside, header.bytes, opened, device, slips, payloads, tell);
};
