import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startChaosProxy, type ChaosProxy, type Link } from './chaosProxy.ts';

let echo: Server;
let proxy: ChaosProxy;

/** Sends bytes through the link to a server that echoes them; answers what came back and how long it took. */
async function roundTrip(link: Link, bytes: Buffer, pieces = 1): Promise<{ back: Buffer; ms: number }> {
  echo = createServer((socket) => void socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const address = echo.address();
  proxy = await startChaosProxy(typeof address === 'object' && address ? address.port : 0, link);
  const socket = connect(proxy.port, '127.0.0.1');
  socket.on('error', () => undefined);
  const started = performance.now();
  for (let piece = 0; piece < pieces; piece += 1) {
    const [from, to] = [piece, piece + 1].map((edge) => Math.floor((edge * bytes.length) / pieces));
    socket.write(bytes.subarray(from, to));
    if (pieces > 1) await new Promise((resolve) => setImmediate(resolve));
  }
  const parts: Buffer[] = [];
  await new Promise<void>((resolve) => {
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      if (parts.reduce((sum, each) => sum + each.length, 0) >= bytes.length) resolve();
    });
    socket.once('close', () => resolve());
  });
  socket.destroy();
  return { back: Buffer.concat(parts), ms: performance.now() - started };
}

afterEach(async () => {
  await proxy.close();
  echo.close();
});

test('a delayed link gives the same bytes in order, one round trip later', async () => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));
  const { back, ms } = await roundTrip({ delayMs: 20, jitterMs: 10, loss: 0.001 }, bytes);
  expect(back.equals(bytes)).toBe(true);
  expect(ms).toBeGreaterThanOrEqual(39);
});

test('pieces that are sent one after another come in that order, however short the time between them', async () => {
  const bytes = Buffer.from(Array.from({ length: 2_000 }, (_, index) => index % 251));
  // What jitter holds up is due together with much that came after it.
  const { back } = await roundTrip({ delayMs: 3, jitterMs: 20 }, bytes, 1_000);
  expect(back.equals(bytes)).toBe(true);
});

test('a narrow link takes as long as its rate says', async () => {
  const { ms } = await roundTrip({ delayMs: 0, bitsPerSecond: 1_000_000 }, Buffer.alloc(25_000));
  // 200 kbit up at 1 Mbit is 200 ms; the way back overlaps.
  expect(ms).toBeGreaterThanOrEqual(195);
});

test('a lost segment holds up what is behind it', async () => {
  const { ms } = await roundTrip({ delayMs: 0, loss: 1 }, Buffer.alloc(100));
  expect(ms).toBeGreaterThanOrEqual(395);
});

test('a link that cuts ends the connection', async () => {
  const { back } = await roundTrip({ delayMs: 0, reset: 1 }, Buffer.alloc(10));
  expect(back.length).toBe(0);
});
