import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../shared/contract/client.ts';
import type { ProfileId } from '../../../shared/domain/ids.ts';
import { utf8 } from '../keys/bytes.ts';
import { connect } from '../store/connect.ts';
import { markDamage } from '../store/damageMark.ts';
import { repairFromTerminal, restoreFromTerminal } from '../store/restoreDialogue.ts';
import type { AuditHead } from '../../../shared/sync/headAttestation.ts';
import { headFromText, verifyLogFromTerminal } from '../store/verifyLogDialogue.ts';
import { createTestMachine, TEST_WORKER, type TestMachine } from '../testVault.ts';

let machine: TestMachine;
beforeEach(() => {
  machine = createTestMachine();
});
afterEach(() => machine.end());

const names = async (client: Client) => {
  const list = await client.call('household.list', {});
  return list.ok ? list.value.rows.map((row) => row.name).toSorted() : list.error.tag;
};
const unlock = async (profileId: ProfileId) => {
  const one = machine.start();
  const opened = await one.client.call('vault.unlock', { profileId, passphrase: utf8(TEST_WORKER.passphrase) });
  if (!opened.ok) throw new Error(opened.error.tag);
  return one;
};
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: { tag: string } }): T => {
  if (!result.ok) throw new Error(result.error.tag);
  return result.value;
};

test('a worker makes a copy, goes on, goes back to it, and can go forward again [S9]', async () => {
  const first = await machine.setUp();
  await first.client.call('household.create', { name: 'Familie De Boer' });
  const copy = valueOf(await first.client.call('backup.create', {}));
  expect(copy.reason).toBe('manual');
  await first.client.call('household.create', { name: 'Familie Yilmaz' });
  expect(valueOf(await first.client.call('backup.list', {}))).toEqual([copy]);
  valueOf(await first.client.call('backup.restore', { backupId: copy.backupId }));
  await first.ended;

  const second = await unlock(first.profileId);
  expect(await names(second.client)).toEqual(['Familie De Boer']);
  const [kept] = valueOf(await second.client.call('backup.list', {})).filter((row) => row.reason === 'before-restore');
  valueOf(await second.client.call('backup.restore', { backupId: kept?.backupId ?? '' }));
  await second.ended;
  const third = await unlock(first.profileId);
  expect(await names(third.client)).toEqual(['Familie De Boer', 'Familie Yilmaz']);
  // The restore itself is in the log that came back with the later copy.
  expect(valueOf(await third.client.call('audit.verify', {})).firstBadRow).toBeNull();
});

test('a copy that is not there, or no id at all, is refused and nothing locks', async () => {
  const { client, hasEnded } = await machine.setUp();
  for (const backupId of ['1790000000000-manual', '../vault', '']) {
    expect(await client.call('backup.restore', { backupId })).toEqual({ ok: false, error: { tag: 'BackupUnusable' } });
  }
  expect(hasEnded()).toBe(false);
});

test('the lists are made again from the documents and say the same [S11]', async () => {
  const { client } = await machine.setUp();
  await client.call('household.create', { name: 'Familie De Boer', person: { firstName: 'Anna' } });
  const before = await client.call('household.list', {});
  expect(valueOf(await client.call('projection.rebuild', {})).documents).toBe(2);
  expect(await client.call('household.list', {})).toEqual(before);
});

test('the log is whole after work, and counts what was done', async () => {
  const { client } = await machine.setUp();
  await client.call('household.create', { name: 'Familie De Boer' });
  const { rows, firstBadRow } = valueOf(await client.call('audit.verify', {}));
  expect(firstBadRow).toBeNull();
  expect(rows).toBeGreaterThanOrEqual(2);
});

/** A person at a terminal who gives these answers. */
function personTyping(answers: readonly string[]) {
  const left = [...answers];
  const printed: string[] = [];
  const ask = (question: string) => {
    printed.push(question);
    return Promise.resolve(left.shift() ?? '');
  };
  return { printed, terminal: { print: (line: string) => void printed.push(line), ask, askSecret: ask } };
}

test('from a terminal, a vault whose database no longer opens goes back to a copy', async () => {
  const first = await machine.setUp();
  await first.client.call('household.create', { name: 'Familie De Boer' });
  valueOf(await first.client.call('backup.create', {}));
  const inUse = personTyping(['1']);
  expect(await restoreFromTerminal(inUse.terminal, machine.start().deps, false)).toBe(false);
  expect(inUse.printed.join('\n')).not.toContain('kopie wil je terug');
  await first.vault.end();

  const database = join(first.folder, 'vault.db');
  writeFileSync(database, readFileSync(database).fill(0xaa, 0, 8192));
  const wrong = personTyping(['1', 'een heel andere wachtzin']);
  expect(await restoreFromTerminal(wrong.terminal, machine.start().deps, false)).toBe(false);
  machine.time.sleep(60_000);
  const right = personTyping(['1', TEST_WORKER.passphrase, '1']);
  expect(await restoreFromTerminal(right.terminal, machine.start().deps, false), right.printed.join('\n')).toBe(true);
  expect(right.printed.some((line) => line.includes('zelf gemaakt'))).toBe(true);
  expect(await names((await unlock(first.profileId)).client)).toEqual(['Familie De Boer']);
  expect(readdirSync(join(first.folder, 'backups')).some((name) => name.startsWith('damaged-'))).toBe(true);
});

test('from a terminal, the printed code does as well, and Enter changes nothing', async () => {
  const first = await machine.setUp();
  valueOf(await first.client.call('backup.create', {}));
  await first.vault.end();
  const stopped = personTyping(['1', first.recoveryCode.join(' '), '']);
  expect(await restoreFromTerminal(stopped.terminal, machine.start().deps, true)).toBe(false);
  expect(stopped.printed.at(-1)).toBe('Gestopt. Er is niets veranderd.');
  const done = personTyping(['1', first.recoveryCode.join(' '), '1']);
  expect(await restoreFromTerminal(done.terminal, machine.start().deps, true)).toBe(true);
});

test('from a terminal, a vault in which damage was met is made whole, and opens at the next unlock [S15]', async () => {
  const first = await machine.setUp();
  await first.client.call('household.create', { name: 'Familie De Boer' });
  valueOf(await first.client.call('backup.create', {}));
  await first.vault.end();
  const database = join(first.folder, 'vault.db');
  const bytes = readFileSync(database);
  writeFileSync(database, bytes.fill(0xaa, bytes.length - 20 * 4096));
  markDamage(database);
  const passphrase = utf8(TEST_WORKER.passphrase);
  const refused = await machine.start().client.call('vault.unlock', { profileId: first.profileId, passphrase });
  expect(refused).toEqual({ ok: false, error: { tag: 'DatabaseDamaged' } });

  const person = personTyping(['1', TEST_WORKER.passphrase]);
  expect(await repairFromTerminal(person.terminal, machine.start().deps, false), person.printed.join('\n')).toBe(true);
  expect(person.printed.join('\n')).toContain('De beschadigde bestanden blijven bewaard.');
  const { client } = await unlock(first.profileId);
  expect(await names(client)).toEqual(['Familie De Boer']);
  expect(valueOf(await client.call('vault.lastRepair', {})).repair?.incomplete).toBe(0);
  expect(readdirSync(join(first.folder, 'backups')).some((name) => name.startsWith('damaged-'))).toBe(true);
});

test('from a terminal, a log that was emptied, with the mark of its last row, is not called whole [P5]', async () => {
  const first = await machine.setUp();
  // They are overwritten at the end.
  const key = Uint8Array.from(first.keys()?.database ?? expect.fail());
  await first.vault.end();
  const db = connect({ file: join(first.folder, 'vault.db'), key, readOnly: false });
  db.exec(`DELETE FROM audit; DELETE FROM meta WHERE key LIKE 'audit%'`);
  db.close();
  const person = personTyping(['1', TEST_WORKER.passphrase]);
  const options = { withRecoveryCode: false, heads: [] };
  expect(await verifyLogFromTerminal(person.terminal, machine.start().deps, options)).toBe(false);
  expect(person.printed.join('\n')).toContain('Het logboek is LEEG.');
});

test('from a terminal, the log is checked: whole, changed, and cut off as a colleague can tell', async () => {
  const first = await machine.setUp();
  for (const name of ['Familie A', 'Familie B', 'Familie C']) await first.client.call('household.create', { name });
  await first.vault.end();
  const check = async (heads: readonly AuditHead[] = []) => {
    const person = personTyping(['1', TEST_WORKER.passphrase]);
    const options = { withRecoveryCode: false, heads };
    const whole = await verifyLogFromTerminal(person.terminal, machine.start().deps, options);
    return { whole, said: person.printed.join('\n') };
  };
  const before = await check();
  expect(before).toMatchObject({ whole: true, said: expect.stringContaining('Het logboek is heel.') });
  const head = headFromText(/De laatste: (\S+)/.exec(before.said)?.[1] ?? '') ?? expect.fail();
  expect((await check([head])).whole).toBe(true);
  // What a colleague heard reaches further than what is here: the tail is gone.
  const further = await check([{ seq: head.seq + 4, mac: head.mac }]);
  expect(further.whole).toBe(false);
  expect(further.said).toContain(`klopt of ontbreekt: ${String(head.seq + 1)}.`);
  const other = await check([{ seq: 2, mac: 'f'.repeat(64) }]);
  expect(other.said).toContain('klopt of ontbreekt: 2.');
  const wrong = personTyping(['1', 'een heel andere wachtzin']);
  expect(
    await verifyLogFromTerminal(wrong.terminal, machine.start().deps, { withRecoveryCode: false, heads: [] }),
  ).toBe(false);
});
