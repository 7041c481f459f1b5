// Whole journeys over several visits: kept under a passphrase, closed and opened again, without a
// network from the second visit on, and with nothing that leaves the page.

import type { Page } from '@playwright/test';
import type { Level } from '../src/engine/pack';
import { answerUntil, button, choose, guide, heading, itemNamed, say } from './app';
import { confirmWords, makeVault, unlock } from './keeping';
import { expect, test } from './watched';

test.slow();

const WAIT = { timeout: 20_000 };

const title = (level: Level): string => guide.level(level)?.title ?? '';

/** A vault before the first question, and on to the questions. */
const keepFirst = async (page: Page): Promise<void> => {
  await confirmWords(page, await makeVault(page));
  await button(page, 'frame.go.back').click();
  await button(page, 'start.page.begin').click();
};

/** The tab is closed and opened again: locked, then today. */
const nextVisit = async (page: Page, stands: Level): Promise<void> => {
  await page.reload();
  await expect(heading(page)).toHaveText(say('keep.locked.heading'));
  await unlock(page);
  await expect(heading(page)).toHaveText(title(stands), WAIT);
};

test('from the first visit to letting go, over restarts and offline', async ({ page, context }) => {
  await keepFirst(page);
  await choose(page, 'x-danger-now', 'no');
  // What the next question follows on is written.
  await expect(heading(page)).not.toHaveText(itemNamed('x-danger-now').question);
  await nextVisit(page, 'pause');

  await button(page, 'today.ways.log').click();
  await button(page, 'log.refusal.button').click();
  await button(page, 'log.said.confirm').click();
  await expect(heading(page)).toHaveText(say('log.said.done'));
  await context.setOffline(true);
  await nextVisit(page, 'let-go');

  await button(page, 'frame.bar.write').click();
  await expect(heading(page)).toHaveText(say('write.closed.heading'));
  await button(page, 'frame.bar.today').click();
  await button(page, 'today.ways.letting_go').click();
  const words = guide.lettingGo.sections.find(({ id }) => id === 'last-words')?.title ?? '';
  await page.getByRole('button', { name: words, exact: true }).click();
  await page.getByLabel(guide.note('last-words')?.ask ?? '').fill('Thank you for the garden.');
  await button(page, 'letting-go.note.keep').click();
  const note = page.getByRole('listitem').filter({ hasText: 'Thank you for the garden.' });
  await expect(note).toBeVisible();

  await nextVisit(page, 'let-go');
  await button(page, 'today.ways.letting_go').click();
  await page.getByRole('button', { name: words, exact: true }).click();
  await expect(note).toBeVisible();
});

test('from the first visit to slowly, together, over restarts', async ({ page }) => {
  await keepFirst(page);
  await answerUntil(page, title('open-channel'));
  await nextVisit(page, 'open-channel');
  await button(page, 'today.page.why').click();
  await expect(heading(page)).toHaveText(title('open-channel'));
  await button(page, 'standing.more.go_on').click();
  await expect(heading(page)).not.toHaveText(title('open-channel'));
  await answerUntil(page, title('together-slowly'));
  await nextVisit(page, 'together-slowly');
  await button(page, 'today.ways.path').click();
  await expect(heading(page)).toHaveText(say('path.page.heading'));
});
