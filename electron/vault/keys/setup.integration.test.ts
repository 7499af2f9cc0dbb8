import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestMachine, TEST_WORKER, type RunningVault, type TestMachine } from '../testVault.ts';
import { utf8 } from './bytes.ts';
import { HEADER_FILE } from './headerFile.ts';
import { DATABASE_FILE, listProfileIds } from './profileFolders.ts';
import { beginSetup, type Setup } from './setup.ts';

let machine: TestMachine;
let running: RunningVault;
let setup: Setup;
beforeEach(async () => {
  machine = createTestMachine();
  running = machine.start();
  setup = await beginSetup({ ...TEST_WORKER, passphrase: utf8(TEST_WORKER.passphrase) }, running.deps);
});
afterEach(() => machine.end());

const allGroups = () => setup.recoveryCode.map((text, group) => ({ group, text }));
const profiles = () => join(machine.dataFolder, 'profiles');
const unfinished = () => join(profiles(), `.new-${setup.profileId}`);

test('the disk sees nothing before the end, and then a whole vault', () => {
  expect(readdirSync(machine.dataFolder)).toEqual([]);
  expect(setup.finish(allGroups())).toMatchObject({ ok: true, value: { profileId: setup.profileId } });
  expect(readdirSync(profiles())).toEqual([setup.profileId]);
  expect(readdirSync(join(profiles(), setup.profileId)).sort()).toEqual([
    HEADER_FILE,
    `${HEADER_FILE}.bak`,
    DATABASE_FILE,
  ]);
});

test.each([
  ['the database', DATABASE_FILE],
  ['the header', HEADER_FILE],
])('a disk that refuses %s leaves no vault, and the next attempt makes it', (_, name) => {
  // A folder stands where the file should come.
  mkdirSync(join(unfinished(), name, 'in the way'), { recursive: true });
  expect(setup.finish(allGroups())).toEqual({ ok: false, error: { tag: 'DiskError' } });
  expect(listProfileIds(machine.dataFolder)).toEqual([]);
  expect(existsSync(unfinished())).toBe(false);
  expect(setup.finish(allGroups()).ok).toBe(true);
  expect(listProfileIds(machine.dataFolder)).toEqual([setup.profileId]);
});

test('a crash before the rename leaves a folder that nobody sees, with or without its parts', async () => {
  setup.finish(allGroups());
  for (const missing of [HEADER_FILE, DATABASE_FILE, null]) {
    const half = join(profiles(), `.new-${'cd'.repeat(16)}`);
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half);
    for (const name of [HEADER_FILE, DATABASE_FILE]) if (name !== missing) writeFileSync(join(half, name), 'part');
    const list = await running.client.call('profile.list', {});
    expect(list.ok && list.value.map(({ profileId }) => profileId)).toEqual([setup.profileId]);
  }
});
