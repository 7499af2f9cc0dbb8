/** How many changes wait, as a person counts them. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import sodium from 'libsodium-wrappers-sumo';
import { waitingChanges } from '../../electron/vault/sync/waitingChanges.ts';
import { TestVault } from './support/testVault.ts';

const MINUTE_MS = 60_000;
let vault: TestVault;

beforeEach(async () => {
  await sodium.ready;
  vault = new TestVault('Marieke');
});
afterEach(() => vault.remove());

/** A household saved at these minutes. */
function savedAt(name: string, ...minutes: readonly number[]): string {
  const household = vault.createHousehold(name);
  for (const minute of minutes.slice(1)) vault.addPerson(household, `P${String(minute)}`);
  const { db } = vault.vault.store;
  const rows = db
    .prepare<[string], number>('SELECT seq FROM document_update WHERE document_id = ? ORDER BY seq')
    .pluck()
    .all(household);
  expect(rows).toHaveLength(minutes.length);
  vault.vault.store.transaction(() =>
    rows.forEach((seq, index) =>
      db
        .prepare('UPDATE document_update SET made_at_ms = ? WHERE document_id = ? AND seq = ?')
        .run((minutes[index] ?? 0) * MINUTE_MS, household, seq),
    ),
  );
  return household;
}

it('counts a stretch of work in one document as one change, and a pause of more than five minutes as the next', () => {
  expect(waitingChanges(vault.vault.store)).toBe(0);
  savedAt('Fam. Bakker', 0, 1, 5, 10);
  expect(waitingChanges(vault.vault.store)).toBe(1);
  savedAt('Fam. Yilmaz', 2, 8, 9);
  expect(waitingChanges(vault.vault.store)).toBe(3);
});

it('counts nothing of a household that is not shared, nor what was sealed and acknowledged', () => {
  const own = savedAt('Fam. Bakker', 0);
  const other = savedAt('Fam. Yilmaz', 0);
  const { store } = vault.vault;
  store.transaction(() => store.db.prepare('INSERT INTO room_sync (room, shared) VALUES (?, 0)').run(own));
  expect(waitingChanges(store)).toBe(1);
  store.transaction(() => store.db.prepare('UPDATE document_update SET sealed = 1 WHERE document_id = ?').run(other));
  expect(waitingChanges(store)).toBe(0);
});
