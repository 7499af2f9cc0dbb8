import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeMachine } from '../nodeMachine.ts';
import type { Machine } from '../vaultDeps.ts';
import { LOCK_FILE, takeInstanceLock } from './instanceLock.ts';
import { countingRandom } from './testRandom.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenspel-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const random = countingRandom(5);
const take = (machine: Machine) => takeInstanceLock(folder, { machine, random });
const machineOf = (processId: number, bootId = 'boot', living: readonly number[] = [processId]): Machine => ({
  bootId: () => bootId,
  uptimeMs: () => 1,
  processId,
  processMark: (id) => (living.includes(id) ? `mark-${id}` : null),
});

test('a second living process does not get the lock, until the first gives it up', () => {
  const first = take(machineOf(1, 'boot', [1, 2]));
  expect(first).not.toBeNull();
  expect(take(machineOf(2, 'boot', [1, 2]))).toBeNull();
  first?.release();
  expect(take(machineOf(2, 'boot', [1, 2]))).not.toBeNull();
  expect(readdirSync(folder)).toEqual([LOCK_FILE]);
});

test('a lock of a process that is gone is taken over', () => {
  take(machineOf(1));
  expect(take(machineOf(2, 'boot', [2]))).not.toBeNull();
});

test('a lock of before the machine started again is taken over, also when the number is used again', () => {
  take(machineOf(1));
  expect(take(machineOf(2, 'later boot', [1, 2]))).not.toBeNull();
});

test('a lock that cannot be read is taken over', () => {
  writeFileSync(join(folder, LOCK_FILE), '{"processId":');
  expect(take(machineOf(2))).not.toBeNull();
});

test('releasing does not take away the lock of a later holder', () => {
  const first = take(machineOf(1));
  take(machineOf(2, 'boot', [2]));
  first?.release();
  expect(JSON.parse(readFileSync(join(folder, LOCK_FILE), 'utf8'))).toMatchObject({ processId: 2 });
});

test('a real process holds its lock while it lives, and not after it was killed', async () => {
  const real = nodeMachine();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const childId = child.pid ?? 0;
  take({ ...real, processId: childId });
  expect(take(real)).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(take(real)).not.toBeNull();
});
