import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { toHex, utf8 } from './keys/bytes.ts';
import { argon2id } from './keys/kdf.ts';
import { stretcherEntry, stretchInChild, stretchOverPort } from './nodeStretch.ts';
import type { PortLike } from './parentPort.ts';

const request = {
  passphrase: utf8('tulp kiosk wandel bezem lamp'),
  salt: new Uint8Array(16).fill(3),
  memoryKiB: 64,
  passes: 2,
};

test('a process of its own gives the same key, and leaves the request as it was', async () => {
  const key = await stretchInChild(request);
  expect(toHex(key)).toBe(toHex(argon2id(request)));
  expect(request.passphrase).toEqual(utf8('tulp kiosk wandel bezem lamp'));
});

test('ends after one answer, and has the passphrase neither in its arguments nor in its environment [K9]', async () => {
  const child = fork(stretcherEntry(), [], { serialization: 'advanced', execArgv: [], env: {} });
  const exited = once(child, 'exit');
  const answered = once(child, 'message');
  child.send(request);
  if (process.platform === 'linux') {
    const seen = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${child.pid}/${name}`, 'latin1')).join('\n');
    expect(seen).toContain('stretcher');
    expect(seen).not.toContain('kiosk');
  }
  expect((await answered)[0]).toMatchObject({ ok: true });
  expect(await exited).toEqual([0, null]);
});

test('refuses what is not a request, and ends', async () => {
  const child = fork(stretcherEntry(), [], { serialization: 'advanced', execArgv: [], env: {} });
  const exited = once(child, 'exit');
  const answered = once(child, 'message');
  child.send({ passphrase: 'a text, not bytes' });
  expect((await answered)[0]).toEqual({ ok: false });
  expect(await exited).toEqual([0, null]);
});

test('a stretcher that dies is an error, not an endless wait', async () => {
  await expect(stretchInChild({ ...request, memoryKiB: 1 })).rejects.toThrow('stretcher');
});

test('over a port that a host hands over, the same key comes back', async () => {
  const { port1, port2 } = new MessageChannel();
  port2.once('message', (asked: typeof request) => port2.postMessage({ ok: true, key: argon2id(asked) }));
  // Electron's ports give `{ data }` where Node's give the value itself.
  const port: PortLike = {
    on: (_, listener) => void port1.on('message', (data: unknown) => listener({ data, ports: [] })),
    postMessage: (message) => port1.postMessage(message),
    start: () => port1.start(),
    close: () => port1.close(),
  };
  expect(toHex(await stretchOverPort(request, port))).toBe(toHex(argon2id(request)));
});
