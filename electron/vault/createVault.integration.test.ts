import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProfileId } from '../../shared/domain/ids.ts';
import { utf8 } from './keys/bytes.ts';
import { createTestMachine, ownData, settle, state, TEST_WORKER, type TestMachine, unlock } from './testVault.ts';

let machine: TestMachine;
beforeEach(() => {
  machine = createTestMachine();
});
afterEach(() => machine.end());

describe('first run', () => {
  test('writes nothing before the code is typed back, and opens after [K8]', async () => {
    const { client } = machine.start();
    const begun = await client.call('profile.beginSetup', { ...TEST_WORKER, passphrase: utf8(TEST_WORKER.passphrase) });
    if (!begun.ok) throw new Error(begun.error.tag);
    const { recoveryCode, askedGroups } = begun.value;
    expect(recoveryCode).toHaveLength(14);
    expect(askedGroups).toHaveLength(4);
    expect(readdirSync(machine.dataFolder)).toEqual([]);

    const [first = 0] = askedGroups;
    const typed = (group: number) => ({ group, text: (recoveryCode[group] ?? '').toLowerCase() });
    expect(await client.call('profile.checkRecoveryGroup', typed(first))).toEqual({
      ok: true,
      value: { correct: true },
    });
    expect(await client.call('profile.checkRecoveryGroup', { group: first, text: 'XXXX' })).toEqual({
      ok: true,
      value: { correct: false },
    });
    const wrong = askedGroups.map((group) => (group === first ? { group, text: 'XXXX' } : typed(group)));
    expect(await client.call('profile.finishSetup', { groups: wrong })).toEqual({
      ok: false,
      error: { tag: 'WrongRecoveryCode', group: first },
    });
    expect(await client.call('profile.finishSetup', { groups: [] })).toMatchObject({
      ok: false,
      error: { tag: 'WrongRecoveryCode' },
    });
    expect(readdirSync(machine.dataFolder)).toEqual([]);

    const finished = await client.call('profile.finishSetup', { groups: askedGroups.map(typed) });
    expect(finished).toMatchObject({ ok: true, value: { me: { name: 'Marieke Postma', jobTitle: 'Gezinswerker' } } });
    expect(await state(client)).toBe('open');
  });

  test('refuses a weak passphrase, an obvious PIN, and finishing what was not begun', async () => {
    const { client } = machine.start();
    const begin = (change: { passphrase?: string; pin?: string }) =>
      client.call('profile.beginSetup', {
        ...TEST_WORKER,
        ...change,
        passphrase: utf8(change.passphrase ?? TEST_WORKER.passphrase),
      });
    expect(await begin({ passphrase: 'welkom' })).toMatchObject({
      error: { tag: 'PassphraseTooWeak', reason: 'TOO_SHORT' },
    });
    expect(await begin({ passphrase: 'marieke postma 12' })).toMatchObject({ error: { reason: 'TOO_COMMON' } });
    expect(await begin({ pin: '1234' })).toMatchObject({ error: { tag: 'PinInvalid' } });
    expect(await begin({ pin: '0000' })).toMatchObject({ error: { tag: 'PinInvalid' } });
    expect(await client.call('profile.finishSetup', { groups: [] })).toMatchObject({
      error: { tag: 'SetupNotStarted' },
    });
  });

  test('that crashed half way leaves no vault, and is swept a day later', async () => {
    const half = join(machine.dataFolder, 'profiles', `.new-${'ab'.repeat(16)}`);
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'vault.db'), 'half');
    const { client } = machine.start();
    expect(await client.call('profile.list', {})).toEqual({ ok: true, value: [] });
    const twoDaysAgo = machine.time.nowMs() / 1000 - 172_800;
    utimesSync(half, twoDaysAgo, twoDaysAgo);
    const made = await machine.setUp();
    expect(readdirSync(join(machine.dataFolder, 'profiles'))).toEqual([made.profileId]);
  });

  test('on a disk that refuses leaves no trace of a vault', async () => {
    writeFileSync(join(machine.dataFolder, 'profiles'), 'a file where the folder should be');
    await expect(machine.setUp()).rejects.toThrow('DiskError');
  });

  test('of several workers gives each an own vault', async () => {
    const one = await machine.setUp();
    await one.client.call('household.create', { name: 'Fam. Een' });
    await one.vault.end();
    const two = await machine.setUp({ name: 'Samira Bakker', passphrase: 'andere woorden voor deze kast' });
    expect(await ownData(two.client)).toEqual([]);
    await two.vault.end();
    const { client } = machine.start();
    const list = await client.call('profile.list', {});
    expect(list.ok && list.value.map(({ label }) => label).sort()).toEqual(['Marieke Postma', 'Samira Bakker']);
    expect(await unlock(client, one.profileId, 'andere woorden voor deze kast')).toMatchObject({
      error: { tag: 'WrongPassphrase' },
    });
    expect(await unlock(client, one.profileId)).toMatchObject({ ok: true });
    expect(await ownData(client)).toEqual(['Fam. Een']);
  });
});

describe('unlock and lock', () => {
  test('give the same person, place, settings and data back', async () => {
    const first = await machine.setUp();
    const place = { route: '/huishoudens', field: 'filter', selectionStart: 3, selectionEnd: 4 };
    await first.client.call('household.create', { name: 'Fam. Voorbeeld' });
    await first.client.call('session.rememberPlace', place);
    await first.client.call('settings.update', { theme: 'dark' });
    const before = await first.client.call('session.get', {});
    expect(await first.client.call('vault.lock', {})).toEqual({ ok: true, value: {} });
    await first.ended;
    expect(first.heard.at(-1)).toBe('session.changed locked');
    expect(await first.client.call('app.info', {})).toMatchObject({ error: { tag: 'ConnectionLost' } });

    const second = machine.start();
    expect(await second.client.call('household.list', {})).toMatchObject({ error: { tag: 'Locked' } });
    expect(await unlock(second.client, first.profileId, '  tulp kiosk  wandel bezem lamp ')).toMatchObject({
      ok: true,
    });
    expect(await second.client.call('session.get', {})).toEqual(before);
    expect(before).toMatchObject({ value: { place, settings: { theme: 'dark' }, today: '2026-11-21' } });
    expect(await ownData(second.client)).toEqual(['Fam. Voorbeeld']);
    expect(await unlock(second.client, first.profileId)).toMatchObject({ error: { tag: 'AlreadyOpen' } });
  });

  test('overwrite the keys and give the profile free', async () => {
    const one = await machine.setUp();
    const keys = Object.values(one.keys() ?? {});
    expect(keys).toHaveLength(5);
    expect(keys.every((key) => key.some((byte) => byte !== 0))).toBe(true);
    expect(readdirSync(one.folder)).toContain('in-use.lock');
    await one.vault.end();
    expect(keys.every((key) => key.every((byte) => byte === 0))).toBe(true);
    expect(readdirSync(one.folder)).not.toContain('in-use.lock');
    expect(readdirSync(one.folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  test('of a vault that is not there says so', async () => {
    const { client } = machine.start();
    expect(await unlock(client, 'cd'.repeat(16) as ProfileId)).toEqual({ ok: false, error: { tag: 'ProfileMissing' } });
  });

  test('by a second process say that the vault is in use, until the first is gone', async () => {
    const first = await machine.setUp();
    const second = machine.start();
    expect(await unlock(second.client, first.profileId)).toEqual({ ok: false, error: { tag: 'ProfileInUse' } });
    await first.vault.end();
    expect(await unlock(second.client, first.profileId)).toMatchObject({ ok: true });
  });

  test('one at a time: of two at once, one opens', async () => {
    const { profileId, vault } = await machine.setUp();
    await vault.end();
    const { client } = machine.start();
    const both = await Promise.all([unlock(client, profileId), unlock(client, profileId)]);
    expect(both.map((outcome) => (outcome.ok ? 'ok' : outcome.error.tag)).sort()).toEqual(['AlreadyOpen', 'ok']);
  });

  test('with the laptop closed during the stretching leave nothing open', async () => {
    const { profileId, vault, folder } = await machine.setUp();
    await vault.end();
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const real = machine.start();
    const slow = machine.start({ stretch: (request) => gate.then(() => real.deps.stretch(request)) });
    const unlocking = unlock(slow.client, profileId);
    await settle();
    const ending = slow.vault.end();
    finish();
    expect((await unlocking).ok).toBe(false);
    await ending;
    await settle();
    expect(readdirSync(folder)).not.toContain('in-use.lock');
  });
});

test('no file of the vault holds a secret or a word of the data', async () => {
  const { client, vault, recoveryCode } = await machine.setUp();
  await client.call('household.create', { name: 'Kanarievogel', person: { firstName: 'Zeldzaamwoord' } });
  await client.call('session.rememberPlace', {
    route: '/kanarieroute',
    field: null,
    selectionStart: null,
    selectionEnd: null,
  });
  const secrets = [
    TEST_WORKER.passphrase,
    'kiosk',
    recoveryCode.join(''),
    recoveryCode.join('-'),
    'Kanarievogel',
    'Zeldzaamwoord',
    'kanarieroute',
  ];
  const found = () => secrets.filter((secret) => machine.allBytes().includes(secret));
  // The search sees what is there: the name of the worker stands in the header for the chooser.
  expect(machine.allBytes()).toContain('Marieke Postma');
  expect(found()).toEqual([]);
  await vault.end();
  expect(found()).toEqual([]);
});
