import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProfileId } from '../../../shared/domain/ids.ts';
import { utf8 } from './bytes.ts';
import { decodeHeader, encodeHeader, headerIsAuthentic, sealHeader, type Header } from './header.ts';
import { HEADER_COPY, HEADER_FILE, readHeader, writeHeader } from './headerFile.ts';

const profileId = '0f'.repeat(16) as ProfileId;
const key = new Uint8Array(32).fill(4);
const header: Header = {
  version: 1,
  profileId,
  label: 'Marieke Postma',
  jobTitle: 'Gezinswerker',
  practice: false,
  createdAtMs: 1_790_000_000_000,
  slots: [
    {
      type: 'passphrase',
      kdf: { algorithm: 'argon2id', memoryKiB: 65_536, passes: 3 },
      keychain: false,
      salt: '11'.repeat(16),
      nonce: '22'.repeat(24),
      wrapped: '33'.repeat(48),
    },
  ],
};
const sealed = sealHeader(header, key);
const later = sealHeader({ ...header, label: 'Marieke de Vries' }, key);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenspel-header-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);

test('header and copy are equal after a write, and nothing else is left', () => {
  writeHeader(folder, sealed);
  writeHeader(folder, later);
  expect(readFileSync(file(HEADER_FILE))).toEqual(readFileSync(file(HEADER_COPY)));
  expect(readHeader(folder, profileId)).toEqual({ ok: true, value: { sealed: later, repaired: false } });
  expect(readdirSync(folder).sort()).toEqual([HEADER_FILE, HEADER_COPY]);
});

test('a write that stopped anywhere leaves a whole header', () => {
  const bytes = encodeHeader(later);
  fc.assert(
    fc.property(fc.constantFrom(HEADER_FILE, HEADER_COPY), fc.nat(bytes.length), (name, length) => {
      writeHeader(folder, sealed);
      // The new file is written beside and renamed, so a stop leaves at most a torn file beside.
      writeFileSync(file(`${name}.new`), bytes.subarray(0, length));
      const found = readHeader(folder, profileId);
      expect(found).toEqual({ ok: true, value: { sealed, repaired: false } });
    }),
    { seed: 3, numRuns: 60 },
  );
});

test('a header of which any one byte changed is not read, and the copy is', () => {
  writeHeader(folder, sealed);
  const bytes = encodeHeader(sealed);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ change;
      const read = decodeHeader(damaged);
      // A change of white space, or of the capitals of an escape, means the same.
      fc.pre(!(read.ok && JSON.stringify(read.value) === JSON.stringify(sealed)));
      expect(read.ok).toBe(false);
      writeFileSync(file(HEADER_FILE), damaged);
      const found = readHeader(folder, profileId);
      if (found.ok) expect(found.value).toEqual({ sealed, repaired: true });
      else expect(found.error.tag).toBe('DatabaseFromNewerVersion');
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('a header of another vault is not taken', () => {
  writeHeader(folder, sealed);
  expect(readHeader(folder, 'aa'.repeat(16) as ProfileId)).toEqual({ ok: false, error: { tag: 'HeaderDamaged' } });
});

test('an empty folder holds no vault', () => {
  expect(readHeader(folder, profileId)).toEqual({ ok: false, error: { tag: 'ProfileMissing' } });
});

test('fields of a newer app survive and are under the MAC', () => {
  const richer = sealHeader(
    { ...header, colour: 'blue', slots: header.slots.map((slot) => ({ ...slot, hint: 1 })) },
    key,
  );
  writeHeader(folder, richer);
  const found = readHeader(folder, profileId);
  if (!found.ok) throw new Error(found.error.tag);
  expect(found.value.sealed).toEqual(richer);
  expect(headerIsAuthentic(found.value.sealed, key)).toBe(true);
  const changed = { ...richer, header: { ...richer.header, colour: 'red' } };
  expect(headerIsAuthentic(changed, key)).toBe(false);
  expect(headerIsAuthentic(richer, new Uint8Array(32).fill(5))).toBe(false);
});

test('text that is not JSON, or is deep nonsense, is damage', () => {
  for (const text of ['', '[]', 'null', '{"header":{}}', '\u0000', '{"header":{"version":"1"}}'])
    expect(decodeHeader(utf8(text))).toEqual({ ok: false, error: 'DAMAGED' });
});
