// The drawer, as a person uses it: a rest, a second reading, and then out by one's own hand, or not.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerUntil, button, choose, heading, itemNamed, open, say } from './app';
import { expect, test } from './watched';
import { compose, despair, field, stop } from './writing';

const calm = 'Hello Anna. I hope the garden does well. No need to answer.';
const tomorrow = say('days.day.tomorrow', { day: '' });

const row = (page: Page, words: string) =>
  page.getByRole('button', { name: new RegExp(`^${words}`) });

const begin = (page: Page) => page.clock.install({ time: '2026-11-23T10:00:00Z' });

const putAway = async (page: Page, text: string): Promise<void> => {
  await field(page).fill(text);
  await button(page, 'write.end.put').click();
  await page.getByText(text, { exact: true }).waitFor();
};

/** Back to the list, some hours on, and into the draft again. */
const later = async (page: Page, hours: number, words: string): Promise<void> => {
  await button(page, 'drawer.draft.back').click();
  await page.clock.fastForward(hours * 3_600_000);
  await row(page, words).click();
};

const ripen = async (page: Page, words: string): Promise<void> => {
  await button(page, 'drawer.wants.news').click();
  await later(page, 25, words);
  await button(page, 'drawer.ways.reread').click();
};

test('a message rests, is read once more, and is copied by hand', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(page);
  await compose(page);
  await putAway(page, calm);
  await expect(page.getByText(tomorrow).first()).toBeVisible();
  await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
  await later(page, 20, 'Hello Anna');
  await expect(button(page, 'drawer.ways.reread')).toHaveCount(0);
  await later(page, 5, 'Hello Anna');
  await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
  await button(page, 'drawer.ways.reread').click();
  await expect(button(page, 'drawer.ways.copy'), 'it has not said what it wanted').toHaveCount(0);
  await button(page, 'drawer.wants.news').click();
  await button(page, 'drawer.ways.copy').click();
  await expect(page.getByText(say('drawer.sent.by_clipboard'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(calm);
  await button(page, 'drawer.sent.yes').click();
  await expect(page.getByText(say('drawer.sent.back'))).toBeVisible();
  await expect(button(page, 'drawer.ways.copy'), 'once').toHaveCount(0);
  await button(page, 'frame.bar.write').click();
  await button(page, 'write.for_open.label').click();
  await expect(page.getByText(say('write.between.since.one'))).toBeVisible();
  await expect(page.getByText(say('write.copy.closed')), 'now it is their turn').toBeVisible();
});

test('no is no contact, and the question is not asked again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(page);
  await compose(page);
  await putAway(page, calm);
  await ripen(page, 'Hello Anna');
  await button(page, 'drawer.ways.copy').click();
  await button(page, 'drawer.sent.no').click();
  await expect(page.getByText(say('drawer.sent.ask'))).toHaveCount(0);
  await button(page, 'drawer.draft.back').click();
  await page.getByText(say('drawer.list.past_show')).click();
  await row(page, 'Hello Anna').click();
  await expect(page.getByText(say('drawer.sent.ask'))).toHaveCount(0);
  await expect(button(page, 'drawer.ways.sent')).toBeVisible();
});

test('without a clipboard the text is chosen instead', async ({ page }) => {
  await begin(page);
  await compose(page);
  await putAway(page, calm);
  await ripen(page, 'Hello Anna');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await button(page, 'drawer.ways.copy').click();
  await expect(page.getByText(say('drawer.sent.by_hand'))).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(calm);
});

test('written at night, it rests three days', async ({ page }) => {
  await page.clock.install({ time: '2026-11-23T23:30:00Z' });
  await compose(page);
  await putAway(page, calm);
  await expect(page.getByText(say('drawer.next.night'))).toBeVisible();
  await later(page, 25, 'Hello Anna');
  await expect(button(page, 'drawer.ways.reread')).toHaveCount(0);
  await later(page, 48, 'Hello Anna');
  await expect(button(page, 'drawer.ways.reread')).toBeVisible();
});

for (const text of ['You will regret this.', despair]) {
  test(`never copied, however long it has rested: ${text}`, async ({ page }) => {
    await begin(page);
    await compose(page);
    await field(page).fill(text);
    await page.locator('.mirror .danger').waitFor();
    if (text === despair) await button(page, 'write.help.go_on').click();
    await button(page, 'write.end.put').click();
    await expect(page.getByText(say('drawer.next.danger'))).toBeVisible();
    await button(page, 'drawer.wants.anger').click();
    await later(page, 80, text);
    await expect(page.getByText(say('drawer.next.danger'))).toBeVisible();
    await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
    if (text === despair) await expect(page.getByText(say('write.help.says'))).toBeVisible();
    await button(page, 'drawer.ways.keep').click();
    await expect(page.getByText(say('drawer.next.letter'))).toBeVisible();
    await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
  });
}

test('written on from, the old one gives way once something changed', async ({ page }) => {
  await begin(page);
  await compose(page);
  await putAway(page, calm);
  await button(page, 'drawer.ways.rewrite').click();
  await expect(field(page)).toHaveValue(calm);
  await button(page, 'write.end.put').click();
  await button(page, 'drawer.draft.back').click();
  await expect(row(page, 'Hello Anna'), 'nothing changed').toHaveCount(1);
  await row(page, 'Hello Anna').click();
  await button(page, 'drawer.ways.rewrite').click();
  await field(page).fill('Hello. Only this.');
  await button(page, 'write.end.put').click();
  await button(page, 'drawer.draft.back').click();
  await expect(row(page, 'Hello. Only this.')).toBeVisible();
  await expect(row(page, 'Hello Anna')).toBeHidden();
  await page.getByText(say('drawer.list.past_show')).click();
  await expect(row(page, 'Hello Anna')).toBeVisible();
});

test('let go, and brought back', async ({ page }) => {
  await begin(page);
  await compose(page);
  await putAway(page, calm);
  await button(page, 'drawer.ways.let_go').click();
  await expect(page.getByText(say('today.drawer.none'))).toBeVisible();
  await button(page, 'drawer.gone.back').click();
  await expect(row(page, 'Hello Anna')).toBeVisible();
});

test('the letter stays in the drawer, and goes back to its own page', async ({ page }) => {
  await stop(page);
  await button(page, 'standing.write.letter').click();
  await button(page, 'write.letter.open').click();
  await field(page).fill('Dear Anna, all of it.');
  await button(page, 'write.end.put').click();
  await expect(page.getByText(say('drawer.next.letter'))).toBeVisible();
  await button(page, 'drawer.wants.missing').click();
  await expect(page.getByText(say('drawer.thought.missing'))).toBeVisible();
  await button(page, 'drawer.ways.rewrite').click();
  await expect(heading(page)).toHaveText(say('write.letter.heading'));
  await expect(field(page)).toHaveValue('Dear Anna, all of it.');
});

test.describe('what two people still share', () => {
  test('goes out after a no without a rest, and counts as no message', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await stop(page);
    await button(page, 'frame.bar.write').click();
    await button(page, 'write.for_practical.label').click();
    await field(page).fill('The keys lie with the neighbour from Friday on.');
    await button(page, 'write.end.read').click();
    await button(page, 'drawer.ways.copy').click();
    await button(page, 'drawer.sent.yes').click();
    await expect(page.getByText(say('drawer.sent.practical'))).toBeVisible();
    await button(page, 'frame.bar.today').click();
    await expect(page.getByText(say('today.contact.since.one'))).toHaveCount(0);
  });

  test('a threat in it is not copied', async ({ page }) => {
    await stop(page);
    await button(page, 'frame.bar.write').click();
    await button(page, 'write.for_practical.label').click();
    await field(page).fill('You will regret this.');
    await page.locator('.mirror .danger').waitFor();
    await button(page, 'write.end.put').click();
    await expect(page.getByText(say('drawer.next.danger'))).toBeVisible();
    await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
  });

  test('an order closes it as well', async ({ page }) => {
    await open(page);
    await answerUntil(page, itemNamed('x-no-contact-order').question);
    await choose(page, 'x-no-contact-order', 'yes');
    await button(page, 'frame.bar.write').click();
    await expect(page.getByText(say('write.shared.order'))).toBeVisible();
    await expect(button(page, 'write.for_practical.label')).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test.describe(`${colorScheme}, ${String(width)} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 740 }, reducedMotion: 'reduce' });

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
        await begin(page);
        await compose(page, 'write.for_open.label');
        await putAway(page, `You have until Friday. ${calm}`);
        await page.getByText(say('drawer.draft.marks')).click();
        await look(page, 'resting');
        await button(page, 'drawer.wants.closure').click();
        await later(page, 25, 'You have until');
        await look(page, 'rested');
        await button(page, 'drawer.ways.reread').click();
        await button(page, 'drawer.ways.copy').click();
        await button(page, 'drawer.sent.yes').waitFor();
        await look(page, 'copied');
        await button(page, 'drawer.sent.yes').click();
        await button(page, 'drawer.draft.back').click();
        await page.getByText(say('drawer.list.past_show')).click();
        await look(page, 'list');
      });
    });
  }
}
