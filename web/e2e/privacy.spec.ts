// What the page leaves behind: nothing. And what it is served with: the headers of csp.ts.

import { headers } from '../csp';
import { answerUntil, button, guide, heading, open, say } from './app';
import { expect, test } from './watched';

test('a whole journey stores nothing and asks for nothing but its own files', async ({
  page,
  context,
  watch,
  baseURL,
}) => {
  const asked = new Set<string>();
  page.on('request', (request) =>
    asked.add(new URL(request.url()).pathname.replace(/-[\w-]{8}\./, '.')),
  );
  await open(page);
  await answerUntil(page, guide.level('open-channel')?.title ?? '');
  expect(watch.strangers).toEqual([]);
  expect([...asked].sort()).toEqual([
    '/',
    '/assets/amends.wasm',
    '/assets/guide.json',
    '/assets/index.css',
    '/assets/index.js',
    '/assets/worker.main.js',
    '/icon.svg',
  ]);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).filter((name) => !name.startsWith('notes-')).length,
    history: history.length,
  }));
  expect(kept).toMatchObject({ local: 0, session: 0, databases: 0, caches: 0 });
  expect(await context.cookies()).toEqual([]);
  expect(page.url()).toBe(`${baseURL ?? ''}/`);
});

test('title, name and icon say nothing about what this is', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(say('frame.page.title'));
  const manifest = await page.request.get('/manifest.webmanifest');
  expect(await manifest.json()).toMatchObject({ name: say('frame.page.title') });
});

test('the page is served with its headers', async ({ page }) => {
  const response = await page.goto('/');
  const got = response?.headers() ?? {};
  for (const [name, value] of Object.entries(headers)) {
    expect(got[name.toLowerCase()], name).toBe(value);
  }
});

test('a string never becomes markup or a script from elsewhere', async ({ page }) => {
  await page.goto('/');
  await heading(page).waitFor();
  const refused = await page.evaluate(() => {
    const tries = [
      () => {
        document.createElement('div').innerHTML = '<b>x</b>';
      },
      () => new Worker('https://example.org/x.js'),
    ];
    return tries.map((attempt) => {
      try {
        attempt();
        return 'let through';
      } catch {
        return 'refused';
      }
    });
  });
  expect(refused).toEqual(['refused', 'refused']);
});

test('the larger files come only after the first screen is there', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.(wasm|json)$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await expect(heading(page)).toHaveText(say('start.page.heading'));
  await button(page, 'start.page.begin').click();
  await expect(page.getByText(say('frame.wait.opening'))).toBeVisible();
  release();
  await expect(heading(page)).toHaveText(guide.item('x-danger-now')?.question ?? '');
});

test('files that do not come are said, with a way to try again', async ({ page, watch }) => {
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto('/');
  await button(page, 'start.page.begin').click();
  await expect(heading(page)).toHaveText(say('frame.trouble.heading'));
  await page.unroute(/\.wasm$/);
  await button(page, 'frame.trouble.again').click();
  await open(page);
  watch.forgive();
});
