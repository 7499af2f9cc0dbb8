/**
 * The vault itself, whole, with its production keys and in a team with a real server, is killed during a mixed load: notes,
 * the plan, new dossiers, copies, searching and hiding, while what was made before is being shared, and while a grown room
 * is folded in, here or on the server. It comes back through the printed recovery code each time. VAULT_KILL_CYCLES says
 * how often; the seed says after how much work, or at which sync of the disk, so that the same seed is the same run as far
 * as two processes allow. A run in which any of these was never struck fails.
 *
 * After each kill, on a copy of what lies on the disk: pages and indexes are sound, the chained log is unbroken, every
 * document can be read, lists and search say what the documents say. After each unlock all that was told is there. Some
 * of the kills are of the server. At the end the colleague, who was away all that time, gets everything from a server that
 * was killed as well, and from nobody else.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProfileId } from '../../shared/domain/ids.ts';
import type { Subkeys } from '../../electron/vault/keys/masterKey.ts';
import type { Store } from '../../electron/vault/store/open.ts';
import { Laptop, makeTeam, until } from '../selftest/laptop.ts';
import { freePort, startServerProcess, type ServerProcess } from '../sync/support/serverProcess.ts';
import { contentsOf } from '../fixtures/vaultContents.ts';
import { buildShim, hasCompiler } from './faultShim.ts';
import { missing, missingBackups, Promised, workUntilGone, type Load } from './mixedLoad.ts';
import { readTrace } from './powerCut.ts';
import { seededNumbers } from './seededNumbers.ts';
import { foldIn, isStruck, killWhileCopying, untilShared, writeMuch } from './aimedKills.ts';
import { beginOf, isSharing, isUnderWay, StruckWork, unfinishedCopies, type Work } from './struckWork.ts';
import { startVault, type VaultChild } from './vaultChild.ts';
import { areRowsOfThisVersion, inspectVault, keysByRecoveryCode } from './vaultInspection.ts';
import { beginTalk, passphrase, setUpWithCode, setUpWorker, value, type Talk } from './wordByWord.ts';

const CYCLES = Number(process.env['VAULT_KILL_CYCLES'] ?? 100);
/** Kills while the database of an earlier version is brought up to date. */
const MIGRATIONS = Math.max(3, Math.ceil(CYCLES / 10));
/** One in so many cycles kills the server first. */
const SERVER_EVERY = Math.max(2, Math.min(25, Math.floor(CYCLES / 2)));
const SEED = Number(process.env['SEED'] ?? 1);
const random = seededNumbers(SEED);

const workspace = mkdtempSync(join(tmpdir(), 'samenspel-kill-'));
const [folderA, folderB, serverFolder] = ['a', 'b', 'server'].map((name) => {
  mkdirSync(join(workspace, name));
  return join(workspace, name);
}) as [string, string, string];
const vaults = new Set<VaultChild>();
const servers = new Set<ServerProcess>();
let shim = '';

beforeAll(() => {
  if (hasCompiler) shim = buildShim(workspace);
});
afterAll(async () => {
  for (const vault of vaults) vault.kill();
  await Promise.all([...vaults].map(({ gone }) => gone));
  await Promise.all([...servers].map((server) => server.kill()));
  rmSync(workspace, { recursive: true, force: true });
});

/** Work that is waited for and then struck, beside what kills meet by chance; the rest of the load goes on meanwhile. */
type Aim = Extract<Work, 'compaction' | 'server compaction' | 'backup'>;
const AIMS: readonly Aim[] = hasCompiler
  ? ['backup', 'compaction', 'server compaction', 'compaction', 'backup', 'compaction', 'server compaction']
  : ['backup', 'backup'];
/** One place in the run each; a run of a few cycles becomes one of as many as there are aims. */
const ROUNDS = Math.max(CYCLES, AIMS.length);
const aimOf = (cycle: number): Aim | null => {
  const before = Math.floor((cycle * AIMS.length) / ROUNDS);
  return Math.floor(((cycle + 1) * AIMS.length) / ROUNDS) > before ? (AIMS[before] ?? null) : null;
};

async function start(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  preload?: string,
): Promise<VaultChild> {
  const vault = await startVault(folder, environment, preload);
  vaults.add(vault);
  void vault.gone.then(() => vaults.delete(vault));
  return vault;
}

async function startServer(port: number, environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await startServerProcess({ folder: serverFolder, port, environment });
  servers.add(server);
  void server.gone.then(() => servers.delete(server));
  return server;
}

/** What makes the process die at the `at`-th sync or write of files in this folder, counted from the start or a word of its log. */
const dyingAt = (
  folder: string,
  kind: 'write' | 'sync',
  at: number,
  from?: string,
): Readonly<Record<string, string>> => ({
  LD_PRELOAD: shim,
  FAULT_FOLDER: folder,
  FAULT_FAIL: kind,
  FAULT_FAIL_AT: String(at),
  FAULT_KILL: '1',
  ...(from === undefined ? {} : { FAULT_FROM: from }),
});
const DRAWN_WAITS = join(import.meta.dirname, 'drawnWaits.ts');

interface Place {
  readonly talk: Talk;
  readonly profileId: ProfileId;
  readonly recoveryCode: string;
  readonly colleague: ProfileId;
  readonly keys: Subkeys;
}

/** Two laptops in a team, with a household to work in; then both are off. */
async function setUp(server: ServerProcess): Promise<Place> {
  const a = new Laptop(await start(folderA), random);
  const b = new Laptop(await start(folderB), random);
  const { profileId, recoveryCode } = await setUpWithCode(a.vault.client, 'Marieke Oefenaar', false);
  const colleague = await setUpWorker(b.vault.client, 'Samira Oefenaar', false);
  await makeTeam(a, b, server);
  const talk = await beginTalk(a.vault.client, 'Fam. Begin');
  // So much that it pays to fold the room in after a few envelopes.
  await writeMuch(a, talk);
  // From here on the colleague has the keys of the team and is away.
  await until('the colleague has the first dossier', async () => (await b.open(talk.documentId)) !== null);
  for (const { vault } of [a, b]) {
    value(await vault.client.call('vault.lock', {}));
    await vault.gone;
  }
  return { talk, profileId, recoveryCode, colleague, keys: await keysByRecoveryCode(folderA, profileId, recoveryCode) };
}

test(
  `the vault is killed ${String(ROUNDS)} times under a mixed load and opened by its recovery code; nothing told as saved is lost, here or on the server [S4]`,
  { timeout: 180_000 + ROUNDS * 9_000 },
  async () => {
    const port = await freePort();
    let server = await startServer(port);
    const place = await setUp(server);
    const { talk, profileId, recoveryCode, keys } = place;
    const promised = new Promised();
    const bySync = { kills: 0, whileOpening: 0 };
    const struck = new StruckWork();
    let serverKills = 0;
    const profiles = join(folderA, 'profiles');
    const upTo = (count: number): number => 1 + Math.floor(random() * count);
    const starting = (cycle: number): Promise<VaultChild> => {
      const aim = aimOf(cycle);
      if (aim === 'server compaction') return start(folderA, {}, DRAWN_WAITS);
      if (aim === 'compaction') {
        // Folding in is one transaction: before any of its writes, or at the sync that ends it.
        const [kind, at] = random() < 0.7 ? (['write', upTo(100)] as const) : (['sync', 1] as const);
        return start(folderA, dyingAt(profiles, kind, at, beginOf('compaction')), DRAWN_WAITS);
      }
      const dies = hasCompiler && aim === null && cycle % 3 === 2;
      if (dies) bySync.kills += 1;
      return start(folderA, dies ? dyingAt(profiles, 'sync', upTo(40)) : {});
    };
    const serverAgain = async (environment: Readonly<Record<string, string>> = {}): Promise<void> => {
      await server.kill();
      serverKills += 1;
      server = await startServer(port, environment);
    };
    let next = starting(0);
    for (let cycle = 0; cycle < ROUNDS; cycle += 1) {
      const label = `seed ${String(SEED)}, cycle ${String(cycle)}`;
      const vault = await next;
      // The next one starts up meanwhile, without touching the vault.
      next = cycle + 1 < ROUNDS ? starting(cycle + 1) : start(folderA);
      const aim = aimOf(cycle);
      const opening = { profileId, recoveryCode, newPassphrase: passphrase() };
      const opened = await vault.client.call('vault.recover', opening);
      if (opened.ok) {
        let told = 0;
        const fatal = 1 + Math.floor(random() * 16);
        const alsoTheServer = cycle % SERVER_EVERY === SERVER_EVERY - 1;
        const load: Load = {
          client: vault.client,
          talk,
          promised,
          random,
          asked: [],
          elsewhere: aim === 'compaction' || aim === 'server compaction',
          told: () => {
            told += 1;
            if (aim !== null) return;
            if (alsoTheServer) void server.kill();
            if (told === fatal) vault.kill();
          },
        };
        await stillThere(vault, place, promised, label);
        if (aim === 'backup') {
          await Promise.all([
            workUntilGone(load),
            killWhileCopying(vault, () => unfinishedCopies(folderA, profileId).filter((name) => !struck.knows(name))),
          ]);
        } else if (aim === null) await workUntilGone(load);
        else {
          const onTheServer = aim === 'server compaction';
          await foldIn(load, vault, () =>
            serverAgain(onTheServer ? dyingAt(serverFolder, 'write', upTo(40), '"room.compacting"') : {}),
          );
          const working = workUntilGone(load);
          const isDone = await isStruck(onTheServer ? server.gone : vault.gone);
          vault.kill();
          await working;
          if (onTheServer && isDone) struck.add('server compaction');
        }
        vault.kill();
        if (alsoTheServer || aim === 'server compaction') {
          await serverAgain();
        }
        struck.addAsked(load.asked);
      } else {
        expect(opened.error.tag, label).toBe('ConnectionLost');
        bySync.whileOpening += 1;
      }
      await vault.gone;
      if (isUnderWay('compaction', vault.log())) struck.add('compaction');
      struck.addCopies(unfinishedCopies(folderA, profileId));
      const look = (store: Store): void => {
        if (isSharing(store)) struck.add('sync');
      };
      expect(inspectVault(folderA, profileId, keys, look), label).toEqual([]);
    }

    const last = await next;
    value(await last.client.call('vault.recover', { profileId, recoveryCode, newPassphrase: passphrase() }));
    expect(await missing(last.client, talk, promised)).toEqual([]);
    expect(value(await last.client.call('audit.verify', {})).firstBadRow).toBeNull();
    expect(promised.count).toBeGreaterThan(ROUNDS);
    await until('all is on the server', async () => {
      const { outcome, summary } = value(await last.client.call('sharing.now', {}));
      return outcome === 'shared' && summary.waiting === 0;
    });
    await untilShared(last, talk.documentId);
    last.kill();
    await last.gone;
    // Whatever it acknowledged must have been on its disk; the first laptop is off.
    await serverAgain();
    const colleague = await start(folderB);
    value(await colleague.client.call('vault.unlock', { profileId: place.colleague, passphrase: passphrase() }));
    let left: readonly string[] = [];
    try {
      await until('the colleague has everything', async () => {
        left = await missing(colleague.client, talk, promised);
        return left.length === 0;
      });
    } catch (thrown) {
      throw new Error(`the server misses ${left.slice(0, 5).join(', ')}`, { cause: thrown });
    }
    console.log(
      `seed ${String(SEED)}: ${String(promised.count)} things told as saved (${String(promised.words)} words, ` +
        `${String(promised.records.size)} of the plan and life line, ${String(promised.households.size)} dossiers, ` +
        `${String(promised.backups.size)} copies); ${String(bySync.kills)} kills at a sync, ${String(bySync.whileOpening)} ` +
        `while opening; the server killed ${String(serverKills)} times; kills that met ${String(struck)}`,
    );
    // Without a compiler nothing can be made to die at a moment of our choosing.
    const cannot: readonly Work[] = hasCompiler ? [] : ['compaction', 'server compaction'];
    expect(struck.missed.filter((work) => !cannot.includes(work))).toEqual([]);
  },
);

/** Before the next load. A vault that is to die at a sync may do so here: then the next one is asked. */
async function stillThere(vault: VaultChild, { talk }: Place, promised: Promised, label: string): Promise<void> {
  let lost: readonly string[];
  try {
    lost = [...(await missing(vault.client, talk, promised)), ...(await missingBackups(vault.client, promised))];
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message.includes('ConnectionLost')) return;
    throw thrown;
  }
  expect(lost, label).toEqual([]);
}

test.skipIf(!hasCompiler)(
  `a vault of the first version, killed ${String(MIGRATIONS)} times while it is brought up to date, opens whole [S4][S10]`,
  { timeout: 120_000 + MIGRATIONS * 15_000 },
  async () => {
    const release = join(import.meta.dirname, '../fixtures/release-0.1.0');
    const expected = JSON.parse(readFileSync(join(release, 'expected.json'), 'utf8')) as {
      readonly profileId: ProfileId;
      readonly recoveryCode: readonly string[];
      readonly households: unknown;
    };
    const { profileId } = expected;
    const recoveryCode = expected.recoveryCode.join(' ');
    const fresh = (name: string): string => {
      const folder = join(workspace, name);
      cpSync(join(release, 'profiles'), join(folder, 'profiles'), { recursive: true });
      return folder;
    };
    const open = (vault: VaultChild) =>
      vault.client.call('vault.recover', { profileId, recoveryCode, newPassphrase: passphrase() });

    // Once without a kill: how many writes an opening makes, so that any of them can be chosen.
    const counted = fresh('counted');
    const trace = join(workspace, 'trace');
    const whole = await start(counted, {
      LD_PRELOAD: shim,
      FAULT_FOLDER: join(counted, 'profiles'),
      FAULT_TRACE: trace,
    });
    value(await open(whole));
    const calls = readTrace(trace).filter(({ operation }) => operation === 'W').length;
    whole.kill();
    await whole.gone;
    expect(calls).toBeGreaterThan(100);
    const keys = await keysByRecoveryCode(counted, profileId, recoveryCode);

    let struck = 0;
    for (let n = 0; n < MIGRATIONS; n += 1) {
      // By turns anywhere in the opening, with its copy, and from where the first table changes.
      const migrating = n % 2 === 0;
      const at = 1 + Math.floor(random() * (migrating ? 40 : calls));
      const label = `seed ${String(SEED)}, write ${String(at)} ${migrating ? 'of the migration' : `of ${String(calls)}`}`;
      const folder = fresh(`migration-${String(n)}`);
      const dying = await start(
        folder,
        dyingAt(join(folder, 'profiles'), 'write', at, migrating ? beginOf('migration') : undefined),
      );
      const opened = await open(dying);
      dying.kill();
      await dying.gone;
      if (isUnderWay('migration', dying.log())) struck += 1;
      // The count differs a little from run to run: one that came through is no kill, and must be whole as well.
      if (!opened.ok) expect(opened.error.tag, label).toBe('ConnectionLost');
      const again = await start(folder);
      value(await open(again));
      expect(await contentsOf(again.client), label).toEqual(expected.households);
      // The first version made some lists in other words.
      await until('the lists are of this version', () =>
        Promise.resolve(areRowsOfThisVersion(folder, profileId, keys)),
      );
      again.kill();
      await again.gone;
      expect(inspectVault(folder, profileId, keys), label).toEqual([]);
      rmSync(folder, { recursive: true, force: true });
    }
    console.log(`seed ${String(SEED)}: ${String(struck)} of ${String(MIGRATIONS)} kills met the migration itself`);
    expect(struck).toBeGreaterThan(0);
  },
);
