/**
 * The loopback port as an attacker sees it: any web page, any program of another user, a name that resolves to
 * 127.0.0.1. Raw bytes over a socket, because a client library would tidy up what is wrong. Every combination must be
 * refused with an empty answer, and the handshake must come to nothing.
 */
import { webcrypto } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createAccessTokens, type AccessTokens } from '../../electron/loopback/accessTokens.ts';
import { startLoopbackServer, type LoopbackServer } from '../../electron/loopback/httpServer.ts';
import { createScreenSockets, type ScreenSockets } from '../../electron/loopback/screenSocket.ts';
import { CLOSE } from '../../shared/contract/screenProtocol.ts';

const SECRET = 'THE-PAGE-ITSELF';
const random = { bytes: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)) };
const relayed: Uint8Array[] = [];
let tokens: AccessTokens;
let server: LoopbackServer;
let sockets: ScreenSockets;
let port = '';

beforeAll(async () => {
  tokens = createAccessTokens({ nowMs: () => performance.now() }, random);
  sockets = createScreenSockets({
    tokens,
    onScreen: () => undefined,
    onMessage: (_id, bytes) => relayed.push(bytes),
    onGone: () => undefined,
  });
  const page = `<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__">${SECRET}`;
  server = await startLoopbackServer({
    files: new Map([
      ['/', { type: 'text/html; charset=utf-8', bytes: Buffer.from(page) }],
      ['/assets/main.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from(`// ${SECRET}`) }],
    ]),
    random,
    onUpgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
  });
  port = server.authority.slice('127.0.0.1:'.length);
});

afterAll(async () => {
  sockets.close();
  await server.close();
});

/** Everything the server says to these bytes until it closes, or until it has said nothing for a moment. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect({ host: '127.0.0.1', port: Number(port) });
    socket.setEncoding('latin1');
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on('data', (part: string) => (answer += part));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? undefined : reject(error)));
    socket.on('close', () => resolve(answer));
    socket.end(bytes, 'latin1');
  });
}

type Lines = readonly string[];
const request = (first: string, headers: Lines): string => `${[first, ...headers].join('\r\n')}\r\n\r\n`;
const ours = () => `Host: 127.0.0.1:${port}`;
const origin = () => `Origin: http://127.0.0.1:${port}`;
const handshake: Lines = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

const hosts = (): Lines => [
  'Host: localhost',
  `Host: localhost:${port}`,
  'Host: 127.0.0.1',
  `Host: 127.0.0.1:${Number(port) + 1}`,
  `Host: 127.0.0.1:0${port}`,
  `Host: 127.0.0.1.:${port}`,
  `Host: 127.0.0.1.attacker.example:${port}`,
  `Host: attacker.example:${port}`,
  `Host: 127.0.0.1.nip.io:${port}`,
  `Host: 127.1:${port}`,
  `Host: 127.0.0.2:${port}`,
  `Host: 2130706433:${port}`,
  `Host: 0x7f000001:${port}`,
  `Host: 0177.0.0.1:${port}`,
  `Host: 0.0.0.0:${port}`,
  `Host: [::1]:${port}`,
  `Host: [::ffff:127.0.0.1]:${port}`,
  `Host: user@127.0.0.1:${port}`,
  `Host: user:pass@127.0.0.1:${port}`,
  `Host: 127.0.0.1:${port}@attacker.example`,
  `Host: 127.0.0.1:${port}/`,
  `Host: 127.0.0.1:${port}#`,
  `Host: 127.0.0.1:${port}, attacker.example`,
  `Host: http://127.0.0.1:${port}`,
  `Host: 127.0.0.1:${port}%00`,
  'Host:',
  'Host: *',
  'Host: null',
];

const origins = (): Lines => [
  'Origin: null',
  'Origin:',
  'Origin: *',
  'Origin: file://',
  'Origin: http://attacker.example',
  `Origin: http://attacker.example:${port}`,
  `Origin: https://127.0.0.1:${port}`,
  `Origin: http://localhost:${port}`,
  'Origin: http://127.0.0.1',
  `Origin: http://127.0.0.1:${Number(port) + 1}`,
  `Origin: http://127.0.0.1:${port}/`,
  `Origin: http://127.0.0.1:${port}.attacker.example`,
  `Origin: http://127.0.0.1.attacker.example:${port}`,
  `Origin: http://user@127.0.0.1:${port}`,
  `Origin: HTTP://127.0.0.1:${port}`,
  `Origin: ws://127.0.0.1:${port}`,
  `Origin: http://[::1]:${port}`,
  `Origin: http://127.0.0.1:${port} http://attacker.example`,
  'Origin: chrome-extension://abcdefghijklmnopabcdefghijklmnop',
  'Origin: app://samenspel',
];

const targets = (): Lines => [
  '/index.html',
  '/?',
  '/?t=1',
  '//',
  '/./',
  '/assets/../',
  '/assets/%2e%2e/',
  '/../../../../etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..\\..\\package.json',
  '/assets/main.js/',
  '/assets/main.js?x',
  '/assets//main.js',
  '/assets/./main.js',
  '/assets/MAIN.JS',
  '/assets/main.js%00',
  '/assets/',
  '/assets',
  '/files.json',
  '/package.json',
  '/.git/config',
  '/favicon.ico',
  '/screen',
  '/__proto__',
  '/constructor',
  '*',
  'assets/main.js',
  `http://127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}/assets/main.js`,
  'http://attacker.example/',
  `http://user@127.0.0.1:${port}/`,
  'file:///etc/passwd',
];

const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'QUERY', 'get', 'FOO'];

const oddRequests = (): readonly (readonly [string, string])[] => [
  ['no Host at all', request('GET / HTTP/1.1', [])],
  ['two Hosts, ours first', request('GET / HTTP/1.1', [ours(), 'Host: attacker.example'])],
  ['two Hosts, ours last', request('GET / HTTP/1.1', ['Host: attacker.example', ours()])],
  ['the same Host twice', request('GET / HTTP/1.1', [ours(), ours()])],
  ['Host with a space before the colon', request('GET / HTTP/1.1', [`Host : 127.0.0.1:${port}`])],
  ['Host on a folded line', `GET / HTTP/1.1\r\nHost:\r\n 127.0.0.1:${port}\r\n\r\n`],
  ['HTTP/1.0', request('GET / HTTP/1.0', [ours()])],
  ['HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['no version', 'GET /\r\n\r\n'],
  ['TLS hello', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['bytes without meaning', '\x00\xff\x00\xff\r\n\r\n'],
  ['a body on GET', `${request('GET / HTTP/1.1', [ours(), 'Content-Length: 4'])}text`],
  ['a chunked body on GET', `${request('GET / HTTP/1.1', [ours(), 'Transfer-Encoding: chunked'])}0\r\n\r\n`],
  ['two lengths', `${request('GET / HTTP/1.1', [ours(), 'Content-Length: 0', 'Content-Length: 4'])}text`],
  [
    'length and chunked together',
    `${request('GET / HTTP/1.1', [ours(), 'Content-Length: 4', 'Transfer-Encoding: chunked'])}0\r\n\r\n`,
  ],
  ['headers over 8 kB', request('GET / HTTP/1.1', [ours(), `X-Large: ${'a'.repeat(9_000)}`])],
  ['Expect: 100-continue', request('GET / HTTP/1.1', [ours(), 'Expect: 100-continue'])],
  ['Expect: anything', request('GET / HTTP/1.1', [ours(), 'Expect: everything'])],
  ['asked by another site', request('GET / HTTP/1.1', [ours(), 'Sec-Fetch-Site: cross-site'])],
  ['asked by a site beside us', request('GET / HTTP/1.1', [ours(), 'Sec-Fetch-Site: same-site'])],
  ['two Sec-Fetch-Sites', request('GET / HTTP/1.1', [ours(), 'Sec-Fetch-Site: none', 'Sec-Fetch-Site: cross-site'])],
  ['two Origins', request('GET / HTTP/1.1', [ours(), origin(), 'Origin: http://attacker.example'])],
];

const oddUpgrades = (): readonly (readonly [string, string])[] => [
  ['without Origin', request('GET /screen HTTP/1.1', [ours(), ...handshake])],
  ['with our Origin twice', request('GET /screen HTTP/1.1', [ours(), origin(), origin(), ...handshake])],
  ['to the page', request('GET / HTTP/1.1', [ours(), origin(), ...handshake])],
  ['to a path with a query', request('GET /screen?token=x HTTP/1.1', [ours(), origin(), ...handshake])],
  ['to a path with a slash more', request('GET /screen/ HTTP/1.1', [ours(), origin(), ...handshake])],
  ['to an absolute target', request(`GET http://127.0.0.1:${port}/screen HTTP/1.1`, [ours(), origin(), ...handshake])],
  ['by POST', request('POST /screen HTTP/1.1', [ours(), origin(), 'Content-Length: 0', ...handshake])],
  [
    'asked by another site',
    request('GET /screen HTTP/1.1', [ours(), origin(), 'Sec-Fetch-Site: cross-site', ...handshake]),
  ],
  ['to h2c', request('GET /screen HTTP/1.1', [ours(), origin(), 'Connection: Upgrade', 'Upgrade: h2c'])],
  [
    'of an old version',
    request('GET /screen HTTP/1.1', [
      ours(),
      origin(),
      ...handshake.map((line) => line.replace('Version: 13', 'Version: 8')),
    ]),
  ],
  [
    'without a key',
    request('GET /screen HTTP/1.1', [ours(), origin(), ...handshake.filter((line) => !line.includes('Key'))]),
  ],
  [
    'with a subprotocol',
    request('GET /screen HTTP/1.1', [ours(), origin(), 'Sec-WebSocket-Protocol: token', ...handshake]),
  ],
];

function expectRefused(answer: string): void {
  expect(answer).not.toContain(SECRET);
  expect(answer).not.toMatch(/HTTP\/1\.1 (1|2|3)\d\d/);
  // Nothing to read: no body, no hint of what is here, nothing that another site may use.
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  expect(rest.join('')).toBe('');
  expect(head).not.toMatch(/access-control|set-cookie|location:|server:|x-powered-by/i);
}

describe('good requests, so that the refusals below prove something', () => {
  it('get the page with a fresh nonce per load and every protecting header', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => exchange(request('GET / HTTP/1.1', [ours(), 'Connection: close']))),
    );
    const nonces = answers.map((answer) => /'nonce-([A-Za-z0-9_-]{22})'/.exec(answer)?.[1]);
    expect(answers[0]).toMatch(/^HTTP\/1\.1 200 /);
    expect(answers[0]).toContain(SECRET);
    expect(answers[0]).toContain(`nonce="${nonces[0]}"`);
    expect(nonces[0]).not.toBe(nonces[1]);
    for (const header of [
      "default-src 'none'",
      "script-src 'self';",
      `connect-src ws://127.0.0.1:${port};`,
      "frame-ancestors 'none'",
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: no-referrer',
      'Cross-Origin-Opener-Policy: same-origin',
      'Cross-Origin-Resource-Policy: same-origin',
      'Permissions-Policy: ',
    ]) {
      expect(answers[0]).toContain(header);
    }
    expect(answers[0]).not.toMatch(/unsafe-|set-cookie|access-control/i);
  });

  it('get a listed file, and its headers alone by HEAD', async () => {
    const headers = [ours(), origin(), 'Sec-Fetch-Site: same-origin', 'Connection: close'];
    expect(await exchange(request('GET /assets/main.js HTTP/1.1', headers))).toContain(SECRET);
    const head = await exchange(request('HEAD /assets/main.js HTTP/1.1', headers));
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(head).not.toContain(SECRET);
  });

  it('get a WebSocket', async () => {
    expect(await exchange(request('GET /screen HTTP/1.1', [ours(), origin(), ...handshake]))).toMatch(
      /^HTTP\/1\.1 101 /,
    );
  });
});

describe('refused without content', () => {
  const each = async (combinations: readonly string[]): Promise<void> => {
    for (let start = 0; start < combinations.length; start += 20) {
      const answers = await Promise.all(combinations.slice(start, start + 20).map(exchange));
      for (const answer of answers) expectRefused(answer);
    }
  };

  it('a wrong Host, on the page, on a file and on the upgrade [P12]', () =>
    each(
      hosts().flatMap((host) => [
        request('GET / HTTP/1.1', [host]),
        request('GET /assets/main.js HTTP/1.1', [host, origin()]),
        request('GET /screen HTTP/1.1', [host, origin(), ...handshake]),
        // The lesson of Origin == Host: both wrong together is not right.
        request('GET /screen HTTP/1.1', [host, host.replace(/^Host: ?/, 'Origin: http://'), ...handshake]),
      ]),
    ));

  it('a wrong Origin, on the page and on the upgrade [P12]', () =>
    each(
      origins().flatMap((wrong) => [
        request('GET / HTTP/1.1', [ours(), wrong]),
        request('GET /screen HTTP/1.1', [ours(), wrong, ...handshake]),
      ]),
    ));

  it('a target that is not in the list, letter by letter', () =>
    each(targets().map((target) => request(`GET ${target} HTTP/1.1`, [ours(), origin()]))));

  it('a method other than GET and HEAD', () =>
    each(
      methods.flatMap((method) =>
        ['/', '/screen'].map((path) => request(`${method} ${path} HTTP/1.1`, [ours(), origin()])),
      ),
    ));

  it('requests that are odd in another way', () => each(oddRequests().map(([, bytes]) => bytes)));

  it('upgrades that are odd in another way', () => each(oddUpgrades().map(([, bytes]) => bytes)));

  it('comes to more than two hundred combinations', () => {
    const count = hosts().length * 4 + origins().length * 2 + targets().length + methods.length * 2;
    expect(count + oddRequests().length + oddUpgrades().length).toBeGreaterThan(200);
  });
});

describe('a WebSocket without a valid token', () => {
  /** Connects as our page would, says these things, and answers how it ended and what it was told. */
  function say(...messages: readonly (string | Uint8Array)[]): Promise<{ code: number; told: readonly string[] }> {
    return new Promise((resolve) => {
      const told: string[] = [];
      const socket = new WebSocket(`ws://127.0.0.1:${port}/screen`, { origin: `http://127.0.0.1:${port}` });
      socket.on('open', () => messages.forEach((message) => socket.send(message)));
      socket.on('message', (data) => told.push(String(data)));
      socket.on('error', () => undefined);
      socket.on('close', (code) => resolve({ code, told }));
    });
  }
  const contractBytes = new Uint8Array([1, 1, 1]);

  it.each([
    ['nothing but contract bytes', [contractBytes]],
    ['an empty hello', [JSON.stringify({ hello: '' })]],
    ['a guess', [JSON.stringify({ hello: '_'.repeat(43) })]],
    ['a number', [JSON.stringify({ hello: 1 })]],
    ['a list', [JSON.stringify([{ hello: 'x' }])]],
    ['a borrowed prototype', ['{"__proto__":{"hello":"x"}}']],
    ['text that is no JSON', ['hello']],
    ['a hello of a megabyte', [JSON.stringify({ hello: 'x'.repeat(1_000_000) })]],
    ['contract bytes right behind a wrong hello', [JSON.stringify({ hello: 'wrong' }), contractBytes, contractBytes]],
  ])('is closed after %s, and nothing is relayed', async (_what, messages) => {
    expect(await say(...messages)).toEqual({ code: CLOSE.REFUSED, told: [] });
    expect(relayed).toEqual([]);
  });

  it('is closed when it sends a frame over the limit', async () => {
    expect((await say(new Uint8Array(6 * 1024 * 1024))).code).toBeGreaterThanOrEqual(1002);
    expect(relayed).toEqual([]);
  });

  it('cannot use a token twice, nor as a binary frame', async () => {
    const token = tokens.issue();
    expect((await say(new TextEncoder().encode(JSON.stringify({ hello: token })))).code).toBe(CLOSE.REFUSED);
    const first = new WebSocket(`ws://127.0.0.1:${port}/screen`, { origin: `http://127.0.0.1:${port}` });
    const welcomed = new Promise<string>((resolve) => first.on('message', (data) => resolve(String(data))));
    first.on('open', () => first.send(JSON.stringify({ hello: token })));
    expect(await welcomed).toMatch(/^\{"welcome":"[A-Za-z0-9_-]{43}"\}$/);
    expect((await say(JSON.stringify({ hello: token }))).code).toBe(CLOSE.REFUSED);
    first.terminate();
  });
});
