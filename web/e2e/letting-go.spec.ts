// Letting go: open at every level, page by page, with notes that can be changed, taken away, put back.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerUntil, button, choose, guide, heading, itemNamed, open, say } from './app';
import { expect, test } from './watched';

const { sections } = guide.lettingGo;
const titleOf = (id: string): string => sections.find((each) => each.id === id)?.title ?? '';
const askOf = (kind: string): string => guide.note(kind)?.ask ?? '';

const toLettingGo = async (page: Page): Promise<void> => {
  await button(page, 'frame.bar.today').click();
  await button(page, 'today.ways.letting_go').click();
  await expect(heading(page)).toHaveText(say('letting-go.page.heading'));
};

const toSection = async (page: Page, id: string): Promise<void> => {
  await page.getByRole('button', { name: titleOf(id), exact: true }).click();
  await expect(heading(page)).toHaveText(titleOf(id));
};

const begin = async (page: Page): Promise<void> => {
  await open(page);
  await choose(page, 'x-danger-now', 'no');
  await toLettingGo(page);
};

/** Writes a note and waits until it is kept: then it is no longer in the field. */
const keep = async (page: Page, kind: string, text: string): Promise<void> => {
  await page.getByLabel(askOf(kind)).fill(text);
  await button(page, 'letting-go.note.keep').click();
  await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
};

test('a loose end is noted, settled, opened, taken away and put back', async ({ page }) => {
  await begin(page);
  await toSection(page, 'loose-ends');
  await keep(page, 'return', 'the keys');
  await page
    .getByRole('button', { name: /: the keys$/ })
    .first()
    .click();
  await page.getByLabel(askOf('returned')).fill('by post');
  await button(page, 'letting-go.note.keep').click();
  const row = page.getByRole('listitem').filter({ hasText: 'the keys' });
  await expect(row).toContainText('by post');
  await row.getByText(say('letting-go.note.open'), { exact: true }).click();
  await expect(row).not.toContainText('by post');
  await row.getByText(say('letting-go.note.remove'), { exact: true }).click();
  await expect(row).toHaveCount(0);
  await button(page, 'letting-go.note.undo').click();
  await expect(row).toBeVisible();
});

test('what stands in a field is kept when one goes elsewhere', async ({ page }) => {
  await begin(page);
  await toSection(page, 'last-words');
  await page.getByLabel(askOf('last-words')).fill('Thank you for the garden.');
  await button(page, 'frame.bar.help').click();
  await toLettingGo(page);
  await toSection(page, 'last-words');
  await expect(page.getByText('Thank you for the garden.')).toBeVisible();
});

test('the reasons show what was answered and what it means', async ({ page }) => {
  await open(page);
  const title = guide.level('let-go')?.title ?? '';
  await answerUntil(page, say('check.stop.heading'), { 'ap-happiness': 'rarely' });
  await toLettingGo(page);
  await expect(page.getByText(title)).toBeVisible();
  await toSection(page, 'reasons');
  const answer = guide.answer('ap-happiness', 'rarely');
  await expect(page.getByText(answer?.label ?? '')).toBeVisible();
  await expect(page.getByText(answer?.reason ?? '')).toBeVisible();
  const { question } = itemNamed('ap-growth-space');
  await page
    .getByRole('button', { name: say('letting-go.reasons.answer_named', { question }) })
    .click();
  await expect(heading(page)).toHaveText(question);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`every page of letting go is sound, in the ${scheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 360, height: 740 });
    const look = async (): Promise<void> => {
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map(({ id }) => id)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(360);
    };
    await begin(page);
    await look();
    await toSection(page, sections[0]?.id ?? '');
    await keep(page, 'last-words', 'a word');
    await look();
    for (const { title } of sections.slice(1)) {
      await page.getByRole('button', { name: say('letting-go.section.next', { title }) }).click();
      await expect(heading(page)).toHaveText(title);
      await look();
    }
    await button(page, 'letting-go.finishing.go').click();
    await expect(heading(page)).not.toHaveText(titleOf('finishing'));
  });
}
