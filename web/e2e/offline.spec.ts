// Without a network, from the second visit on: everything, the reader and the vault too. And a newer
// version, which waits until somebody says so.

import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answerUntil, button, guide, heading, open, say } from './app';
import { PASSPHRASE, makeVault, unlock } from './keeping';
import { expect, test } from './watched';

test.slow();

/** The first visit has fetched everything there is. */
const firstVisit = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
};

test('the cache has a name that says nothing, and every file of the app', async ({ page }) => {
  await firstVisit(page);
  const [name, ...others] = await page.evaluate(() => caches.keys());
  expect(others).toEqual([]);
  expect(name).toMatch(/^notes-[0-9a-f]{16}$/);
  const files = await page.evaluate(async (cache) => {
    const keys = await (await caches.open(cache)).keys();
    return keys.map(({ url }) => new URL(url).pathname.replace(/-[\w-]{8}\./, '.')).sort();
  }, name ?? '');
  expect(files).toEqual([
    '/',
    '/assets/amends.wasm',
    '/assets/guide.json',
    '/assets/index.css',
    '/assets/index.js',
    '/assets/libsodium-wrappers.js',
    '/assets/reader.bin',
    '/assets/recovery-words.txt',
    '/assets/store.main.js',
    '/assets/worker.main.js',
    '/icon.svg',
    '/manifest.webmanifest',
  ]);
});

test('the check and the reader without a network', async ({ page, context }) => {
  await firstVisit(page);
  await context.setOffline(true);
  await page.reload();
  await open(page);
  await answerUntil(page, guide.level('open-channel')?.title ?? '');
  await button(page, 'standing.write.message').click();
  await page.getByRole('button', { name: say('write.for_open.label') }).click();
  await page.getByRole('textbox').fill('You have until Friday to decide, or else.');
  await expect(page.getByText('You have until Friday').first()).toBeVisible();
  await expect(page.locator('mark, [data-mark], .mark').first()).toBeAttached({ timeout: 15_000 });
  await context.setOffline(false);
});

test('a vault made and opened without a network', async ({ page, context }) => {
  await firstVisit(page);
  await context.setOffline(true);
  const words = await makeVault(page);
  expect(words).toHaveLength(12);
  await page.reload();
  await unlock(page, PASSPHRASE);
  await expect(heading(page)).not.toHaveText(say('keep.locked.heading'), { timeout: 15_000 });
  await context.setOffline(false);
});

test.describe('a newer version', () => {
  const file = new URL('../dist/sw.js', import.meta.url);
  const built = readFileSync(file, 'utf8');

  test.afterEach(() => {
    writeFileSync(file, built);
  });

  test('is said in a quiet line, and taken when one says so', async ({ page }) => {
    await firstVisit(page);
    await page.reload();
    await heading(page).waitFor();
    await expect(page.getByText(say('keep.newer.says'))).toHaveCount(0);
    writeFileSync(file, built.replace(/VERSION="[0-9a-f]{16}"/, `VERSION="${'f'.repeat(16)}"`));
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await expect(page.getByText(say('keep.newer.says'))).toBeVisible();
    const loaded = page.waitForEvent('load');
    await button(page, 'keep.newer.load').click();
    await loaded;
    await expect(heading(page)).toHaveText(say('start.page.heading'));
    await expect
      .poll(() => page.evaluate(() => caches.keys()))
      .toEqual([`notes-${'f'.repeat(16)}`]);
  });
});
