// Every screen, in both themes: no findings of axe, nothing wider than the window; and all of it by keyboard.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  answerUntil,
  button,
  choose,
  guide,
  heading,
  itemNamed,
  open,
  pack,
  replyAll,
  say,
} from './app';
import { expect, test } from './watched';

type Look = (name: string) => Promise<void>;

const toSteadiness = async (page: Page): Promise<void> => {
  await choose(page, 'x-danger-now', 'no');
  await replyAll(page, 'harm-to-me');
  await replyAll(page, 'harm-by-me');
  await choose(page, 'x-no-contact-order', 'no');
  await heading(page)
    .filter({ hasText: guide.screen('steadiness')?.title ?? '' })
    .waitFor();
};

/** Walks by every kind of screen and looks at each. */
const walk = async (page: Page, look: Look): Promise<void> => {
  await page.goto('/');
  await look('start');
  await button(page, 'start.seen.link').click();
  await look('safety');
  await button(page, 'safety.help.link').click();
  await page.getByRole('combobox').waitFor();
  await look('help');
  await button(page, 'frame.go.back').click();
  await button(page, 'start.page.begin').click();
  await choose(page, 'x-danger-now', 'yes');
  await page.getByText(say('check.help.danger')).waitFor();
  await page.getByText(say('check.question.why')).click();
  await look('question with help');
  await toSteadiness(page);
  await look('screen');
  await button(page, 'check.question.skip').click();
  await choose(page, 'hs-clear-refusal', 'said-no');
  await button(page, 'check.stop.standing').waitFor();
  await look('stop');
  await button(page, 'check.stop.standing').click();
  await look('standing');
  await button(page, 'standing.keep.change').click();
  await look('review');
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
        test.slow();
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
        });
      });
    });
  }
}

test.describe('text at twice its size', () => {
  test.use({ viewport: { width: 640, height: 800 } });

  test('stays within the window', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
});

test('every new screen begins at its heading', async ({ page }) => {
  await page.goto('/');
  await expect(heading(page)).toBeFocused();
  await button(page, 'start.page.begin').click();
  await expect(heading(page)).toHaveText(itemNamed('x-danger-now').question);
  await expect(heading(page)).toBeFocused();
  await choose(page, 'x-danger-now', 'no');
  await expect(heading(page)).toHaveText(guide.screen('harm-to-me')?.title ?? '');
  await expect(heading(page)).toBeFocused();
  await button(page, 'frame.bar.help').click();
  await expect(heading(page)).toHaveText(say('help.page.heading'));
  await expect(heading(page)).toBeFocused();
});

/** Tabs on to a control by its name, as somebody without a mouse does. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let turn = 0; turn < 60; turn++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    if (here === name) return;
  }
  throw new Error(`no way to ${name} by keyboard`);
};

const replyByKeyboard = async (page: Page, screen: string, number: number): Promise<void> => {
  const questions = guide.page(screen, number);
  await page.getByRole('group', { name: questions[0]?.text ?? '' }).waitFor();
  for (const question of questions) {
    await page.keyboard.press('Tab');
    const group = page.getByRole('group', { name: question.text });
    await expect(group.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Space');
  }
  await tabTo(page, say('frame.go.continue'));
  await page.keyboard.press('Enter');
};

test('a whole way to a standing without a mouse', async ({ page }) => {
  test.slow();
  await page.goto('/');
  await tabTo(page, say('start.page.begin'));
  await page.keyboard.press('Enter');
  for (let turn = 0; turn < 40; turn++) {
    const shown = (await heading(page).textContent()) ?? '';
    if (shown === guide.level('open-channel')?.title) break;
    const screen = pack.screens.find(({ title }) => title === shown);
    const item = pack.items.find(({ question }) => question === shown);
    if (screen) {
      for (const number of screen.pages.keys()) await replyByKeyboard(page, screen.id, number);
    } else {
      await page.keyboard.press('1');
      if (item?.free_text === true) {
        await tabTo(page, say('frame.go.continue'));
        await page.keyboard.press('Enter');
      }
    }
    await expect(heading(page)).not.toHaveText(shown);
  }
  await expect(heading(page)).toHaveText(guide.level('open-channel')?.title ?? '');
});

test('digits typed into own words are words', async ({ page }) => {
  await open(page);
  await answerUntil(page, itemNamed('q-own-share').question);
  await page.getByRole('textbox').fill('');
  await page.getByRole('textbox').pressSequentially('1 or 2');
  await expect(page.getByRole('textbox')).toHaveValue('1 or 2');
  await expect(page.locator('[aria-pressed=true]')).toHaveCount(0);
});
