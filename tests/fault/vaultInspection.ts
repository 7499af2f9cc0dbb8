/**
 * What must hold inside a vault after anything happened to it, looked at from outside on a copy of its folder: it opens,
 * every page and index is sound, the chained log is unbroken, every document can be read, and lists and search say what
 * the documents say.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProfileId } from '../../shared/domain/ids.ts';
import { DocumentStore } from '../../electron/vault/documents/documentStore.ts';
import { ROWS_VERSION } from '../../electron/vault/documents/rowsRenewal.ts';
import { loadIdentity } from '../../electron/vault/keys/identity.ts';
import { deriveSubkeys, type Subkeys } from '../../electron/vault/keys/masterKey.ts';
import { openWithRecoveryCode } from '../../electron/vault/keys/openKeys.ts';
import { DATABASE_FILE, profileFolder } from '../../electron/vault/keys/profileFolders.ts';
import { createNodeDeps } from '../../electron/vault/nodeDeps.ts';
import { stretchInChild } from '../../electron/vault/nodeStretch.ts';
import { connect } from '../../electron/vault/store/connect.ts';
import { createAuditLog } from '../../electron/vault/store/audit.ts';
import { openStore, type Store } from '../../electron/vault/store/open.ts';

const silent = { event: () => undefined };

function depsOf(dataFolder: string) {
  const options = { host: 'loopback', appVersion: '0.1.0', dataFolder, keychain: null } as const;
  return {
    ...createNodeDeps({ ...options, stretch: stretchInChild, end: () => undefined }),
    logger: silent,
    setTimer: () => ({ cancel: () => undefined }),
  };
}

/** The keys of a vault that is not open, by its printed code. They stay the same whatever becomes of the passphrase. */
export async function keysByRecoveryCode(dataFolder: string, profileId: ProfileId, code: string): Promise<Subkeys> {
  const place = { profileId, folder: profileFolder(dataFolder, profileId) };
  const opened = await openWithRecoveryCode(place, code, depsOf(dataFolder));
  if (!opened.ok) throw new Error(opened.error.tag);
  return deriveSubkeys(opened.value.masterKey);
}

/** In words what is wrong; empty when all is well. The folder itself is left as it was. `look` is shown the copy first. */
export function inspectVault(
  dataFolder: string,
  profileId: ProfileId,
  keys: Subkeys,
  look: (store: Store) => void = () => undefined,
): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'samenspel-inspect-'));
  try {
    cpSync(profileFolder(dataFolder, profileId), copy, {
      recursive: true,
      filter: (source) => !source.endsWith('backups'),
    });
    const deps = depsOf(copy);
    const opened = openStore({
      file: join(copy, DATABASE_FILE),
      key: keys.database,
      clock: deps.clock,
      logger: silent,
      appVersion: '0.1.0',
      mustExist: true,
    });
    if (!opened.ok) return [`does not open: ${opened.error.tag}`];
    try {
      look(opened.value);
      return problemsIn(opened.value, keys, deps);
    } finally {
      opened.value.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** True when lists and search of an open vault have been made again by this version, where they had to be. */
export function areRowsOfThisVersion(dataFolder: string, profileId: ProfileId, keys: Subkeys): boolean {
  const file = join(profileFolder(dataFolder, profileId), DATABASE_FILE);
  const db = connect({ file, key: keys.database, readOnly: true });
  try {
    const made = db.prepare<[], Uint8Array>(`SELECT value FROM meta WHERE key = 'rows.version'`).pluck().get();
    return made !== undefined && new TextDecoder().decode(made) === String(ROWS_VERSION);
  } finally {
    db.close();
  }
}

function problemsIn(store: Store, keys: Subkeys, deps: ReturnType<typeof depsOf>): readonly string[] {
  const problems: string[] = [];
  const integrity = store.db.pragma('integrity_check(1)', { simple: true });
  if (integrity !== 'ok') problems.push(`integrity_check: ${String(integrity)}`);
  const who = loadIdentity(store, keys.identity);
  if (who === null) return [...problems, 'the identity is gone'];
  const log = createAuditLog({ store, key: keys.audit, clock: deps.clock, me: who.me }).verify();
  if (log.firstBadRow !== null) problems.push(`the log breaks at row ${String(log.firstBadRow)}`);
  const documents = new DocumentStore({ store, me: who.me, deps, emit: () => undefined });
  const ids = store.db.prepare<[], string>('SELECT document_id FROM document').pluck().all();
  for (const id of ids) if (!documents.read(id, () => true).ok) problems.push('a document cannot be read');
  // What waited for the search when it ended is waiting on disk, and goes in first.
  documents.flush();
  const kept = projectionOf(store);
  documents.rebuild();
  const rebuilt = projectionOf(store);
  for (const [table, rows] of kept)
    if (JSON.stringify(rows) !== JSON.stringify(rebuilt.get(table)))
      problems.push(`${table} is not what documents say`);
  documents.end();
  return problems;
}

const TABLES: Readonly<Record<string, string>> = {
  household: '*',
  person: '*',
  conversation: '*',
  action: '*',
  open_choice: '*',
  deadline: '*',
  visit: '*',
  search_entry: 'document_id, kind, record_id, household_id, conversation_id, person_id, title, body, voice, date',
};

function projectionOf(store: Store): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(TABLES).map(([table, columns]) => {
      const rows = store.db.prepare(`SELECT ${columns} FROM ${table}`).all();
      return [table, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
    }),
  );
}
