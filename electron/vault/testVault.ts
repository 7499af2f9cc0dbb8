/**
 * For tests: vaults with a clock, timers and a machine that the test owns, and passphrases that are stretched in no
 * time. Each `start` is a fresh vault process as far as the vault can see; a folder outlives it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '../../shared/contract/client.ts';
import { decodeEnvelope, encodeEnvelope } from '../../shared/contract/codec.ts';
import { createMemoryTransportPair } from '../../shared/contract/memoryTransport.ts';
import type { ProfileId } from '../../shared/domain/ids.ts';
import { utf8 } from './keys/bytes.ts';
import { argon2id, type KeyPolicy } from './keys/kdf.ts';
import { profileFolder } from './keys/profileFolders.ts';
import { countingRandom } from './keys/testRandom.ts';
import { composeOpenVault } from './composeOpenVault.ts';
import { createVault, type Vault } from './createVault.ts';
import type { Subkeys } from './keys/masterKey.ts';
import type { Keychain, Machine, VaultDeps } from './vaultDeps.ts';

/** The smallest that Argon2id knows. Only tests may inject it: no host can. */
export const TEST_KEY_POLICY: KeyPolicy = {
  preferred: { memoryKiB: 8, passes: 1 },
  floor: { memoryKiB: 8, passes: 1 },
  ceiling: { memoryKiB: 1_024, passes: 4 },
  pin: { memoryKiB: 8, passes: 1 },
};
export const TEST_START_MS = Date.UTC(2026, 10, 21, 9, 0);

export const TEST_WORKER = {
  name: 'Marieke Postma',
  jobTitle: 'Gezinswerker',
  passphrase: 'tulp kiosk wandel bezem lamp',
  pin: '2580',
  practice: false,
} as const;

export interface TestTime {
  nowMs(): number;
  /** Time passes: due timers run in order. */
  pass(ms: number): Promise<void>;
  /** Somebody changes the clock on the wall. */
  setWallClock(ms: number): void;
  /** From now on this much time passes at every look at the clock that nobody can set: work takes long. */
  slowDown(msPerLook: number): void;
  /** Time passes and no timer runs, as while a laptop sleeps. */
  sleep(ms: number): void;
}

export interface RunningVault {
  readonly vault: Vault;
  readonly client: Client;
  readonly deps: VaultDeps;
  readonly events: string[];
  /** Names and states of what the vault told this screen. */
  readonly heard: string[];
  /** The keys in memory since the vault opened, also after it ended. */
  keys(): Subkeys | null;
  /** Sends a request as it is, past the checks of the client; answers the tag or 'ok'. */
  rawCall(name: string, input: unknown): Promise<string>;
  hasEnded(): boolean;
  /** Settles when the process would have exited. */
  readonly ended: Promise<void>;
  /** A second window. */
  connectAgain(): Client;
  closeWindow(): void;
}

export interface TestMachine {
  readonly dataFolder: string;
  readonly time: TestTime;
  /** Later starts have another boot id. */
  reboot(): void;
  start(overrides?: Partial<VaultDeps>): RunningVault;
  /** First run of a worker in a fresh vault process; answers the open vault. */
  setUp(worker?: Partial<Record<keyof typeof TEST_WORKER, unknown>>): Promise<RunningVault & TestProfile>;
  /** Everything in every file under the data folder, as latin1 text. */
  allBytes(): string;
  /** Ends every vault and removes the folder. */
  end(): Promise<void>;
}

export interface TestProfile {
  readonly profileId: ProfileId;
  readonly folder: string;
  readonly recoveryCode: readonly string[];
}

export function createTestMachine(): TestMachine {
  const dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-vault-'));
  const random = countingRandom(11);
  const running: RunningVault[] = [];
  let wallMs = TEST_START_MS;
  let uptimeMs = 60_000;
  let perLook = 0;
  let looked = 0;
  let boot = 1;
  let nextProcess = 100;
  const living = new Set<number>();
  const timers = new Set<{ at: number; run(): void }>();

  const elapse = (ms: number): void => {
    wallMs += ms;
    uptimeMs += ms;
  };
  const time: TestTime = {
    nowMs: () => wallMs,
    async pass(ms) {
      await settle();
      const until = uptimeMs + ms;
      for (;;) {
        const due = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers.delete(due);
        elapse(Math.max(0, due.at - uptimeMs));
        due.run();
        await settle();
      }
      elapse(until - uptimeMs);
      await settle();
    },
    setWallClock: (ms) => {
      wallMs = ms;
    },
    slowDown: (ms) => {
      perLook = ms;
    },
    sleep: elapse,
  };

  const machine = (processId: number): Machine => ({
    bootId: () => `boot-${boot}`,
    uptimeMs: () => uptimeMs + (looked += perLook),
    processId,
    processMark: (of) => (living.has(of) ? `mark-${of}` : null),
  });

  function start(overrides: Partial<VaultDeps> = {}): RunningVault {
    const processId = nextProcess++;
    living.add(processId);
    let ended = false;
    let exit: () => void = () => undefined;
    const exited = new Promise<void>((resolve) => (exit = resolve));
    const events: string[] = [];
    const heard: string[] = [];
    const deps: VaultDeps = {
      host: 'memory',
      appVersion: '0.0.0-test',
      dataFolder,
      clock: { nowMs: () => wallMs },
      random,
      logger: { event: (name) => void events.push(name) },
      machine: machine(processId),
      keyPolicy: TEST_KEY_POLICY,
      stretch: (request) => Promise.resolve(argon2id(request)),
      keychain: null,
      openSocket: null,
      setTimer(run, ms) {
        const timer = { at: uptimeMs + ms, run };
        timers.add(timer);
        return { cancel: () => void timers.delete(timer) };
      },
      end() {
        ended = true;
        living.delete(processId);
        exit();
      },
      ...overrides,
    };
    let keys: Subkeys | null = null;
    const vault = createVault(deps, (base) => {
      keys = base.keys;
      return composeOpenVault(base);
    });
    let window = createMemoryTransportPair();
    const connect = (): Client => {
      window = createMemoryTransportPair();
      const client = createClient(window[0], { setTimer: () => ({ cancel: () => undefined }) });
      client.on('session.changed', ({ state }) => heard.push(`session.changed ${state}`));
      client.on('session.closing', () => heard.push('session.closing'));
      client.on('lists.changed', () => heard.push('lists.changed'));
      vault.connect(window[1]);
      return client;
    };
    const one: RunningVault = {
      vault,
      client: connect(),
      deps,
      events,
      heard,
      keys: () => keys,
      rawCall: (name, input) => {
        const [near, far] = createMemoryTransportPair();
        return new Promise((resolve) => {
          near.onMessage((message) => {
            const reply = decodeEnvelope(message);
            if (!reply.ok || reply.value.kind !== 'reply') return;
            const outcome = reply.value.outcome as { readonly ok: boolean; readonly error?: { readonly tag: string } };
            resolve(outcome.ok ? 'ok' : (outcome.error?.tag ?? 'no tag'));
          });
          vault.connect(far);
          near.send(encodeEnvelope({ kind: 'request', id: 1, name, input }));
        });
      },
      hasEnded: () => ended,
      ended: exited,
      connectAgain: connect,
      closeWindow: () => window[0].close(),
    };
    running.push(one);
    return one;
  }

  return {
    dataFolder,
    time,
    reboot() {
      boot++;
      uptimeMs = 1_000;
    },
    start,
    async setUp(worker = {}) {
      const one = start();
      const { passphrase, ...facts } = { ...TEST_WORKER, ...worker } as typeof TEST_WORKER;
      const begun = await one.client.call('profile.beginSetup', { ...facts, passphrase: utf8(passphrase) });
      if (!begun.ok) throw new Error(begun.error.tag);
      const { recoveryCode, askedGroups } = begun.value;
      const groups = askedGroups.map((group) => ({ group, text: recoveryCode[group] ?? '' }));
      const finished = await one.client.call('profile.finishSetup', { groups });
      if (!finished.ok) throw new Error(finished.error.tag);
      const { profileId } = finished.value;
      return { ...one, profileId, recoveryCode, folder: profileFolder(dataFolder, profileId) };
    },
    allBytes: () => filesUnder(dataFolder).join('\n'),
    async end() {
      for (const { vault } of running) await vault.end();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Unlocks with the passphrase of the test worker, or another one. */
export function unlock(client: Client, profileId: ProfileId, passphrase: string = TEST_WORKER.passphrase) {
  return client.call('vault.unlock', { profileId, passphrase: utf8(passphrase) });
}

/** The state as a screen sees it, or the tag that it gets instead. */
export async function state(client: Client): Promise<string> {
  const info = await client.call('app.info', {});
  return info.ok ? info.value.state : info.error.tag;
}

/** Names of the households, or the tag that came instead. */
export async function ownData(client: Client): Promise<readonly string[] | string> {
  const list = await client.call('household.list', {});
  return list.ok ? list.value.rows.map(({ name }) => name) : list.error.tag;
}

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** A keychain in memory. */
export function createTestKeychain(): Keychain & { clear(): void } {
  const secrets = new Map<string, Uint8Array>();
  return {
    read: (name) => Promise.resolve(secrets.get(name)?.slice() ?? null),
    write(name, secret) {
      secrets.set(name, secret.slice());
      return Promise.resolve(true);
    },
    clear: () => secrets.clear(),
  };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}
