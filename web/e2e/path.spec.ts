// The path as a person walks it: its steps, notes, the day, plans, obstacles and cards.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerUntil, button, choose, guide, heading, itemNamed, open, say } from './app';
import { expect, test } from './watched';

/** With the first answers given, so that the path has somewhere to begin. */
const toPath = async (page: Page): Promise<void> => {
  await open(page);
  await answerUntil(page, itemNamed('hs-clear-refusal').question);
  await choose(page, 'hs-clear-refusal', itemNamed('hs-clear-refusal').answers[0]?.id ?? '');
  await button(page, 'frame.bar.today').click();
  await button(page, 'today.ways.path').click();
  await expect(heading(page)).toHaveText(say('path.page.heading'));
};

const titleOf = (step: string): string => guide.step(step)?.title ?? step;
const ask = (kind: string): string => guide.note(kind)?.ask ?? kind;

const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

const makePlan = async (page: Page): Promise<void> => {
  await page.getByLabel(say('path.plan.when')).fill('my voice gets loud');
  await page.getByLabel(say('path.plan.then')).fill('walk round the block.');
  await button(page, 'path.plan.save').click();
};

const plan = say('path.plans.if_then', {
  when: 'my voice gets loud',
  then: 'walk round the block',
});

test('the path shows what is open, and says what the others wait for', async ({ page }) => {
  await toPath(page);
  for (const step of ['st-stabilize', 'st-accept-no']) {
    await expect(page.getByRole('heading', { name: titleOf(step) })).toBeVisible();
  }
  await expectAccessible(page);
  await page.locator('summary').first().click();
  await expect(
    page.getByRole('button', {
      name: say('path.step.look_named', { step: titleOf('st-self-respect') }),
    }),
  ).toBeVisible();
});

test('the page of a step keeps its note, and gives it back once taken away', async ({ page }) => {
  await toPath(page);
  await page
    .getByRole('button', { name: say('path.step.work_named', { step: titleOf('st-accept-no') }) })
    .click();
  await page.getByLabel(ask('no-plan')).fill('I go to my brother.');
  await button(page, 'path.card.keep').click();
  await page
    .getByRole('button', { name: say('path.card.remove_named', { text: 'I go to my brother.' }) })
    .click();
  await expect(page.getByText('I go to my brother.')).toHaveCount(0);
  await expect(button(page, 'path.undo.undo')).toBeFocused();
  await button(page, 'path.undo.undo').click();
  await expect(page.getByText('I go to my brother.')).toBeVisible();
  await expectAccessible(page);
});

test('the day is noted without praise, and can be changed', async ({ page }) => {
  await toPath(page);
  await button(page, 'path.beside.day').click();
  await button(page, 'path.day.sleep').click();
  await button(page, 'path.day.done').click();
  await expect(page.getByText(say('path.day.noted'))).toBeVisible();
  await button(page, 'frame.go.back').click();
  await button(page, 'path.beside.day').click();
  await expect(button(page, 'path.day.sleep')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'path.day.food').click();
  await expect(page.getByText(say('path.day.noted'))).toHaveCount(0);
  await expectAccessible(page);
});

test('a tap of kept can be taken back until one leaves, and stays after', async ({ page }) => {
  await toPath(page);
  await button(page, 'path.beside.plans').click();
  await button(page, 'path.plans.make').click();
  await expectAccessible(page);
  await makePlan(page);
  const kept = page.getByRole('button', { name: say('path.plans.kept_named', { plan }) });
  await kept.click();
  await expect(page.getByText(say('path.plans.just_kept'))).toBeVisible();
  await button(page, 'path.plans.undo').click();
  await expect(page.getByText(say('path.plans.just_kept'))).toHaveCount(0);
  await kept.click();
  await button(page, 'frame.go.back').click();
  await button(page, 'path.beside.plans').click();
  await expect(page.getByText(/^Kept 1 of 1 in the last \d+ weeks\.$/)).toBeVisible();
  await expectAccessible(page);
});

test('half a plan is not kept, and what was typed stays', async ({ page }) => {
  await toPath(page);
  await button(page, 'path.beside.plans').click();
  await button(page, 'path.plans.make').click();
  await page.getByLabel(say('path.plan.when')).fill('it is late');
  await button(page, 'path.plan.save').click();
  await expect(page.getByText(say('path.plan.missing'))).toBeVisible();
  await button(page, 'frame.go.back').click();
  await button(page, 'path.plans.make').click();
  await expect(page.getByLabel(say('path.plan.when'))).toHaveValue('it is late');
});

test('an obstacle takes its plan, and then leads to its question', async ({ page }) => {
  await toPath(page);
  await button(page, 'path.beside.obstacles').click();
  await expectAccessible(page);
  const obstacle = guide.entry('ob-family')?.title ?? '';
  await page.getByRole('button', { name: say('path.obstacles.make_named', { obstacle }) }).click();
  await makePlan(page);
  await expect(page.getByText(plan)).toBeVisible();
  const { question } = itemNamed('ob-family');
  await page
    .getByRole('button', { name: say('path.obstacles.answer_named', { question }) })
    .click();
  await expect(heading(page)).toHaveText(question);
});

test('the sentences wait for what must stand behind them', async ({ page }) => {
  await toPath(page);
  await button(page, 'path.beside.phrases').click();
  await expect(page.getByText(say('path.phrases.none'))).toBeVisible();
  await expect(page.getByText(guide.phrases[0]?.words ?? '')).toHaveCount(0);
  await expectAccessible(page);
});

test('a card prints on one sheet, with lines for what is not written', async ({ page }) => {
  await toPath(page);
  await button(page, 'path.beside.cards').click();
  await page.getByRole('button', { name: guide.card('accept-no')?.title ?? '' }).click();
  await page.getByLabel(ask('no-call')).fill('My sister.');
  await button(page, 'path.card.keep').click();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('My sister.')).toBeVisible();
  await expect(page.locator('button:visible, textarea:visible, summary:visible')).toHaveCount(0);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).toHaveLength(1);
});

test('by keys alone: a step, a note, and back', async ({ page }) => {
  await toPath(page);
  await button(page, 'path.beside.cards').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: guide.card('accept-no')?.title ?? '' }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await page.getByLabel(ask('no-plan')).focus();
  await page.keyboard.type('I sleep on it.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('p').getByText('I sleep on it.')).toBeVisible();
});
