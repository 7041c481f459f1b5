// Sitting out an urge: at one's own pace or by itself, left at any time, and noted only when asked.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, choose, guide, heading, open, say } from './app';
import { expect, test } from './watched';

const { urge } = guide.lettingGo;
const lineOf = (n: number): string => urge.lines[n]?.says ?? '';
const wentOf = (id: string): string => urge.went.find((each) => each.id === id)?.says ?? '';

/** To the page for an urge, over the first page of a later visit. */
const toUrge = async (page: Page): Promise<void> => {
  await open(page);
  await choose(page, 'x-danger-now', 'no');
  await button(page, 'frame.bar.today').click();
  await button(page, 'today.urge.go').click();
  await heading(page).filter({ hasText: urge.title }).waitFor();
};

test('the lines turn by hand, and by themselves within ten minutes', async ({ page }) => {
  await page.clock.install();
  await toUrge(page);
  await button(page, 'urge.ways.sit').click();
  await expect(page.getByText(lineOf(0))).toBeVisible();
  await button(page, 'urge.lines.next').click();
  await expect(page.getByText(lineOf(1))).toBeVisible();
  await button(page, 'urge.lines.before').click();
  await page.clock.runFor('11:00');
  await expect(page.getByText(lineOf(urge.lines.length - 1))).toBeVisible();
  await expect(page.getByText(say('urge.lines.whole'))).toBeVisible();
  await expect(page.getByText(/\d/)).toHaveCount(0);
  await button(page, 'urge.lines.how').click();
  await expect(heading(page)).toHaveText(urge.after);
});

test('how it went is noted by the button, and stands among the earlier times', async ({ page }) => {
  await toUrge(page);
  await button(page, 'urge.ways.sit').click();
  await button(page, 'urge.lines.enough').click();
  await page.getByRole('button', { name: wentOf('passed') }).click();
  await page.getByRole('radio', { name: '7', exact: true }).check();
  await button(page, 'urge.after.keep').click();
  await expect(heading(page)).toHaveText(say('urge.noted.heading'));
  await button(page, 'urge.noted.today').click();
  await button(page, 'today.urge.go').click();
  const past = page.locator('section', { hasText: say('urge.past.heading') });
  await expect(past).toContainText(wentOf('passed'));
});

test('who wrote to them after all is not blamed, and can note it in the log', async ({ page }) => {
  await toUrge(page);
  await button(page, 'urge.ways.sit').click();
  await button(page, 'urge.lines.enough').click();
  await page.getByRole('button', { name: wentOf('sent') }).click();
  await button(page, 'urge.after.keep').click();
  await expect(page.getByText(say('urge.noted.sent'))).toBeVisible();
  await expect(button(page, 'urge.noted.log')).toBeVisible();
});

test('writing leads to the letter that stays here, calling to numbers in place', async ({
  page,
}) => {
  await toUrge(page);
  await button(page, 'urge.ways.call').click();
  await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  await button(page, 'urge.call.back').click();
  await button(page, 'urge.ways.write').click();
  await expect(heading(page)).toHaveText(say('write.letter.heading'));
});

for (const scheme of ['light', 'dark'] as const) {
  test(`every page of an urge is sound, in the ${scheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    const look = async (): Promise<void> => {
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map(({ id }) => id)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(360);
    };
    await toUrge(page);
    await look();
    await button(page, 'urge.ways.call').click();
    await look();
    await button(page, 'urge.call.back').click();
    await button(page, 'urge.ways.sit').click();
    await look();
    await button(page, 'urge.lines.enough').click();
    await page.getByRole('button', { name: wentOf('still-there') }).click();
    await look();
    await button(page, 'urge.after.keep').click();
    await expect(heading(page)).toHaveText(say('urge.noted.heading'));
    await look();
  });
}
