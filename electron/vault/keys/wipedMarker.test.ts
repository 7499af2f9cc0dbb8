import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listProfileIds } from './profileFolders.ts';
import { forgetWipedMarker, leaveWipedMarker, wipedAt } from './wipedMarker.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const DAY = 86_400_000;
let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'samenspel-wiped-'));
  mkdirSync(join(data, 'profiles'));
});
afterEach(() => rmSync(data, { recursive: true }));

it('tells when, holds nothing else, and is no vault', () => {
  expect(wipedAt(data, NOW)).toBeNull();
  leaveWipedMarker(data, NOW);
  expect(wipedAt(data, NOW + 29 * DAY)).toBe(NOW);
  expect(readdirSync(join(data, 'profiles'))).toEqual(['wiped.json']);
  expect(JSON.parse(readFileSync(join(data, 'profiles', 'wiped.json'), 'utf8'))).toEqual({ wipedAtMs: NOW });
  expect(listProfileIds(data)).toEqual([]);
  forgetWipedMarker(data);
  expect(wipedAt(data, NOW)).toBeNull();
});

it('is gone after thirty days, and so is one that cannot be read', () => {
  leaveWipedMarker(data, NOW);
  expect(wipedAt(data, NOW + 30 * DAY)).toBeNull();
  writeFileSync(join(data, 'profiles', 'wiped.json'), 'not json');
  expect(wipedAt(data, NOW)).toBeNull();
  expect(readdirSync(join(data, 'profiles'))).toEqual([]);
});
