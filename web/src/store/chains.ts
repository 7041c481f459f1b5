// Whether all entries are there, in their places, and each was written after the one before.
// (docs/formats/vault.md, "Reading what is damaged", from "Then" on; natively src/vault/backup.cc.)

import { hex } from './bytes';
import { problem } from './cutting';
import type { Found } from './cutting';
import type { Tips } from './end';
import { NO_TIP } from './entry';
import type { Problem } from './store';

const NO_HASH = hex(NO_TIP.hash);

/** By device, then by number. Negative: `a` stands in front. */
const order = (a: Found, b: Found): number => {
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  if (a.sequence !== b.sequence) return a.sequence < b.sequence ? -1 : 1;
  return 0;
};

export const misplaced = (found: readonly Found[]): readonly Problem[] => {
  const opened = found.filter((entry) => entry.opened !== null);
  return opened.flatMap((entry, i) => {
    const before = opened[i - 1];
    const isBack = before !== undefined && order(entry, before) < 0;
    return isBack ? [problem('misplaced', entry.at_byte, entry.device, entry.sequence)] : [];
  });
};

/** The highest number of each device that opened. */
const lastOpened = (found: readonly Found[]): ReadonlyMap<string, bigint> => {
  const last = new Map<string, bigint>();
  for (const { device, sequence, opened } of found) {
    if (opened !== null && sequence > (last.get(device) ?? 0n)) last.set(device, sequence);
  }
  return last;
};

/** Entries by device and number. A damaged number must not open a gap of its own. */
const byPlace = (found: readonly Found[]): readonly Found[] => {
  const last = lastOpened(found);
  const isPlausible = ({ device, sequence, opened }: Found): boolean => {
    const top = last.get(device);
    return opened !== null || (top !== undefined && sequence >= 1n && sequence <= top + 1n);
  };
  return found.filter(isPlausible).sort((a, b) => order(a, b) || a.at_byte - b.at_byte);
};

/** Cut where the name of a thing changes. */
const runsOf = <T>(things: readonly T[], nameOf: (thing: T) => unknown): readonly T[][] => {
  const runs: T[][] = [];
  for (const thing of things) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (run !== undefined && first !== undefined && nameOf(first) === nameOf(thing))
      run.push(thing);
    else runs.push([thing]);
  }
  return runs;
};

/** How far one device's chain has been looked at. */
interface Link {
  readonly last: bigint;
  /** Hashes of the entries at `last` that opened. */
  readonly hashes: ReadonlySet<string>;
  /** The highest number with an entry that opened. */
  readonly tip: bigint;
}

const gap = (device: string, last: bigint, sequence: bigint): readonly Problem[] =>
  sequence > last + 1n ? [problem('missing', 0, device, last + 1n, sequence - 1n)] : [];

/** The next number, and all entries that bear it. */
const goOn = (link: Link, same: readonly Found[], problems: Problem[]): Link => {
  const { device, sequence } = same[0] ?? { device: '', sequence: 0n };
  problems.push(...gap(device, link.last, sequence));
  const hashes = new Set<string>();
  let { tip } = link;
  for (const { at_byte, hash, opened } of same) {
    if (opened === null) continue;
    const tell = (what: Problem['what']): void => {
      problems.push(problem(what, at_byte, device, sequence));
    };
    if (hashes.has(hash)) tell('repeated');
    else if (hashes.add(hash).size > 1) tell('forked');
    const previous = hex(opened.previous);
    const isKnown = sequence === 1n || (link.last + 1n === sequence && link.hashes.size > 0);
    const follows = sequence === 1n ? previous === NO_HASH : link.hashes.has(previous);
    if (isKnown && !follows) tell('chain-broken');
    tip = sequence;
  }
  return { last: sequence, hashes, tip };
};

/** What the end says of this device. */
const endAt = (link: Link, device: string, listed: Tips): readonly Problem[] => {
  const { sequence, hash } = listed.get(device) ?? NO_TIP;
  const missing = gap(device, link.last, sequence + 1n);
  if (link.last > sequence) return [problem('unlisted', 0, device, sequence + 1n, link.last)];
  const isOther = link.tip === sequence && !link.hashes.has(hex(hash));
  return isOther ? [...missing, problem('chain-broken', 0, device, sequence)] : missing;
};

/** Device by device. Without an end, nothing is said about what may lack at the back. */
export const brokenChains = (found: readonly Found[], end: Tips | null): readonly Problem[] => {
  const problems: Problem[] = [];
  const devices = runsOf(byPlace(found), ({ device }) => device);
  for (const entries of devices) {
    let link: Link = { last: 0n, hashes: new Set(), tip: 0n };
    for (const same of runsOf(entries, ({ sequence }) => sequence)) {
      link = goOn(link, same, problems);
    }
    if (end !== null) problems.push(...endAt(link, entries[0]?.device ?? '', end));
  }
  const seen = new Set(devices.map(([first]) => first?.device));
  const absent = [...(end ?? [])].filter(([device]) => !seen.has(device));
  absent.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [device, { sequence }] of absent) {
    problems.push(problem('missing', 0, device, 1n, sequence));
  }
  return problems;
};
