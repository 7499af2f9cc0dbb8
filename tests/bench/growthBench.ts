/**
 * What becomes slower as a team grows and as a household grows old: slopes, not points. A slope is how many times longer
 * the largest takes than the smallest, beside how many times larger it is; 1 is flat.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { dossierHandlers } from '../../electron/vault/handlers/dossier.ts';
import { overviewHandlers } from '../../electron/vault/handlers/overview.ts';
import type { VaultSession } from '../../electron/vault/openSession.ts';
import { setFields } from '../../shared/documents/accessors.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { ok } from '../../shared/result.ts';
import { fillCaseload } from '../demo/demoVault.ts';
import { auditing, doneNow, openProfile } from './benchVault.ts';
import { median, percentile, type Figure, type Measurements, type Trial } from './figures.ts';
import { freshSession, rounds, slopeOver, timed } from './growthSlope.ts';
import { measureYears } from './growthYears.ts';

/** A full caseload has 50; growth in households is what is looked at here. */
const NOTES_PER_HOUSEHOLD = 10;
const UNLOCKS = 7;
const ROUNDS = 60;
const NEEDLES = ['yilmaz', 'huur', 'energie', 'schimmel', 'taal'];
const KEYS = NEEDLES.flatMap((text) => Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1)));

type Point = Readonly<Record<'households' | 'unlockMs' | 'saveMs' | 'typingMs' | 'householdMs', number>>;

/**
 * Every size is measured in turns with the others: what the machine does meanwhile falls on all alike. `years` of one
 * household likewise: one that is a year old beside one of two years, and so on.
 */
export async function growthBench(sizes: readonly number[], years: number): Promise<Measurements> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-growth-'));
  try {
    const points = await measureSizes(folder, sizes);
    const yearly = await measureYears(join(folder, 'years'), years);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return { figures: [] };
    const times = last.households / first.households;
    const slope = (name: keyof Point, title: string, bar: number | null, note?: string): Figure => ({
      name: `${title}, ${String(last.households)} beside ${String(first.households)} households (${times.toFixed(0)} times as many)`,
      value: slopeOver(points.map((point) => [point.households, point[name]])),
      unit: 'x',
      bar,
      ...(note === undefined ? {} : { note }),
    });
    const raw = (who: string, measured: Trial['measured']): Trial => ({ who, measured, load: loadavg()[0] ?? 0 });
    return {
      figures: [
        slope(
          'unlockMs',
          'opening the vault to Vandaag, without the passphrase',
          null,
          'Vandaag counts over all households',
        ),
        {
          name: `the same with ${String(last.households)} households`,
          value: last.unlockMs,
          unit: 'ms',
          bar: null,
        },
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

async function measureSizes(folder: string, sizes: readonly number[]): Promise<readonly Point[]> {
  const vaults: { readonly households: number; open(): VaultSession }[] = [];
  for (const households of sizes) {
    const { deps, fresh } = await freshSession(join(folder, String(households)));
    fillCaseload(fresh.session.vault, { seed: 3, households, notes: households * NOTES_PER_HOUSEHOLD });
    await fresh.session.close();
    const place = { profileId: fresh.profileId, folder: fresh.folder };
    vaults.push({ households, open: () => openProfile(place, fresh.masterKey, deps) });
  }
  const unlocks: number[][] = vaults.map(() => []);
  for (let round = 0; round < UNLOCKS; round += 1) {
    for (const [index, vault] of vaults.entries()) {
      const started = performance.now();
      const session = vault.open();
      doneNow(overviewHandlers(session.vault)['today.get']({}, auditing(session, 'today.get')));
      unlocks[index]?.push(performance.now() - started);
      await session.close();
    }
  }
  const sessions = vaults.map(({ open }) => open());
  try {
    const subjects = sessions.map((session) => ({
      session,
      documents: session.vault.store.db
        .prepare<[], DocumentId>('SELECT document_id FROM household ORDER BY document_id LIMIT 60')
        .pluck()
        .all(),
      commands: dossierHandlers(session.vault),
      search: overviewHandlers(session.vault)['search.query'],
    }));
    // Each household once: a second time it would stand in memory.
    const most = Math.min(ROUNDS, ...subjects.map(({ documents }) => documents.length));
    const opens = rounds(most, subjects, ({ session, documents, commands }, round) => {
      const documentId = documents[round % documents.length];
      if (documentId === undefined) return Number.NaN;
      return timed(() => void doneNow(commands['document.open']({ documentId }, auditing(session, 'document.open'))));
    });
    const saves = rounds(ROUNDS, subjects, ({ session, documents }, round) =>
      saveOne(session, documents[round % 5], round),
    );
    const typing = rounds(2 * KEYS.length, subjects, ({ session, search }, round) =>
      timed(() => {
        const text = KEYS[round % KEYS.length] ?? '';
        doneNow(search({ text, mode: 'typing', limit: 20 }, auditing(session, 'search.query')));
      }),
    );
    return vaults.map(({ households }, index) => ({
      households,
      unlockMs: median(unlocks[index] ?? []),
      saveMs: median(saves[index] ?? []),
      typingMs: percentile(typing[index] ?? [], 95),
      householdMs: median(opens[index] ?? []),
    }));
  } finally {
    for (const session of sessions) await session.close();
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
