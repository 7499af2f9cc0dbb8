/**
 * Makes the rows of open terms again after the municipality changed its terms.
 *
 * Promises: household by household between other work, never in the way of a save; what is done is remembered with the
 * terms it was done for, so that a lock half way, or terms that come from a colleague, end in the same rows.
 */
import type { Terms } from '../../../shared/domain/gemeenteprofiel.ts';
import type { OpenVault } from '../openVault.ts';
import type { Timer } from '../vaultDeps.ts';

const KEY = 'terms.rows';
/** Households at a time. */
const SLICE = 5;
const BETWEEN_MS = 20;

export interface TermsRenewal {
  /** Looks whether the rows are of these terms, and begins when they are not. */
  check(): void;
  end(): void;
}

/** `standard`: terms that rows were made with when nothing is remembered. */
export function createTermsRenewal(
  vault: Pick<OpenVault, 'store' | 'documents' | 'deps' | 'emit'>,
  terms: () => Terms,
  standard: Terms,
): TermsRenewal {
  const { store, documents, deps, emit } = vault;
  const { db } = store;
  const done = db.prepare<[string], Uint8Array>('SELECT value FROM meta WHERE key = ?').pluck();
  const remember = db.prepare<[string, Uint8Array]>(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const households = db
    .prepare<[], string>(`SELECT document_id FROM document WHERE kind = 'household' ORDER BY document_id`)
    .pluck();
  let waiting: string[] = [];
  let wanted = '';
  let timer: Timer | null = null;

  const step = (): void => {
    timer = null;
    for (const documentId of waiting.splice(0, SLICE)) documents.reproject(documentId);
    if (waiting.length > 0) {
      timer = deps.setTimer(step, BETWEEN_MS);
      return;
    }
    store.transaction(() => remember.run(KEY, new TextEncoder().encode(wanted)));
    emit('lists.changed', { householdId: null });
  };

  return {
    check() {
      const now = JSON.stringify(terms());
      const made = done.get(KEY);
      const before = made === undefined ? JSON.stringify(standard) : new TextDecoder().decode(made);
      if (now === (timer === null ? before : wanted)) return;
      wanted = now;
      waiting = households.all();
      timer ??= deps.setTimer(step, BETWEEN_MS);
    },
    end() {
      timer?.cancel();
      timer = null;
    },
  };
}
