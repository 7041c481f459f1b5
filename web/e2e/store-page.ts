// The store's page, as tests use it.

import type { BrowserContext, Page } from '@playwright/test';
import type {} from './page/page';
import { test as watched } from './watched';

export const PASSPHRASE = 'an old tree by the river';

const port = Number(process.env['AMENDS_PORT'] ?? 8787) + 1;
export const storeAddress = `http://127.0.0.1:${String(port)}`;

export const test = watched;

export const event = (tick: number, text = ''): string =>
  JSON.stringify({ v: 1, at: 1764000000000, tick, device: '10'.repeat(16), type: 'note', text });

export const toStore = async (page: Page): Promise<Page> => {
  await page.goto(`${storeAddress}/`);
  await page.waitForFunction(() => 'desk' in window);
  return page;
};

export const openStore = async (context: BrowserContext): Promise<Page> =>
  toStore(await context.newPage());

/** A new vault, open in this page. Its words open it without Argon2id. */
export const makeVault = (page: Page, events: readonly string[] = []): Promise<string> =>
  page.evaluate(
    async ([passphrase, given]) => {
      await window.desk.remember(given);
      return window.desk.make(passphrase);
    },
    [PASSPHRASE, events] as const,
  );

export const unlockByWords = (page: Page, words: string): Promise<string> =>
  page.evaluate((given) => window.desk.unlock({ type: 'Words', words: given }), words);

/** What a call is refused with. */
export const refusal = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'none';
  } catch (error) {
    return (
      /(\w+)\s*$/.exec(error instanceof Error ? (error.message.split('\n')[0] ?? '') : '')?.[1] ??
      ''
    );
  }
};
