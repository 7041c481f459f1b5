// How safe what is kept here is from the browser itself, and how much room there is.

import type { Room } from './store';

const orNull = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch {
    // Old browsers have no such call, private windows may refuse it.
    return null;
  }
};

export const room = async (): Promise<Room> => {
  const persistent = await orNull(() => navigator.storage.persisted());
  const estimate = await orNull(() => navigator.storage.estimate());
  return {
    persistent,
    used_bytes: estimate?.usage ?? null,
    most_bytes: estimate?.quota ?? null,
  };
};

export const askToPersist = async (): Promise<Room> => {
  await orNull(() => navigator.storage.persist());
  return room();
};
