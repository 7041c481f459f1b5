// A tab is killed in the middle of writing, two hundred times. Every event that was acknowledged is
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

const KILLS = 200;

/** Crashes the process of the page, or closes its tab under it. */
const kill = async (context: BrowserContext, page: Page, turn: number): Promise<void> => {
  if (turn % 2 === 0) {
    const browser = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash').catch(() => undefined);
    browser.send('Page.crash').catch(() => undefined);
    await crashed;
  }
  await page.close();
};

/** Appends without end, several at a time, and tells what was acknowledged. */
const writeOn = (page: Page, words: string, from: number): Promise<void> =>
  page.evaluate(
    async ([key, first]) => {
      await window.desk.unlock({ type: 'Words', words: key });
      let next = first;
      const write = async (): Promise<void> => {
        for (;;) {
          const n = next++;
          await window.desk.append([JSON.stringify({ n })]);
          void window.acknowledged?.(n);
        }
      };
      for (let i = 0; i < 4; i++) void write();
    },
    [words, from] as const,
  );

test('killed at any moment, what was acknowledged is there', async ({ context, page }) => {
  test.setTimeout(600_000);
  await toStore(page);
  const words = await makeVault(page, [event(0)]);
  await page.close();
  const acknowledged = new Set<number>();
  await context.exposeFunction('acknowledged', (n: number) => {
    acknowledged.add(n);
  });
  for (let turn = 0; turn < KILLS; turn++) {
    const tab = await openStore(context);
    const before = acknowledged.size;
    await writeOn(tab, words, (turn + 1) * 100_000);
    await expect.poll(() => acknowledged.size, { intervals: [1] }).toBeGreaterThan(before);
    await new Promise((resolve) => setTimeout(resolve, (turn * 7) % 23));
    await kill(context, tab, turn);
  }
  const last = await openStore(context);
  await unlockByWords(last, words);
  const { events, problems } = await last.evaluate(() => window.desk.read());
  const there = new Set(
    events.map((each) => {
      const read: unknown = JSON.parse(each);
      return typeof read === 'object' && read !== null && 'n' in read ? Number(read.n) : -1;
    }),
  );
  expect([...acknowledged].filter((n) => !there.has(n))).toEqual([]);
  expect(problems).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(KILLS);
  expect(new Set(events).size).toBe(events.length);
});
