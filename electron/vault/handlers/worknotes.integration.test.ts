/** Werkaantekeningen over a real vault: midnight, a wrong clock, and nothing left of one that has gone. */
import Database from 'better-sqlite3';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readRecords, readText } from '../../../shared/documents/readers.ts';
import type { CommandName, InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { DATABASE_FILE } from '../keys/profileFolders.ts';
import { untilNextDay } from '../noteExpiry.ts';
import { createTestMachine, TEST_START_MS, type RunningVault, type TestProfile } from '../testVault.ts';

const DAY_MS = 86_400_000;
const CANARY = 'kanarieleeuwerik';
let machine: ReturnType<typeof createTestMachine>;
let one: RunningVault & TestProfile;
beforeEach(async () => {
  machine = createTestMachine();
  one = await machine.setUp();
});
afterEach(() => machine.end());

async function done<N extends CommandName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const outcome = await one.client.call(name, input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** Minutes pass in which somebody is at the keyboard, so that nothing hides or locks. */
async function work(minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 4) {
    await machine.time.pass(4 * 60_000);
    await done('session.activity', {});
  }
}

/** Every page of database and log with the encryption taken off, free pages too. */
function pagesInTheClear(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-pages-'));
  const copy = join(folder, 'copy.db');
  const file = join(one.folder, DATABASE_FILE);
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  const db = new Database(copy);
  db.pragma(`cipher = 'chacha20'`);
  db.pragma(`key = "raw:${Buffer.from(one.keys()?.database ?? []).toString('hex')}"`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('journal_mode = DELETE');
  db.pragma(`rekey = ''`);
  db.close();
  const bytes = readFileSync(copy);
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

it('one that has expired is in no page any more, not even a free one', async () => {
  for (let at = 0; at < 40; at += 1) {
    await done('worknote.save', { householdId: null, text: `${CANARY} ${'nog bellen '.repeat(90)}${String(at)}` });
  }
  expect(pagesInTheClear().includes(CANARY)).toBe(true);
  machine.time.setWallClock(TEST_START_MS + 31 * DAY_MS);
  expect(await done('worknote.list', {})).toEqual([]);
  expect(pagesInTheClear().includes(CANARY)).toBe(false);
});

it('goes at midnight in the Netherlands while the vault stays open, and the screen is told', async () => {
  await done('worknote.save', { householdId: null, text: CANARY });
  machine.time.setWallClock(Date.parse('2026-12-20T22:30:00Z'));
  one.heard.length = 0;
  await work(20);
  expect(one.heard).not.toContain('lists.changed');
  await work(60);
  expect(one.heard).toContain('lists.changed');
});

it('a new day is told to the screen, also when nothing goes: Vandaag is about another day', async () => {
  machine.time.setWallClock(Date.parse('2026-12-20T22:30:00Z'));
  await work(20);
  one.heard.length = 0;
  expect((await done('today.get', {})).today).toBe('2026-12-20');
  await work(60);
  expect(one.heard).toContain('lists.changed');
  expect((await done('today.get', {})).today).toBe('2026-12-21');
});

it.each([
  ['2026-11-21T09:20:00Z', '2026-11-21T23:00:00Z'],
  ['2026-06-21T21:59:59Z', '2026-06-21T22:00:00Z'],
  ['2026-10-25T00:30:00Z', '2026-10-25T23:00:00Z'],
  ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
])('the next day after %s begins at %s, also when the clocks change', (now, next) => {
  expect(Date.parse(now) + untilNextDay(Date.parse(now))).toBe(Date.parse(next));
});

it('made on a clock that was set back a year stays its thirty days', async () => {
  await done('household.create', { name: 'Fam. Proef' });
  machine.time.setWallClock(TEST_START_MS - 365 * DAY_MS);
  const note = await done('worknote.save', { householdId: null, text: CANARY });
  expect(note.expiresOn).toBe('2026-12-21');
  machine.time.setWallClock(TEST_START_MS + DAY_MS);
  expect(await done('worknote.list', {})).toHaveLength(1);
});

it('becomes a line of a conversation when that is chosen', async () => {
  const { householdId } = await done('household.create', { name: 'Fam. Proef' });
  const note = await done('worknote.save', { householdId, text: 'Ik slaap niet meer' });
  const made = await done('worknote.promote', { noteId: note.noteId, householdId, lineKind: 'CITAAT' });
  const { state } = await done('document.open', { documentId: made.documentId });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const [line] = readRecords(doc, 'lines');
  expect(line?.values).toMatchObject({ kind: 'CITAAT', conversationId: made.conversationId });
  expect(readText(doc, 'lines', line?.id ?? '', 'text')).toBe('Ik slaap niet meer');
  expect(await done('worknote.list', {})).toEqual([]);
});
