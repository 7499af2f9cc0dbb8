import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../store/open.ts';
import { addDocument, createTestStore, TEST_DOCUMENT, type TestStore } from '../store/testStore.ts';
import { newestSaveReader } from './newestSave.ts';

let place: TestStore;
let store: Store;
beforeEach(() => {
  place = createTestStore();
  store = place.open();
  addDocument(store);
});
afterEach(() => place.end());

const save = (atMs: number): void =>
  void store.db
    .prepare('INSERT INTO document_update (document_id, bytes, sealed, made_at_ms) VALUES (?, ?, 0, ?)')
    .run(TEST_DOCUMENT, Buffer.of(1), atMs);

const household = (atMs: number): void =>
  void store.db
    .prepare(
      `INSERT INTO household (household_id, document_id, name, folded, address, area, status, regisseur, contact_user,
         shielded, person_count, archived, open_choices, changed_at_ms)
       VALUES ('h', ?, 'Fam. Test', 'fam test', '', '', 'NIEUW', '', '', 0, 0, 0, 0, ?)`,
    )
    .run(TEST_DOCUMENT, atMs);

test('an empty vault knows of no moment', () => {
  expect(newestSaveReader(store)()).toBe(0);
});

test('the last save tells, also when the clock was set back for a few after it', () => {
  save(5_000);
  save(1_000);
  save(1_001);
  expect(newestSaveReader(store)()).toBe(5_000);
});

test('after many saves on a clock that was set back the households still tell', () => {
  household(5_000);
  for (let atMs = 1_000; atMs < 1_050; atMs += 1) save(atMs);
  expect(newestSaveReader(store)()).toBe(5_000);
});

test('it does not read the log: what lies before the last saves stays unread', () => {
  for (let atMs = 9_000; atMs > 8_950; atMs -= 1) save(atMs);
  expect(newestSaveReader(store)()).toBeLessThan(8_960);
});
