import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { commands } from '../../shared/contract/contract.ts';
import type { ProfileId } from '../../shared/domain/ids.ts';
import { canonical, decodeHeader, encodeHeader } from './keys/header.ts';
import { utf8 } from './keys/bytes.ts';
import {
  createTestKeychain,
  createTestMachine,
  settle,
  TEST_KEY_POLICY,
  TEST_WORKER,
  type TestMachine,
} from './testVault.ts';

let machine: TestMachine;
beforeEach(() => {
  machine = createTestMachine();
});
afterEach(() => machine.end());

const MINUTE = 60_000;
const unlock = (client: Client, profileId: ProfileId, passphrase: string = TEST_WORKER.passphrase) =>
  client.call('vault.unlock', { profileId, passphrase: utf8(passphrase) });
const state = async (client: Client) => {
  const info = await client.call('app.info', {});
  return info.ok ? info.value.state : info.error.tag;
};
const headerOf = (folder: string) => join(folder, 'header.json');
const ownData = async (client: Client) => {
  const list = await client.call('household.list', {});
  return list.ok ? list.value.rows.map(({ name }) => name) : list.error.tag;
};

describe('first run', () => {
  test('writes nothing before the code is typed back, and opens after', async () => {
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

describe('wrong passphrases', () => {
  test('wait longer each time, also after a restart, and never wipe', async () => {
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
  test('is replaced by the recovery code; the old one is dead and the data are the same', async () => {
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

describe('the header', () => {
  test('that is damaged is answered from its copy, said so, and repaired at unlock', async () => {
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

  test('that somebody changed on purpose is not believed; the copy is', async () => {
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

  test('that asks for less work than the floor is refused', async () => {
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

describe('Verbergen', () => {
  test('answers nothing but resume, lock and info', async () => {
    const one = await machine.setUp();
    await one.client.call('session.hide', {});
    expect(one.heard.at(-1)).toBe('session.changed hidden');
    const valid: Readonly<Record<string, unknown>> = {
      'passphrase.check': { passphrase: utf8('tulp kiosk wandel bezem lamp') },
      'profile.checkRecoveryGroup': { group: 1, text: 'ABCD' },
    };
    const names = Object.keys(commands).filter((name) => name !== 'vault.lock');
    const answers: Record<string, string> = {};
    for (const name of [...names, 'vault.lock']) answers[name] = await one.rawCall(name, valid[name] ?? {});
    const { 'app.info': info, 'session.resume': resume, 'vault.lock': lock, ...others } = answers;
    expect({ info, resume, lock }).toEqual({ info: 'ok', resume: 'InvalidInput', lock: 'ok' });
    expect(new Set(Object.values(others))).toEqual(new Set(['Hidden']));
  });

  test('comes back with the PIN; three wrong ones lock', async () => {
    const one = await machine.setUp();
    const { client } = one;
    await client.call('session.hide', {});
    expect(await client.call('session.resume', { pin: '1111' })).toMatchObject({
      error: { tag: 'WrongPin', triesLeft: 2 },
    });
    expect(await client.call('session.resume', { pin: '2580' })).toEqual({ ok: true, value: {} });
    expect(await state(client)).toBe('open');
    await client.call('session.hide', {});
    for (const triesLeft of [2, 1, 0])
      expect(await client.call('session.resume', { pin: '1111' })).toMatchObject({
        error: { tag: 'WrongPin', triesLeft },
      });
    await one.ended;
    const two = machine.start();
    expect(await unlock(two.client, one.profileId)).toMatchObject({ ok: true });
    await two.client.call('session.hide', {});
    expect(await two.client.call('session.resume', { pin: '2580' })).toEqual({ ok: true, value: {} });
  });

  test('happens after 5 minutes without activity, and locking after 15', async () => {
    const one = await machine.setUp();
    await machine.time.pass(5 * MINUTE - 1);
    expect(await state(one.client)).toBe('open');
    await one.client.call('session.activity', {});
    await machine.time.pass(5 * MINUTE - 1);
    expect(await state(one.client)).toBe('open');
    // Looking is not activity: lists ask again by themselves.
    await one.client.call('household.list', {});
    await machine.time.pass(1);
    expect(await state(one.client)).toBe('hidden');
    const info = await one.client.call('app.info', {});
    expect(info.ok && info.value.locksAtMs).toBe(machine.time.nowMs() + 10 * MINUTE);
    await machine.time.pass(10 * MINUTE);
    await one.ended;
  });

  test('happens after 1 minute in a spreekuur, and after the time that the worker chose', async () => {
    const { client } = await machine.setUp();
    await client.call('session.setConsultation', { on: true });
    await machine.time.pass(MINUTE);
    expect(await state(client)).toBe('hidden');
    await client.call('session.resume', { pin: '2580' });
    await client.call('session.setConsultation', { on: false });
    await client.call('settings.update', { hideAfterMinutes: 10 });
    await machine.time.pass(9 * MINUTE);
    expect(await state(client)).toBe('open');
    await machine.time.pass(MINUTE);
    expect(await state(client)).toBe('hidden');
  });
});

describe('Vergrendelen by itself', () => {
  test('on suspend lets screens save first', async () => {
    const one = await machine.setUp();
    const suspended = one.vault.suspend();
    await settle();
    expect(one.heard.at(-1)).toBe('session.closing');
    expect(await one.client.call('household.create', { name: 'Laatste woorden' })).toMatchObject({ ok: true });
    await machine.time.pass(400);
    await suspended;
    expect(one.hasEnded()).toBe(true);
    const two = machine.start();
    await unlock(two.client, one.profileId);
    expect(await ownData(two.client)).toEqual(['Laatste woorden']);
  });

  test('does nothing on suspend while locked', async () => {
    const one = machine.start();
    await one.vault.suspend();
    expect(one.hasEnded()).toBe(false);
    expect(await state(one.client)).toBe('locked');
  });

  test('happens when the last window is gone for 30 seconds, and not when it comes back', async () => {
    const one = await machine.setUp();
    one.closeWindow();
    await machine.time.pass(29_000);
    const again = one.connectAgain();
    await machine.time.pass(29_000);
    expect(await state(again)).toBe('open');
    one.closeWindow();
    await machine.time.pass(30_000);
    await one.ended;
  });

  test('happens before anything is answered after a sleep that nobody told of', async () => {
    const one = await machine.setUp();
    machine.time.sleep(16 * MINUTE);
    expect(await one.client.call('household.list', {})).toMatchObject({ error: { tag: 'Locked' } });
    await one.ended;
  });
});

test('a later window takes over from an earlier one', async () => {
  const one = await machine.setUp();
  const later = one.connectAgain();
  expect(await state(later)).toBe('open');
  expect(await one.client.call('app.info', {})).toMatchObject({ error: { tag: 'ConnectionLost' } });
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
