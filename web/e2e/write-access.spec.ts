// Writing for everybody: no findings of axe in its states, by finger, and from right to left.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, guide, heading, say } from './app';
import { expect, test } from './watched';
import { card, compose, despair, drawn, field, pressing, pressure, stop } from './writing';

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tap on the words opens the reason, and a tap elsewhere closes it', async ({ page }) => {
    await compose(page);
    await field(page).fill(`${pressing} Hello.`);
    const words = await drawn(page, 'certain').boundingBox();
    if (!words) throw new Error('nothing is drawn');
    await page.touchscreen.tap(words.x + 40, words.y + 10);
    await expect(card(page)).toContainText(pressure.name);
    await heading(page).tap();
    await expect(card(page)).toHaveCount(0);
  });
});

test.describe('a script from right to left', () => {
  test('runs the same way in field and layer, with its marks where the words are', async ({
    page,
  }) => {
    await compose(page);
    await field(page).fill(`שלום אנה, מה שלומך\n${pressing}\nمرحبا`);
    await drawn(page, 'certain').waitFor();
    const ways = await page.evaluate(() =>
      [...document.querySelectorAll('.layer')].map((node) => {
        const { direction, textAlign, unicodeBidi } = getComputedStyle(node);
        return { direction, textAlign, unicodeBidi };
      }),
    );
    expect(ways[0]).toEqual(ways[1]);
  });
});

const sizes = [
  { width: 320, height: 640 },
  { width: 1280, height: 860 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of sizes) {
    test.describe(`${colorScheme}, ${String(viewport.width)} px`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' });

      const look = async (page: Page, name: string): Promise<void> => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        );
        expect(found, name).toEqual([]);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wider, name).toBe(0);
      };

      test('no findings, and nothing is wider than the window', async ({ page }) => {
        test.slow();
        await compose(page, 'write.for_apologise.label');
        await look(page, 'empty');
        await field(page).fill(`I am sorry, please forgive me. ${pressing} I saw you online.`);
        await drawn(page, 'certain').first().waitFor();
        await page.keyboard.press('F8');
        await card(page).waitFor();
        await look(page, 'reason');
        await page.getByText(say('write.marks.meaning')).click();
        await page.getByText(say('write.observed.heading')).click();
        await page.getByText(say('write.phrases.heading')).click();
        await page.getByText(guide.phrases[0]?.words ?? '').click();
        await page.getByText(say('write.editor.spelling'), { exact: true }).click();
        await expect(card(page), 'does not lie over other things').toHaveCount(0);
        await look(page, 'marked');
        await field(page).fill(despair);
        await page.getByText(say('write.help.says')).waitFor();
        await look(page, 'help first');
        await button(page, 'write.letter.open').click();
        await look(page, 'letter');
        await button(page, 'write.letter.back').click();
        await button(page, 'write.purpose.change').click();
        await look(page, 'purpose');
      });

      test('neither when it is closed', async ({ page }) => {
        await page.goto('/');
        await button(page, 'frame.bar.write').click();
        await heading(page).waitFor();
        await look(page, 'check first');
        await stop(page);
        await button(page, 'frame.bar.write').click();
        await page.getByText(say('write.letter.offer_says')).waitFor();
        await look(page, 'closed');
        await button(page, 'write.for_practical.label').click();
        await look(page, 'practical');
      });
    });
  }
}
