/**
 * Numbers for the rows of the document log, higher than every number that a row ever had, also one that is folded in.
 *
 * SQLite promises that too (AUTOINCREMENT), but writes down the highest number at each row: one more page in every save.
 * So a stretch of numbers is written down ahead, and the rows of it cost nothing. What is left of a stretch when the app
 * ends is skipped. Right in every case: a row beyond what is written down makes SQLite write it down by itself.
 */
import type { Store } from '../store/open.ts';

const STRETCH = 1_000;

export class RowNumbers {
  readonly #statements;
  #last = 0;
  #writtenDown = 0;

  constructor({ db }: Store) {
    this.#statements = {
      writtenDown: db.prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'document_update'`).pluck(),
      writeDown: db.prepare<[number]>(`UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'document_update'`),
      writeDownFirst: db.prepare<[number]>(`INSERT INTO sqlite_sequence (name, seq) VALUES ('document_update', ?)`),
      lastRow: db.prepare<[], number | null>('SELECT max(seq) FROM document_update').pluck(),
    };
  }

  /** The next number. Inside the transaction that adds the row. */
  next(): number {
    if (this.#last >= this.#writtenDown) {
      // The first time, and at the end of a stretch: no row has a number beyond what is written down.
      this.#last = Math.max(this.#last, this.#statements.writtenDown.get() ?? 0);
      this.#writtenDown = this.#last + STRETCH;
      const { changes } = this.#statements.writeDown.run(this.#writtenDown);
      if (changes === 0) this.#statements.writeDownFirst.run(this.#writtenDown);
    }
    // Rows that were added past this one are behind it.
    this.#last = Math.max(this.#last, this.#statements.lastRow.get() ?? 0) + 1;
    return this.#last;
  }
}
