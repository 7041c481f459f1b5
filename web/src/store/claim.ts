// A device id that nobody else writes under now. An id is used by one tab at a time and used again
// afterwards, so that a vault does not collect an id a visit. Where tabs cannot lock, each visit gets
// an id of its own: then nothing can be forked either.

import { done } from '../engine/result';
import { newDevice } from './memory';
import type { Outside, Release } from './outside';
import type { Shelf, Shelving } from './shelf';

export interface Held {
  readonly device: string;
  readonly release: Release;
}

const held = (device: string, release: Release | null): Held => ({
  device,
  release: release ?? (() => undefined),
});

/** REQUIRES: an id that was made just now. */
export const holdNew = async (outside: Outside, device: string): Promise<Held> =>
  held(device, await outside.hold(device));

/** An id of its own, remembered on the shelf. */
export const claimNew = async (outside: Outside, shelf: Shelf): Shelving<Held> => {
  const mine = await holdNew(outside, newDevice());
  const kept = await shelf.addOwn(mine.device);
  if (kept.ok) return done(mine);
  mine.release();
  return kept;
};

export const claim = async (
  outside: Outside,
  shelf: Shelf,
  own: readonly string[],
): Shelving<Held> => {
  for (const device of own) {
    const release = await outside.hold(device);
    if (release !== null) return done(held(device, release));
  }
  return claimNew(outside, shelf);
};
