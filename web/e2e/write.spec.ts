// Writing, as a person does it: marks under the words, reasons, the way out and those that stay shut.

import type { Page } from '@playwright/test';
import { neutralPage } from '../src/features/quick-exit/leave';
import { answerUntil, button, guide, heading, itemNamed, open, say } from './app';
import { expect, test } from './watched';
import { card, chosen, compose, despair, drawn, field, pressing, pressure, stop } from './writing';

const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let turn = 0; turn < 40; turn++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    if (here.startsWith(name)) return;
  }
  throw new Error(`no way to ${name} by keyboard`);
};

test('marks stand under the words as one types, and a tap opens the reason', async ({ page }) => {
  await compose(page);
  await field(page).pressSequentially(`Hi. ${pressing}`);
  await expect(drawn(page, 'certain')).toHaveText('You have until Friday');
  await expect(card(page)).toHaveCount(0);
  const words = await drawn(page, 'certain').boundingBox();
  if (!words) throw new Error('nothing is drawn');
  await page.mouse.click(words.x + words.width / 2, words.y + words.height / 2);
  await expect(card(page)).toContainText(pressure.name);
  await expect(card(page)).toContainText(pressure.why);
  await expect(card(page)).toContainText(say('write.reason.try'));
  await expect(field(page)).toHaveAccessibleDescription(pressure.why);
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await field(page).press('End');
  await expect(field(page)).not.toHaveAccessibleDescription(pressure.why);
});

test('a pointer over the words shows the reason, and hides it when it leaves', async ({ page }) => {
  await compose(page);
  await field(page).fill(`${pressing}\n\nHow is the garden?`);
  const words = await drawn(page, 'certain').boundingBox();
  const edge = await field(page).boundingBox();
  if (!words || !edge) throw new Error('nothing is drawn');
  await page.mouse.move(words.x + 20, words.y + 5);
  await expect(card(page)).toContainText(pressure.name);
  const shown = await card(page).boundingBox();
  await page.mouse.move((shown?.x ?? 0) + 30, (shown?.y ?? 0) + 30);
  await expect(card(page)).toContainText(pressure.name);
  await page.mouse.move(edge.x + 5, edge.y - 60);
  await expect(card(page)).toHaveCount(0);
});

test('the list and the keys go through the marks', async ({ page }) => {
  await compose(page);
  await field(page).fill(`🙂 ${pressing} I saw you were online last night.`);
  const rows = page.getByRole('listitem').getByRole('button', { name: /probably|clearly/ });
  await expect(rows).toHaveCount(2);
  await rows.first().click();
  expect(await chosen(page)).toBe('You have until Friday');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('F8');
  expect(await chosen(page)).toBe('saw you were online last night');
  await expect(card(page)).toContainText(say('reading.fault.surveillance.name'));
  await page.keyboard.press('Shift+F8');
  expect(await chosen(page)).toBe('You have until Friday');
  await button(page, 'write.reason.close').click();
  await expect(card(page)).toHaveCount(0);
});

test('all of it by keyboard alone', async ({ page }) => {
  await compose(page);
  await button(page, 'write.purpose.change').focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(say('write.purpose.question'));
  await page.keyboard.press('5');
  await expect(heading(page)).toHaveText(say('write.for_close.label'));
  await expect(heading(page)).toBeFocused();
  await field(page).focus();
  await page.keyboard.type(pressing);
  await tabTo(page, say('write.marks.next'));
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  expect(await chosen(page)).toBe('You have until Friday');
  await page.keyboard.press('ArrowRight');
  await expect(card(page)).toContainText(pressure.name);
  await page.keyboard.type('x');
  await expect(card(page)).toHaveCount(0);
});

test('a screen reader hears of marks after a pause, not at every key', async ({ page }) => {
  await page.clock.install({ time: '2026-11-23T10:00:00Z' });
  await compose(page);
  await field(page).pressSequentially(pressing);
  await expect(drawn(page, 'certain')).toHaveCount(1);
  const news = page.getByRole('status').filter({ hasText: say('write.marks.count.one') });
  await expect(news).toHaveCount(0);
  await page.clock.runFor(1500);
  await expect(news).toContainText(say('write.marks.newest', { fault: pressure.name }));
  await field(page).fill('Hi.');
  await page.clock.runFor(1500);
  await expect(page.getByText(say('write.marks.news_none'))).toHaveCount(1);
});

test('text without marks is never approved', async ({ page }) => {
  await compose(page);
  await expect(page.getByText(say('reading.no_marks'))).toHaveCount(0);
  await field(page).fill('Hello Anna.');
  await expect(page.getByText(say('reading.no_marks'), { exact: true })).toBeVisible();
});

test('the field and the layer behind it break their lines alike', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await compose(page);
  const odd = 'superlongwordwithoutanyspace'.repeat(4);
  await field(page).fill(`${odd} 🙂  two  spaces\n\n\tA tab. ${'Some words. '.repeat(60)}\n\n`);
  const over = await field(page).evaluate((node) => node.scrollHeight - node.clientHeight);
  expect(over).toBe(0);
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('.layer')].map((node) => node.getBoundingClientRect().height),
  );
  expect(heights[0]).toBe(heights[1]);
});

test('nothing is copied from here: the text goes into the drawer', async ({ page }) => {
  await compose(page);
  await button(page, 'write.end.put').click();
  await expect(page.getByText(say('write.end.empty'))).toBeVisible();
  await field(page).fill('Hello 🙂');
  await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
  await button(page, 'write.end.put').click();
  await expect(heading(page)).toHaveText(say('write.for_open.label'));
  await expect(page.getByText('Hello 🙂', { exact: true })).toBeVisible();
  await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
  await button(page, 'frame.bar.write').click();
  await expect(heading(page), 'a fresh page').toHaveText(say('write.purpose.question'));
});

test('what is typed lies in the drawer by itself, after a pause and when one leaves', async ({
  page,
}) => {
  await page.clock.install({ time: '2026-11-23T10:00:00Z' });
  await compose(page);
  await field(page).pressSequentially('Dear');
  await page.clock.runFor(2500);
  await field(page).press('End');
  await field(page).pressSequentially(' Anna');
  await button(page, 'frame.bar.today').click();
  await button(page, 'today.drawer.go').click();
  await expect(page.getByRole('button', { name: /^Dear Anna/ })).toHaveCount(1);
  await button(page, 'frame.bar.write').click();
  await expect(field(page), 'and still on the page').toHaveValue('Dear Anna');
});

test('a sentence goes in only after a yes, at the caret, and undo takes it out', async ({
  page,
}) => {
  await compose(page, 'write.for_apologise.label');
  await field(page).fill('Before. After.');
  await field(page).evaluate((node) => {
    if (node instanceof HTMLTextAreaElement) node.setSelectionRange(8, 8);
  });
  const phrase = guide.phrases.find(({ id }) => id === 'ph-questions');
  if (!phrase) throw new Error('no phrases');
  expect(guide.phrases).toHaveLength(7);
  await page.getByText(say('write.phrases.heading')).click();
  await page.getByText(phrase.words).click();
  await expect(page.getByText(phrase.stands_on)).toBeVisible();
  await button(page, 'write.phrases.no').click();
  await expect(field(page)).toHaveValue('Before. After.');
  await page.getByText(phrase.words).click();
  await button(page, 'write.phrases.yes').click();
  await expect(field(page)).toHaveValue(`Before. ${phrase.words}After.`);
  await page.keyboard.press('Control+z');
  await expect(field(page)).toHaveValue('Before. After.');
});

test('the parts of an apology are drawn', async ({ page }) => {
  await compose(page, 'write.for_apologise.label');
  await field(page).fill('I am sorry that I kept cancelling on you. It was my doing.');
  await expect(page.getByRole('img').or(page.getByRole('figure'))).toBeVisible();
});

test('an apology waits for a reply, and the page says so', async ({ page }) => {
  await open(page);
  await answerUntil(page, guide.level('open-channel')?.title ?? '', {
    'sp-no-response': 'none-sent',
  });
  await button(page, 'standing.write.message').click();
  const until = guide.evidence('they-replied')?.says ?? '';
  await expect(button(page, 'write.for_open.label')).toHaveAccessibleDescription(
    say('write.pick.open'),
  );
  await expect(button(page, 'write.for_apologise.label')).toHaveAccessibleDescription(
    say('write.pick.waits', { until }),
  );
  await button(page, 'write.for_apologise.label').click();
  await expect(page.getByText(say('write.purpose.waiting', { until }))).toBeVisible();
  await page.getByText(say('write.phrases.heading')).click();
  const phrase = guide.phrases.find(({ id }) => id === 'ph-coffee');
  await page.getByText(phrase?.words ?? '').click();
  await expect(page.getByRole('listitem').getByText(until, { exact: true })).toBeVisible();
  await expect(button(page, 'write.phrases.yes')).toHaveCount(0);
});

test('something practical has a purpose of its own, and does not rest', async ({ page }) => {
  await compose(page);
  await button(page, 'write.purpose.change').click();
  await expect(button(page, 'write.for_practical.label')).toHaveAccessibleDescription(
    say('write.pick.practical'),
  );
  await button(page, 'write.for_practical.label').click();
  await expect(button(page, 'write.end.read')).toBeVisible();
});

test('a threat gets no other wording', async ({ page }) => {
  await compose(page);
  await field(page).fill('You will regret this.');
  await expect(drawn(page, 'danger')).toHaveText('You will regret');
  await page.keyboard.press('F8');
  await expect(card(page)).toContainText(say('reading.fault.threat.name'));
  await expect(card(page)).not.toContainText(say('write.reason.try'));
  await expect(page.getByText(say('write.copy.threat'))).toBeVisible();
  await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
});

test('help comes first, and nothing goes further until they say that they are safe', async ({
  page,
}) => {
  await compose(page);
  await field(page).fill(`${pressing} ${despair}`);
  await expect(page.getByText(say('write.help.says'))).toBeVisible();
  await expect(page.getByText('116 123')).toBeVisible();
  const first = page.getByRole('heading').first();
  await expect(first).toHaveText(say('check.help.heading'));
  await expect(button(page, 'write.end.put')).toHaveCount(0);
  await expect(drawn(page, 'certain'), 'nobody corrects its style').toHaveCount(0);
  await field(page).fill('Hello.');
  await expect(drawn(page, 'danger')).toHaveCount(0);
  await expect(button(page, 'write.end.put')).toHaveCount(0);
  await button(page, 'write.help.go_on').click();
  await expect(button(page, 'write.end.put')).toBeVisible();
  await expect(page.getByText(say('write.help.says'))).toHaveCount(0);
});

test('at a stop the composer is closed, in the words of the guide, and a letter stays here', async ({
  page,
}) => {
  await stop(page);
  await button(page, 'standing.write.letter').click();
  await expect(heading(page)).toHaveText(say('write.closed.heading'));
  const reason = guide.answer('hs-clear-refusal', 'said-no')?.reason ?? '';
  await expect(page.getByText(reason)).toBeVisible();
  await expect(field(page)).toHaveCount(0);
  await button(page, 'write.letter.open').click();
  await expect(heading(page)).toHaveText(say('write.letter.heading'));
  await field(page).fill(pressing);
  await expect(drawn(page, 'certain'), 'nobody gets it').toHaveCount(0);
  await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
  await expect(page.getByText(say('write.phrases.heading'))).toHaveCount(0);
  await button(page, 'write.marks.show').click();
  await expect(drawn(page, 'certain')).toHaveCount(1);
  await field(page).fill(despair);
  await expect(page.getByText(say('write.help.says'))).toBeVisible();
});

test('where only sending is closed, a draft is kept and says why', async ({ page }) => {
  await open(page);
  await answerUntil(page, guide.level('pause')?.title ?? '', {
    'hs-clear-refusal': 'unclear',
  });
  await button(page, 'standing.write.message').click();
  await expect(button(page, 'write.for_invite.label')).toHaveAccessibleDescription(
    say('write.pick.closed'),
  );
  await button(page, 'write.for_invite.label').click();
  const action = guide.action('invite')?.title ?? '';
  await expect(page.getByText(say('write.purpose.closed', { action }))).toBeVisible();
  await field(page).fill(pressing);
  await expect(drawn(page, 'certain')).toHaveCount(1);
  await expect(page.getByText(say('write.copy.closed'))).toBeVisible();
  await button(page, 'write.end.put').click();
  await expect(page.getByText(say('drawer.next.also_closed'))).toBeVisible();
  await expect(button(page, 'drawer.ways.copy')).toHaveCount(0);
});

test('before the check there is the check, and the letter meanwhile', async ({ page }) => {
  await page.goto('/');
  await button(page, 'frame.bar.write').click();
  await expect(heading(page)).toHaveText(say('write.first.heading'));
  await button(page, 'write.letter.open').click();
  await field(page).fill('Dear Anna');
  await button(page, 'frame.bar.help').click();
  await button(page, 'frame.go.back').click();
  await expect(field(page)).toHaveValue('Dear Anna');
  await button(page, 'write.letter.back').click();
  await button(page, 'write.first.begin').click();
  await expect(heading(page)).toHaveText(itemNamed('x-danger-now').question);
});

test('two thousand letters keep their marks while one writes in the middle', async ({ page }) => {
  await compose(page);
  const draft = `${pressing} I was only stressed, but you made me do it. 🙂 `.repeat(25);
  await field(page).fill(draft);
  await expect(drawn(page, 'certain').first()).toBeVisible();
  const before = await drawn(page, 'certain').count();
  expect(before).toBeGreaterThan(20);
  await field(page).evaluate((node) => {
    if (node instanceof HTMLTextAreaElement) node.setSelectionRange(0, 0);
  });
  await page.keyboard.type('Hello Anna. ');
  await expect(drawn(page, 'certain')).toHaveCount(before);
  expect(await drawn(page, 'certain').first().textContent()).toBe('You have until Friday');
});

test('the rules come when writing is opened, and their absence is said', async ({
  page,
  watch,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route(/\.bin$/, (route) => route.abort());
  await open(page);
  expect(asked.filter((path) => path.endsWith('.bin'))).toEqual([]);
  await button(page, 'frame.bar.write').click();
  await button(page, 'write.letter.open').click();
  await field(page).fill(pressing);
  await expect(page.getByText(say('write.editor.lost'))).toBeVisible();
  await page.unroute(/\.bin$/);
  await button(page, 'write.editor.again').click();
  await expect(page.getByText(say('write.editor.lost'))).toHaveCount(0);
  watch.forgive();
});

test('a letter that was left open does not stand in the way of a message', async ({ page }) => {
  await compose(page);
  await button(page, 'write.letter.open').click();
  await field(page).fill('Dear Anna');
  await button(page, 'frame.bar.today').click();
  await button(page, 'today.page.why').click();
  await button(page, 'standing.write.message').click();
  await expect(heading(page)).toHaveText(say('write.for_open.label'));
  await expect(field(page)).toHaveValue('');
  await button(page, 'write.letter.open').click();
  await expect(field(page)).toHaveValue('Dear Anna');
});

test('nothing that is written is kept anywhere', async ({ page, context }) => {
  await compose(page);
  await field(page).fill(pressing);
  await drawn(page, 'certain').waitFor();
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    // The app's own files are no writing of a person's (offline.spec.ts lists them).
    caches: (await caches.keys()).filter((name) => !name.startsWith('notes-')).length,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0 });
  expect(await context.cookies()).toEqual([]);
  expect(new URL(page.url()).pathname).toBe('/');
});

test('leaving takes the draft with it', async ({ page }) => {
  await compose(page);
  await field(page).fill('Dear Anna');
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press('Escape');
  await page.waitForURL(neutralPage);
  await page.goBack().catch(() => null);
  await expect(page.getByText('Dear Anna')).toHaveCount(0);
});
