// The way to where one writes, and what the tests of writing look at.

import type { Page } from '@playwright/test';
import { answerUntil, button, choose, guide, itemNamed, open, say } from './app';

export const pressing = 'You have until Friday to decide.';
export const despair = 'I want to kill myself.';

/** Its name, and the reason as the rule for deadlines gives it. */
export const pressure = {
  name: say('reading.fault.pressure.name'),
  why: /deadline tells you nothing/,
};

export const field = (page: Page) => page.getByRole('textbox');
export const card = (page: Page) => page.locator('.card');
export const drawn = (page: Page, tone: string) => page.locator(`.mirror .${tone}`);

export const chosen = (page: Page): Promise<string> =>
  field(page).evaluate((node) =>
    node instanceof HTMLTextAreaElement
      ? node.value.slice(node.selectionStart, node.selectionEnd)
      : '',
  );

/** To the composer, past a check that leaves one light message open. */
export const compose = async (page: Page, purpose = 'write.for_open.label'): Promise<void> => {
  await open(page);
  await answerUntil(page, guide.level('open-channel')?.title ?? '');
  await button(page, 'standing.write.message').click();
  await button(page, purpose).click();
  await field(page).waitFor();
};

export const stop = async (page: Page): Promise<void> => {
  await open(page);
  await answerUntil(page, itemNamed('hs-clear-refusal').question);
  await choose(page, 'hs-clear-refusal', 'said-no');
  await button(page, 'check.stop.standing').click();
};
