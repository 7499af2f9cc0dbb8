import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { utf8 } from './keys/bytes.ts';
import { createTestMachine, ownData, TEST_WORKER, type TestMachine, unlock } from './testVault.ts';

let machine: TestMachine;
beforeEach(() => {
  machine = createTestMachine();
});
afterEach(() => machine.end());

const headerOf = (folder: string) => join(folder, 'header.json');

describe('wrong passphrases', () => {
  test('wait longer each time, also after a restart, and never wipe [K1]', async () => {
    const { profileId, vault, client } = await machine.setUp();
    await client.call('household.create', { name: 'Fam. Voorbeeld' });
    await vault.end();
    let running = machine.start();
    const waits: number[] = [];
    for (const expected of [0, 0, 1, 2, 5, 15, 60, 300, 900, 900]) {
      const wrong = await unlock(running.client, profileId, 'dit is hem niet helaas');
      if (wrong.ok || wrong.error.tag !== 'WrongPassphrase') throw new Error(JSON.stringify(wrong));
      waits.push(wrong.error.waitSeconds);
      if (expected > 0) {
        // Even the right one waits, in a fresh process too.
        await running.vault.end();
        running = machine.start();
        expect(await unlock(running.client, profileId)).toEqual({
          ok: false,
          error: { tag: 'WaitBeforeRetry', waitSeconds: expected },
        });
        await machine.time.pass(expected * 1000 - 1);
        expect(await unlock(running.client, profileId)).toMatchObject({
          error: { tag: 'WaitBeforeRetry', waitSeconds: 1 },
        });
        await machine.time.pass(1);
      }
    }
    expect(waits).toEqual([0, 0, 1, 2, 5, 15, 60, 300, 900, 900]);
    expect(await unlock(running.client, profileId)).toMatchObject({ ok: true });
    expect(await ownData(running.client)).toEqual(['Fam. Voorbeeld']);
    // The counter starts again, and the log of the vault tells of the tries.
    await running.vault.end();
    running = machine.start();
    expect(await unlock(running.client, profileId, 'dit is hem niet helaas')).toMatchObject({
      error: { tag: 'WrongPassphrase', waitSeconds: 0 },
    });
  });

  test('show the waiting in the list of workers', async () => {
    const { profileId, vault } = await machine.setUp();
    await vault.end();
    const { client } = machine.start();
    for (let i = 0; i < 3; i++) await unlock(client, profileId, 'dit is hem niet helaas');
    expect(await client.call('profile.list', {})).toMatchObject({ value: [{ waitSeconds: 1, headerRepaired: false }] });
  });
});

describe('a forgotten passphrase', () => {
  test('is replaced by the recovery code; the old one is dead and the data are the same [K2]', async () => {
    const { profileId, vault, client, recoveryCode } = await machine.setUp();
    await client.call('household.create', { name: 'Fam. Voorbeeld' });
    await vault.end();
    const second = machine.start();
    const recover = (code: string, next = 'nieuwe zin voor de kast') =>
      second.client.call('vault.recover', { profileId, recoveryCode: code, newPassphrase: utf8(next) });
    const typo = recoveryCode.map((group, index) =>
      index === 3 ? group.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')) : group,
    );
    expect(await recover(typo.join(' '))).toEqual({ ok: false, error: { tag: 'WrongRecoveryCode', group: 3 } });
    expect(await recover(recoveryCode.join(' '), 'kort')).toMatchObject({ error: { tag: 'PassphraseTooWeak' } });
    expect(await recover(recoveryCode.join('').toLowerCase())).toMatchObject({ ok: true });
    expect(await ownData(second.client)).toEqual(['Fam. Voorbeeld']);
    await second.vault.end();

    const third = machine.start();
    expect(await unlock(third.client, profileId)).toMatchObject({ error: { tag: 'WrongPassphrase' } });
    expect(await unlock(third.client, profileId, 'nieuwe zin voor de kast')).toMatchObject({ ok: true });
    expect(await ownData(third.client)).toEqual(['Fam. Voorbeeld']);
  });

  test('does not open with the code of another vault, which counts as a try', async () => {
    const one = await machine.setUp();
    await one.vault.end();
    const two = await machine.setUp({ name: 'Samira Bakker' });
    await two.vault.end();
    const { client } = machine.start();
    const recover = () =>
      client.call('vault.recover', {
        profileId: one.profileId,
        recoveryCode: two.recoveryCode.join(' '),
        newPassphrase: utf8('nieuwe zin voor de kast'),
      });
    for (let i = 0; i < 3; i++)
      expect(await recover()).toMatchObject({ error: { tag: 'WrongRecoveryCode', group: null } });
    expect(await recover()).toMatchObject({ error: { tag: 'WaitBeforeRetry', waitSeconds: 1 } });
    // Waiting for one slot does not shut the other.
    expect(await unlock(client, one.profileId)).toMatchObject({ ok: true });
  });
});

describe('changing what opens the vault', () => {
  test('asks the present passphrase, and makes the old one useless, also in the copy of the header', async () => {
    const { profileId, client, vault, folder } = await machine.setUp();
    const change = (current: string, next: string) =>
      client.call('profile.changePassphrase', { current: utf8(current), next: utf8(next) });
    expect(await change('iets heel anders dan goed', 'nieuwe zin voor de kast')).toMatchObject({
      error: { tag: 'WrongPassphrase' },
    });
    expect(await change(TEST_WORKER.passphrase, 'kort')).toMatchObject({ error: { tag: 'PassphraseTooWeak' } });
    expect(await change(TEST_WORKER.passphrase, 'nieuwe zin voor de kast')).toEqual({ ok: true, value: {} });
    await vault.end();
    writeFileSync(headerOf(folder), 'broken');
    const { client: second } = machine.start();
    expect(await unlock(second, profileId)).toMatchObject({ error: { tag: 'WrongPassphrase' } });
    expect(await unlock(second, profileId, 'nieuwe zin voor de kast')).toMatchObject({ ok: true });
  });

  test('sets another PIN', async () => {
    const { client } = await machine.setUp();
    const change = (current: string, pin: string) => client.call('profile.changePin', { current: utf8(current), pin });
    expect(await change('iets heel anders dan goed', '8520')).toMatchObject({ error: { tag: 'WrongPassphrase' } });
    expect(await change(TEST_WORKER.passphrase, '9876')).toMatchObject({ error: { tag: 'PinInvalid' } });
    expect(await change(TEST_WORKER.passphrase, '852085')).toEqual({ ok: true, value: {} });
    await client.call('session.hide', {});
    expect(await client.call('session.resume', { pin: TEST_WORKER.pin })).toMatchObject({ error: { tag: 'WrongPin' } });
    expect(await client.call('session.resume', { pin: '852085' })).toEqual({ ok: true, value: {} });
  });
});
