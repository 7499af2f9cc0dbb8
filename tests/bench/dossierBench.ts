/**
 * What a worker waits for on a full caseload, measured in the vault itself: saving, searching while typing, unlock to
 * Vandaag, opening a household, and what the projection of one change costs in a small and a large dossier.
 *
 * A save counts from the push to the answer, so with the check, the rows, the search marks, the audit row and the fsync.
 * Run: npx node tests/bench/dossierBench.ts [households] [notes]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as Y from 'yjs';
import { openWithPassphrase } from '../../electron/vault/keys/openKeys.ts';
import type { VaultSession } from '../../electron/vault/openSession.ts';
import { openStore } from '../../electron/vault/store/open.ts';
import { dossierHandlers } from '../../electron/vault/handlers/dossier.ts';
import { overviewHandlers } from '../../electron/vault/handlers/overview.ts';
import { replaceText, setFields, newWriter } from '../../shared/documents/accessors.ts';
import { readRecords, readText } from '../../shared/documents/readers.ts';
import type { DocumentId, HouseholdId } from '../../shared/domain/ids.ts';
import type { VaultDeps } from '../../electron/vault/vaultDeps.ts';
import { makeDemoVault } from '../demo/demoVault.ts';
import { auditing, benchDeps, doneNow, openProfile, PASSPHRASE, PIN } from './benchVault.ts';
import { planBench } from './planBench.ts';
import { projectionCost } from './projectionCost.ts';
import { median, percentile, type Figure, type Measurements } from './figures.ts';
import { unlockBench } from './unlockBench.ts';

export interface DossierBenchOptions {
  readonly households: number;
  readonly notes: number;
}

const SAVES = 200;
const TYPED = [
  'yilmaz',
  'huurachterstand',
  'van der veen',
  'energie',
  'oma haalt',
  'schimmel muur',
  'merelweg 44',
  'taalhuis',
  'slaapt',
  'de',
];

/** Makes the caseload in a temporary folder, measures, and removes it. */
export async function dossierBench(options: DossierBenchOptions): Promise<Measurements> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'));
  const deps = benchDeps(dataFolder);
  try {
    const made = performance.now();
    const { profileId, folder } = await makeDemoVault({
      deps,
      seed: 1,
      ...options,
      name: 'Bank',
      passphrase: PASSPHRASE,
      pin: PIN,
    });
    const makingMs = performance.now() - made;
    const unlocking = performance.now();
    const keys = await openWithPassphrase({ profileId, folder }, new TextEncoder().encode(PASSPHRASE), deps);
    if (!keys.ok) throw new Error('the demo vault does not open');
    const session = openProfile({ profileId, folder }, keys.value.masterKey, deps);
    let unlockMs = 0;
    const figures: Figure[] = [];
    try {
      doneNow(overviewHandlers(session.vault)['today.get']({}, auditing(session, 'today.get')));
      unlockMs = performance.now() - unlocking;
      figures.push(
        { name: 'make the caseload', value: makingMs / 1_000, unit: 's', bar: 120 },
        { name: 'unlock to Vandaag, with Argon2id', value: unlockMs, unit: 'ms', bar: 2_000 },
        ...openings(session),
        ...searches(session),
        ...saves(session, join(dataFolder, 'plain.db'), deps),
        ...planBench(session.vault),
        ...projectionCost(session.vault),
        rebuilding(session),
      );
    } finally {
      await session.close();
    }
    const unlock = unlockBench({
      place: { profileId, folder },
      masterKey: keys.value.masterKey,
      deps,
      wholeMs: unlockMs,
    });
    return { figures: [...figures, ...unlock.figures], raw: unlock.raw };
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** The household nearest to 300 conversations: opened with cold documents, each time another first. */
function openings(session: VaultSession): Figure[] {
  const { vault } = session;
  const commands = dossierHandlers(vault);
  const { db } = vault.store;
  const nearest = db
    .prepare<[], { householdId: HouseholdId; documentId: DocumentId; notes: number }>(
      `SELECT household_id AS householdId, document_id AS documentId, count(*) AS notes FROM conversation
     GROUP BY household_id ORDER BY abs(count(*) - 300) LIMIT 30`,
    )
    .all();
  const others = db
    .prepare<[], DocumentId>(`SELECT document_id FROM household ORDER BY document_id LIMIT 24`)
    .pluck()
    .all();
  const target = nearest[0];
  if (target === undefined) return [];
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    // Pushes the household out of memory, as a day of other work does.
    for (const documentId of others) vault.documents.read(documentId, () => null);
    const started = performance.now();
    const call = auditing(session, 'household.get');
    doneNow(commands['household.get']({ householdId: target.householdId }, call));
    const open = auditing(session, 'document.open');
    doneNow(commands['document.open']({ documentId: target.documentId }, open));
    open.finish();
    times.push(performance.now() - started);
  }
  return [
    {
      name: `open a household with ${String(target.notes)} notes, p95`,
      value: percentile(times, 95),
      unit: 'ms',
      bar: 100,
    },
  ];
}

/** The relational tables and the search index made again from all documents. */
function rebuilding({ vault }: VaultSession): Figure {
  const started = performance.now();
  vault.documents.rebuild();
  return {
    name: 'rebuild of all lists and the search index',
    value: (performance.now() - started) / 1_000,
    unit: 's',
    bar: null,
  };
}

function searches(session: VaultSession): Figure[] {
  const search = overviewHandlers(session.vault)['search.query'];
  const measured = (mode: 'typing' | 'ranked', texts: readonly string[]): number[] =>
    texts.map((text) => {
      const started = performance.now();
      const call = auditing(session, 'search.query');
      doneNow(search({ text, mode, limit: 20 }, call));
      call.finish();
      return performance.now() - started;
    });
  const keys = TYPED.flatMap((text) => Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1)));
  measured('typing', keys.slice(0, 10));
  const typing = [...measured('typing', keys), ...measured('typing', keys)];
  return [
    { name: 'search while typing, p95 per key', value: percentile(typing, 95), unit: 'ms', bar: 50 },
    { name: 'search while typing, median', value: median(typing), unit: 'ms', bar: null },
    {
      name: 'search ranked on Enter, p95',
      value: percentile(measured('ranked', [...TYPED, ...TYPED]), 95),
      unit: 'ms',
      bar: null,
    },
  ];
}

/** Types in one conversation as a person does, beside the same bytes in a plain encrypted table with FULL. */
function saves(session: VaultSession, plainFile: string, deps: VaultDeps): Figure[] {
  const { vault } = session;
  const { clock, random, logger } = deps;
  const plain = openStore({ file: plainFile, key: new Uint8Array(32).fill(3), clock, logger, appVersion: 'bench' });
  if (!plain.ok) throw new Error(plain.error.tag);
  plain.value.db.exec('CREATE TABLE plain (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL)');
  const insert = plain.value.db.prepare('INSERT INTO plain (bytes) VALUES (?)');
  const commands = dossierHandlers(vault);
  const householdId = vault.store.db
    .prepare<[], HouseholdId>(
      `SELECT household_id FROM conversation GROUP BY household_id ORDER BY abs(count(*) - 50) LIMIT 1`,
    )
    .pluck()
    .get();
  if (householdId === undefined) return [];
  const made = commands['conversation.create'](
    { householdId, context: 'THUIS' },
    auditing(session, 'conversation.create'),
  );
  const { documentId, conversationId } = doneNow(made);
  const opened = vault.documents.open(documentId);
  if (!opened.ok) throw new Error(opened.error.tag);
  const replica = new Y.Doc();
  Y.applyUpdate(replica, opened.value.state, 'load');
  const updates: Uint8Array[] = [];
  replica.on('update', (update: Uint8Array) => updates.push(update));
  const writer = newWriter(vault.me.userId, clock, random);
  const ours: number[] = [];
  const theirs: number[] = [];
  const timed = (times: number[], run: () => void): void => {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
  };
  for (let round = 0; round < SAVES; round += 1) {
    const text = readText(replica, 'conversations', conversationId, 'whatIsGoingOn');
    replaceText(
      replica,
      'conversations',
      conversationId,
      'whatIsGoingOn',
      `${text} En toen vertelde zij over haar moeder.`,
    );
    const first = readRecords(replica, 'persons')[0];
    if (round % 20 === 0 && first !== undefined)
      setFields(replica, 'persons', first.id, { relation: `r${String(round)}` }, writer);
    const update = Y.mergeUpdates(updates.splice(0));
    const push = (): void => {
      doneNow(commands['document.push']({ documentId, update }, auditing(session, 'document.push')));
    };
    const store = (): void => plain.value.transaction(() => void insert.run(update));
    // A B B A, so that whatever else the machine does falls on both.
    if (round % 2 === 0) {
      timed(ours, push);
      timed(theirs, store);
    } else {
      timed(theirs, store);
      timed(ours, push);
    }
  }
  plain.value.close();
  return [
    { name: 'save, p95 from push to fsync', value: percentile(ours, 95), unit: 'ms', bar: 50 },
    { name: 'save, median', value: median(ours), unit: 'ms', bar: null },
    {
      name: 'the same bytes in a plain encrypted table with FULL, median',
      value: median(theirs),
      unit: 'ms',
      bar: null,
    },
    {
      name: 'save beside that plain insert, ratio of medians',
      value: median(ours) / median(theirs),
      unit: 'x',
      bar: 3,
      note: 'five pages of the log against one (the change and its two indexes, the row of the audit and its head), the check of the push and the rows of lists',
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [households = '400', notes = '20000'] = process.argv.slice(2);
  const { figures } = await dossierBench({ households: Number(households), notes: Number(notes) });
  for (const { name, value, unit, bar } of figures)
    console.log(`${name}: ${value.toFixed(2)} ${unit}${bar === null ? '' : ` (at most ${String(bar)})`}`);
}
