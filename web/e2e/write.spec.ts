// Writing, as a person does it: marks under the words, reasons, the way out and those that stay shut.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { neutralPage } from '../src/features/quick-exit/leave';
import { answerUntil, button, choose, guide, heading, itemNamed, open, say } from './app';
import { expect, test } from './watched';

const pressing = 'You have until Friday to decide.';
const despair = 'I want to kill myself.';

/** Its name, and the reason as the rule for deadlines gives it. */
const pressure = { name: say('reading.fault.pressure.name'), why: /deadline tells you nothing/ };

const field = (page: Page) => page.getByRole('textbox');
const card = (page: Page) => page.locator('.card');
const drawn = (page: Page, tone: string) => page.locator(`.mirror .${tone}`);

const chosen = (page: Page): Promise<string> =>
  field(page).evaluate((node) =>
    node instanceof HTMLTextAreaElement
      ? node.value.slice(node.selectionStart, node.selectionEnd)
      : '',
  );

/** To the composer, past a check that leaves one light message open. */
const compose = async (page: Page, purpose = 'write.for_open.label'): Promise<void> => {
  await open(page);
  await answerUntil(page, guide.level('open-channel')?.title ?? '');
  await button(page, 'standing.write.message').click();
  await button(page, purpose).click();
  await field(page).waitFor();
};

const stop = async (page: Page): Promise<void> => {
  await open(page);
  await answerUntil(page, itemNamed('hs-clear-refusal').question);
  await choose(page, 'hs-clear-refusal', 'said-no');
  await button(page, 'check.stop.standing').click();
};

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
  const rows = page.getByRole('listitem').getByRole('button', { name: /probably|marked/ });
  await expect(rows).toHaveCount(2);
  await rows.first().click();
  expect(await chosen(page)).toBe('You have until Friday');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('F8');
  expect(await chosen(page)).toBe('saw you were online');
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

test('the text can be copied, and is not sent', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await compose(page);
  await field(page).fill('Hello 🙂');
  await button(page, 'write.copy.copy').click();
  await expect(page.getByText(say('write.copy.copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Hello 🙂');
  await field(page).fill('Hello');
  await expect(page.getByText(say('write.copy.copied'))).toHaveCount(0);
});

test('without a clipboard the text is chosen instead', async ({ page }) => {
  await compose(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await field(page).fill('Hello there');
  await button(page, 'write.copy.copy').click();
  await expect(page.getByText(say('write.copy.by_hand'))).toBeVisible();
  expect(await chosen(page)).toBe('Hello there');
});

test('a sentence goes in only after a yes, at the caret, and undo takes it out', async ({
  page,
}) => {
  await compose(page, 'write.for_apologise.label');
  await field(page).fill('Before. After.');
  await field(page).evaluate((node) => {
    if (node instanceof HTMLTextAreaElement) node.setSelectionRange(8, 8);
  });
  const phrase = guide.phrases[0];
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
  await expect(page.getByRole('img').or(page.getByRole('figure'))).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(field(page)).toHaveValue('Before. After.');
});

test('a threat gets no other wording', async ({ page }) => {
  await compose(page);
  await field(page).fill('You will regret this.');
  await expect(drawn(page, 'danger')).toHaveText('You will regret');
  await page.keyboard.press('F8');
  await expect(card(page)).toContainText(say('reading.fault.threat.name'));
  await expect(card(page)).not.toContainText(say('write.reason.try'));
  await expect(page.getByText(say('write.copy.threat'))).toBeVisible();
});

test('help comes first, and nothing is copied until they say that they are safe', async ({
  page,
}) => {
  await compose(page);
  await field(page).fill(`${pressing} ${despair}`);
  await expect(page.getByText(say('write.help.says'))).toBeVisible();
  await expect(page.getByText('116 123')).toBeVisible();
  const first = page.getByRole('heading').first();
  await expect(first).toHaveText(say('check.help.heading'));
  await expect(button(page, 'write.copy.copy')).toHaveCount(0);
  await expect(drawn(page, 'certain'), 'nobody corrects its style').toHaveCount(0);
  await field(page).fill('Hello.');
  await expect(drawn(page, 'danger')).toHaveCount(0);
  await expect(button(page, 'write.copy.copy')).toHaveCount(0);
  await button(page, 'write.help.go_on').click();
  await expect(button(page, 'write.copy.copy')).toBeVisible();
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
  await expect(button(page, 'write.copy.copy')).toHaveCount(0);
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
  await button(page, 'write.for_invite.label').click();
  const action = guide.action('invite')?.title ?? '';
  await expect(page.getByText(say('write.purpose.closed', { action }))).toBeVisible();
  await field(page).fill(pressing);
  await expect(drawn(page, 'certain')).toHaveCount(1);
  await expect(button(page, 'write.copy.copy')).toHaveCount(0);
  await expect(page.getByText(say('write.copy.closed'))).toBeVisible();
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

test('leaving takes the draft with it', async ({ page }) => {
  await compose(page);
  await field(page).fill('Dear Anna');
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press('Escape');
  await page.waitForURL(neutralPage);
  await page.goBack().catch(() => null);
  await expect(page.getByText('Dear Anna')).toHaveCount(0);
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
        await look(page, 'check first');
        await stop(page);
        await button(page, 'frame.bar.write').click();
        await look(page, 'closed');
      });
    });
  }
}
