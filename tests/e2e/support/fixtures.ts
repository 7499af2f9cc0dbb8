/**
 * What every E2E test starts from: an app of its own on the loopback host, and a page that is watched. A test fails
 * when the page throws, logs an error, breaks its own policy, or asks anything of another address than the host.
 */
import { test as base, type Page } from '@playwright/test';
import { makeDataFolder, removeDataFolder, startLoopbackApp, type LoopbackApp } from './loopbackApp.ts';

interface Fixtures {
  /** A running app on an empty data folder; ended and removed after the test. */
  readonly app: LoopbackApp;
  /** A page at a fresh one-time address of `app`. */
  readonly appPage: Page;
}

export const test = base.extend<Fixtures>({
  // Playwright wants to see which fixtures a fixture uses, also when there are none.
  // oxlint-disable-next-line no-empty-pattern
  app: async ({}, use) => {
    const dataFolder = await makeDataFolder();
    const app = await startLoopbackApp(dataFolder);
    await use(app);
    await app.stop();
    await removeDataFolder(dataFolder);
  },
  appPage: async ({ app, page }, use) => {
    const complaints = watch(page);
    await page.goto(await app.newAddress());
    await use(page);
    if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
  },
});

/** Everything that a healthy page never does, as it happens. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`threw ${error.message}`));
  page.on('console', (message) => {
    // A host that was killed by the test closes the socket; the browser reports that by itself.
    if (message.type() === 'error' && !/WebSocket connection to 'ws:\/\/127\.0\.0\.1/.test(message.text())) {
      complaints.push(`logged ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== '127.0.0.1' && protocol !== 'blob:') complaints.push(`asked ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).hostname !== '127.0.0.1') complaints.push(`connected to ${socket.url()}`);
  });
  return complaints;
}
