// Leaving at once: by the button, by Escape, by Shift. Nothing is left, not even on coming back.

import type { Page } from '@playwright/test';
import { neutralPage } from '../src/features/quick-exit/leave';
import { button, choose, heading, itemNamed, open, say } from './app';
import { expect, test } from './watched';

const thrice = async (page: Page, key: string): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press(key);
};

const ways: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the button': async (page) => button(page, 'frame.bar.leave').click(),
  'Escape three times': async (page) => thrice(page, 'Escape'),
  'Shift three times': async (page) => thrice(page, 'Shift'),
};

for (const [name, leave] of Object.entries(ways)) {
  test(`${name} leaves from the middle of the check`, async ({ page }) => {
    await open(page);
    await choose(page, 'x-danger-now', 'unsure');
    await expect(heading(page)).not.toHaveText(itemNamed('x-danger-now').question);
    await leave(page);
    await page.waitForURL(neutralPage);
    await page.goBack().catch(() => null);
    await expect(page.getByText(itemNamed('x-danger-now').question)).toHaveCount(0);
    await page.goto('/');
    await expect(heading(page)).toHaveText(say('start.page.heading'));
    await expect(button(page, 'frame.bar.today')).toHaveCount(0);
  });
}

test('the page is blank, and the worker gone, before the other one is there', async ({ page }) => {
  // An answer without content leaves the old page standing, so that one can look at it.
  await page.route(neutralPage, (route) => route.fulfill({ status: 204 }));
  await open(page);
  await choose(page, 'x-danger-now', 'unsure');
  expect(page.workers()).toHaveLength(1);
  await button(page, 'frame.bar.leave').click();
  await expect(page.locator('body > *')).toHaveCount(0);
  expect(page.workers()).toHaveLength(0);
});

test('it works while writing, and capitals typed with Shift do not leave', async ({ page }) => {
  await open(page);
  await page.keyboard.type('Anna And Ben');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(heading(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.waitForURL(neutralPage);
});

test('a page kept alive in the background comes back empty', async ({ page }) => {
  await open(page);
  await choose(page, 'x-danger-now', 'unsure');
  await expect(button(page, 'frame.bar.today')).toBeVisible();
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await loaded;
  await expect(heading(page)).toHaveText(say('start.page.heading'));
  await expect(button(page, 'frame.bar.today')).toHaveCount(0);
});
