import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../shared/contract/contract.ts';
import { utf8 } from './keys/bytes.ts';
import { createTestMachine, ownData, settle, state, type TestMachine, unlock } from './testVault.ts';

let machine: TestMachine;
beforeEach(() => {
  machine = createTestMachine();
});
afterEach(() => machine.end());

const MINUTE = 60_000;

describe('Verbergen', () => {
  test('answers nothing but resume, lock and info [K6]', async () => {
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

  test('comes back with the PIN; three wrong ones lock [K6]', async () => {
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

  test('happens after 1 minute when a spreekuur goes on from before a lock or a restart', async () => {
    const first = await machine.setUp();
    await first.client.call('consultation.start', { place: 'Huisartspraktijk', context: 'HUISARTS', area: '' });
    void first.client.call('vault.lock', {});
    await first.ended;
    const { client } = machine.start();
    await unlock(client, first.profileId);
    await machine.time.pass(MINUTE);
    expect(await state(client)).toBe('hidden');
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
