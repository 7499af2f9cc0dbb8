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
  // Machines of CI are shared and may stall. Who needed the second try is named in the outcome, and is a bug to look at.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // Limits, not measures: reached only when something is wrong or the machine is very busy.
  timeout: 120_000,
  expect: { timeout: 20_000 },
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
