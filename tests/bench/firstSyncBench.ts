/**
 * The first morning of a new colleague: a whole team's caseload comes to an empty laptop. Real vaults, a real server in a
 * process of its own; counted until every household can be opened and found, from the moment the vault opens.
 *
 * Run: npx node tests/bench/firstSyncBench.ts [households] [notes per household] [repeats]
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { VaultSession } from '../../electron/vault/openSession.ts';
import { fillCaseload, openFreshVault, type FreshVault } from '../demo/demoVault.ts';
import { startBenchServer } from './benchServers.ts';
import { auditing, benchDeps, done, doneNow, openProfile, PASSPHRASE, PIN } from './benchVault.ts';
import { median, type Figure } from './figures.ts';

export interface FirstSyncOptions {
  readonly households: number;
  readonly notesPerHousehold: number;
  readonly repeats: number;
}

const PATIENCE_MS = 120_000;

/** Looks every few milliseconds; no event says "everything is here". */
async function until(what: string, check: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!check()) {
    if (performance.now() > deadline) throw new Error(`waited too long for ${what}`);
    await pause(5);
  }
}

export async function firstSyncBench(options: FirstSyncOptions): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-first-sync-'));
  const server = await startBenchServer({ folder: join(folder, 'server') });
  const sessions: VaultSession[] = [];
  try {
    const fresh = async (name: string): Promise<FreshVault> => {
      const deps = benchDeps(join(folder, name));
      mkdirSync(deps.dataFolder);
      const made = await openFreshVault({ deps, name, passphrase: PASSPHRASE, pin: PIN, practice: false });
      sessions.push(made.session);
      return made;
    };
    const lead = await fresh('marieke');
    const newcomer = await fresh('samira');
    await meetInTeam(lead.session, newcomer.session, server.url, server.setupCode());
    await newcomer.session.close();
    fillCaseload(lead.session.vault, {
      seed: 7,
      households: options.households,
      notes: options.households * options.notesPerHousehold,
    });
    const uploading = performance.now();
    await until('everything to be shared', () => {
      const { state, waiting } = statusOf(lead.session);
      return state === 'shared' && waiting === 0;
    });
    const uploadMs = performance.now() - uploading;
    const firsts: number[] = [];
    const alls: number[] = [];
    for (let repeat = 0; repeat < options.repeats; repeat += 1) {
      const { firstMs, allMs } = await receive(newcomer, folder, repeat, options.households);
      firsts.push(firstMs);
      alls.push(allMs);
    }
    const size = `${String(options.households)} households x ${String(options.notesPerHousehold)} notes`;
    return [
      { name: `first sync to an empty laptop, ${size}`, value: median(alls) / 1_000, unit: 's', bar: 10 },
      { name: 'first sync, until the first household can be opened', value: median(firsts), unit: 'ms', bar: null },
      { name: `first upload of the same caseload`, value: uploadMs / 1_000, unit: 's', bar: null },
    ];
  } finally {
    for (const session of sessions) await session.close();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Founds the team and lets the second laptop in, through the commands of the screens. */
async function meetInTeam(
  lead: VaultSession,
  newcomer: VaultSession,
  server: string,
  setupCode: string,
): Promise<void> {
  const { handlers } = lead;
  done(
    await need(handlers['team.found'])({ name: 'Gebiedsteam Noord', server, setupCode }, auditing(lead, 'team.found')),
  );
  await until('the lead to be connected', () => statusOf(lead).state === 'shared');
  const invited = doneNow(need(handlers['team.invite'])({}, auditing(lead, 'team.invite')));
  done(await need(newcomer.handlers['team.join'])({ server, code: invited.code }, auditing(newcomer, 'team.join')));
  const rows = () => doneNow(need(handlers['team.joinRequests'])({}, auditing(lead, 'team.joinRequests')));
  await until('the request', () => rows().length > 0);
  const invite = rows()[0]?.invite ?? '';
  doneNow(
    need(handlers['team.answerJoin'])(
      { invite, approve: true, roles: ['MEDEWERKER'], openHouseholds: true },
      auditing(lead, 'team.answerJoin'),
    ),
  );
  const joined = () =>
    doneNow(need(newcomer.handlers['team.joinState'])({}, auditing(newcomer, 'team.joinState'))).state === 'joined';
  await until('the newcomer to be in', joined);
  await until('the newcomer to be connected', () => statusOf(newcomer).state === 'shared');
}

/** A copy of the empty vault, so that every repeat starts from nothing. */
async function receive(newcomer: FreshVault, folder: string, repeat: number, households: number) {
  const deps = benchDeps(join(folder, `copy-${String(repeat)}`));
  const place = { profileId: newcomer.profileId, folder: join(deps.dataFolder, basename(newcomer.folder)) };
  cpSync(newcomer.folder, place.folder, { recursive: true });
  const started = performance.now();
  const session = openProfile(place, newcomer.masterKey, deps);
  try {
    const { db } = session.vault.store;
    const here = db.prepare<[], number>('SELECT count(*) FROM household').pluck();
    await until('the first household', () => (here.get() ?? 0) > 0);
    const firstMs = performance.now() - started;
    await until('all households', () => (here.get() ?? 0) >= households);
    // Found by a word too: what is marked for the index is part of the wait.
    session.vault.documents.flush();
    return { firstMs, allMs: performance.now() - started };
  } finally {
    await session.close();
  }
}

function statusOf(session: VaultSession): { readonly state: string; readonly waiting: number } {
  return doneNow(need(session.handlers['sharing.status'])({}, auditing(session, 'sharing.status')));
}

function need<T>(handler: T | undefined): T {
  if (handler === undefined) throw new Error('no such command');
  return handler;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [households = 150, notesPerHousehold = 50, repeats = 1] = process.argv.slice(2).map(Number);
  for (const figure of await firstSyncBench({ households, notesPerHousehold, repeats }))
    console.log(`${figure.name}: ${figure.value.toFixed(2)} ${figure.unit}`);
}
