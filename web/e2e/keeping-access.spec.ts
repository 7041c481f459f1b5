// Every view of keeping, in both themes: no findings of axe, nothing wider than the window; and a vault
// made and opened by keyboard alone.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, heading, say } from './app';
import { PASSPHRASE, confirmWords, makeVault } from './keeping';
import { expect, test } from './watched';

type Look = (name: string) => Promise<void>;

const toOverview = async (page: Page): Promise<void> => {
  await button(page, 'frame.go.back').click();
  await heading(page)
    .filter({ hasText: say('keep.page.heading') })
    .waitFor();
};

/** Walks by every view of keeping and looks at each. */
const walk = async (page: Page, look: Look): Promise<void> => {
  await page.goto('/');
  await button(page, 'keep.bar.keep').click();
  await look('overview in memory');
  await page.goto('/');
  await button(page, 'keep.start.link').click();
  await button(page, 'keep.make.next').click();
  await look('make, with a fault');
  const words = await makeVault(page);
  await look('words');
  await button(page, 'keep.words.next').click();
  await button(page, 'keep.words.check').click();
  await look('check, with faults');
  await button(page, 'keep.words.again').click();
  await confirmWords(page, words);
  await look('overview');
  await button(page, 'keep.change.heading').click();
  await look('change');
  await toOverview(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'keep.backup.save').click(),
  ]);
  await button(page, 'keep.backup.restore').click();
  await page.getByLabel(say('keep.restore.choose')).setInputFiles(await file.path());
  await page.getByText(say('keep.restore.plan')).waitFor();
  await look('restore');
  await toOverview(page);
  await button(page, 'keep.erase.heading').click();
  await look('erase');
  await page.reload();
  await page.getByText(say('keep.locked.lost_heading')).click();
  await look('locked');
  await button(page, 'keep.locked.by_words').click();
  await look('locked, by words');
  await button(page, 'keep.locked.erase').click();
  await button(page, 'keep.erase.do').click();
  await page.getByText(say('keep.erase.gone')).waitFor({ timeout: 15_000 });
  await look('erased');
};

const sizes = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 1280, height: 860 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of sizes) {
    test.describe(`${colorScheme}, ${String(viewport.width)} px`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' });

      test('no findings, and nothing is wider than the window', async ({ page }) => {
        test.setTimeout(120_000);
        await walk(page, async (name) => {
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
            name,
          ).toEqual([]);
          const wider = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(wider, name).toBe(0);
          await expect(heading(page), name).toHaveCount(1);
        });
      });
    });
  }
}

/** Tabs on to a control by what it is called, as somebody without a mouse does. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let turn = 0; turn < 60; turn++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent;
      return label?.trim() ?? '';
    });
    if (here === name) return;
  }
  throw new Error(`no way to ${name} by keyboard`);
};

test('made, locked and opened without a mouse', async ({ page }) => {
  test.slow();
  await page.goto('/');
  await tabTo(page, say('keep.start.link'));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await tabTo(page, say('keep.choose.first'));
  await page.keyboard.type(PASSPHRASE);
  await tabTo(page, say('keep.choose.again'));
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(say('keep.words.heading'), { timeout: 15_000 });
  await expect(heading(page)).toBeFocused();
  await tabTo(page, say('keep.words.skip'));
  await page.keyboard.press('Enter');
  await tabTo(page, say('keep.lock.lock'));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(say('keep.locked.heading'));
  await expect(heading(page)).toBeFocused();
  await tabTo(page, say('keep.field.passphrase'));
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(heading(page)).not.toHaveText(say('keep.locked.heading'), { timeout: 15_000 });
});
