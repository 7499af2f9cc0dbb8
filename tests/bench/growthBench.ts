/**
 * What becomes slower as a team grows and as a household grows old: slopes, not points. A slope is how many times longer
 * the largest takes than the smallest, beside how many times larger it is; 1 is flat.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { dossierHandlers } from '../../electron/vault/handlers/dossier.ts';
import { overviewHandlers } from '../../electron/vault/handlers/overview.ts';
import type { VaultSession } from '../../electron/vault/openSession.ts';
import { createRecord, newWriter, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { newId, type DocumentId, type HouseholdId } from '../../shared/domain/ids.ts';
import { ok } from '../../shared/result.ts';
import { fillCaseload, openFreshVault } from '../demo/demoVault.ts';
import { auditing, benchDeps, doneNow, openProfile, PASSPHRASE, PIN } from './benchVault.ts';
import { median, percentile, type Figure, type Measurements, type Trial } from './figures.ts';

/** A full caseload has 50; growth in households is what is looked at here. */
const NOTES_PER_HOUSEHOLD = 10;
const ROUNDS = 30;
const NEEDLES = ['yilmaz', 'huur', 'energie', 'schimmel', 'taal'];

type Point = Readonly<Record<'households' | 'unlockMs' | 'saveMs' | 'typingMs' | 'householdMs', number>>;

export async function growthBench(sizes: readonly number[], years: number): Promise<Measurements> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-growth-'));
  try {
    const points: Point[] = [];
    for (const households of sizes) points.push(await measureSize(join(folder, String(households)), households));
    const yearly = await measureYears(join(folder, 'years'), years);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return { figures: [] };
    const times = last.households / first.households;
    const slope = (name: keyof Point, title: string, bar: number | null, note?: string): Figure => ({
      name: `${title}, ${String(last.households)} beside ${String(first.households)} households (${times.toFixed(0)} times as many)`,
      value: last[name] / first[name],
      unit: 'x',
      bar,
      ...(note === undefined ? {} : { note }),
    });
    const raw = (who: string, measured: Trial['measured']): Trial => ({ who, measured, load: Number.NaN });
    return {
      figures: [
        slope(
          'unlockMs',
          'opening the vault to Vandaag, without the passphrase',
          null,
          'Vandaag counts over all households',
        ),
        slope('saveMs', 'saving one change', 1.5),
        slope('householdMs', 'opening one household', 1.5),
        slope('typingMs', 'a key while searching, p95', null, 'more households have the word'),
        ...yearly.figures,
      ],
      raw: [...points.map((point) => raw('households', point)), ...yearly.points.map((point) => raw('years', point))],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function freshSession(folder: string) {
  const deps = benchDeps(folder);
  return {
    deps,
    fresh: await openFreshVault({ deps, name: 'Bank', passphrase: PASSPHRASE, pin: PIN, practice: true }),
  };
}

async function measureSize(folder: string, households: number): Promise<Point> {
  const { deps, fresh } = await freshSession(folder);
  fillCaseload(fresh.session.vault, { seed: 3, households, notes: households * NOTES_PER_HOUSEHOLD });
  await fresh.session.close();
  const place = { profileId: fresh.profileId, folder: fresh.folder };
  const unlocks: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    const session = openProfile(place, fresh.masterKey, deps);
    doneNow(overviewHandlers(session.vault)['today.get']({}, auditing(session, 'today.get')));
    unlocks.push(performance.now() - started);
    await session.close();
  }
  const session = openProfile(place, fresh.masterKey, deps);
  try {
    const documents = session.vault.store.db
      .prepare<[], DocumentId>('SELECT document_id FROM household ORDER BY document_id LIMIT 60')
      .pluck()
      .all();
    const commands = dossierHandlers(session.vault);
    const opens = documents.map((documentId) =>
      timed(() => void doneNow(commands['document.open']({ documentId }, auditing(session, 'document.open')))),
    );
    const saves = Array.from({ length: ROUNDS }, (_, round) => saveOne(session, documents[round % 5], round));
    const search = overviewHandlers(session.vault)['search.query'];
    const keys = NEEDLES.flatMap((text) => Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1)));
    const typing = [...keys, ...keys].map((text) =>
      timed(() => void doneNow(search({ text, mode: 'typing', limit: 20 }, auditing(session, 'search.query')))),
    );
    return {
      households,
      unlockMs: median(unlocks),
      saveMs: median(saves),
      typingMs: percentile(typing, 95),
      householdMs: median(opens),
    };
  } finally {
    await session.close();
  }
}

function saveOne(session: VaultSession, documentId: DocumentId | undefined, round: number): number {
  if (documentId === undefined) return Number.NaN;
  return timed(() => {
    session.vault.documents.change(documentId, (doc, writer) => {
      setFields(doc, 'household', 'household', { city: `Plaats ${String(round)}` }, writer);
      return ok(null);
    });
  });
}

/** Working days of one household: a note every week, text typed in it, its fields corrected, its log folded in. */
async function measureYears(folder: string, years: number) {
  const { fresh } = await freshSession(folder);
  const { session } = fresh;
  try {
    const { vault } = session;
    const [made] = vault.documents.create([
      {
        householdId: newId<HouseholdId>(vault.deps.random),
        kind: 'household',
        fill: (doc, writer) => void createRecord(doc, 'household', { name: 'Fam. Vijf jaar', status: 'NIEUW' }, writer),
      },
    ]);
    if (made === undefined) throw new Error('no document');
    const { documentId } = made;
    const points: Readonly<Record<'year' | 'notes' | 'stateKb' | 'openMs' | 'saveMs', number>>[] = [];
    for (let year = 1; year <= years; year += 1) {
      const saves: number[] = [];
      for (let week = 0; week < 52; week += 1) saves.push(...workAWeek(session, documentId, year, week));
      vault.documents.flush();
      const state = vault.documents.stateOf(documentId);
      const opens = Array.from({ length: 5 }, () => timed(() => Y.applyUpdate(new Y.Doc(), state)));
      points.push({
        year,
        notes: year * 52,
        stateKb: state.length / 1_024,
        openMs: median(opens),
        saveMs: median(saves),
      });
    }
    const [first, last] = [points[0], points.at(-1)];
    const size = statSync(session.vault.store.file).size / 1e6;
    const span = `year ${String(years)} beside year 1`;
    return {
      points,
      figures: [
        {
          name: `size of one household, ${span} (${String(years)} times the notes)`,
          value: (last?.stateKb ?? 0) / (first?.stateKb ?? 1),
          unit: 'x',
          bar: years * 1.1,
        },
        {
          name: `loading that household, ${span}`,
          value: (last?.openMs ?? 0) / (first?.openMs ?? 1),
          unit: 'x',
          bar: years * 1.5,
          note: 'all its notes are loaded',
        },
        {
          name: `saving in that household, ${span}`,
          value: (last?.saveMs ?? 0) / (first?.saveMs ?? 1),
          unit: 'x',
          bar: 1.5,
        },
        {
          name: `loading that household after year ${String(years)}`,
          value: last?.openMs ?? Number.NaN,
          unit: 'ms',
          bar: null,
        },
        { name: 'the database file of that one household', value: size, unit: 'MB', bar: null },
      ] satisfies Figure[],
    };
  } finally {
    await session.close();
  }
}

function workAWeek(session: VaultSession, documentId: DocumentId, year: number, week: number): number[] {
  const { documents, me, deps } = session.vault;
  const date = addDays('2026-01-01', (year - 1) * 365 + week * 7);
  const times: number[] = [];
  const change = (write: (doc: Y.Doc) => void): void => {
    times.push(
      timed(() => {
        const answer = documents.change(documentId, (doc) => {
          write(doc);
          return ok(null);
        });
        if (!answer.ok) throw new Error('refused');
      }),
    );
  };
  const writer = newWriter(me.userId, deps.clock, deps.random);
  change((doc) => void createRecord(doc, 'conversations', { date, context: 'THUIS', author: me.userId }, writer));
  let text = '';
  for (let save = 0; save < 6; save += 1) {
    text += 'Een zin over het huis, de kinderen, de post en wat er morgen moet gebeuren. ';
    change((doc) => {
      const talk = readRecords(doc, 'conversations').at(-1);
      if (talk !== undefined) replaceText(doc, 'conversations', talk.id, 'whatIsGoingOn', text);
    });
  }
  change((doc) => setFields(doc, 'household', 'household', { city: `Plaats ${String(week)}` }, writer));
  return times;
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
