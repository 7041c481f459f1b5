import { defineConfig } from '@playwright/test';

const address = 'http://127.0.0.1:8787';

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
  webServer: {
    command: 'npm run build --silent && npm run preview --silent',
    url: address,
    reuseExistingServer: false,
  },
});
