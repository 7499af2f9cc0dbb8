import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startChaosProxy, type ChaosProxy, type Link } from './chaosProxy.ts';

let echo: Server;
let proxy: ChaosProxy;

/** Sends bytes through the link to a server that echoes them; answers what came back and how long it took. */
async function roundTrip(link: Link, bytes: Buffer): Promise<{ back: Buffer; ms: number }> {
  echo = createServer((socket) => void socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const address = echo.address();
  proxy = await startChaosProxy(typeof address === 'object' && address ? address.port : 0, link);
  const socket = connect(proxy.port, '127.0.0.1');
  socket.on('error', () => undefined);
  const started = performance.now();
  socket.write(bytes);
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
