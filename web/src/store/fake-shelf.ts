// A shelf of a test's own: a map that several vaults may share, and that can be made to fail.

import { done, fail } from '../engine/result';
import type { Bytes } from './bytes';
import { hex } from './bytes';
import { openCrypto } from './crypto';
import type { Channel, Outside, Told } from './outside';
import { keyOfSlip } from './shelf';
import type { Shelf, ShelfError, Shelves, Slip } from './shelf';
import { words } from './written';

export interface FakeDisk {
  /** Sealed entries by their key. */
  readonly pages: Map<string, Bytes>;
  readonly cover: Map<string, Bytes>;
  readonly own: Set<string>;
  /** What the next writes fail with, until it is null again. */
  fault: ShelfError['type'] | null;
  writes: number;
  readonly shelves: Shelves;
  /** What a tab has: one call each. */
  readonly tab: () => Promise<Outside>;
}

const nameOf = (device: string, sequence: bigint): string => hex(keyOfSlip(device, sequence));

const sorted = (pages: ReadonlyMap<string, Bytes>): readonly (readonly [string, Bytes])[] =>
  [...pages].sort(([a], [b]) => (a < b ? -1 : 1));

const shelfOn = (disk: FakeDisk): Shelf => {
  const behind = (device: string, sequence: bigint): readonly Bytes[] =>
    sorted(disk.pages).flatMap(([name, bytes]) =>
      name.startsWith(device) && name > nameOf(device, sequence) ? [bytes] : [],
    );
  const write = (deed: () => void) => {
    disk.writes++;
    if (disk.fault !== null) return Promise.resolve(fail({ type: disk.fault }));
    deed();
    return Promise.resolve(done(true as const));
  };
  return {
    cover: () => {
      const header = disk.cover.get('header');
      if (header === undefined) return Promise.resolve(fail({ type: 'Gone' }));
      const settings = disk.cover.get('settings') ?? null;
      return Promise.resolve(done({ header, settings, own: [...disk.own] }));
    },
    entries: () => Promise.resolve(done(sorted(disk.pages).map(([, bytes]) => bytes))),
    since: (device, sequence) => Promise.resolve(done(behind(device, sequence))),
    last: (device) => Promise.resolve(done(behind(device, 0n).at(-1) ?? null)),
    add: (slips) => {
      const isTaken = slips.some(({ device, sequence }) =>
        disk.pages.has(nameOf(device, sequence)),
      );
      if (isTaken) return Promise.resolve(fail({ type: 'Taken' }));
      return write(() => {
        lay(disk, slips);
      });
    },
    put: (part, bytes) =>
      write(() => {
        disk.cover.set(part, bytes);
      }),
    addOwn: (device) =>
      write(() => {
        disk.own.add(device);
      }),
    close: () => undefined,
  };
};

const lay = (disk: FakeDisk, slips: readonly Slip[]): void => {
  for (const { device, sequence, bytes } of slips) {
    disk.pages.set(nameOf(device, sequence), new Uint8Array(bytes));
  }
};

/** One disk, its locks and its channel. Told is heard by every other tab, a moment later. */
export const createFakeDisk = (): FakeDisk => {
  const held = new Set<string>();
  const ears = new Map<object, (told: Told) => void>();

  const channel = (): Channel => {
    const me = {};
    return {
      tell: (told) => {
        for (const [other, ear] of ears) if (other !== me) setTimeout(ear, 0, told);
      },
      hear: (listener) => {
        ears.set(me, listener);
      },
      close: () => {
        ears.delete(me);
      },
    };
  };

  const hold: Outside['hold'] = (name) => {
    if (held.has(name)) return Promise.resolve(null);
    held.add(name);
    return Promise.resolve(() => {
      held.delete(name);
    });
  };

  const disk: FakeDisk = {
    pages: new Map(),
    cover: new Map(),
    own: new Set(),
    fault: null,
    writes: 0,
    shelves: {
      open: () =>
        Promise.resolve(disk.cover.has('header') ? done(shelfOn(disk)) : fail({ type: 'Gone' })),
      make: (header, own, slips) => {
        if (disk.fault !== null) return Promise.resolve(fail({ type: disk.fault }));
        if (disk.cover.has('header')) return Promise.resolve(fail({ type: 'Taken' }));
        disk.cover.set('header', header);
        disk.own.add(own);
        lay(disk, slips);
        return Promise.resolve(done(shelfOn(disk)));
      },
    },
    tab: async () => ({
      crypto: await openCrypto(),
      shelves: disk.shelves,
      words: () => Promise.resolve(words),
      hold,
      channel,
    }),
  };
  return disk;
};
