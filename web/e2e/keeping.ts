// The ways through keeping, as a person goes them.

import type { Locator, Page } from '@playwright/test';
import { button, heading, say } from './app';

export const PASSPHRASE = 'an old tree by the river';

export const field = (page: Page, key: string): Locator =>
  page.getByRole('textbox', { name: say(key), exact: true });

/** From the first screen to the twelve words. */
export const makeVault = async (page: Page): Promise<readonly string[]> => {
  await page.goto('/');
  await button(page, 'keep.start.link').click();
  await page.getByLabel(say('keep.choose.first'), { exact: true }).fill(PASSPHRASE);
  await page.getByLabel(say('keep.choose.again'), { exact: true }).fill(PASSPHRASE);
  await button(page, 'keep.make.next').click();
  await heading(page)
    .filter({ hasText: say('keep.words.heading') })
    .waitFor({ timeout: 15_000 });
  const list = page.getByRole('list', { name: say('keep.words.list') }).getByRole('listitem');
  return (await list.allTextContents()).map((text) => text.replace(/\d+/g, '').trim());
};

/** Two of the words back, as the page asks for them. */
export const confirmWords = async (page: Page, words: readonly string[]): Promise<void> => {
  await button(page, 'keep.words.next').click();
  for (const [place, word] of words.entries()) {
    const asked = page.getByLabel(say('keep.words.nth', { n: place + 1 }), { exact: true });
    if ((await asked.count()) > 0) await asked.fill(word);
  }
  await button(page, 'keep.words.check').click();
};

export const unlock = async (page: Page, passphrase = PASSPHRASE): Promise<void> => {
  await page.getByLabel(say('keep.field.passphrase'), { exact: true }).fill(passphrase);
  await button(page, 'keep.locked.open').click();
};
