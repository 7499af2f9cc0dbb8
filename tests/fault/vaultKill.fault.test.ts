/**
 * The vault itself, whole, with its production keys and in a team with a real server, is killed during a mixed load: notes,
 * the plan, new dossiers, copies, searching and hiding, while what was made before is being shared. It comes back through
 * the printed recovery code each time. VAULT_KILL_CYCLES says how often; the seed says after how much work, or at which
 * sync of the disk, so that the same seed is the same run as far as two processes allow.
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
import { Laptop, makeTeam, until } from '../selftest/laptop.ts';
import { freePort, startServerProcess, type ServerProcess } from '../sync/support/serverProcess.ts';
import { contentsOf } from '../fixtures/vaultContents.ts';
import { buildShim, hasCompiler } from './faultShim.ts';
import { missing, missingBackups, Promised, workUntilGone } from './mixedLoad.ts';
import { readTrace } from './powerCut.ts';
import { seededNumbers } from './seededNumbers.ts';
import { startVault, type VaultChild } from './vaultChild.ts';
import { inspectVault, keysByRecoveryCode } from './vaultInspection.ts';
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

async function start(folder: string, environment: Readonly<Record<string, string>> = {}): Promise<VaultChild> {
  const vault = await startVault(folder, environment);
  vaults.add(vault);
  void vault.gone.then(() => vaults.delete(vault));
  return vault;
}

async function startServer(port: number): Promise<ServerProcess> {
  const server = await startServerProcess({ folder: serverFolder, port });
  servers.add(server);
  return server;
}

/** What makes the process die at the `at`-th sync or write of its vault's files. */
const dyingAt = (folder: string, kind: 'write' | 'sync', at: number): Readonly<Record<string, string>> => ({
  LD_PRELOAD: shim,
  FAULT_FOLDER: join(folder, 'profiles'),
  FAULT_FAIL: kind,
  FAULT_FAIL_AT: String(at),
  FAULT_KILL: '1',
});

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
  // From here on the colleague has the keys of the team and is away.
  await until('the colleague has the first dossier', async () => (await b.open(talk.documentId)) !== null);
  for (const { vault } of [a, b]) {
    value(await vault.client.call('vault.lock', {}));
    await vault.gone;
  }
  return { talk, profileId, recoveryCode, colleague, keys: await keysByRecoveryCode(folderA, profileId, recoveryCode) };
}

test(
  `the vault is killed ${String(CYCLES)} times under a mixed load and opened by its recovery code; nothing told as saved is lost, here or on the server [S4]`,
  { timeout: 180_000 + CYCLES * 9_000 },
  async () => {
    const port = await freePort();
    let server = await startServer(port);
    const place = await setUp(server);
    const { talk, profileId, recoveryCode, keys } = place;
    const promised = new Promised();
    const bySync = { kills: 0, whileOpening: 0 };
    let serverKills = 0;
    const starting = (cycle: number): Promise<VaultChild> => {
      const dies = hasCompiler && cycle % 3 === 2;
      if (dies) bySync.kills += 1;
      return start(folderA, dies ? dyingAt(folderA, 'sync', 1 + Math.floor(random() * 40)) : {});
    };
    let next = starting(0);
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const label = `seed ${String(SEED)}, cycle ${String(cycle)}`;
      const vault = await next;
      // The next one starts up meanwhile, without touching the vault.
      next = cycle + 1 < CYCLES ? starting(cycle + 1) : start(folderA);
      const opening = { profileId, recoveryCode, newPassphrase: passphrase() };
      const opened = await vault.client.call('vault.recover', opening);
      if (opened.ok) {
        let told = 0;
        const fatal = 1 + Math.floor(random() * 16);
        const alsoTheServer = cycle % SERVER_EVERY === SERVER_EVERY - 1;
        let serverGone: Promise<void> | null = null;
        const load = {
          client: vault.client,
          talk,
          promised,
          random,
          told: () => {
            told += 1;
            if (alsoTheServer) serverGone ??= server.kill();
            if (told === fatal) vault.kill();
          },
        };
        await stillThere(vault, place, promised, label);
        await workUntilGone(load);
        vault.kill();
        if (alsoTheServer) {
          await (serverGone ?? server.kill());
          serverKills += 1;
          servers.delete(server);
          server = await startServer(port);
        }
      } else {
        expect(opened.error.tag, label).toBe('ConnectionLost');
        bySync.whileOpening += 1;
      }
      await vault.gone;
      expect(inspectVault(folderA, profileId, keys), label).toEqual([]);
    }

    const last = await next;
    value(await last.client.call('vault.recover', { profileId, recoveryCode, newPassphrase: passphrase() }));
    expect(await missing(last.client, talk, promised)).toEqual([]);
    expect(value(await last.client.call('audit.verify', {})).firstBadRow).toBeNull();
    expect(promised.count).toBeGreaterThan(CYCLES);
    await until('all is on the server', async () => {
      const { outcome, summary } = value(await last.client.call('sharing.now', {}));
      return outcome === 'shared' && summary.waiting === 0;
    });
    last.kill();
    await last.gone;
    // Whatever it acknowledged must have been on its disk; the first laptop is off.
    await server.kill();
    servers.delete(server);
    await startServer(port);
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
        `while opening; the server killed ${String(serverKills + 1)} times`,
    );
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

    for (let n = 0; n < MIGRATIONS; n += 1) {
      const at = 1 + Math.floor(random() * calls);
      const label = `seed ${String(SEED)}, write ${String(at)} of ${String(calls)}`;
      const folder = fresh(`migration-${String(n)}`);
      const dying = await start(folder, dyingAt(folder, 'write', at));
      const opened = await open(dying);
      dying.kill();
      await dying.gone;
      // The count differs a little from run to run: one that came through is no kill, and must be whole as well.
      if (!opened.ok) expect(opened.error.tag, label).toBe('ConnectionLost');
      const again = await start(folder);
      value(await open(again));
      expect(await contentsOf(again.client), label).toEqual(expected.households);
      // The first version made some lists in other words; they change with their document, or all at once.
      value(await again.client.call('projection.rebuild', {}));
      again.kill();
      await again.gone;
      expect(inspectVault(folder, profileId, keys), label).toEqual([]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
