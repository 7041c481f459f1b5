// The backup: the header, every entry by device and number, and a sealed end that says how many
// there have to be. (docs/formats/vault.md, "The backup"; natively src/vault/backup.cc.)
//
// Opening never fails once the key is there: what can be read is read, and what is damaged is named.

import { joined } from './bytes';
import type { Bytes } from './bytes';
import { brokenChains, misplaced } from './chains';
import { cutFile, problem } from './cutting';
import type { Cut, Found } from './cutting';
import { sealEnd } from './end';
import { hashOf } from './entry';
import type { Opened, Tip } from './entry';
import { HEADER_BYTES, isAuthentic } from './header';
import type { Header } from './header';
import type { Problem } from './store';

/** No honest backup is larger: three quarters of a million events. */
export const LARGEST_BACKUP_BYTES = 256 * 1024 * 1024;

/** An entry that opened. */
export interface Entry {
  readonly device: string;
  readonly sequence: bigint;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly event: string;
}

export interface BackupContents {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What opened, each entry once, in the order of the file. */
const entriesOf = (found: readonly Found[]): readonly Entry[] => {
  const read = new Set<string>();
  return found.flatMap(({ device, sequence, bytes, hash, opened }) => {
    if (opened === null) return [];
    const name = `${device} ${String(sequence)} ${hash}`;
    if (read.has(name)) return [];
    read.add(name);
    return [{ device, sequence, bytes, hash, event: decoder.decode(opened.payload) }];
  });
};

const account = (cut: Cut, head: readonly Problem[], behind: readonly Problem[]) => ({
  entries: entriesOf(cut.found),
  problems: [
    ...head,
    ...cut.problems,
    ...behind,
    ...misplaced(cut.found),
    ...brokenChains(cut.found, cut.end),
  ],
});

/** REQUIRES: the header was read from this file, and the key unlocked from it. */
export const openBackup = (header: Header, opened: Opened, file: Uint8Array): BackupContents => {
  const isWhole = isAuthentic(opened.crypto, header, opened.key);
  const cut = cutFile(opened, file, HEADER_BYTES);
  return account(
    cut,
    isWhole ? [] : [problem('header-changed', 0)],
    cut.hasEnd ? [] : [problem('end-missing', file.length)],
  );
};

/** The same account of entries that lie in a database, one behind the other and without an end. */
export const openEntries = (opened: Opened, entries: readonly Uint8Array[]): BackupContents =>
  account(cutFile(opened, joined(...entries), 0), [], []);

/** REQUIRES: whole entries by device and number, each with its own. */
export const writeBackup = (
  header: Header,
  opened: Opened,
  entries: readonly Pick<Entry, 'device' | 'sequence' | 'bytes'>[],
): Bytes => {
  const tips = new Map<string, Tip>();
  for (const { device, sequence, bytes } of entries) {
    tips.set(device, { sequence, hash: hashOf(opened.crypto, bytes) });
  }
  return joined(header.bytes, ...entries.map(({ bytes }) => bytes), sealEnd(opened, tips));
};
