/**
 * Makes the rows of lists and search again when they would be made otherwise now: the municipality changed its terms, or
 * this version of the program derives them in another way than the one that made them.
 *
 * Promises: household by household between other work, never in the way of a save; what is done is remembered with what
 * it was done for, so that a lock half way, or terms that come from a colleague, end in the same rows.
 */
import type { Terms } from '../../../shared/domain/gemeenteprofiel.ts';
import type { OpenVault } from '../openVault.ts';
import type { Timer } from '../vaultDeps.ts';

/**
 * How rows and words of search come out of a document. Raise it when the same document gives other ones: every vault then
 * makes them again, once. A new column needs no more than this beside its migration.
 */
export const ROWS_VERSION = 1;

const TERMS_KEY = 'terms.rows';
const VERSION_KEY = 'rows.version';
/** Households at a time. */
const SLICE = 5;
const BETWEEN_MS = 20;

/** For whoever fills a vault with this version of the program: its rows need not be made again at the first unlock. */
export function rememberRowsVersion({ db }: Pick<OpenVault['store'], 'db'>): void {
  db.prepare<[string, Uint8Array]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(
    VERSION_KEY,
    new TextEncoder().encode(String(ROWS_VERSION)),
  );
}

export interface RowsRenewal {
  /** Looks whether the rows are of these terms and of this version, and begins when they are not. */
  check(): void;
  end(): void;
}

/** `standard`: terms that rows were made with when nothing is remembered. A vault without a version is older than all. */
export function createRowsRenewal(
  vault: Pick<OpenVault, 'store' | 'documents' | 'deps' | 'emit'>,
  terms: () => Terms,
  standard: Terms,
  version = ROWS_VERSION,
): RowsRenewal {
  const { store, documents, deps, emit } = vault;
  const { db } = store;
  const done = db.prepare<[string], Uint8Array>('SELECT value FROM meta WHERE key = ?').pluck();
  const remember = db.prepare<[string, Uint8Array]>(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const inOrder = db
    .prepare<[string], string>(
      `SELECT document_id FROM document WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY document_id`,
    )
    .pluck();
  const rememberText = (key: string, text: string): void => void remember.run(key, new TextEncoder().encode(text));
  const remembered = (key: string): string | null => {
    const value = done.get(key);
    return value === undefined ? null : new TextDecoder().decode(value);
  };
  let waiting: string[] = [];
  let wanted = '';
  let withSearch = false;
  let timer: Timer | null = null;

  const step = (): void => {
    // A step that fails on a full disk is the last: nothing was remembered as done, and the next look begins again.
    timer = null;
    const part = waiting.splice(0, SLICE);
    for (const documentId of part) documents.reproject(documentId, { withSearch });
    if (waiting.length > 0) {
      timer = deps.setTimer(step, BETWEEN_MS);
      return;
    }
    store.transaction(() => {
      rememberText(TERMS_KEY, wanted);
      rememberText(VERSION_KEY, String(version));
    });
    if (part.length > 0) emit('lists.changed', { householdId: null });
  };

  return {
    check() {
      const now = JSON.stringify(terms());
      const before = remembered(TERMS_KEY) ?? JSON.stringify(standard);
      const isOfThisVersion = remembered(VERSION_KEY) === String(version);
      if (now === (timer === null ? before : wanted) && (isOfThisVersion || timer !== null)) return;
      // Words do not depend on terms: only another version makes them otherwise.
      withSearch = !isOfThisVersion;
      wanted = now;
      waiting = inOrder.all(JSON.stringify(withSearch ? ['household', 'team'] : ['household']));
      timer ??= deps.setTimer(step, BETWEEN_MS);
    },
    end() {
      timer?.cancel();
      timer = null;
    },
  };
}
