// The standing: a call comes first where it must, a better answer waits, and one can look again.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerUntil, button, choose, guide, heading, itemNamed, open, say } from './app';
import { expect, test } from './watched';

const isSound = async (page: Page): Promise<void> => {
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
};

const toStanding = async (page: Page): Promise<void> => {
  await button(page, 'frame.bar.today').click();
  await button(page, 'today.page.why').click();
};

test('in danger the call is the next step, above everything else', async ({ page }) => {
  await open(page);
  await choose(page, 'x-danger-now', 'yes');
  await toStanding(page);
  const first = page.getByRole('heading', { level: 2 }).first();
  await expect(first).toHaveText(say('standing.step.call'));
  await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  await isSound(page);
});

test('a better answer waits, and days later it can be given again', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-25T15:10:00') });
  const level = guide.level('pause')?.title ?? '';
  const { question } = itemNamed('tl-urgency');
  await open(page);
  await answerUntil(page, level, { 'tl-urgency': 'must-act-now' });
  await page.clock.runFor('30:00');
  await button(page, 'standing.keep.change').click();
  await page.getByRole('button', { name: say('check.review.change_named', { question }) }).click();
  await choose(page, 'tl-urgency', 'calm');
  await expect(heading(page)).toHaveText(say('book.raise.heading'));
  await expect(page.getByText(say('book.needs.time', { day: 'tomorrow' }))).toBeVisible();
  await isSound(page);
  await button(page, 'frame.go.continue').click();
  await toStanding(page);
  await expect(page.getByText(say('standing.look.until', { day: 'tomorrow' }))).toBeVisible();
  await page.clock.runFor('50:00:00');
  await toStanding(page);
  await button(page, 'standing.look.go').click();
  await expect(page.getByText(say('standing.look.list'))).toBeVisible();
  await isSound(page);
  await page
    .getByRole('button', { name: say('standing.change.again_named', { question }) })
    .last()
    .click();
  await choose(page, 'tl-urgency', 'calm');
  await toStanding(page);
  const moved = page.locator('section', { hasText: say('standing.moved.heading') });
  await expect(moved).toContainText(guide.answer('tl-urgency', 'calm')?.label ?? '');
  await isSound(page);
});
