// Takes the pictures in docs/screens: every kind of screen, narrow and wide, light and dark.

import { test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { answerUntil, button, choose, guide, heading, open, replyAll } from './app';

const folder = new URL('../../docs/screens/', import.meta.url).pathname;

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 860 },
];
const schemes = ['light', 'dark'] as const;

const level = (id: 'together-slowly' | 'open-channel'): string => guide.level(id)?.title ?? '';

const start = async (page: Page): Promise<void> => {
  await page.goto('/');
  await heading(page).waitFor();
};

const screen = async (page: Page): Promise<void> => {
  await open(page);
  await choose(page, 'x-danger-now', 'no');
  await heading(page)
    .filter({ hasText: guide.screen('harm-to-me')?.title ?? '' })
    .waitFor();
};

const toRefusal = async (page: Page): Promise<void> => {
  await open(page);
  await answerUntil(page, guide.item('hs-clear-refusal')?.question ?? '');
};

const stop = async (page: Page): Promise<void> => {
  await toRefusal(page);
  await choose(page, 'hs-clear-refusal', 'said-no');
  await button(page, 'check.stop.standing').waitFor();
};

const alive = async (page: Page): Promise<void> => {
  await open(page);
  await choose(page, 'x-danger-now', 'no');
  await replyAll(page, 'harm-to-me');
  await replyAll(page, 'harm-by-me');
  await choose(page, 'x-no-contact-order', 'no');
  const questions = guide.page('steadiness', 0);
  for (const { text, replies } of questions) {
    const label = guide.reply(replies[0] ?? '');
    await page.getByRole('group', { name: text }).getByRole('radio', { name: label }).check();
  }
  await button(page, 'common.go.continue').click();
  const asked = guide.page('steadiness', 1).find(({ id }) => id === 'alive');
  await page
    .getByRole('group', { name: asked?.text ?? '' })
    .getByRole('radio', { name: guide.reply('yes') })
    .check();
};

const pictures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  start,
  check: toRefusal,
  screen,
  stop,
  'help-first': alive,
  'standing-let-go': async (page) => {
    await stop(page);
    await button(page, 'check.stop.standing').click();
  },
  'standing-open-channel': async (page) => {
    await open(page);
    await answerUntil(page, level('open-channel'));
  },
  review: async (page) => {
    await toRefusal(page);
    await button(page, 'common.bar.answers').click();
  },
  help: async (page) => {
    await start(page);
    await button(page, 'common.bar.help').click();
    await heading(page).waitFor();
  },
  safety: async (page) => {
    await start(page);
    await button(page, 'start.seen.link').click();
  },
};

for (const colorScheme of schemes) {
  for (const viewport of sizes) {
    test.describe(`${String(viewport.width)} ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, reducedMotion: 'reduce' });
      for (const [name, reach] of Object.entries(pictures)) {
        test(name, async ({ page }) => {
          await page.clock.setFixedTime('2026-11-23T10:00:00Z');
          await reach(page);
          await page.mouse.move(0, 0);
          await page.screenshot({
            path: `${folder}${name}-${String(viewport.width)}-${colorScheme}.png`,
            fullPage: true,
            animations: 'disabled',
          });
        });
      }
    });
  }
}
