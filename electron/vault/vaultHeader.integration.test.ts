import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { utf8 } from './keys/bytes.ts';
import { canonical, decodeHeader, encodeHeader } from './keys/header.ts';
import {
  createTestKeychain,
  createTestMachine,
  TEST_KEY_POLICY,
  TEST_WORKER,
  type TestMachine,
  unlock,
} from './testVault.ts';

let machine: TestMachine;
beforeEach(() => {
  machine = createTestMachine();
});
afterEach(() => machine.end());

const headerOf = (folder: string) => join(folder, 'header.json');

describe('the header', () => {
  test('that is damaged is answered from its copy, said so, and repaired at unlock [K4]', async () => {
    const { profileId, vault, folder } = await machine.setUp();
    await vault.end();
    for (const damage of [
      '',
      'not json',
      readFileSync(headerOf(folder), 'utf8').replace('Gezinswerker', 'Gezinswerkes'),
    ]) {
      writeFileSync(headerOf(folder), damage);
      const one = machine.start();
      expect(await one.client.call('profile.list', {})).toMatchObject({
        value: [{ headerRepaired: true, jobTitle: 'Gezinswerker' }],
      });
      expect(await unlock(one.client, profileId)).toMatchObject({ ok: true });
      await one.vault.end();
      const two = machine.start();
      expect(await two.client.call('profile.list', {})).toMatchObject({ value: [{ headerRepaired: false }] });
      await two.vault.end();
    }
    rmSync(headerOf(folder));
    expect(await unlock(machine.start().client, profileId)).toMatchObject({ ok: true });
  });

  test('of which both copies are damaged keeps the vault in the list and says what is wrong', async () => {
    const { profileId, vault, folder } = await machine.setUp();
    await vault.end();
    writeFileSync(headerOf(folder), 'x');
    writeFileSync(`${headerOf(folder)}.bak`, 'x');
    const { client } = machine.start();
    expect(await client.call('profile.list', {})).toMatchObject({ value: [{ profileId }] });
    expect(await unlock(client, profileId)).toEqual({ ok: false, error: { tag: 'HeaderDamaged' } });
  });

  test('from a newer app is refused, not repaired', async () => {
    const { profileId, vault, folder } = await machine.setUp();
    await vault.end();
    const newer = readFileSync(headerOf(folder), 'utf8').replace('"version": 1', '"version": 2');
    writeFileSync(headerOf(folder), newer);
    expect(await unlock(machine.start().client, profileId)).toEqual({
      ok: false,
      error: { tag: 'DatabaseFromNewerVersion' },
    });
    expect(readFileSync(headerOf(folder), 'utf8')).toBe(newer);
  });

  test('that somebody changed on purpose is not believed; the copy is [K4]', async () => {
    const { profileId, vault, folder } = await machine.setUp();
    await vault.end();
    const forge = (file: string) => {
      const read = decodeHeader(readFileSync(file));
      if (!read.ok) throw new Error(read.error);
      // With a check that fits: only the MAC can tell.
      writeFileSync(file, encodeHeader({ ...read.value, header: { ...read.value.header, label: 'Iemand anders' } }));
    };
    forge(headerOf(folder));
    const one = machine.start();
    expect(await one.client.call('profile.list', {})).toMatchObject({ value: [{ label: 'Iemand anders' }] });
    expect(await unlock(one.client, profileId)).toMatchObject({ ok: true });
    await one.vault.end();
    const two = machine.start();
    expect(await two.client.call('profile.list', {})).toMatchObject({ value: [{ label: 'Marieke Postma' }] });
    await two.vault.end();
    forge(headerOf(folder));
    forge(`${headerOf(folder)}.bak`);
    expect(await unlock(machine.start().client, profileId)).toEqual({ ok: false, error: { tag: 'HeaderDamaged' } });
  });

  test('that asks for less work than the floor is refused [K5]', async () => {
    const { profileId, vault } = await machine.setUp();
    await vault.end();
    const strict = { ...TEST_KEY_POLICY, floor: { memoryKiB: 16, passes: 1 } };
    expect(await unlock(machine.start({ keyPolicy: strict }).client, profileId)).toEqual({
      ok: false,
      error: { tag: 'HeaderDamaged' },
    });
  });

  test('gets stronger parameters at unlock when the policy has risen, and never weaker ones', async () => {
    const { profileId, vault, folder } = await machine.setUp();
    await vault.end();
    const params = () => {
      const read = decodeHeader(readFileSync(headerOf(folder)));
      return read.ok ? canonical(read.value.header.slots[0]?.kdf) : read.error;
    };
    const stronger = { ...TEST_KEY_POLICY, preferred: { memoryKiB: 64, passes: 2 } };
    const one = machine.start({ keyPolicy: stronger });
    expect(await unlock(one.client, profileId)).toMatchObject({ ok: true });
    expect(params()).toBe('{"algorithm":"argon2id","memoryKiB":64,"passes":2}');
    await one.vault.end();
    const two = machine.start();
    expect(await unlock(two.client, profileId)).toMatchObject({ ok: true });
    await two.client.call('profile.changePassphrase', {
      current: utf8(TEST_WORKER.passphrase),
      next: utf8('nieuwe zin voor de kast'),
    });
    expect(params()).toBe('{"algorithm":"argon2id","memoryKiB":64,"passes":2}');
  });
});

describe('a keychain of the operating system', () => {
  test('is mixed in: without its secret the passphrase does not open, the recovery code does', async () => {
    const keychain = createTestKeychain();
    const { profileId, vault, recoveryCode } = await machine.setUp();
    await vault.end();
    // The slot is made again with the keychain, as on a host that has one.
    const one = machine.start({ keychain });
    await unlock(one.client, profileId);
    await one.client.call('profile.changePassphrase', {
      current: utf8(TEST_WORKER.passphrase),
      next: utf8(TEST_WORKER.passphrase + ' nog'),
    });
    await one.vault.end();
    const two = machine.start({ keychain });
    expect(await unlock(two.client, profileId, `${TEST_WORKER.passphrase} nog`)).toMatchObject({ ok: true });
    await two.vault.end();
    keychain.clear();
    const three = machine.start({ keychain });
    expect(await unlock(three.client, profileId, `${TEST_WORKER.passphrase} nog`)).toEqual({
      ok: false,
      error: { tag: 'KeychainMissing' },
    });
    expect(
      await three.client.call('vault.recover', {
        profileId,
        recoveryCode: recoveryCode.join('-'),
        newPassphrase: utf8('nieuwe zin voor de kast'),
      }),
    ).toMatchObject({ ok: true });
  });
});
