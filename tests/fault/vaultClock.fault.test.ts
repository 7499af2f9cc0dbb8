/**
 * A clock that jumps a year on and back, and a laptop in another time zone: the order of the log, the terms, the copies and
 * what was written do not follow the wall clock.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRecord } from '../../shared/documents/accessors.ts';
import { createTestMachine, TEST_START_MS, unlock } from '../../electron/vault/testVault.ts';
import type { RunningVault, TestMachine, TestProfile } from '../../electron/vault/testVault.ts';
import { pushChange } from './pushChange.ts';
import { seededNumbers } from './seededNumbers.ts';
import { beginTalk, openTalk, value, writeWord } from './wordByWord.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const random = seededNumbers(Number(process.env['SEED'] ?? 1));
const zone = process.env['TZ'];
let machine: TestMachine;
let first: RunningVault & TestProfile;

beforeEach(async () => {
  machine = createTestMachine();
  first = await machine.setUp();
});
afterEach(async () => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  await machine.end();
});

it('the clock jumps a year on and back: every word, the order of the log and the newest copies stay [S13][P5]', async () => {
  const { client, folder } = first;
  const talk = await beginTalk(client, 'Fam. Klok');
  const { me } = value(await client.call('session.get', {}));
  const { doc } = await openTalk(client, talk);
  let words = 0;
  const backups = join(folder, 'backups');
  let copies = 0;
  for (const offset of [0, YEAR_MS, 0, -YEAR_MS, 0, 2 * YEAR_MS, 0]) {
    machine.time.setWallClock(TEST_START_MS + offset);
    const writer = { userId: me.userId, nowMs: machine.time.nowMs(), random };
    for (let n = 0; n < 3; n += 1) expect(await writeWord(client, talk, doc, (words += 1), writer)).toBeNull();
    value(await client.call('backup.create', {}));
    const now = readdirSync(backups).filter((name) => name.endsWith('.backup')).length;
    // A clock that is wrong for a while does not empty the folder.
    expect(now).toBeGreaterThanOrEqual(Math.min(copies, 5));
    copies = now;
  }
  machine.time.setWallClock(TEST_START_MS);
  expect((await openTalk(client, talk)).count).toBe(words);
  expect(value(await client.call('audit.verify', {})).firstBadRow).toBeNull();
  // Also for who opens it later, with the clock right again.
  value(await client.call('vault.lock', {}));
  await first.ended;
  machine.reboot();
  const next = machine.start();
  value(await unlock(next.client, first.profileId));
  expect((await openTalk(next.client, talk)).count).toBe(words);
  expect(value(await next.client.call('audit.verify', {})).firstBadRow).toBeNull();
});

it('terms and what is due are of the Netherlands, wherever the laptop thinks it is [D10]', async () => {
  const { client } = first;
  const talk = await beginTalk(client, 'Fam. Reis');
  const { me } = value(await client.call('session.get', {}));
  const { doc } = await openTalk(client, talk);
  const worker = { userId: me.userId, nowMs: machine.time.nowMs(), random };
  const refused = await pushChange(client, talk.documentId, doc, worker, (on, by) => {
    createRecord(on, 'helpRequests', { words: 'Hulp bij geld', receivedOn: '2026-11-01' }, by);
  });
  expect(refused).toBeNull();
  const seen: unknown[] = [];
  for (const place of ['Europe/Amsterdam', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu']) {
    process.env['TZ'] = place;
    // Half past eleven in the evening in the Netherlands: elsewhere it is another day.
    machine.time.setWallClock(Date.UTC(2026, 10, 21, 22, 30));
    const rebuilt = client.call('projection.rebuild', {});
    await machine.time.pass(1);
    value(await rebuilt);
    const { rows } = value(await client.call('deadlines.list', {}));
    const { today } = value(await client.call('session.get', {}));
    seen.push({ rows, today });
  }
  expect(seen[0]).toMatchObject({ today: '2026-11-21' });
  expect(JSON.stringify(seen[0])).toContain('2026-12-14');
  for (const one of seen) expect(one).toEqual(seen[0]);
});
