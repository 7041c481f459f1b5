// The store in Chromium: a real database, real workers, several tabs.

import { expect } from '@playwright/test';
import {
  PASSPHRASE,
  event,
  makeVault,
  openStore,
  refusal,
  storeAddress,
  test,
  toStore,
  unlockByWords,
} from './store-page';

test.use({ baseURL: storeAddress });

const range = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, i) => event(from + i));

test('nothing is there before, and looking leaves nothing', async ({ page }) => {
  await toStore(page);
  expect(await page.evaluate(() => window.desk.look())).toEqual({ type: 'nothing' });
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('what was appended is there after the page was loaded again', async ({ page }) => {
  await toStore(page);
  await makeVault(page, [event(1), event(2, 'ごめん')]);
  await page.evaluate((each) => window.desk.append([each]), event(3));
  await page.reload();
  expect(await page.evaluate(() => window.desk.look())).toEqual({ type: 'vault' });
  const wrong = page.evaluate(() => window.desk.unlock({ type: 'Passphrase', passphrase: 'no' }));
  expect(await refusal(wrong)).toBe('WrongKey');
  await page.evaluate(
    (passphrase) => window.desk.unlock({ type: 'Passphrase', passphrase }),
    PASSPHRASE,
  );
  const read = await page.evaluate(() => window.desk.read());
  expect(read).toEqual({ events: [event(1), event(2, 'ごめん'), event(3)], problems: [] });
});

test('the page goes on while the key is derived', async ({ page }) => {
  await toStore(page);
  const longest_ms = await page.evaluate(async (passphrase) => {
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await window.desk.make(passphrase);
    clearInterval(beat);
    return longest;
  }, PASSPHRASE);
  // Argon2id alone takes longer than this; a beat is late only where the machine is.
  expect(longest_ms).toBeLessThan(200);
});

test('two tabs at once: no chain forks, and each hears of the other', async ({ context, page }) => {
  await toStore(page);
  const words = await makeVault(page);
  const other = await openStore(context);
  await unlockByWords(other, words);
  const write = (tab: typeof page, events: readonly string[]) =>
    tab.evaluate(async (each) => {
      for (const one of each) await window.desk.append([one]);
    }, events);
  await Promise.all([write(page, range(0, 60)), write(other, range(100, 160))]);
  const heardIn = (tab: typeof page) =>
    tab.evaluate(() =>
      window.desk.heard().flatMap((news) => (news.type === 'Appended' ? news.events : [])),
    );
  await expect.poll(async () => new Set(await heardIn(page)).size).toBe(60);
  await expect.poll(async () => new Set(await heardIn(other)).size).toBe(60);
  const [one, two] = await Promise.all(
    [page, other].map((tab) => tab.evaluate(() => window.desk.read())),
  );
  expect(one?.problems).toEqual([]);
  expect(new Set(one?.events)).toEqual(new Set([...range(0, 60), ...range(100, 160)]));
  expect(new Set(two?.events)).toEqual(new Set(one?.events));
  const ids = await Promise.all(
    [page, other].map((tab) => tab.evaluate(() => window.desk.device())),
  );
  expect(new Set(ids).size).toBe(2);
});

test('an id is used again when its tab is gone', async ({ context, page }) => {
  await toStore(page);
  const words = await makeVault(page, [event(1)]);
  const first = await page.evaluate(() => window.desk.device());
  await page.close();
  for (let visit = 2; visit < 6; visit++) {
    const tab = await openStore(context);
    await expect.poll(() => unlockByWords(tab, words)).toBe(first);
    await tab.evaluate((each) => window.desk.append([each]), event(visit));
    await tab.close();
  }
  const last = await openStore(context);
  await unlockByWords(last, words);
  const { events, problems } = await last.evaluate(() => window.desk.read());
  expect(problems).toEqual([]);
  expect(events).toEqual(range(1, 6));
});

test('a number that is taken is not used: the tab goes on under another id', async ({ page }) => {
  await toStore(page);
  await makeVault(page, [event(1)]);
  const before = await page.evaluate(() => window.desk.device());
  // As after a crash that the browser did not tell of: something lies where the next one would go.
  await page.evaluate(async (device) => {
    const key = new Uint8Array(24);
    key.set((device.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
    key[23] = 2;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('notes');
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    database.transaction('pages', 'readwrite').objectStore('pages').add(new Uint8Array(9), key);
    database.close();
  }, before);
  await page.evaluate((each) => window.desk.append([each]), event(2));
  expect(await page.evaluate(() => window.desk.device())).not.toBe(before);
  const { events, problems } = await page.evaluate(() => window.desk.read());
  expect(new Set(events)).toEqual(new Set([event(1), event(2)]));
  expect(problems).toMatchObject([{ what: 'bytes-unreadable' }]);
});

test('locking everywhere locks every tab', async ({ context, page }) => {
  await toStore(page);
  const words = await makeVault(page);
  const other = await openStore(context);
  await unlockByWords(other, words);
  await page.evaluate(() => window.desk.lock('everywhere'));
  await expect.poll(() => other.evaluate(() => window.desk.heard())).toEqual([{ type: 'Locked' }]);
  for (const tab of [page, other]) {
    expect(await refusal(tab.evaluate(() => window.desk.read()))).toBe('Locked');
    expect(tab.workers()).toHaveLength(0);
  }
});

test('a full device is said, and loses nothing', async ({ context, page }) => {
  const browser = await context.newCDPSession(page);
  const quota = (quotaSize?: number) =>
    browser.send('Storage.overrideQuotaForOrigin', {
      origin: storeAddress,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  await toStore(page);
  await quota(200_000);
  await makeVault(page, [event(1)]);
  const large = event(2, 'x'.repeat(900_000));
  expect(await refusal(page.evaluate((each) => window.desk.append([each]), large))).toBe('Full');
  await quota();
  // The browser goes by an older figure for some seconds.
  await expect
    .poll(() => refusal(page.evaluate((each) => window.desk.append([each]), event(3))), {
      timeout: 20_000,
    })
    .toBe('none');
  const { events, problems } = await page.evaluate(() => window.desk.read());
  expect(problems).toEqual([]);
  expect(events).toEqual([event(1), event(3)]);
});

test('storage that the browser clears is said, and nothing is acknowledged any more', async ({
  context,
  page,
}) => {
  await toStore(page);
  await makeVault(page, [event(1)]);
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', {
    origin: storeAddress,
    storageTypes: 'indexeddb',
  });
  await expect.poll(() => page.evaluate(() => window.desk.heard())).toEqual([{ type: 'Erased' }]);
  expect(await refusal(page.evaluate((each) => window.desk.append([each]), event(2)))).toBe(
    'Locked',
  );
  expect(await page.evaluate(() => window.desk.look())).toEqual({ type: 'nothing' });
});

test('a browser without a database keeps nothing and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await toStore(page);
  expect(await page.evaluate(() => window.desk.look())).toEqual({ type: 'denied' });
});

test('a browser that refuses storage says so', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    IDBFactory.prototype.open = refuse;
    IDBFactory.prototype.databases = refuse;
  });
  await toStore(page);
  expect(await page.evaluate(() => window.desk.look())).toEqual({ type: 'denied' });
});

test('a backup restores in another browser, as it said it would', async ({ page, browser }) => {
  await toStore(page);
  await makeVault(page, range(1, 30));
  const bytes = await page.evaluate(() => window.desk.backup());
  const elsewhere = await browser.newContext();
  const tab = await openStore(elsewhere);
  const plan = await tab.evaluate(
    ([file, passphrase]) => window.desk.planRestore(file, { type: 'Passphrase', passphrase }),
    [bytes, PASSPHRASE] as const,
  );
  expect(plan).toEqual({ vault: 'none-here', fresh: 29, known: 0, problems: [] });
  expect(await tab.evaluate(() => window.desk.look())).toEqual({ type: 'nothing' });
  const id = await tab.evaluate(() => window.desk.restore());
  expect(id).not.toBe(await page.evaluate(() => window.desk.device()));
  await tab.evaluate((each) => window.desk.append([each]), event(30));
  const { events, problems } = await tab.evaluate(() => window.desk.read());
  expect(problems).toEqual([]);
  expect(new Set(events)).toEqual(new Set(range(1, 31)));
  const back = await tab.evaluate(() => window.desk.backup());
  expect(await page.evaluate((file) => window.desk.planMerge(file, null), back)).toMatchObject({
    vault: 'same',
    fresh: 1,
    known: 29,
  });
  expect(await page.evaluate(() => window.desk.merge())).toEqual([event(30)]);
  await elsewhere.close();
});

test('erasing leaves nothing, also with another tab open, and proves it', async ({
  context,
  page,
}) => {
  await toStore(page);
  const words = await makeVault(page, [event(1)]);
  const other = await openStore(context);
  await unlockByWords(other, words);
  await page.evaluate(async () => {
    localStorage.setItem('x', 'y');
    await caches.open('x');
  });
  expect(await page.evaluate(() => window.desk.erase())).toEqual({
    databases: 0,
    caches: 0,
    local: 0,
    session: 0,
    cookies: 0,
  });
  await expect
    .poll(() => other.evaluate(() => window.desk.heard()))
    .toContainEqual({ type: 'Erased' });
  expect(await refusal(other.evaluate((each) => window.desk.append([each]), event(2)))).toBe(
    'Locked',
  );
  expect(await page.evaluate(() => window.desk.look())).toEqual({ type: 'nothing' });
  await makeVault(page, [event(9)]);
  expect((await page.evaluate(() => window.desk.read())).events).toEqual([event(9)]);
});
