// Keeping as a person does it: making, unlocking, changing, backing up, bringing back, deleting.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { button, heading, itemNamed, say } from './app';
import { PASSPHRASE, confirmWords, makeVault, unlock } from './keeping';
import { expect, test } from './watched';

test.slow();

const toOverview = async (page: Page): Promise<void> => {
  await button(page, 'keep.bar.keep').click();
  await expect(heading(page)).toHaveText(say('keep.page.heading'));
};

const toLocked = async (page: Page): Promise<void> => {
  await page.goto('/');
  await expect(heading(page)).toHaveText(say('keep.locked.heading'));
};

const reload = async (page: Page): Promise<void> => {
  await page.reload();
  await expect(heading(page)).toHaveText(say('keep.locked.heading'));
};

test('memory is the first choice, and nothing is stored by looking', async ({ page }) => {
  await page.goto('/');
  await expect(heading(page)).toHaveText(say('start.page.heading'));
  await expect(page.locator('.primary')).toHaveText(say('start.page.begin'));
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('a passphrase typed twice, words on paper, and open again next time', async ({ page }) => {
  const words = await makeVault(page);
  expect(words).toHaveLength(12);
  await button(page, 'keep.words.next').click();
  await button(page, 'keep.words.check').click();
  await expect(page.getByText(say('keep.words.wrong'))).toHaveCount(2);
  await button(page, 'keep.words.again').click();
  await confirmWords(page, words);
  await expect(page.getByText(say('keep.words.done'))).toBeVisible();
  await expect(page.getByText(words.join(' '))).toHaveCount(0);
  await reload(page);
  await unlock(page, 'not it');
  await expect(page.getByText(say('keep.fault.wrong_key'))).toBeVisible({ timeout: 15_000 });
  await unlock(page);
  await expect(button(page, 'frame.bar.leave')).toBeVisible();
  await expect(heading(page)).not.toHaveText(say('keep.locked.heading'), { timeout: 15_000 });
});

test('advice while choosing, and two that differ are not taken', async ({ page }) => {
  await page.goto('/');
  await button(page, 'keep.start.link').click();
  const first = page.getByLabel(say('keep.choose.first'), { exact: true });
  await expect(page.getByText(say('keep.choose.how'))).toBeVisible();
  await first.fill('19850412');
  await expect(page.getByText(say('keep.choose.digits'))).toBeVisible();
  await first.fill('anna');
  await expect(page.getByText(say('keep.choose.short'))).toBeVisible();
  await first.fill(PASSPHRASE);
  await expect(page.getByText(say('keep.choose.personal'))).toBeVisible();
  await page.getByLabel(say('keep.choose.again'), { exact: true }).fill('another');
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('keep.choose.differ'))).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('the words open it, and then a new passphrase is due', async ({ page }) => {
  const words = await makeVault(page);
  await reload(page);
  await button(page, 'keep.locked.by_words').click();
  const field = page.getByLabel(say('keep.field.words'), { exact: true });
  await field.fill('one two three');
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('keep.fault.not_twelve'))).toBeVisible({ timeout: 15_000 });
  await field.fill(words.join(' ').toUpperCase());
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(say('keep.change.heading'), { timeout: 15_000 });
  await page.getByLabel(say('keep.field.words'), { exact: true }).fill(words.join(' '));
  await page.getByLabel(say('keep.choose.first'), { exact: true }).fill('quite another one');
  await page.getByLabel(say('keep.choose.again'), { exact: true }).fill('quite another one');
  await button(page, 'keep.change.next').click();
  await expect(heading(page)).toHaveText(say('keep.page.heading'), { timeout: 15_000 });
  await reload(page);
  await unlock(page, 'quite another one');
  await expect(heading(page)).not.toHaveText(say('keep.locked.heading'), { timeout: 15_000 });
});

test('locking by hand asks for the passphrase again', async ({ page }) => {
  await makeVault(page);
  await button(page, 'keep.words.skip').click();
  await button(page, 'keep.lock.lock').click();
  await expect(heading(page)).toHaveText(say('keep.locked.heading'));
  await expect(page.getByText(say('keep.locked.now'))).toBeVisible();
  await button(page, 'keep.locked.without').click();
  await button(page, 'start.page.begin').click();
  await expect(heading(page)).toHaveText(itemNamed('x-danger-now').question);
});

test('it locks by itself when nobody is there', async ({ page }) => {
  await page.clock.install();
  await makeVault(page);
  await button(page, 'keep.words.skip').click();
  await page.getByRole('radio', { name: say('keep.lock.idle_5') }).check();
  await page.clock.fastForward('04:00');
  await page.mouse.click(5, 300);
  await page.clock.fastForward('04:30');
  await expect(heading(page)).toHaveText(say('keep.page.heading'));
  await page.clock.fastForward('00:40');
  await expect(heading(page)).toHaveText(say('keep.locked.heading'));
});

test('leaving locks, and what was open asks for its passphrase', async ({ page }) => {
  await makeVault(page);
  await button(page, 'frame.bar.leave').click();
  await expect(page.getByRole('heading')).toHaveText('Weather');
  await toLocked(page);
});

test('a backup, and everything deleted, and the backup brought back', async ({ page }) => {
  await makeVault(page);
  await button(page, 'keep.words.skip').click();
  await expect(page.getByText(say('keep.backup.never'))).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'keep.backup.save').click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^notes-\d{4}-\d\d-\d\d\.amends$/);
  await expect(page.getByText(say('keep.backup.today'))).toBeVisible();
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(1, 7).toString()).toBe('Amends');

  await button(page, 'keep.erase.heading').click();
  await button(page, 'keep.erase.do').click();
  await expect(heading(page)).toHaveText(say('keep.erase.gone_heading'), { timeout: 15_000 });
  await expect(page.getByText(say('keep.erase.databases', { n: 0 }))).toBeVisible();
  await button(page, 'keep.erase.start').click();
  await expect(heading(page)).toHaveText(say('start.page.heading'));

  await toOverview(page);
  await button(page, 'keep.memory.restore').click();
  const upload = { name: 'notes.amends', mimeType: 'application/octet-stream', buffer: bytes };
  await page.getByLabel(say('keep.restore.choose')).setInputFiles(upload);
  const passphrase = page.getByLabel(say('keep.restore.passphrase'), { exact: true });
  await passphrase.fill('wrong');
  await button(page, 'keep.restore.look').click();
  await expect(page.getByText(say('keep.fault.wrong_key'))).toBeVisible({ timeout: 15_000 });
  await passphrase.fill(PASSPHRASE);
  await button(page, 'keep.restore.look').click();
  await expect(page.getByText(say('keep.restore.onto_none'))).toBeVisible({ timeout: 15_000 });
  await button(page, 'keep.restore.do').click();
  await expect(heading(page)).toHaveText(say('keep.page.heading'), { timeout: 15_000 });
  await reload(page);
});

test('everything as files to read, from memory too', async ({ page }) => {
  await page.goto('/');
  await toOverview(page);
  for (const [key, ending] of [
    ['keep.export.text', 'txt'],
    ['keep.export.json', 'json'],
  ] as const) {
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, key).click()]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^notes-.*\\.${ending}$`));
  }
});

test('going on without opening leaves everything as it is', async ({ page }) => {
  await makeVault(page);
  await reload(page);
  await button(page, 'keep.locked.without').click();
  await expect(heading(page)).toHaveText(say('start.page.heading'));
  await expect(page.getByText(say('start.memory.says'))).toBeVisible();
  await reload(page);
});
