// Two hundred tabs are killed in the middle of writing, eight at a time. Every event that was acknowledged is
// there afterwards, in chains that are whole.

import { expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import {
  event,
  makeVault,
  openStore,
  storeAddress,
  test,
  toStore,
  unlockByWords,
} from './store-page';

test.use({ baseURL: storeAddress });

const ROUNDS = 25;
const TABS = 8;

/** Crashes the process of the page, or closes its tab under it. */
const kill = async (context: BrowserContext, page: Page, way: 'crash' | 'close'): Promise<void> => {
  if (way === 'crash') {
    const browser = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash').catch(() => undefined);
    browser.send('Page.crash').catch(() => undefined);
    await crashed;
  }
  await page.close();
};

/** Appends without end, two at a time, and tells what was acknowledged. */
const writeOn = (page: Page, words: string, from: number): Promise<void> =>
  page.evaluate(
    async ([key, first]) => {
      await window.desk.unlock({ type: 'Words', words: key });
      let next = first;
      const write = async (): Promise<void> => {
        for (;;) {
          const n = next++;
          await window.desk.append([JSON.stringify({ n })]);
          await window.acknowledged?.(n);
        }
      };
      for (let i = 0; i < 2; i++) void write();
    },
    [words, from] as const,
  );

const numberIn = (event: string): number => {
  const read: unknown = JSON.parse(event);
  return typeof read === 'object' && read !== null && 'n' in read ? Number(read.n) : -1;
};

test('killed at any moment, what was acknowledged is there', async ({ context, page }) => {
  test.setTimeout(900_000);
  await toStore(page);
  const words = await makeVault(page, [event(0)]);
  const acknowledged = new Set<number>();
  await context.exposeFunction('acknowledged', (n: number) => {
    acknowledged.add(n);
  });
  for (let round = 0; round < ROUNDS; round++) {
    const tabs = await Promise.all(Array.from({ length: TABS }, () => openStore(context)));
    const before = acknowledged.size;
    await Promise.all(tabs.map((tab, i) => writeOn(tab, words, (round * TABS + i + 1) * 100_000)));
    await expect.poll(() => acknowledged.size, { intervals: [1] }).toBeGreaterThan(before + TABS);
    await new Promise((resolve) => setTimeout(resolve, (round * 7) % 23));
    const way = round % 2 === 0 ? 'crash' : 'close';
    await Promise.all(tabs.map((tab) => kill(context, tab, way)));
  }
  const last = await openStore(context);
  await unlockByWords(last, words);
  const { events, problems } = await last.evaluate(() => window.desk.read());
  const there = new Set(events.map(numberIn));
  expect([...acknowledged].filter((n) => !there.has(n))).toEqual([]);
  expect(problems).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * TABS);
  expect(new Set(events).size).toBe(events.length);
});
