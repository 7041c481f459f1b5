// A page under watch: every test fails if anything leaves it, or if it breaks its own rules.

import { expect, test as base } from '@playwright/test';
import { neutralPage } from '../src/features/quick-exit/leave';

interface Watch {
  /** Addresses beyond the app's own that were asked for. */
  readonly strangers: readonly string[];
  /** Console errors, which is where policy violations and uncaught errors end up. */
  readonly errors: readonly string[];
  /** Forgets the errors so far, where a test has brought them about. */
  readonly forgive: () => void;
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ page, baseURL }, use) => {
      const strangers: string[] = [];
      const errors: string[] = [];
      // Leaving goes to a page of ours under the other address, so that no test ever goes out.
      await page.route(neutralPage, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>Weather</h1>' }),
      );
      page.on('request', (request) => {
        const address = request.url();
        const own = address.startsWith(`${baseURL ?? ''}/`) || address.startsWith('blob:');
        if (!own && address !== neutralPage) strangers.push(address);
      });
      page.on('console', (message) => {
        if (message.type() === 'error' && !page.url().startsWith(neutralPage)) {
          errors.push(message.text());
        }
      });
      page.on('pageerror', ({ message }) => errors.push(message));
      const forgive = () => {
        errors.length = 0;
      };
      await use({ strangers, errors, forgive });
      expect(strangers, 'nothing leaves the page').toEqual([]);
      expect(errors, 'no policy is broken').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
