import { expect, test } from 'vitest';
import { createMemoryStore } from './memory';

const event = (n: number): string => JSON.stringify({ v: 1, at: n });

test('what was appended is read again, in its order', async () => {
  const store = createMemoryStore();
  expect(await store.read()).toEqual({ ok: true, value: { events: [], problems: [] } });
  expect(await store.append([event(1), event(2)])).toEqual({ ok: true, value: true });
  expect(await store.append([event(3)])).toEqual({ ok: true, value: true });
  const read = await store.read();
  expect(read.ok && read.value.events).toEqual([event(1), event(2), event(3)]);
});

test('every store is a device of its own', () => {
  const ids = new Set(Array.from({ length: 50 }, () => createMemoryStore().device()));
  expect(ids.size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

test('what came since is told at once', async () => {
  const store = createMemoryStore();
  await store.append([event(1), event(2), event(3)]);
  expect(store.rest(1)).toEqual([event(2), event(3)]);
  expect(store.rest(3)).toEqual([]);
});

test('wiped, it holds nothing and takes nothing', async () => {
  const store = createMemoryStore();
  await store.append([event(1)]);
  store.wipe();
  expect(await store.read()).toEqual({ ok: false, error: { type: 'Locked' } });
  expect(await store.append([event(2)])).toEqual({ ok: false, error: { type: 'Locked' } });
});
