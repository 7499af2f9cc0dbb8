/**
 * Everything that reads bytes from outside, fed with bytes from outside: random, and good ones that were cut, flipped,
 * doubled or spliced. None throws, none takes what is not good for good, none takes long or keeps memory. FUZZ_CASES says
 * how many in all, SEED which.
 */
import sodium from 'libsodium-wrappers-sumo';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readCsv } from '../../electron/vault/import/csvText.ts';
import { decodeEnvelope, encodeEnvelope } from '../../shared/contract/codec.ts';
import { commands, type CommandName } from '../../shared/contract/contract.ts';
import { defaultProfile } from '../../shared/domain/defaultProfile.ts';
import { parseGemeenteprofiel } from '../../shared/domain/gemeenteprofiel.ts';
import {
  deviceIdOf,
  openEnvelope,
  parseEnvelope,
  sealEnvelope,
  verifyEnvelope,
  ZERO_HASH,
  type SigningDevice,
} from '../../shared/sync/envelope.ts';
import { decodeFrame, encodeControl, encodeRoomFrame } from '../../shared/sync/frames.ts';
import { seededNumbers } from '../fault/seededNumbers.ts';

const CASES = Number(process.env['FUZZ_CASES'] ?? 20_000);
const SEED = Number(process.env['SEED'] ?? 1);
const random = seededNumbers(SEED);
/** Per parser; the five share what is asked. */
const EACH = Math.ceil(CASES / 5);
/** Far beyond what any case takes, so that a busy machine does not fail it. */
const LONGEST_MS = 2_000;
const MEMORY_GROWTH_MB = 192;

const whole = (below: number): number => Math.floor(random() * below);
const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, () => whole(256));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A good one made worse: flipped, cut, lengthened, a part doubled or moved, or bytes that mean something put in. */
function worsen(good: Uint8Array, tellingBytes: readonly Uint8Array[]): Uint8Array {
  const bytes = [...good];
  for (let times = 1 + whole(4); times > 0; times -= 1) {
    const at = whole(bytes.length + 1);
    const length = whole(32);
    const how = whole(6);
    if (how === 0 && bytes.length > 0) bytes[at % bytes.length] = whole(256);
    else if (how === 1) bytes.splice(at);
    else if (how === 2) bytes.splice(at, 0, ...bytesOf(length));
    else if (how === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else if (how === 4) bytes.splice(at, length);
    else bytes.splice(at, 0, ...(tellingBytes[whole(tellingBytes.length)] ?? []));
  }
  return Uint8Array.from(bytes);
}

/** Runs `parse` on `EACH` cases; one in four is noise. Fails on a throw, on one slow case, and on kept memory. */
function fuzz(
  goods: readonly Uint8Array[],
  telling: readonly string[],
  parse: (bytes: Uint8Array, n: number) => void,
): void {
  const tellingBytes = telling.map(utf8);
  const before = process.memoryUsage().rss;
  let slowest = 0;
  for (let n = 0; n < EACH; n += 1) {
    const bytes = n % 4 === 0 ? bytesOf(whole(400)) : worsen(goods[n % goods.length] ?? new Uint8Array(), tellingBytes);
    const started = performance.now();
    try {
      parse(bytes, n);
    } catch (thrown) {
      throw new Error(`seed ${String(SEED)}, case ${String(n)}: ${Buffer.from(bytes).toString('base64')}`, {
        cause: thrown,
      });
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
  expect(slowest).toBeLessThan(LONGEST_MS);
  expect((process.memoryUsage().rss - before) / 1_000_000).toBeLessThan(MEMORY_GROWTH_MB);
  ran += EACH;
}

vi.setConfig({ testTimeout: 60_000 + CASES * 10 });
let ran = 0;
let device: SigningDevice;
beforeAll(async () => {
  await sodium.ready;
  const pair = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(1));
  device = { device: deviceIdOf(pair.publicKey), signPublicKey: pair.publicKey, signSecretKey: pair.privateKey };
});
afterAll(() => console.log(`fuzz: ${String(ran)} cases, seed ${String(SEED)}`));

test('no message to the vault makes its reader or the check of any command throw', () => {
  const names = Object.keys(commands) as CommandName[];
  const inputs = [{}, { householdId: 'a'.repeat(32) }, { text: 'post', limit: 5 }, { bytes: new Uint8Array(9) }, null];
  const goods = names.map((name, id) =>
    encodeEnvelope({ kind: 'request', id, name, input: inputs[id % inputs.length] }),
  );
  fuzz(goods, ['__proto__', 'constructor', '\u0000', '\uFEFF'], (bytes, n) => {
    const read = decodeEnvelope(bytes);
    if (!read.ok || read.value.kind !== 'request') return;
    for (const name of [read.value.name, names[n % names.length] ?? ''])
      if (Object.hasOwn(commands, name)) commands[name as CommandName].input.safeParse(read.value.input);
  });
});

test('no changed envelope is taken for one that was signed, and none makes its reader throw', () => {
  const room = '11'.repeat(16);
  const key = new Uint8Array(32).fill(7);
  const good = sealEnvelope(
    room,
    { kind: 'UPDATE', keyEpoch: 3, lane: '22'.repeat(16), seq: 4, prev: ZERO_HASH, cover: [] },
    {
      frontier: [],
      schemaMajor: 1,
      appVersion: '0.1.0',
      writtenAtMs: 1_763_000_000_000,
      documentKind: 'household',
      householdId: '44'.repeat(16),
      part: 0,
      parts: 1,
      payload: bytesOf(60),
    },
    key,
    new Uint8Array(24).fill(9),
    device,
  );
  let same = 0;
  fuzz([good], ['\u0000', '\u0001'], (bytes) => {
    if (Buffer.compare(bytes, good) === 0) {
      same += 1;
      return;
    }
    const envelope = parseEnvelope(bytes);
    if (envelope === null) return;
    if (verifyEnvelope(room, envelope, device.signPublicKey)) throw new Error('a changed envelope was accepted');
    openEnvelope(room, envelope, key);
  });
  // A change can be undone by the next one; hardly ever.
  expect(same).toBeLessThan(EACH / 10);
});

test('no frame makes its reader throw, and what is read can be written again', () => {
  const id = 'ab'.repeat(16);
  const goods = [
    encodeControl({ type: 'challenge', protocol: 1, nonce: bytesOf(32), serverIncarnation: id, serverTimeMs: 5 }),
    encodeControl({ type: 'open', index: 4, room: id }),
    encodeControl({ type: 'logEntries', from: 0, entries: [bytesOf(20), bytesOf(30)] }),
    encodeControl({ type: 'joinRequest', invite: id, sealed: bytesOf(40) }),
    encodeRoomFrame(300, bytesOf(80)),
  ];
  fuzz(goods, ['\u0000', '\u007f'], (bytes) => {
    const frame = decodeFrame(bytes);
    if (frame === null) return;
    const again = frame.kind === 'control' ? encodeControl(frame.frame) : encodeRoomFrame(frame.index, frame.message);
    if (decodeFrame(again)?.kind !== frame.kind) throw new Error('read as something else the second time');
  });
});

test('no list that is imported makes its reader throw', () => {
  const goods = [
    utf8('voornaam;achternaam;postcode\r\nAnna;De Boer;1234 AB\r\nBram;"Van ""den"" Berg";2345 BC'),
    utf8('\uFEFFnaam,telefoon,bijzonderheden\nHuis van de Buurt,020 123,"een, twee\nen drie"'),
    Uint8Array.from([0xff, 0xfe, ...Buffer.from('naam;wijk\r\nAnna;Noord', 'utf16le')]),
    Uint8Array.from([...utf8('sep=|\nnaam|wijk\nRen'), 0xe9, ...utf8('|Zuid')]),
  ];
  fuzz(goods, ['"', '""', ';', ',', '\t', '|', '\r', '\n', 'sep=', '=1+1', '\u0000', '\uFEFF'], (bytes) => {
    const table = readCsv(bytes);
    if (table.ok && table.value.rows.length > bytes.length) throw new Error('more rows than bytes');
  });
});

test('no gemeenteprofiel makes its reader throw, and every refusal says why', () => {
  const good = utf8(JSON.stringify(defaultProfile));
  const telling = [
    '"__proto__":{},',
    '"constructor":1,',
    '[[[[',
    '{"a":',
    '1e999',
    'null',
    '-1',
    '""',
    '\\ud800',
    '"version":2,',
  ];
  fuzz([good], telling, (bytes) => {
    const read = parseGemeenteprofiel(new TextDecoder().decode(bytes));
    if (read.ok) return;
    if (read.error.length === 0 || read.error.some(({ message }) => message === ''))
      throw new Error('refused without a word');
  });
  expect(({} as { readonly admin?: unknown }).admin).toBeUndefined();
});
