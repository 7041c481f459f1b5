// How to come to each view of keeping, for its picture.

import type { Page } from '@playwright/test';
import { button, heading, say } from './app';
import { makeVault } from './keeping';

const choosing = async (page: Page): Promise<void> => {
  await page.goto('/');
  await button(page, 'keep.start.link').click();
  await page.getByLabel(say('keep.choose.first'), { exact: true }).fill('little river');
};

const kept = async (page: Page): Promise<void> => {
  await makeVault(page);
  await button(page, 'keep.words.skip').click();
};

const locked = async (page: Page): Promise<void> => {
  await kept(page);
  await page.reload();
  await heading(page)
    .filter({ hasText: say('keep.locked.heading') })
    .waitFor();
};

const planned = async (page: Page): Promise<void> => {
  await kept(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'keep.backup.save').click(),
  ]);
  await button(page, 'keep.backup.restore').click();
  await page.getByLabel(say('keep.restore.choose')).setInputFiles(await file.path());
  await page.getByText(say('keep.restore.plan')).waitFor();
};

const erased = async (page: Page): Promise<void> => {
  await kept(page);
  await button(page, 'keep.erase.heading').click();
  await button(page, 'keep.erase.do').click();
  await page.getByText(say('keep.erase.gone')).waitFor({ timeout: 15_000 });
};

export const keepViews = {
  'keep-make': choosing,
  'keep-words': async (page: Page): Promise<void> => {
    await makeVault(page);
  },
  'keep-check': async (page: Page): Promise<void> => {
    await makeVault(page);
    await button(page, 'keep.words.next').click();
  },
  keep: kept,
  'keep-locked': locked,
  'keep-change': async (page: Page): Promise<void> => {
    await kept(page);
    await button(page, 'keep.change.heading').click();
  },
  'keep-restore': planned,
  'keep-erased': erased,
} as const;
