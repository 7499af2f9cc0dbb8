/**
 * What every E2E test starts from: an app of its own on the loopback host, and a page that is watched. A test fails
 * when the page throws, logs an error, breaks its own policy, or asks anything of another address than the host.
 *
 * A test that is not about the first run begins with `openPage`, at Vandaag on a vault that was prepared
 * (preparedProfile.ts; `test.use({ profile })` says what is in it). One that must do something to the page before it is
 * loaded takes `preparedApp` and `page`, and calls `enter(page, preparedApp)`.
 */
import { test as base, type Page } from '@playwright/test';
import { makeDataFolder, removeDataFolder, startLoopbackApp, type LoopbackApp } from './loopbackApp.ts';
import { prepareDataFolder, type PreparedProfile } from './preparedProfile.ts';
import { samira, unlock } from './sessionPages.ts';

interface Fixtures {
  /** A running app on an empty data folder; ended and removed after the test. */
  readonly app: LoopbackApp;
  /** A page at a fresh one-time address of `app`. */
  readonly appPage: Page;
  /** What is in the vault of `preparedApp`. */
  readonly profile: PreparedProfile;
  /** A running app with one vault, locked; ended and removed after the test. */
  readonly preparedApp: LoopbackApp;
  /** A page of `preparedApp`, unlocked, at Vandaag. */
  readonly openPage: Page;
}

export const test = base.extend<Fixtures>({
  // Playwright wants to see which fixtures a fixture uses, also when there are none.
  // oxlint-disable-next-line no-empty-pattern
  app: async ({}, use) => useApp(await makeDataFolder(), use),
  appPage: async ({ app, page }, use) => {
    const complaints = watch(page);
    await page.goto(await app.newAddress());
    await use(page);
    expectNone(complaints);
  },
  profile: [{}, { option: true }],
  preparedApp: async ({ profile }, use) => useApp(await prepareDataFolder(profile), use),
  openPage: async ({ preparedApp, page, profile }, use) => {
    const complaints = watch(page);
    await enter(page, preparedApp, profile);
    await use(page);
    expectNone(complaints);
  },
});

/** Opens the app in this page and unlocks its vault; ends at Vandaag. */
export async function enter(page: Page, app: LoopbackApp, profile: PreparedProfile = {}): Promise<void> {
  await page.goto(await app.newAddress());
  await unlock(page, profile.worker ?? samira);
}

async function useApp(dataFolder: string, use: (app: LoopbackApp) => Promise<void>): Promise<void> {
  const app = await startLoopbackApp(dataFolder);
  await use(app);
  await app.stop();
  await removeDataFolder(dataFolder);
}

function expectNone(complaints: readonly string[]): void {
  if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
}

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
