// The vault on a shelf of the test's own: what holds whatever the browser does.

import { afterEach, expect, test } from 'vitest';
import { planRestore, make, restore, unlock } from './doors';
import { createFakeDisk } from './fake-shelf';
import type { FakeDisk } from './fake-shelf';
import { newDevice } from './memory';
import type { News, StoreError } from './store';
import type { Vault } from './vault';
import { CHEAP, PASSPHRASE, event } from './written';

const heard: News[] = [];
const tell = (news: News): void => {
  heard.push(news);
};

afterEach(() => {
  heard.length = 0;
});

const value = <T>(result: { ok: true; value: T } | { ok: false; error: StoreError }): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

const typed = { type: 'Passphrase', passphrase: PASSPHRASE } as const;
const deaf = (): void => undefined;

const begin = async (disk: FakeDisk, events: readonly string[] = []) =>
  value(await make(await disk.tab(), PASSPHRASE, { device: newDevice(), events }, deaf, CHEAP));

const another = async (disk: FakeDisk): Promise<Vault> =>
  value(await unlock(await disk.tab(), typed, tell));

const eventsIn = async (vault: Vault): Promise<readonly string[]> => {
  const { events, problems } = value(await vault.read());
  expect(problems).toEqual([]);
  return events;
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test('a vault made of memory holds all of it, under the id it had', async () => {
  const disk = createFakeDisk();
  const device = newDevice();
  const memory = { device, events: [event(1), event(2)] };
  const { vault } = value(await make(await disk.tab(), PASSPHRASE, memory, deaf, CHEAP));
  expect(vault.device()).toBe(device);
  value(await vault.append([event(3)]));
  value(await vault.lock('here'));
  const again = await another(disk);
  expect(again.device()).toBe(device);
  expect(await eventsIn(again)).toEqual([event(1), event(2), event(3)]);
});

test('it opens by its passphrase and by its words, and by nothing else', async () => {
  const disk = createFakeDisk();
  const { words } = await begin(disk, [event(1)]);
  const open = async (key: Parameters<typeof unlock>[1]) => unlock(await disk.tab(), key, deaf);
  expect((await open(typed)).ok).toBe(true);
  expect((await open({ type: 'Words', words })).ok).toBe(true);
  expect(await open({ type: 'Passphrase', passphrase: 'x' })).toEqual({
    ok: false,
    error: { type: 'WrongKey' },
  });
  expect(await open({ type: 'Words', words: 'one two' })).toEqual({
    ok: false,
    error: { type: 'NoWords', because: 'not-twelve' },
  });
});

test('no second vault goes over the first', async () => {
  const disk = createFakeDisk();
  await begin(disk, [event(1)]);
  const memory = { device: newDevice(), events: [event(2)] };
  const second = await make(await disk.tab(), PASSPHRASE, memory, deaf, CHEAP);
  expect(second).toEqual({ ok: false, error: { type: 'Exists' } });
  expect(await eventsIn(await another(disk))).toEqual([event(1)]);
});

test('appends are answered in order, and written together where they wait', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk);
  const events = Array.from({ length: 40 }, (_, i) => event(i));
  await Promise.all(events.map((each) => vault.append([each])));
  expect(disk.writes).toBeLessThan(4);
  expect(await eventsIn(vault)).toEqual(events);
});

test('what did not fit is said, and what comes after it is written in one chain', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk, [event(1)]);
  disk.fault = 'Full';
  expect(await vault.append([event(2)])).toEqual({ ok: false, error: { type: 'Full' } });
  disk.fault = null;
  value(await vault.append([event(3)]));
  expect(await eventsIn(vault)).toEqual([event(1), event(3)]);
});

test('an event that is too large is refused alone', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk);
  const large = vault.append([event(1, 'x'.repeat(1_100_000))]);
  const small = vault.append([event(2)]);
  expect(await large).toEqual({ ok: false, error: { type: 'TooLarge' } });
  expect((await small).ok).toBe(true);
  expect(await eventsIn(vault)).toEqual([event(2)]);
});

test('two tabs write under two ids, hear of each other, and a third takes a free one', async () => {
  const disk = createFakeDisk();
  const { vault: one } = await begin(disk, [event(1)]);
  const two = await another(disk);
  expect(two.device()).not.toBe(one.device());
  for (let i = 2; i < 8; i++) value(await one.append([event(i)]));
  value(await two.append([event(100)]));
  await settled();
  const events = heard.flatMap((news) => (news.type === 'Appended' ? news.events : []));
  expect(new Set(events)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7].map((i) => event(i))));
  const freed = one.device();
  value(await one.lock('here'));
  expect((await another(disk)).device()).toBe(freed);
  expect(await eventsIn(two)).toHaveLength(8);
});

test('a number that is taken is never used: the tab goes on under another id', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk, [event(1)]);
  // The store is put back to before, and goes on from there under the same id.
  const before = new Map(disk.pages);
  value(await vault.append([event(2)]));
  const after = new Map(disk.pages);
  disk.pages.clear();
  for (const [key, bytes] of before) disk.pages.set(key, bytes);
  value(await vault.lock('here'));
  const back = await another(disk);
  for (const [key, bytes] of after) disk.pages.set(key, bytes);
  const id = back.device();
  value(await back.append([event(3)]));
  expect(back.device()).not.toBe(id);
  expect(new Set(await eventsIn(back))).toEqual(new Set([event(1), event(2), event(3)]));
});

test('locked, it answers nothing more and its id is free', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk, [event(1)]);
  const running = vault.append([event(2)]);
  value(await vault.lock('here'));
  expect((await running).ok).toBe(true);
  const locked = { ok: false, error: { type: 'Locked' } };
  expect(await vault.read()).toEqual(locked);
  expect(await vault.append([event(3)])).toEqual(locked);
  expect(await vault.backup()).toEqual(locked);
  expect(await eventsIn(await another(disk))).toEqual([event(1), event(2)]);
});

test('locking everywhere locks the other tab', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk);
  const two = await another(disk);
  value(await vault.lock('everywhere'));
  await settled();
  expect(heard).toEqual([{ type: 'Locked' }]);
  expect((await two.read()).ok).toBe(false);
});

test(
  'another passphrase, other words: the old ones open nothing',
  { timeout: 60_000 },
  async () => {
    const disk = createFakeDisk();
    const { vault, words } = await begin(disk, [event(1)]);
    expect(await vault.changePassphrase({ type: 'Passphrase', passphrase: 'no' }, 'new')).toEqual({
      ok: false,
      error: { type: 'WrongKey' },
    });
    value(await vault.changePassphrase({ type: 'Words', words }, 'between'));
    value(await vault.changePassphrase({ type: 'Passphrase', passphrase: 'between' }, 'new'));
    const next = value(await vault.newWords());
    const open = async (key: Parameters<typeof unlock>[1]) =>
      (await unlock(await disk.tab(), key, deaf)).ok;
    expect(await open(typed)).toBe(false);
    expect(await open({ type: 'Words', words })).toBe(false);
    expect(await open({ type: 'Passphrase', passphrase: 'new' })).toBe(true);
    expect(await open({ type: 'Words', words: next })).toBe(true);
  },
);

test('settings are sealed and come back', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk);
  expect(value(await vault.settings())).toEqual({ saved_ms: null, idle_min: 10 });
  value(await vault.set({ saved_ms: 1764000000000, idle_min: 0 }));
  expect(value(await vault.settings())).toEqual({ saved_ms: 1764000000000, idle_min: 0 });
  expect(Buffer.from(disk.cover.get('settings') ?? []).includes('saved')).toBe(false);
});

test('a damaged entry is named on reading, and nothing else is lost', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk, [event(1), event(2), event(3)]);
  const [, second] = [...disk.pages.values()];
  if (second !== undefined) second[100] = (second[100] ?? 0) ^ 1;
  const { events, problems } = value(await vault.read());
  expect(events).toEqual([event(1), event(3)]);
  expect(problems).toMatchObject([{ what: 'entry-damaged', sequence: 2n }]);
});

test('restored onto another device: everything, under an id the file does not know', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk, [event(1), event(2)]);
  const file = value(await vault.backup());
  const elsewhere = createFakeDisk();
  const outside = await elsewhere.tab();
  const planned = value(await planRestore(outside, file, typed));
  expect(planned.plan).toEqual({ vault: 'none-here', fresh: 2, known: 0, problems: [] });
  const memory = { device: newDevice(), events: [event(9)] };
  const restored = value(await restore(outside, planned.restorable, memory, deaf));
  expect(restored.device()).not.toBe(vault.device());
  expect(new Set(await eventsIn(restored))).toEqual(new Set([event(1), event(2), event(9)]));
  value(await restored.append([event(10)]));
  expect(await eventsIn(await another(elsewhere))).toHaveLength(4);
});

test('a newer backup of the same vault brings what is not here, once', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk, [event(1)]);
  const before = new Map(disk.pages);
  value(await vault.append([event(2), event(3)]));
  const file = value(await vault.backup());
  value(await vault.lock('here'));
  disk.pages.clear();
  for (const [key, bytes] of before) disk.pages.set(key, bytes);
  const back = await another(disk);
  expect(value(await back.planMerge(file, null))).toMatchObject({
    vault: 'same',
    fresh: 2,
    known: 1,
    problems: [],
  });
  expect(value(await back.merge())).toEqual([event(2), event(3)]);
  value(await back.append([event(4)]));
  expect(new Set(await eventsIn(back))).toEqual(new Set([1, 2, 3, 4].map((i) => event(i))));
  expect(value(await back.planMerge(file, null))).toMatchObject({ fresh: 0, known: 3 });
});

test('what grew apart under one id is all there afterwards', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk, [event(1)]);
  const before = new Map(disk.pages);
  value(await vault.append([event(2)]));
  const file = value(await vault.backup());
  value(await vault.lock('here'));
  disk.pages.clear();
  for (const [key, bytes] of before) disk.pages.set(key, bytes);
  const back = await another(disk);
  value(await back.append([event(3)]));
  expect(value(await back.planMerge(file, null))).toMatchObject({ fresh: 1, known: 1 });
  value(await back.merge());
  expect(new Set(await eventsIn(back))).toEqual(new Set([event(1), event(2), event(3)]));
});

test('a file of another vault needs its own key, and its events come as ours', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk, [event(1)]);
  const other = createFakeDisk();
  const { vault: there } = await begin(other, [event(1), event(7)]);
  const file = value(await there.backup());
  expect(await vault.planMerge(file, null)).toEqual({ ok: false, error: { type: 'WrongKey' } });
  expect((await vault.merge()).ok).toBe(false);
  expect(value(await vault.planMerge(file, typed))).toMatchObject({
    vault: 'other',
    fresh: 1,
    known: 1,
  });
  value(await vault.merge());
  expect(await eventsIn(vault)).toEqual([event(1), event(7)]);
});

test('a damaged file brings what can be read and says the rest; a newer one is refused', async () => {
  const disk = createFakeDisk();
  const { vault } = await begin(disk, [event(1), event(2)]);
  const file = value(await vault.backup());
  const damaged = file.slice();
  damaged[300] = (damaged[300] ?? 0) ^ 1;
  const outside = await createFakeDisk().tab();
  const { plan } = value(await planRestore(outside, damaged, typed));
  expect(plan).toMatchObject({ fresh: 1, problems: [{ what: 'entry-damaged', sequence: 1n }] });
  const newer = file.slice();
  newer[8] = 2;
  expect(await planRestore(outside, newer, typed)).toEqual({ ok: false, error: { type: 'Newer' } });
  expect(await planRestore(outside, file.slice(0, 50), typed)).toEqual({
    ok: false,
    error: { type: 'CutOff' },
  });
});
