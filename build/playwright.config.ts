/** E2E in a real Chromium, on the loopback host. Two at a time: each has its own host, vault and profile. */
import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './chromium.ts';

const report = process.env['TEST_REPORT'];
// Workers load this file again; the first process already found the browser.
process.env['CHROMIUM'] = await findChromium();

export default defineConfig({
  testDir: '../tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: {
    browserName: 'chromium',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 800 },
    trace: 'off',
    screenshot: 'off',
    launchOptions: { executablePath: process.env['CHROMIUM'], args: [...chromiumArguments] },
  },
});
