/**
 * Ten idle minutes of an unmodified WebsocketProvider, on its own clock: it gives a connection up after thirty seconds without
 * a message, so the server must say something in every thirty. The clock and the intervals of both are the test's.
 */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { tokenCommand, type RoomAccess } from '../../sync-server/tokenCommand.ts';
import { startTestServer, systemClock, type TestServer } from './support/testServer.ts';

/** The provider keeps Date.now from when it is loaded, so the clock is in place before that. */
const time = vi.hoisted(() => {
  const now = Date.now.bind(Date);
  const ahead = { ms: 0 };
  Date.now = () => now() + ahead.ms;
  return ahead;
});
const IDLE_SECONDS = 600;

let test: TestServer;
let provider: WebsocketProvider;
let messages = 0;
let disconnects = 0;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  test = await startTestServer();
  const access = (await tokenCommand(
    [
      '--server',
      test.server.url,
      '--identity',
      join(test.folder, 'a.json'),
      '--setup-code',
      test.server.setupCode() ?? '',
      '--room',
      'new',
    ],
    systemClock,
  )) as RoomAccess;
  provider = new WebsocketProvider(`${access.server}/r`, access.room, new Y.Doc(), {
    protocols: [access.protocol],
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  await until(() => provider.synced);
  messages = 0;
  disconnects = 0;
  provider.ws?.addEventListener('message', () => (messages += 1));
  provider.on('status', ({ status }: { status: string }) => {
    if (status === 'disconnected') disconnects += 1;
  });
});
afterEach(async () => {
  provider.destroy();
  vi.useRealTimers();
  await test.stop();
});

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => setImmediate(resolve));
}
const pass = (seconds: number): void => {
  time.ms += seconds * 1000;
  vi.advanceTimersByTime(seconds * 1000);
};

it('stays connected and synced for ten minutes, because the server speaks in every thirty seconds', async () => {
  const every = test.server.parts.config.keepAliveMs / 1000;
  expect(every).toBeLessThan(30);
  for (let second = 1; second <= IDLE_SECONDS; second++) {
    const before = messages;
    pass(1);
    if (second % every === 0) await until(() => messages > before || disconnects > 0);
    expect(disconnects, `after ${String(second)} seconds`).toBe(0);
  }
  expect(messages).toBeGreaterThanOrEqual(IDLE_SECONDS / 30);
  expect(provider.wsconnected).toBe(true);
  expect(provider.synced).toBe(true);
});

it('would be given up without that (the clock of this test is the provider’s own)', async () => {
  vi.spyOn(test.server.parts.hub, 'keepAlive').mockImplementation(() => undefined);
  pass(29);
  expect(provider.wsconnected).toBe(true);
  pass(6);
  await until(() => disconnects > 0);
});
