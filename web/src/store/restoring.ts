// A backup against what is here: what it would bring, and then the bringing.
//
// Entries of the same vault come as they are. What cannot, for another vault sealed it or its place
// is taken by another entry, is sealed anew as an event of this device. An event that is here already,
// byte for byte, comes no second time.

import { done, fail } from '../engine/result';
import type { Result } from '../engine/result';
import { LARGEST_BACKUP_BYTES, openBackup, openEntries } from './backup';
import type { BackupContents, Entry } from './backup';
import { hex, utf8 } from './bytes';
import type { Bytes } from './bytes';
import type { Opened } from './entry';
import { readHeader, vaultIn } from './header';
import type { Header } from './header';
import { openWith } from './keys';
import type { Outside } from './outside';
import type { Slip } from './shelf';
import type { Key, Keeping, Plan, StoreError } from './store';

/** A backup that was opened. */
export interface Restorable extends BackupContents {
  readonly header: Header;
  readonly opened: Opened;
}

export interface Bringing {
  readonly plan: Plan;
  /** Entries as they are. */
  readonly slips: readonly Slip[];
  /** Events to be sealed anew. */
  readonly strays: readonly Uint8Array[];
  /** The events of both. */
  readonly events: readonly string[];
}

const headerOf = ({ crypto }: Outside, file: Bytes): Result<Header, StoreError> =>
  file.length > LARGEST_BACKUP_BYTES ? fail({ type: 'TooLarge' }) : readHeader(crypto, file);

const contentsOf = (header: Header, opened: Opened, file: Bytes): Restorable => ({
  ...openBackup(header, opened, file),
  header,
  opened,
});

export const openFile = async (outside: Outside, file: Bytes, key: Key): Keeping<Restorable> => {
  const header = headerOf(outside, file);
  if (!header.ok) return header;
  const opened = await openWith(outside, header.value, key);
  return opened.ok ? done(contentsOf(header.value, opened.value, file)) : opened;
};

/** The same with the key of the vault that is open, where it is a file of that vault. */
export const openFileHere = async (
  outside: Outside,
  here: Opened,
  file: Bytes,
  key: Key | null,
): Keeping<Restorable> => {
  const header = headerOf(outside, file);
  if (!header.ok) return header;
  if (hex(vaultIn(header.value)) === hex(here.vault)) {
    return done(contentsOf(header.value, here, file));
  }
  return key === null ? fail({ type: 'WrongKey' }) : openFile(outside, file, key);
};

const placeOf = ({ device, sequence }: Slip): string => `${device} ${String(sequence)}`;

/** What of these entries is not in that vault, and in which way it would come. */
const bringing = (
  restorable: Restorable,
  vault: Plan['vault'],
  there: readonly Entry[],
): Bringing => {
  const taken = new Map(there.map((entry) => [placeOf(entry), entry.hash]));
  const known = new Set(there.map(({ event }) => event));
  const fresh: Slip[] = [];
  const strays: string[] = [];
  const events: string[] = [];
  for (const entry of restorable.entries) {
    const place = placeOf(entry);
    const hash = taken.get(place);
    if (hash === entry.hash) continue;
    const isFree = vault !== 'other' && hash === undefined;
    if (!isFree && known.has(entry.event)) continue;
    known.add(entry.event);
    events.push(entry.event);
    if (isFree) {
      fresh.push(entry);
      taken.set(place, entry.hash);
    } else {
      strays.push(entry.event);
    }
  }
  const { problems, entries } = restorable;
  return {
    plan: { vault, fresh: events.length, known: entries.length - events.length, problems },
    slips: fresh.map(({ device, sequence, bytes }) => ({ device, sequence, bytes: bytes.slice() })),
    strays: strays.map(utf8),
    events,
  };
};

/** Onto a device without a vault: all of it. */
export const bringAll = (restorable: Restorable): Bringing => bringing(restorable, 'none-here', []);

/** Into the vault that is open. */
export const bringInto = (
  restorable: Restorable,
  here: Opened,
  entries: readonly Uint8Array[],
): Bringing => {
  const isSame = hex(restorable.opened.vault) === hex(here.vault);
  return bringing(restorable, isSame ? 'same' : 'other', openEntries(here, entries).entries);
};
