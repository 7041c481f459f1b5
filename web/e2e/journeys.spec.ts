// Whole ways through the check, as a person goes them.

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
  toAnswers,
} from './app';
import { expect, test } from './watched';
import type { Page } from '@playwright/test';
import type { Level } from '../src/engine/pack';

const title = (id: Level): string => guide.level(id)?.title ?? '';
const label = (item: string, answer: string): string => guide.answer(item, answer)?.label ?? '';
const titleIs = async (page: Page, text: string): Promise<void> => {
  await expect(heading(page)).toHaveText(text);
};

test('the best answers lead to a first standing, and on to the last', async ({ page }) => {
  await open(page);
  const first = await answerUntil(page, title('open-channel'));
  expect(first).toHaveLength(29);
  await expect(page.getByText(say('standing.reasons.from_open'))).toBeVisible();
  await button(page, 'standing.more.go_on').click();
  const depth = await answerUntil(page, title('together-slowly'));
  expect(first.length + depth.length).toBe(pack.items.length);
  await expect(page.getByText(say('standing.reasons.nothing'))).toBeVisible();
});

test('a no ends the questions at once, and stays when it is changed later', async ({ page }) => {
  await page.clock.install({ time: '2026-11-23T10:00:00Z' });
  const item = 'hs-clear-refusal';
  await open(page);
  await answerUntil(page, itemNamed(item).question);
  await choose(page, item, 'said-no');
  await titleIs(page, say('check.stop.heading'));
  await expect(page.getByText(guide.answer(item, 'said-no')?.reason ?? '')).toBeVisible();
  await button(page, 'check.stop.standing').click();
  await titleIs(page, title('let-go'));
  await expect(page.getByText(label(item, 'said-no'))).toBeVisible();
  await expect(page.getByText(guide.answer(item, 'said-no')?.change ?? '')).toBeVisible();

  await page.clock.fastForward('11:00');
  await button(page, 'standing.keep.change').click();
  await page
    .getByRole('button', {
      name: say('check.review.change_named', { question: itemNamed(item).question }),
    })
    .click();
  await choose(page, item, 'nothing-said');
  await titleIs(page, say('check.kept.heading'));
  await expect(
    page.getByText(say('check.kept.says', { answer: label(item, 'said-no') })),
  ).toBeVisible();
  await button(page, 'frame.go.continue').click();
  await titleIs(page, say('check.review.heading'));
  await expect(
    page.getByText(say('check.review.wish', { answer: label(item, 'nothing-said') })),
  ).toBeVisible();
  await button(page, 'frame.go.back').click();
  await titleIs(page, title('let-go'));
});

test('a no tapped by mistake can be taken back within minutes', async ({ page }) => {
  await page.clock.install({ time: '2026-11-23T10:00:00Z' });
  await open(page);
  await answerUntil(page, itemNamed('hs-clear-refusal').question);
  await choose(page, 'hs-clear-refusal', 'said-no');
  await page.clock.fastForward('02:00');
  await button(page, 'frame.go.back').click();
  await choose(page, 'hs-clear-refusal', 'nothing-said');
  await titleIs(page, itemNamed('sp-block').question);
});

test('the rest can be answered anyway', async ({ page }) => {
  await open(page);
  await answerUntil(page, itemNamed('hs-clear-refusal').question);
  await choose(page, 'hs-clear-refusal', 'said-no');
  await button(page, 'check.stop.rest').click();
  await answerUntil(page, title('let-go'));
});

test('back, skip, why and not sure', async ({ page }) => {
  const danger = itemNamed('x-danger-now');
  await open(page);
  await expect(page.getByText(danger.why)).toBeHidden();
  await page.getByText(say('check.question.why')).click();
  await expect(page.getByText(danger.why)).toBeVisible();

  await choose(page, danger.id, 'unsure');
  await titleIs(page, guide.screen('harm-to-me')?.title ?? '');
  await button(page, 'frame.go.back').click();
  await expect(page.getByRole('button', { name: label(danger.id, 'unsure') })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await button(page, 'check.question.take_back').click();
  await button(page, 'check.question.skip').click();
  await button(page, 'frame.bar.help').click();
  await titleIs(page, say('help.page.heading'));
  await button(page, 'frame.go.back').click();
  await titleIs(page, guide.screen('harm-to-me')?.title ?? '');

  await button(page, 'frame.go.back').click();
  await button(page, 'frame.go.back').click();
  await titleIs(page, say('start.page.heading'));
  await button(page, 'start.page.begin').click();
  await titleIs(page, danger.question);
});

test('an answer is changed from the list, and the standing follows', async ({ page }) => {
  await open(page);
  await answerUntil(page, title('open-channel'));
  await toAnswers(page);
  const { question } = itemNamed('tl-urgency');
  await page.getByRole('button', { name: say('check.review.change_named', { question }) }).click();
  await choose(page, 'tl-urgency', 'must-act-now');
  await titleIs(page, say('check.review.heading'));
  await button(page, 'frame.go.back').click();
  await titleIs(page, title('pause'));
  await expect(page.getByText(label('tl-urgency', 'must-act-now'))).toBeVisible();
});

test('own words beside an answer are kept beside it', async ({ page }) => {
  await open(page);
  await answerUntil(page, itemNamed('q-own-share').question);
  await page.getByRole('textbox').fill('I stopped listening.');
  await choose(page, 'q-own-share', 'with-a-but');
  await titleIs(page, itemNamed('q-own-share').question);
  await button(page, 'frame.go.continue').click();
  await toAnswers(page);
  await expect(page.getByText('I stopped listening.')).toBeVisible();
});

test('the harm screen says what is missing, takes one tap for none, and ends at one yes', async ({
  page,
}) => {
  const screen = guide.screen('harm-to-me');
  await open(page);
  await choose(page, 'x-danger-now', 'no');
  await titleIs(page, screen?.title ?? '');
  await button(page, 'frame.go.continue').click();
  await expect(page.getByText(say('check.screen.missing.many', { n: 7 }))).toBeVisible();

  await page.getByRole('button', { name: screen?.none ?? '' }).click();
  await expect(page.getByRole('radio', { name: guide.reply('no'), checked: true })).toHaveCount(7);
  await button(page, 'frame.go.continue').click();
  await titleIs(page, guide.screen('harm-by-me')?.title ?? '');

  await button(page, 'frame.go.back').click();
  const afraid = guide.page('harm-to-me', 0).find(({ id }) => id === 'afraid');
  await page
    .getByRole('group', { name: afraid?.text ?? '' })
    .getByRole('radio', { name: guide.reply('yes'), exact: true })
    .check();
  await button(page, 'frame.go.continue').click();
  await titleIs(page, say('check.stop.heading'));
  await expect(page.getByRole('link', { name: '0808 2000 247' })).toBeVisible();
  await button(page, 'check.stop.standing').click();
  await titleIs(page, title('safety-first'));
  await expect(page.getByRole('link', { name: '0808 2000 247' })).toBeVisible();
});

test('danger now shows help on the same page, at once', async ({ page }) => {
  await open(page);
  await choose(page, 'x-danger-now', 'yes');
  await expect(page.getByText(say('check.help.danger'))).toBeInViewport();
  await expect(page.getByRole('link', { name: '999', exact: true })).toHaveAttribute(
    'href',
    'tel:999',
  );
  await titleIs(page, itemNamed('x-danger-now').question);
  await button(page, 'frame.go.continue').click();
  await titleIs(page, say('check.stop.heading'));
});

for (const said of ['yes', 'not-sure', 'rather-not-say']) {
  test(`not wanting to live, answered ${said}, shows help on the same page`, async ({ page }) => {
    await open(page);
    await choose(page, 'x-danger-now', 'no');
    await replyAll(page, 'harm-to-me');
    await replyAll(page, 'harm-by-me');
    await choose(page, 'x-no-contact-order', 'no');
    await titleIs(page, guide.screen('steadiness')?.title ?? '');
    const [first, second] = [guide.page('steadiness', 0), guide.page('steadiness', 1)];
    for (const { text, replies } of first) {
      const name = guide.reply(replies[0] ?? '');
      await page.getByRole('group', { name: text }).getByRole('radio', { name }).check();
    }
    await button(page, 'frame.go.continue').click();
    await expect(page.getByText(say('check.help.alive'))).toBeHidden();
    const alive = second.find(({ id }) => id === 'alive');
    await page
      .getByRole('group', { name: alive?.text ?? '' })
      .getByRole('radio', { name: guide.reply(said), exact: true })
      .check();
    await expect(page.getByText(say('check.help.alive'))).toBeInViewport();
    await expect(page.getByRole('link', { name: '116 123' })).toBeInViewport();
  });
}

test('help lines by country: guessed, chosen, with two ways or a word about it', async ({
  page,
}) => {
  await page.goto('/');
  await button(page, 'frame.bar.help').click();
  const select = page.getByRole('combobox');
  await expect(select).toHaveValue('GB');
  await select.selectOption('CA');
  await expect(page.getByRole('link', { name: '988', exact: true })).toBeVisible();
  // Once under emergency, once under harm at home.
  await expect(page.getByText(pack.help.notes.none_here)).toHaveCount(2);
  await select.selectOption('');
  await expect(page.getByText(say('help.page.emergency'))).toBeVisible();
});

test.describe('a browser that names no region', () => {
  test.use({ locale: 'en' });

  test('gets no guess', async ({ page }) => {
    await page.goto('/');
    await button(page, 'frame.bar.help').click();
    await expect(page.getByRole('combobox')).toHaveValue('');
  });
});

test('help stays readable without a connection, once it is loaded', async ({ page, context }) => {
  await open(page);
  await context.setOffline(true);
  await button(page, 'frame.bar.help').click();
  await expect(page.getByRole('link', { name: '116 123' })).toBeVisible();
});
