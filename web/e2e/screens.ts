// Takes the pictures in docs/screens: every kind of screen once, the telling ones narrow and wide, in
// light and dark.

import { test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { answerUntil, button, choose, guide, heading, open, replyAll } from './app';

const folder = new URL('../../docs/screens/', import.meta.url).pathname;

const sizes = {
  360: { width: 360, height: 740 },
  1280: { width: 1280, height: 860 },
} as const;

type Look = readonly [width: keyof typeof sizes, colorScheme: 'light' | 'dark'];

const everyLook: readonly Look[] = [
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
];

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
  await button(page, 'frame.go.continue').click();
  const asked = guide.page('steadiness', 1).find(({ id }) => id === 'alive');
  await page
    .getByRole('group', { name: asked?.text ?? '' })
    .getByRole('radio', { name: guide.reply('yes') })
    .check();
};

interface Picture {
  readonly name: string;
  readonly looks: readonly Look[];
  readonly reach: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'start', looks: everyLook, reach: start },
  { name: 'check', looks: everyLook, reach: toRefusal },
  {
    name: 'standing-let-go',
    looks: everyLook,
    reach: async (page) => {
      await stop(page);
      await button(page, 'check.stop.standing').click();
    },
  },
  {
    name: 'standing-open-channel',
    looks: [[360, 'light']],
    reach: async (page) => {
      await open(page);
      await answerUntil(page, level('open-channel'));
    },
  },
  {
    name: 'screen',
    looks: [
      [360, 'light'],
      [1280, 'light'],
    ],
    reach: screen,
  },
  {
    name: 'stop',
    looks: [
      [360, 'dark'],
      [1280, 'light'],
    ],
    reach: stop,
  },
  { name: 'help-first', looks: [[360, 'light']], reach: alive },
  {
    name: 'review',
    looks: [[1280, 'light']],
    reach: async (page) => {
      await toRefusal(page);
      await button(page, 'frame.bar.answers').click();
    },
  },
  {
    name: 'help',
    looks: [
      [360, 'light'],
      [1280, 'dark'],
    ],
    reach: async (page) => {
      await start(page);
      await button(page, 'frame.bar.help').click();
      await page.getByRole('combobox').waitFor();
    },
  },
  {
    name: 'safety',
    looks: [[360, 'dark']],
    reach: async (page) => {
      await start(page);
      await button(page, 'start.seen.link').click();
    },
  },
];

for (const { name, looks, reach } of pictures) {
  for (const [width, colorScheme] of looks) {
    test.describe(`${name} ${String(width)} ${colorScheme}`, () => {
      test.use({ viewport: sizes[width], colorScheme, reducedMotion: 'reduce' });
      test('picture', async ({ page }) => {
        await page.clock.setFixedTime('2026-11-23T10:00:00Z');
        await reach(page);
        await page.mouse.move(0, 0);
        await page.screenshot({
          path: `${folder}${name}-${String(width)}-${colorScheme}.png`,
          fullPage: name.startsWith('standing'),
          animations: 'disabled',
        });
      });
    });
  }
}
