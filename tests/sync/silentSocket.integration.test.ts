/** A laptop that went to sleep says nothing any more: its connection is ended, and one whose answer is only late is not. */
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import WebSocket from 'ws';
import { MUX_PROTOCOL } from '../../shared/sync/frames.ts';
import type { MuxSocket } from '../../sync-server/muxSocket.ts';
import { startTestServer, type TestServer } from './support/testServer.ts';
import { eventually } from './support/testVault.ts';

let test: TestServer;
let laptop: WebSocket;
beforeEach(async () => {
  test = await startTestServer();
});
afterEach(async () => {
  laptop.terminate();
  await test.stop();
});

async function connected(autoPong: boolean): Promise<MuxSocket> {
  laptop = new WebSocket(`${test.server.url}/mux`, [MUX_PROTOCOL], { autoPong });
  await once(laptop, 'open');
  const [socket] = test.server.parts.muxSockets;
  return socket ?? expect.fail('no connection');
}

it('gives up a connection that answered no ping for twenty seconds, however often it was pinged', async () => {
  const socket = await connected(false);
  for (let second = 0; second < 20; second++) expect(socket.ping(1_000)).toBe(true);
  expect(socket.ping(1_000)).toBe(false);
});

it('keeps a connection that answers, also when a ping goes out each twenty seconds', async () => {
  const socket = await connected(true);
  for (let count = 0; count < 3; count++) await eventually(() => expect(socket.ping(20_000)).toBe(true));
});
