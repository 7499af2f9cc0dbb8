import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../store/open.ts';
import { addDocument, addUpdate, createTestStore, TEST_DOCUMENT, type TestStore } from '../store/testStore.ts';
import { RowNumbers } from './rowNumbers.ts';

let place: TestStore;
let store: Store;
beforeEach(() => {
  place = createTestStore();
  store = place.open();
  addDocument(store);
});
afterEach(() => place.end());

function add(numbers: RowNumbers): number {
  return store.transaction(() => {
    const seq = numbers.next();
    store.db
      .prepare('INSERT INTO document_update (seq, document_id, bytes, sealed, made_at_ms) VALUES (?, ?, ?, 0, 1)')
      .run(seq, TEST_DOCUMENT, Buffer.of(1));
    return seq;
  });
}
const writtenDown = (): number =>
  Number(store.db.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'document_update'`).pluck().get());
const foldIn = (): void => void store.db.exec('DELETE FROM document_update');

test('a number is never given again, also not after all rows were folded in and the app was started anew', () => {
  let highest = 0;
  for (let round = 0; round < 5; round += 1) {
    const numbers = new RowNumbers(store);
    for (let row = 0; row < 3; row += 1) {
      const seq = add(numbers);
      expect(seq).toBeGreaterThan(highest);
      highest = seq;
      if (row === round % 3) foldIn();
    }
    foldIn();
    store.close();
    store = place.open();
  }
});

test('most rows write nothing but themselves: numbers are written down a stretch ahead', () => {
  const numbers = new RowNumbers(store);
  const changes = new Set<number>();
  store.transaction(() => {
    for (let row = 0; row < 1_500; row += 1) {
      add(numbers);
      changes.add(writtenDown());
    }
  });
  expect(changes.size).toBeLessThan(5);
});

test('a stretch that was rolled back is no hole in the promise', () => {
  add(new RowNumbers(store));
  const numbers = new RowNumbers(store);
  expect(() =>
    store.transaction(() => {
      numbers.next();
      throw new Error('the change failed');
    }),
  ).toThrow('the change failed');
  const seq = add(numbers);
  foldIn();
  expect(writtenDown()).toBeGreaterThanOrEqual(seq);
  expect(add(new RowNumbers(store))).toBeGreaterThan(seq);
});

test('a row that somebody else added past it comes before the next one', () => {
  const numbers = new RowNumbers(store);
  add(numbers);
  addUpdate(store, 'added by a repair');
  const added = Number(store.db.prepare('SELECT max(seq) FROM document_update').pluck().get());
  expect(add(numbers)).toBeGreaterThan(added);
});
