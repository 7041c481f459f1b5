// The app as a person uses it: by what is written on the screen, which comes from the words.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { guideOf } from '../src/engine/guide';
import { isPack } from '../src/engine/pack';
import type { Item } from '../src/engine/pack';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../generated/${name}`, import.meta.url), 'utf8'));

const isWords = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null;

const built = <T>(name: string, guard: (value: unknown) => value is T): T => {
  const value = read(name);
  if (!guard(value)) throw new Error(`generated/${name} is not what it should be: make core`);
  return value;
};

const words = built('words.json', isWords);
export const pack = built('guide.json', isPack);
export const guide = guideOf(pack);

export const say = (key: string, values: Record<string, string | number> = {}): string => {
  const text = words[key];
  if (text === undefined) throw new Error(`no word ${key}`);
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
};

export const itemNamed = (id: string): Item => {
  const item = guide.item(id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
};

export const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

export const open = async (page: Page): Promise<void> => {
  await page.goto('/');
  await button(page, 'start.page.begin').click();
  await heading(page).waitFor();
};

/** Chooses one answer of the question on the screen. */
export const choose = async (page: Page, item: string, answer: string): Promise<void> => {
  const label = guide.answer(item, answer)?.label;
  if (label === undefined) throw new Error(`no answer ${item}=${answer}`);
  await page
    .getByRole('group', { name: itemNamed(item).question })
    .getByRole('button', { name: label })
    .click();
};

/** Which item the screen asks now, by its heading. */
export const itemHere = async (page: Page): Promise<string> => {
  const title = await heading(page).textContent();
  const item = pack.items.find(({ question }) => question === title);
  const screen = pack.screens.find((each) => each.title === title);
  const id = item?.id ?? screen?.item;
  if (id === undefined) throw new Error(`no question: ${title ?? ''}`);
  return id;
};

/** Replies on every page of a short screen: the first reply, or the one named for a question. */
export const replyAll = async (
  page: Page,
  id: string,
  named: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const screen = guide.screen(id);
  if (!screen) throw new Error(`no screen ${id}`);
  for (const { questions } of screen.pages) {
    for (const { id: question, text, replies } of questions) {
      const label = guide.reply(named[question] ?? replies[0] ?? '');
      await page
        .getByRole('group', { name: text })
        .getByRole('radio', { name: label, exact: true })
        .check();
    }
    await button(page, 'frame.go.continue').click();
  }
};

/** Answers what is asked now with its best answer, or the named one. */
export const answerHere = async (
  page: Page,
  named: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const id = await itemHere(page);
  const screen = pack.screens.find(({ item }) => item === id);
  if (screen) {
    await replyAll(page, screen.id);
    return id;
  }
  const item = itemNamed(id);
  await choose(page, id, named[id] ?? item.answers[0]?.id ?? '');
  if (item.free_text) await button(page, 'frame.go.continue').click();
  return id;
};

/** Answers on until the heading is this one. The names say how many questions that took. */
export const answerUntil = async (
  page: Page,
  title: string | RegExp,
  named: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> => {
  const asked: string[] = [];
  for (let turn = 0; turn < 80; turn++) {
    const shown = (await heading(page).textContent()) ?? '';
    if (typeof title === 'string' ? shown === title : title.test(shown)) return asked;
    asked.push(await answerHere(page, named));
    await page.waitForFunction(
      (before) => document.querySelector('h1')?.textContent !== before,
      shown,
    );
  }
  throw new Error('the questions did not end');
};

/** The list of answers, by way of today. */
export const toAnswers = async (page: Page): Promise<void> => {
  await button(page, 'frame.bar.today').click();
  await button(page, 'today.page.answers').click();
};
