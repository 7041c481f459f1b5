// Keeping a standing: as text, as data, on paper.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { answerUntil, button, choose, guide, heading, itemNamed, open } from './app';
import { expect, test } from './watched';

const toLetGo = async (page: Page): Promise<void> => {
  await page.clock.setFixedTime('2026-11-23T10:00:00Z');
  await open(page);
  await answerUntil(page, itemNamed('hs-clear-refusal').question);
  await choose(page, 'hs-clear-refusal', 'said-no');
  await button(page, 'check.stop.standing').click();
  await expect(heading(page)).toHaveText(guide.level('let-go')?.title ?? '');
};

const saved = async (page: Page, key: string): Promise<{ name: string; text: string }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, key).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
};

test('as text', async ({ page }) => {
  await toLetGo(page);
  const { name, text } = await saved(page, 'standing.keep.text');
  expect(name).toBe('notes-2026-11-23.txt');
  expect(text).toContain(guide.level('let-go')?.title ?? '');
  expect(text.replace(/\s+/g, ' ')).toContain(guide.answer('hs-clear-refusal', 'said-no')?.reason);
});

test('as data', async ({ page }) => {
  await toLetGo(page);
  const { name, text } = await saved(page, 'standing.keep.json');
  expect(name).toBe('notes-2026-11-23.json');
  expect(JSON.parse(text)).toMatchObject({
    answers: { 'x-danger-now': 'no', 'hs-clear-refusal': 'said-no' },
    latched: [['hs-clear-refusal', 'said-no']],
  });
});

test('on paper: one sheet, with the words and without the buttons', async ({ page }) => {
  await toLetGo(page);
  await page.emulateMedia({ media: 'print' });
  await expect(heading(page)).toBeVisible();
  await expect(
    page.getByText(guide.answer('hs-clear-refusal', 'said-no')?.reason ?? ''),
  ).toBeVisible();
  await expect(page.locator('button:visible, summary:visible, select:visible')).toHaveCount(0);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(sheets).toHaveLength(1);
});

test('the print button asks the browser to print', async ({ page }) => {
  await toLetGo(page);
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] = 'yes';
    };
  });
  await button(page, 'standing.keep.print').click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
});
