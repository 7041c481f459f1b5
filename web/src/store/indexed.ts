// The shelf in IndexedDB. A write is answered when its transaction has completed with durability
// "strict": on the disk, not in a cache of the system. (docs/formats/store.md.)

import { done, fail } from '../engine/result';
import type { Result } from '../engine/result';
import type { Bytes } from './bytes';
import { keyOfSlip } from './shelf';
import type { Cover, Shelf, ShelfError, Shelves, Shelving, Slip } from './shelf';

/** Names that say nothing about what this is. */
export const DATABASE = 'notes';
const VERSION = 1;
const COVER = 'cover';
const PAGES = 'pages';
const OWN = 'own ';

const errorOf = (error: unknown): ShelfError => {
  switch (error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return { type: 'Full' };
    case 'ConstraintError':
      return { type: 'Taken' };
    case 'VersionError':
      return { type: 'Newer' };
    case 'SecurityError':
    case 'UnknownError':
    case 'InvalidAccessError':
      return { type: 'Denied' };
    default:
      // Closed under us, or without the parts it should have.
      return { type: 'Gone' };
  }
};

/** The opened database, or why there is none. */
const openDatabase = (make: 'make' | 'only if there'): Shelving<IDBDatabase> =>
  new Promise((resolve) => {
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(DATABASE, VERSION);
    } catch {
      resolve(fail({ type: 'Denied' }));
      return;
    }
    let isAbsent = false;
    request.onupgradeneeded = () => {
      if (make === 'only if there') {
        isAbsent = true;
        // What was not there is not made by looking for it.
        request.transaction?.abort();
        return;
      }
      request.result.createObjectStore(COVER);
      request.result.createObjectStore(PAGES);
    };
    request.onsuccess = () => {
      resolve(done(request.result));
    };
    request.onerror = () => {
      const error = errorOf(request.error);
      const isKnown = error.type === 'Newer' || error.type === 'Full';
      if (isAbsent) resolve(fail({ type: 'Gone' }));
      else resolve(fail(isKnown ? error : { type: 'Denied' }));
    };
  });

/** One transaction; its value counts once the whole of it has completed. */
const within = <T>(
  database: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  deed: (cover: IDBObjectStore, pages: IDBObjectStore) => () => Result<T, ShelfError>,
): Shelving<T> =>
  new Promise((resolve) => {
    try {
      const transaction = database.transaction([COVER, PAGES], mode, { durability: 'strict' });
      const value = deed(transaction.objectStore(COVER), transaction.objectStore(PAGES));
      transaction.oncomplete = () => {
        resolve(value());
      };
      transaction.onabort = () => {
        resolve(fail(errorOf(transaction.error)));
      };
      // There is nothing left to ask, so it need not wait whether more comes.
      if (mode === 'readwrite') transaction.commit();
    } catch (error) {
      resolve(fail(errorOf(error)));
    }
  });

const bytesIn = (value: unknown): Bytes | null =>
  value instanceof Uint8Array && value.buffer instanceof ArrayBuffer
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : null;

const readCover = (database: IDBDatabase): Shelving<Cover> =>
  within(database, 'readonly', (cover) => {
    const header = cover.get('header');
    const settings = cover.get('settings');
    const keys = cover.getAllKeys();
    return () => {
      const bytes = bytesIn(header.result);
      if (bytes === null) return fail({ type: 'Gone' });
      const own = keys.result.flatMap((key) =>
        typeof key === 'string' && key.startsWith(OWN) ? [key.slice(OWN.length)] : [],
      );
      return done({ header: bytes, settings: bytesIn(settings.result), own });
    };
  });

const readPages = (database: IDBDatabase, range: IDBKeyRange | null): Shelving<readonly Bytes[]> =>
  within(database, 'readonly', (_, pages) => {
    const all: IDBRequest<unknown[]> = pages.getAll(range);
    return () => done(all.result.flatMap((value) => bytesIn(value) ?? []));
  });

const addSlips = (pages: IDBObjectStore, slips: readonly Slip[]): void => {
  for (const { device, sequence, bytes } of slips) pages.add(bytes, keyOfSlip(device, sequence));
};

/** Every place of a device behind a number. */
const behind = (device: string, sequence: bigint): IDBKeyRange =>
  IDBKeyRange.bound(keyOfSlip(device, sequence), keyOfSlip(device, 2n ** 64n - 1n), true);

const written = (): Result<true, ShelfError> => done(true);

const shelfOn = (database: IDBDatabase, onlost: () => void): Shelf => {
  // Another tab erases: what holds the database open would hold that up.
  database.onversionchange = () => {
    database.close();
    onlost();
  };
  database.onclose = onlost;

  return {
    cover: () => readCover(database),
    entries: () => readPages(database, null),
    since: (device, sequence) => readPages(database, behind(device, sequence)),
    last: (device) =>
      within(database, 'readonly', (_, pages) => {
        const last = pages.openCursor(behind(device, 0n), 'prev');
        return () => done(bytesIn(last.result?.value));
      }),
    add: (slips) =>
      within(database, 'readwrite', (_, pages) => {
        addSlips(pages, slips);
        return written;
      }),
    put: (part, bytes) =>
      within(database, 'readwrite', (cover) => {
        cover.put(bytes, part);
        return written;
      }),
    addOwn: (device) =>
      within(database, 'readwrite', (cover) => {
        cover.put(true, OWN + device);
        return written;
      }),
    close: () => {
      database.onclose = null;
      database.close();
    },
  };
};

const open: Shelves['open'] = async (onlost) => {
  const database = await openDatabase('only if there');
  return database.ok ? done(shelfOn(database.value, onlost)) : database;
};

const make: Shelves['make'] = async (header, own, slips, onlost) => {
  const database = await openDatabase('make');
  if (!database.ok) return database;
  const laid = await within(database.value, 'readwrite', (cover, pages) => {
    cover.add(header, 'header');
    cover.put(true, OWN + own);
    addSlips(pages, slips);
    return written;
  });
  if (laid.ok) return done(shelfOn(database.value, onlost));
  database.value.close();
  return laid;
};

export const indexedShelves: Shelves = { open, make };

/** Whether a vault lies here. Makes nothing and leaves nothing. */
export const lookForVault = async (): Shelving<true> => {
  if (typeof indexedDB === 'undefined') return fail({ type: 'Denied' });
  try {
    // Asking first leaves no trace at all where nothing ever was.
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === DATABASE)) return fail({ type: 'Gone' });
  } catch {
    // Older browsers have no such list; some refuse it. Opening says more.
  }
  const database = await openDatabase('only if there');
  if (!database.ok) return database;
  const cover = await readCover(database.value);
  database.value.close();
  return cover.ok ? done(true) : cover;
};

/** Ends when it is gone: tabs that hold it open are told to let go by the browser. */
export const deleteDatabase = (): Shelving<true> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onsuccess = () => {
        resolve(done(true));
      };
      request.onerror = () => {
        resolve(fail(errorOf(request.error)));
      };
    } catch {
      resolve(fail({ type: 'Denied' }));
    }
  });
