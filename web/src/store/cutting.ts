// A backup cut into its entries and its end, finding the next one where something is damaged.
// (docs/formats/vault.md, "Reading what is damaged", steps 1 to 3; natively src/vault/backup.cc.)
//
// The work is linear in the file, whatever is in it.

import { hex, startsWith } from './bytes';
import { END_MARKER, endBytesAt, openEnd } from './end';
import type { Tips } from './end';
import { ENTRY_MARKER, hashOf, headAt, openEntry } from './entry';
import type { Opened, OpenedEntry } from './entry';
import type { Problem } from './store';

/** Nothing is opened of a damaged entry; then device and number are what it claims. */
export interface Found {
  readonly device: string;
  readonly sequence: bigint;
  readonly at_byte: number;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly opened: OpenedEntry | null;
}

export interface Cut {
  readonly found: Found[];
  readonly problems: Problem[];
  end: Tips | null;
  hasEnd: boolean;
}

// Bytes that may be tried in vain for each byte of the file. A file made of markers, each of which
// claims a large entry, would cost the square of its size; then the claims are believed instead.
const PATIENCE = 4;

const NO_DEVICE = '0'.repeat(32);
const MARKER_START = ENTRY_MARKER[0] ?? 0;

interface Place extends Cut {
  readonly opened: Opened;
  readonly file: Uint8Array;
  patience: number;
  at: number;
  unreadableAt: number | null;
}

/** A problem of the file or of an entry in it. */
export const problem = (
  what: Problem['what'],
  at_byte: number,
  device = NO_DEVICE,
  sequence = 0n,
  until = 0n,
): Problem => ({ what, device, sequence, until, at_byte });

const isBorder = (file: Uint8Array, at: number): boolean =>
  at === file.length || startsWith(file, ENTRY_MARKER, at) || startsWith(file, END_MARKER, at);

const nextMarker = (file: Uint8Array, from: number): number => {
  let at = file.indexOf(MARKER_START, from);
  while (at !== -1 && !isBorder(file, at)) at = file.indexOf(MARKER_START, at + 1);
  return at === -1 ? file.length : at;
};

const flushUnreadable = (place: Place): void => {
  if (place.unreadableAt === null) return;
  place.problems.push(problem('bytes-unreadable', place.unreadableAt));
  place.unreadableAt = null;
};

// Its length is damaged as easily as the rest of it, so it is believed only where something begins
// behind it.
const goPastDamage = (place: Place, claimed_bytes: number): void => {
  const isPatient = place.patience >= claimed_bytes;
  place.patience -= Math.min(place.patience, claimed_bytes);
  const behind = place.at + claimed_bytes;
  const isThere = behind <= place.file.length;
  place.at =
    isThere && (!isPatient || isBorder(place.file, behind))
      ? behind
      : nextMarker(place.file, place.at + ENTRY_MARKER.length);
};

const takeEntry = (place: Place): boolean => {
  const { opened, file, at, found, problems } = place;
  const head = headAt(file, at);
  if (head === null) return false;
  const bytes = file.subarray(at, at + head.entry_bytes);
  const entry = bytes.length === head.entry_bytes ? openEntry(opened, head, bytes) : null;
  const device = hex(head.device);
  const { sequence } = head;
  flushUnreadable(place);
  const hash = entry === null ? '' : hex(hashOf(opened.crypto, bytes));
  found.push({ device, sequence, at_byte: at, bytes, hash, opened: entry });
  if (entry === null) {
    problems.push(problem('entry-damaged', at, device, sequence));
    goPastDamage(place, head.entry_bytes);
    return true;
  }
  if (place.hasEnd) problems.push(problem('misplaced', at, device, sequence));
  place.at += head.entry_bytes;
  return true;
};

const takeEnd = (place: Place): boolean => {
  const { opened, file, at, problems } = place;
  const size = endBytesAt(file, at);
  if (size === 0) return false;
  const end = openEnd(opened, file.subarray(at, at + size));
  flushUnreadable(place);
  if (place.hasEnd) problems.push(problem('repeated', at));
  place.hasEnd = true;
  if (end === null) {
    problems.push(problem('end-damaged', at));
    goPastDamage(place, size);
    return true;
  }
  place.end = end;
  place.at += size;
  return true;
};

/** Cuts the file from this byte on. */
export const cutFile = (opened: Opened, file: Uint8Array, from: number): Cut => {
  const place: Place = {
    opened,
    file,
    patience: file.length * PATIENCE,
    at: from,
    unreadableAt: null,
    found: [],
    problems: [],
    end: null,
    hasEnd: false,
  };
  while (place.at < file.length) {
    if (takeEntry(place) || takeEnd(place)) continue;
    place.unreadableAt ??= place.at;
    place.at = nextMarker(file, place.at + 1);
  }
  flushUnreadable(place);
  return place;
};
