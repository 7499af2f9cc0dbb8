import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWrongTries, TRIES_FILE, type WrongTries } from './wrongTries.ts';

let folder: string;
let wallMs: number;
let uptimeMs: number;
let bootId: string | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenspel-tries-'));
  wallMs = 1_790_000_000_000;
  uptimeMs = 5_000;
  bootId = 'first';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As after a restart of the program: nothing in memory. */
const tries = (): WrongTries =>
  createWrongTries(folder, {
    clock: { nowMs: () => wallMs },
    machine: { bootId: () => bootId, uptimeMs: () => uptimeMs, processId: 1, processMark: () => null },
  });
const wrong = (times: number) => {
  for (let i = 0; i < times; i++) tries().begin('passphrase');
};
const wait = () => tries().waitSeconds('passphrase');
const elapse = (seconds: number) => {
  wallMs += seconds * 1000;
  uptimeMs += seconds * 1000;
};
const reboot = () => {
  bootId = 'second';
  uptimeMs = 100;
};

test('a clock that is set forward gains nothing while the machine is on [K1]', () => {
  wrong(8);
  wallMs += 86_400_000;
  expect(wait()).toBe(300);
  elapse(299);
  expect(wait()).toBe(1);
  elapse(1);
  expect(wait()).toBe(0);
});

test('a clock that is set back does not shorten the delay, and does not make it endless', () => {
  wrong(8);
  elapse(200);
  wallMs -= 86_400_000;
  expect(wait()).toBe(100);
  reboot();
  expect(wait()).toBe(300);
  elapse(300);
  expect(wait()).toBe(0);
});

test('a delay goes on over a restart of the machine', () => {
  wrong(8);
  elapse(100);
  reboot();
  expect(wait()).toBe(200);
});

test('a system that does not tell its starts is timed by the clock', () => {
  bootId = null;
  wrong(8);
  elapse(100);
  expect(wait()).toBe(200);
  wallMs -= 86_400_000;
  expect(wait()).toBe(300);
});

test('a damaged file reads as the longest delay, once', () => {
  writeFileSync(join(folder, TRIES_FILE), '{"passphrase":');
  expect(wait()).toBe(900);
  elapse(900);
  expect(wait()).toBe(0);
  tries().succeeded('passphrase');
  expect(wait()).toBe(0);
});

test('the two sorts are counted apart, and a right one starts its own again', () => {
  wrong(4);
  expect(tries().waitSeconds('recovery')).toBe(0);
  tries().begin('recovery');
  tries().succeeded('passphrase');
  expect(tries().count('passphrase')).toBe(0);
  expect(tries().count('recovery')).toBe(1);
  expect(readdirSync(folder)).toEqual([TRIES_FILE]);
});
