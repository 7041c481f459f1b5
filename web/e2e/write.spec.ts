// Writing, as a person does it: marks under the words, reasons, the ways out and those that stay shut.

import type { Page } from '@playwright/test';
import { answerUntil, button, guide, open, say } from './app';
import { expect, test } from './watched';

const pressing = 'Hi. You have until Friday to decide.';

const field = (page: Page) => page.getByRole('textbox');

/** To the composer, past a check that leaves one light message open. */
const compose = async (page: Page): Promise<void> => {
  await open(page);
  await answerUntil(page, guide.level('open-channel')?.title ?? '');
  await button(page, 'standing.write.message').click();
  await page.getByRole('radio', { name: say('write.for_open.label') }).check();
  await field(page).waitFor();
};

test('marks stand under the words as one types, and a tap opens the reason', async ({ page }) => {
  await compose(page);
  await field(page).pressSequentially(pressing);
  await expect(page.locator('.mirror .certain')).toHaveText('You have until Friday');
});
