// Two stock WebsocketProviders and our server, from nothing. Usage: node docs/examples/stock-client.mjs SERVER BEGIN-CODE
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { ZERO_HASH, parseEnvelope, sealEnvelope } from '../../shared/sync/envelope.ts';
import { appendEnvelopes, laneClientOf, readLanes } from '../../shared/sync/outerDoc.ts';
import { identityFromFile } from '../../sync-server/identityFile.ts';
import { tokenCommand } from '../../sync-server/tokenCommand.ts';

const [server = 'ws://127.0.0.1:4455', setupCode = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'stock-client-'));
const file = (name) => join(folder, `${name}.json`);
const clock = { nowMs: () => Date.now() };
const token = (...args) => tokenCommand(['--server', server, '--identity', file('a'), ...args], clock);
const key = new Uint8Array(randomBytes(32));

function client(access, name) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${server}/r`, access.room, doc, {
    protocols: [access.protocol],
    WebSocketPolyfill: WebSocket,
    disableBc: true,
  });
  const lane = randomBytes(16).toString('hex');
  const clientId = laneClientOf(new Uint8Array(randomBytes(4)));
  let seq = 0;
  let prev = ZERO_HASH;
  const write = (text) => {
    const body = {
      frontier: [],
      schemaMajor: 1,
      appVersion: 'example',
      writtenAtMs: Date.now(),
      documentKind: 'example',
    };
    const bytes = sealEnvelope(
      access.room,
      { kind: 'UPDATE', keyEpoch: 0, lane, seq, prev, cover: [] },
      { ...body, householdId: '', part: 0, parts: 1, payload: new TextEncoder().encode(text) },
      key,
      new Uint8Array(randomBytes(24)),
      identityFromFile(file(name)).identity,
    );
    seq += 1;
    prev = parseEnvelope(bytes).hash;
    appendEnvelopes(doc, lane, clientId, [bytes]);
  };
  return { provider, write, count: () => readLanes(doc).length };
}

async function until(what, check) {
  const end = Date.now() + 10_000;
  while (!check()) {
    if (Date.now() > end) throw new Error(`${what} did not happen within 10 seconds`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.log(`  ${what}`);
}

try {
  await token('--setup-code', setupCode);
  const first = await token('--room', 'new');
  const second = await token('--room', first.room, '--admit', file('b'));
  const a = client(first, 'a');
  const b = client(second, 'b');
  a.write('one');
  b.write('two');
  await until('both have both', () => a.count() === 2 && b.count() === 2);
  a.provider.disconnect();
  b.provider.disconnect();
  a.write('three');
  b.write('four');
  a.provider.connect();
  b.provider.connect();
  await until('offline work met', () => a.count() === 4 && b.count() === 4);
  // The document ends its awareness too, whose timer would keep this process.
  for (const { provider } of [a, b]) {
    provider.destroy();
    provider.doc.destroy();
  }
  console.log('ok');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
