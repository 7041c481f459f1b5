// Everything goes, in all tabs; and then a look whether it is gone.

import { done } from '../engine/result';
import { deleteDatabase, lookForVault } from './indexed';
import { browserChannel } from './outside';
import type { Erased, Keeping } from './store';

/** A tab that the browser has put to sleep may hold on for longer. Then the account says so. */
const LONGEST_MS = 5_000;

const quietly = async <T>(deed: () => Promise<T> | T, otherwise: T): Promise<T> => {
  try {
    return await deed();
  } catch {
    return otherwise;
  }
};

const cacheNames = (): Promise<readonly string[]> => quietly(() => caches.keys(), []);

const databases = async (): Promise<number> => {
  try {
    return (await indexedDB.databases()).length;
  } catch {
    return (await lookForVault()).ok ? 1 : 0;
  }
};

const lookAgain = async (): Promise<Erased> => ({
  databases: await databases(),
  caches: (await cacheNames()).length,
  local: await quietly(() => localStorage.length, 0),
  session: await quietly(() => sessionStorage.length, 0),
  cookies: await quietly(() => document.cookie.split(';').filter((each) => each !== '').length, 0),
});

const dropWorkers = async (): Promise<void> => {
  const registered = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registered.map((each) => each.unregister()));
};

const tellTabs = (): void => {
  const channel = browserChannel();
  channel.tell({ type: 'Erased' });
  channel.close();
};

export const erase = async (): Keeping<Erased> => {
  await quietly(tellTabs, undefined);
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST_MS));
  await Promise.race([deleteDatabase(), late]);
  await quietly(dropWorkers, undefined);
  for (const name of await cacheNames()) await quietly(() => caches.delete(name), false);
  await quietly(() => {
    localStorage.clear();
    sessionStorage.clear();
  }, undefined);
  return done(await lookAgain());
};
