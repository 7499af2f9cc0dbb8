/**
 * Forms that were begun: in the encrypted store of this laptop, never in a document, never shared. One that nobody
 * touched for `KEPT_DAYS` goes at the next unlock, and all of a document go when it goes (`destroyDocuments`).
 */
import type { draftCommands } from '../../../shared/contract/commands/drafts.ts';
import { DraftKey, DraftValues } from '../../../shared/contract/commands/drafts.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { ok } from '../../../shared/result.ts';
import { DRAFT_PREFIX } from '../documents/formDrafts.ts';
import type { Store } from '../store/open.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { DossierVault } from './dossierRows.ts';

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
/** More open forms than a person can have in mind; the oldest go. */
const MOST = 200;

/** Forgets drafts that were left alone; at unlock. */
export function purgeDrafts(store: Store, nowMs: number): void {
  store.transaction(() => {
    store.db
      .prepare(`DELETE FROM ui_state WHERE key GLOB ? AND changed_at_ms < ?`)
      .run(`${DRAFT_PREFIX}*`, nowMs - KEPT_DAYS * DAY_MS);
    store.db
      .prepare(
        `DELETE FROM ui_state WHERE key IN
           (SELECT key FROM ui_state WHERE key GLOB ? ORDER BY changed_at_ms DESC LIMIT -1 OFFSET ?)`,
      )
      .run(`${DRAFT_PREFIX}*`, MOST);
  });
}

/** The commands of drafts on an open vault. */
export function draftHandlers({ store, deps }: DossierVault): Pick<Handlers, keyof typeof draftCommands> {
  const { db } = store;
  const put = db.prepare<[string, string, number]>(
    `INSERT INTO ui_state (key, value, changed_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at_ms = excluded.changed_at_ms`,
  );
  const drop = db.prepare<[string]>(`DELETE FROM ui_state WHERE key = ?`);
  const all = db.prepare<[string], { key: string; value: string }>(
    `SELECT key, value FROM ui_state WHERE key GLOB ? ORDER BY key`,
  );
  return {
    'draft.keep': ({ key, values }) =>
      storeResult(() => {
        store.transaction(() => {
          if (values === null) drop.run(DRAFT_PREFIX + key);
          else put.run(DRAFT_PREFIX + key, JSON.stringify(values), deps.clock.nowMs());
        });
        return ok({});
      }),
    'draft.list': () =>
      storeResult(() =>
        ok({
          drafts: all.all(`${DRAFT_PREFIX}*`).flatMap(({ key, value }) => {
            const [name, values] = [
              DraftKey.safeParse(key.slice(DRAFT_PREFIX.length)),
              DraftValues.safeParse(parsed(value)),
            ];
            return name.success && values.success ? [{ key: name.data, values: values.data }] : [];
          }),
        }),
      ),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
