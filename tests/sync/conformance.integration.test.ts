/**
 * An unmodified WebsocketProvider of the y-websocket package syncs rooms of lane documents with our server: two clients,
 * offline merge, reconnect, a late joiner, idleness beyond the provider's 30 seconds.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { ZERO_HASH, parseEnvelope, sealEnvelope } from '../../shared/sync/envelope.ts';
import { appendEnvelopes, laneClientOf, readLanes } from '../../shared/sync/outerDoc.ts';
import { identityFromFile } from '../../sync-server/identityFile.ts';
import { tokenCommand, type RoomAccess } from '../../sync-server/tokenCommand.ts';
import { startTestServer, systemClock, systemRandom, type TestServer } from './support/testServer.ts';

let test: TestServer;
const open: WebsocketProvider[] = [];

beforeEach(async () => {
  test = await startTestServer({ keepAliveMs: 100 });
});
afterEach(async () => {
  for (const provider of open.splice(0)) provider.destroy();
  await test.stop();
});

const file = (name: string) => join(test.folder, `${name}.json`);
const token = async (...args: string[]) =>
  (await tokenCommand(['--server', test.server.url, ...args], systemClock)) as RoomAccess;

/** A stock client: a Y.Doc, a provider, and a lane to write in. */
class StockClient {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly #file: string;
  readonly #room: string;
  readonly lane = Buffer.from(systemRandom.bytes(16)).toString('hex');
  readonly #client = laneClientOf(systemRandom.bytes(4));
  #seq = 0;
  #prev = ZERO_HASH;

  constructor(access: RoomAccess, identityFile: string) {
    this.#file = identityFile;
    this.#room = access.room;
    this.provider = new WebsocketProvider(`${access.server}/r`, access.room, this.doc, {
      protocols: [access.protocol],
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    open.push(this.provider);
  }

  write(byte: number): void {
    const { identity } = identityFromFile(this.#file);
    const bytes = sealEnvelope(
      this.#room,
      { kind: 'UPDATE', keyEpoch: 0, lane: this.lane, seq: this.#seq, prev: this.#prev, cover: [] },
      {
        frontier: [],
        schemaMajor: 1,
        appVersion: '0',
        writtenAtMs: 0,
        documentKind: 'x',
        householdId: '',
        part: 0,
        parts: 1,
        payload: new Uint8Array([byte]),
      },
      new Uint8Array(32).fill(1),
      systemRandom.bytes(24),
      identity,
    );
    this.#seq += 1;
    this.#prev = parseEnvelope(bytes)?.hash ?? '';
    const update = appendEnvelopes(this.doc, this.lane, this.#client, [bytes]);
    expect(update.length).toBeGreaterThan(0);
  }

  get count(): number {
    return readLanes(this.doc).length;
  }
}

async function twoClients() {
  await tokenCommand(
    ['--server', test.server.url, '--identity', file('a'), '--setup-code', test.server.setupCode() ?? ''],
    systemClock,
  );
  const first = await token('--identity', file('a'), '--room', 'new');
  const second = await token('--identity', file('a'), '--room', first.room, '--admit', file('b'));
  return { a: new StockClient(first, file('a')), b: new StockClient(second, file('b')), room: first.room };
}
const settled = (check: () => boolean) =>
  vi.waitFor(() => expect(check()).toBe(true), { timeout: 60_000, interval: 20 });

describe('a stock WebsocketProvider', () => {
  it('syncs two clients, merges offline work, reconnects, and serves a late joiner [Y9]', async () => {
    const { a, b, room } = await twoClients();
    a.write(1);
    b.write(2);
    await settled(() => a.count === 2 && b.count === 2);
    a.provider.disconnect();
    b.provider.disconnect();
    a.write(3);
    b.write(4);
    a.provider.connect();
    b.provider.connect();
    await settled(() => a.count === 4 && b.count === 4);
    expect(Y.encodeStateVector(a.doc)).toEqual(Y.encodeStateVector(b.doc));
    const late = new StockClient(await token('--identity', file('a'), '--room', room), file('a'));
    await settled(() => late.count === 4);
  });

  it('finds everything after the server was restarted', async () => {
    const { a, b } = await twoClients();
    a.write(1);
    await settled(() => b.count === 1);
    await test.restart();
    b.write(2);
    await settled(() => a.count === 2 && b.count === 2);
  });

  it('stays connected when idle, because the server keeps it alive', async () => {
    const { a, b } = await twoClients();
    await settled(() => a.provider.synced && b.provider.synced);
    let messages = 0;
    a.provider.ws?.addEventListener('message', () => (messages += 1));
    await settled(() => messages >= 5);
    expect(a.provider.wsconnected).toBe(true);
  });
});

it('lets a third party do it from nothing with the script of the documentation', async () => {
  // At the usual rhythm: a hundred milliseconds to answer a ping is too short for a process that starts.
  await test.stop();
  test = await startTestServer();
  const script = join(import.meta.dirname, '../../docs/examples/stock-client.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [
    script,
    test.server.url,
    test.server.setupCode() ?? '',
  ]);
  expect(stdout.trimEnd().endsWith('ok')).toBe(true);
});
