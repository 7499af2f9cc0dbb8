/**
 * A canary word in every field of every kind of every document, also those that only the vault writes (the team, a
 * spreekuur, decisions), and in every local table; then every file is searched for it. The kinds come from the schema and
 * the tables from the database itself: one that is added later fails here until a word is planted in it, or it is named
 * below as one that holds no words.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Handlers } from '../../shared/contract/contract.ts';
import { documentKinds, type DocumentKind, type RecordKind } from '../../shared/documents/schema.ts';
import { newId, type HouseholdId } from '../../shared/domain/ids.ts';
import { createNodeDeps } from '../../electron/vault/nodeDeps.ts';
import { stretchInChild } from '../../electron/vault/nodeStretch.ts';
import type { VaultSession } from '../../electron/vault/openSession.ts';
import { openFreshVault } from '../demo/demoVault.ts';
import { findsOf, searchFolder } from './canarySearch.ts';
import { plantEverywhere } from './plantedRecords.ts';

const CANARY = 'kanariezonnebloem';
/** Kinds without a field that takes words: ids, codes, dates, numbers and keyed hashes. */
const WORDLESS_KINDS: readonly string[] = ['teamSecret', 'matchMarks', 'looks', 'restrictedLooks', 'lookReports'];
const root = mkdtempSync(join(tmpdir(), 'samenspel-canary-kinds-'));
const dataFolder = join(root, 'data');
const temporary = join(root, 'temporary');
const before = process.env['TMPDIR'];
let session: VaultSession | null = null;

afterAll(async () => {
  await session?.close();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(root, { recursive: true, force: true });
});

test('a word in every field of every kind and in every table is in no file [P1]', async () => {
  for (const folder of [dataFolder, temporary]) mkdirSync(folder);
  process.env['TMPDIR'] = temporary;
  const deps = createNodeDeps({
    host: 'loopback',
    appVersion: '0.1.0',
    dataFolder,
    keychain: null,
    stretch: stretchInChild,
    end: () => undefined,
  });
  const opened = await openFreshVault({
    deps,
    name: `${CANARY} naam`,
    jobTitle: `${CANARY} functie`,
    passphrase: `wachtzin ${CANARY} molen lantaarn beschuit`,
    pin: '739158',
    practice: false,
  });
  session = opened.session;
  const { vault, ui } = session;
  const householdId = newId<HouseholdId>(deps.random);
  const places: string[] = [];
  for (const [kind, records] of Object.entries(documentKinds)) {
    const [facts] = vault.documents.create([
      {
        householdId,
        kind: kind as DocumentKind,
        fill(doc, writer) {
          const planted = plantEverywhere(
            doc,
            Object.keys(records) as RecordKind[],
            writer,
            (at) => `${CANARY} ${at}`,
            true,
          );
          places.push(...planted.places);
        },
      },
    ]);
    const words = vault.documents.read(facts?.documentId ?? '', (doc) => Buffer.from(Y.encodeStateAsUpdate(doc)));
    // The words are in there, and not only in the list of what was meant.
    expect(words.ok && words.value.includes(CANARY), kind).toBe(true);
  }
  const withWords = new Set(places.map((place) => place.split(/[.#]/)[0] ?? ''));
  const kinds = Object.values(documentKinds).flatMap((records) => Object.keys(records));
  expect(kinds.filter((kind) => !withWords.has(kind) && !WORDLESS_KINDS.includes(kind))).toEqual([]);

  await act(session.handlers, 'worknote.save', { householdId: null, text: `${CANARY} aantekening` });
  ui.rememberPlace({ route: CANARY, field: `${CANARY} concept`, selectionStart: 0, selectionEnd: 0 });
  vault.documents.flush();
  plantInTables(session);
  expect(tablesWithout(session)).toEqual([]);
  await act(session.handlers, 'backup.create', {});

  const secrets = [CANARY, `${CANARY} naam`, '739158'];
  // The name and the function of a worker stand on the lock page, and so in the header, where they are alone.
  const isHeader = (found: string): boolean => /header\.json(\.bak)?: kanariezonnebloem( naam)?$/.test(found);
  const notIn = (finds: readonly string[]): readonly string[] => finds.filter((found) => !isHeader(found));
  expect(notIn(searchFolder(root, secrets).found)).toEqual([]);
  expect(searchFolder(root, secrets).files).toBeGreaterThan(4);
  await session.close();
  session = null;
  expect(notIn(searchFolder(root, secrets).found)).toEqual([]);
  expect(findsOf(secrets, Buffer.from(`x${CANARY}y`))).toEqual([CANARY]);
}, 120_000);

/** Calls a command as the dispatcher does. */
async function act(
  handlers: VaultSession['handlers'],
  name: 'worknote.save' | 'backup.create',
  input: object,
): Promise<void> {
  const handler = handlers[name] as ((input: object, call: object) => unknown) | undefined;
  const outcome = (await handler?.(input, { takeAudit: () => null })) as { readonly ok: boolean } | undefined;
  expect(outcome?.ok, name satisfies keyof Handlers).toBe(true);
}

/** Ordinary tables, as the database itself lists them: not the parts of the full-text index, nor SQLite's own. */
function tablesOf({ vault }: VaultSession): readonly string[] {
  return vault.store.db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
}

const rowsOf = ({ vault }: VaultSession, table: string): readonly Record<string, unknown>[] =>
  vault.store.db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all();

/** One more row in every table, with the word in each column that takes text or bytes, whatever it is meant for. */
function plantInTables(session: VaultSession): void {
  const { db } = session.vault.store;
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  for (const table of tablesOf(session)) {
    const columns = db
      .prepare<[string], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info(?)`)
      .all(table);
    const word = (name: string): string => `${CANARY} ${table}.${name}`;
    const values = columns.map(({ name, type }) =>
      type === 'TEXT' ? word(name) : type === 'BLOB' ? Buffer.from(word(name)) : 987_654_321,
    );
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    db.prepare(`INSERT OR REPLACE INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`).run(
      values,
    );
  }
  db.pragma('ignore_check_constraints = OFF');
}

/** Tables with a column for text or bytes, of all that the database has, that do not hold the word. */
function tablesWithout(session: VaultSession): readonly string[] {
  const holds = (value: unknown): boolean =>
    typeof value === 'string'
      ? value.includes(CANARY)
      : value instanceof Uint8Array && Buffer.from(value).includes(CANARY);
  const { db } = session.vault.store;
  const found = db
    .prepare<[string], number>(`SELECT count(*) FROM search_fts WHERE search_fts MATCH ?`)
    .pluck()
    .get(`${CANARY}*`);
  const wordless = tablesOf(session).filter((table) => {
    const rows = rowsOf(session, table);
    const takesWords = rows.some((row) => Object.values(row).some((value) => typeof value !== 'number'));
    return takesWords && !rows.some((row) => Object.values(row).some(holds));
  });
  return (found ?? 0) > 0 ? wordless : [...wordless, 'search_fts'];
}
