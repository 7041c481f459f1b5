// Takes the pictures in docs/screens: every kind of screen once, the telling ones narrow and wide, in
// light and dark.

import { test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { answerUntil, button, choose, guide, heading, open, replyAll, toAnswers } from './app';
import { keepViews } from './keep-screens';

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

const draft = `Hi Anna,

I am sorry for how I spoke to you in front of your sister in May. It was my doing and you did nothing to earn it. I have been seeing a counsellor since June.

But I was so stressed back then. You have until Friday to decide. I saw you were online last night.

If you don't want to talk, that is fine.`;

const write = async (page: Page, text = draft): Promise<void> => {
  await open(page);
  await answerUntil(page, level('open-channel'));
  await button(page, 'standing.write.message').click();
  await button(page, 'write.for_apologise.label').click();
  await page.getByRole('textbox').fill(text);
  await page.locator('.mirror > :not(.plain)').first().waitFor();
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
};

/** Clicks into the words of the deadline, as somebody does who wonders. */
const writeReason = async (page: Page): Promise<void> => {
  await write(page);
  await page.getByRole('listitem').getByText('You have until Friday').click();
  await page.locator('.card').waitFor();
  await page.locator('.frame').evaluate((node) => {
    node.scrollIntoView();
  });
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
    name: 'write',
    looks: [
      [360, 'light'],
      [1280, 'light'],
      [1280, 'dark'],
    ],
    reach: write,
  },
  { name: 'mark', looks: [[360, 'dark']], reach: writeReason },
  {
    name: 'write-help-first',
    looks: [[360, 'light']],
    reach: (page) => write(page, 'I cannot go on. I want to kill myself.'),
  },
  {
    name: 'write-closed',
    looks: [[360, 'light']],
    reach: async (page) => {
      await stop(page);
      await button(page, 'frame.bar.write').click();
    },
  },
  {
    name: 'review',
    looks: [[1280, 'light']],
    reach: async (page) => {
      await toRefusal(page);
      await toAnswers(page);
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
  { name: 'keep', looks: everyLook, reach: keepViews.keep },
  { name: 'keep-locked', looks: everyLook, reach: keepViews['keep-locked'] },
  { name: 'keep-make', looks: [[360, 'light']], reach: keepViews['keep-make'] },
  {
    name: 'keep-words',
    looks: [
      [360, 'dark'],
      [1280, 'light'],
    ],
    reach: keepViews['keep-words'],
  },
  { name: 'keep-restore', looks: [[1280, 'light']], reach: keepViews['keep-restore'] },
  { name: 'keep-erased', looks: [[360, 'light']], reach: keepViews['keep-erased'] },
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
          fullPage: /^(standing|write$|keep)/.test(name),
          animations: 'disabled',
        });
      });
    });
  }
}
