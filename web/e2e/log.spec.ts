// The contact log as a person uses it: two taps for a contact, a no that stays, and words that open a check.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, choose, guide, heading, open, say } from './app';
import { expect, test } from './watched';

const toLog = async (page: Page): Promise<void> => {
  await open(page);
  await choose(page, 'x-danger-now', 'no');
  await button(page, 'frame.bar.today').click();
  await button(page, 'today.ways.log').click();
  await expect(heading(page)).toHaveText(say('log.page.heading'));
};

const backToLog = async (page: Page): Promise<void> => {
  await button(page, 'frame.go.back').click();
  await expect(heading(page)).toHaveText(say('log.page.heading'));
};

const noteNo = async (page: Page): Promise<void> => {
  await button(page, 'log.refusal.button').click();
  await expect(page.getByText(say('log.said.holds'))).toBeVisible();
  await button(page, 'log.said.confirm').click();
  await expect(heading(page)).toHaveText(say('log.said.done'));
};

const shows = (page: Page, words: RegExp) => page.locator('article').filter({ hasText: words });

test('one tap notes a contact, another takes it back', async ({ page }) => {
  await toLog(page);
  await expect(page.getByText(say('log.page.empty'))).toBeVisible();
  await button(page, 'log.note.me_message').click();
  await expect(page.getByText('Noted: you wrote, just now.')).toBeVisible();
  await expect(shows(page, /You got in touch once, today/)).toBeVisible();
  await button(page, 'log.note.undo').click();
  await expect(page.getByText(say('log.note.undone'))).toBeFocused();
  await expect(page.getByText(say('log.page.empty'))).toBeVisible();
});

test('one waits, two stop, and a shared matter counts nowhere', async ({ page }) => {
  await toLog(page);
  await button(page, 'log.note.me_message').click();
  await expect(shows(page, /After one, you wait/)).toBeVisible();
  await page.getByText(say('log.note.details')).click();
  await page.getByRole('radio', { name: say('log.field.when_yesterday') }).check();
  await page.locator('input[type=time]').fill('08:00');
  await button(page, 'log.field.save').click();
  await expect(page.getByText('Noted: you wrote, yesterday at 8:00.')).toBeFocused();
  await button(page, 'log.note.me_call').click();
  await expect(shows(page, /Two are enough to stop/)).toBeVisible();
  await button(page, 'log.note.else').click();
  await page.getByRole('radio', { name: say('log.field.about_business') }).check();
  await button(page, 'log.field.add').click();
  await expect(page.getByText(/It is not counted\.$/)).toBeVisible();
  await expect(page.getByRole('definition')).toHaveText('2');
  await button(page, 'log.page.standing').click();
  await expect(heading(page)).toHaveText(guide.level('let-go')?.title ?? '');
});

test('a no stays, but for a slip', async ({ page }) => {
  await page.clock.install();
  await toLog(page);
  await noteNo(page);
  await page.getByRole('button', { name: say('log.said.slip') }).click();
  await expect(heading(page)).toHaveText(say('log.page.heading'));
  await expect(page.getByText(say('log.note.undone'))).toBeVisible();
  await noteNo(page);
  await page.clock.fastForward('11:00');
  await backToLog(page);
  await expect(page.getByText(say('log.said.stays'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('log.said.slip') })).toHaveCount(0);
});

test('only their own words open a new check', async ({ page }) => {
  await toLog(page);
  await noteNo(page);
  await backToLog(page);
  await button(page, 'log.back.button').click();
  await button(page, 'log.back.confirm').click();
  await expect(page.getByText(say('log.back.text_fault'))).toBeVisible();
  await page.getByLabel(say('log.back.text')).fill('I would like to talk with you.');
  await button(page, 'log.back.confirm').click();
  await expect(heading(page)).toHaveText(say('log.back_done.opened'));
});

test('after a contact of mine they do not, and it says why', async ({ page }) => {
  await toLog(page);
  await noteNo(page);
  await backToLog(page);
  await button(page, 'log.note.me_message').click();
  await expect(shows(page, /once after a no/)).toContainText(guide.lane('no-means-no')?.says ?? '');
  await button(page, 'log.back.button').click();
  await page.getByLabel(say('log.back.text')).fill('Fine, let us talk.');
  await button(page, 'log.back.confirm').click();
  await expect(page.getByText(say('log.back_done.held_mine'))).toBeVisible();
});

test('what was noted can be changed, removed and put back', async ({ page }) => {
  await toLog(page);
  await button(page, 'log.note.them_call').click();
  await page.getByRole('button', { name: /^Change: They called/ }).click();
  await page.getByRole('radio', { name: say('log.field.kind_letter') }).check();
  await button(page, 'log.field.save').click();
  await expect(page.getByText('A letter from them came', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Change: A letter/ }).click();
  await button(page, 'log.edit.remove').click();
  await expect(page.getByText(say('log.edit.removed'))).toBeVisible();
  await button(page, 'log.edit.restore').click();
  await expect(page.getByText('A letter from them came', { exact: true })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test.describe(`${colorScheme}, ${String(width)} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 740 }, reducedMotion: 'reduce' });

      test('no findings, and nothing is wider than the window', async ({ page }) => {
        test.slow();
        const look = async (name: string) => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
            name,
          ).toEqual([]);
          const wider = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(wider, name).toBe(0);
        };
        await toLog(page);
        await look('empty');
        await noteNo(page);
        await look('noted');
        await backToLog(page);
        await button(page, 'log.note.me_message').click();
        await page.getByText(say('log.note.details')).click();
        await page.getByRole('radio', { name: say('log.field.when_day') }).check();
        await page.getByText(say('log.stop.all')).click();
        await look('log');
        await button(page, 'log.back.button').click();
        await look('their words');
      });
    });
  }
}
