import { defineConfig } from '@playwright/test';

// The app as it is built, and beside it a page of the tests' own that opens the store to them.
const port = Number(process.env['AMENDS_PORT'] ?? 8787);
const address = `http://127.0.0.1:${String(port)}`;
const storePage = `http://127.0.0.1:${String(port + 1)}`;

// No route to anywhere but the app's own server, and none of the browser's own errands.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    baseURL: address,
    actionTimeout: 5_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: { executablePath: '/usr/bin/chromium', args },
  },
  projects: [
    { name: 'journeys', testMatch: '*.spec.ts' },
    { name: 'screens', testMatch: 'screens.ts' },
  ],
  webServer: [
    {
      command: `npm run build --silent && npm run preview --silent -- --port ${String(port)}`,
      url: address,
      reuseExistingServer: false,
    },
    {
      command: `npx vite build e2e/page && npx vite preview e2e/page --port ${String(port + 1)}`,
      url: storePage,
      reuseExistingServer: false,
    },
  ],
});
