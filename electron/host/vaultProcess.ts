/**
 * The vault as a process of this host, whichever host it is: `launch` starts one. It ends itself at every lock, so that keys and plaintext are gone for
 * certain; this side then starts a fresh one, and screens connect to that. A crash is treated as a lock; one that
 * crashes again and again is started ever more slowly. Bytes are relayed, never parsed.
 *
 * A window that comes back at once may still meet the vault that is just ending. A screen that got no answer from a
 * vault which then ended in good order moves to the next one, with what it had said; every other one is told.
 */
import type { LogFile } from './logFile.ts';
import {
  HOST_PROTOCOL_VERSION,
  parseVaultMessage,
  type HostMessage,
  type VaultMessage,
} from '../vault/hostProtocol.ts';

const CRASH_DELAYS_MS = [0, 500, 2_000, 10_000];
/** Saving and sending take up to 5 s; after this the process is killed. What was acknowledged is on disk. */
const END_WITHIN_MS = 8_000;

/** A page asks one or two things before it gets an answer; one that says more than this is not just arriving. */
const MAX_UNANSWERED = 8;

export interface VaultProcessDeps {
  readonly launch: LaunchVault;
  readonly host: 'electron' | 'loopback';
  readonly dataFolder: string;
  readonly appVersion: string;
  onMessage(screenId: string, bytes: Uint8Array): void;
  /** The vault let go of this screen, or is gone. */
  onScreenClosed(screenId: string): void;
  /** The vault cannot run here at all; it is not started again. */
  onRefused(reason: (VaultMessage & { type: 'refused' })['reason']): void;
  readonly log: LogFile;
  /** Null where there is no keychain of the operating system that protects anything. */
  readonly keychain?: HostKeychain | null;
}

export interface HostKeychain {
  /** Null when there is no such secret, or it cannot be read any more. */
  read(name: string): Promise<Uint8Array | null>;
  /** True when the secret is kept. */
  write(name: string, secret: Uint8Array): Promise<boolean>;
}

export interface VaultEvents {
  message(value: unknown): void;
  /** The process could not be started, or broke; the name only. */
  error(name: string): void;
  exit(code: number | null): void;
}

/** One running process of the vault. */
export interface LaunchedVault {
  /** The structured events that it writes, one per line. */
  readonly log: NodeJS.ReadableStream | null;
  /** Never throws: a process that is just ending cannot be told anything any more. */
  post(message: HostMessage): void;
  kill(): void;
  /** Gives the vault a stretcher; only Electron's vault asks for one. */
  giveStretcher?(requestId: number): void;
}

export type LaunchVault = (events: VaultEvents) => LaunchedVault;

export interface VaultProcess {
  connect(screenId: string): void;
  send(screenId: string, bytes: Uint8Array): void;
  disconnect(screenId: string): void;
  /** Lock now: the last window is gone, or the machine goes to sleep. */
  suspend(): void;
  /** Save and end; settles when the process is gone. */
  end(): Promise<void>;
}

export function startVaultProcess(deps: VaultProcessDeps): VaultProcess {
  const keychain = deps.keychain ?? null;
  /** Per screen what it said and was not answered yet; null once the vault has answered anything. */
  const screens = new Map<string, Uint8Array[] | null>();
  let child: LaunchedVault | null = null;
  /** Messages for a vault that is not ready yet. */
  let early: HostMessage[] | null = [];
  let ending = false;
  let refused = false;
  let crashesInARow = 0;
  let restart: NodeJS.Timeout | null = null;
  let onExit: (() => void) | null = null;

  function start(): void {
    restart = null;
    child = deps.launch({
      message: onVaultMessage,
      error: (name) => deps.log.event('vault.processError', { error: name }),
      exit: onExited,
    });
    if (child.log !== null) deps.log.follow(child.log);
    post({
      type: 'start',
      protocol: HOST_PROTOCOL_VERSION,
      host: deps.host,
      appVersion: deps.appVersion,
      dataFolder: deps.dataFolder,
      keychain: keychain !== null,
    });
  }

  function onVaultMessage(value: unknown): void {
    const message = parseVaultMessage(value);
    if (message === null) {
      deps.log.event('vault.unknownMessage');
      return;
    }
    switch (message.type) {
      case 'ready':
        crashesInARow = 0;
        for (const waiting of early ?? []) post(waiting);
        early = null;
        break;
      case 'refused':
        refused = true;
        deps.onRefused(message.reason);
        break;
      case 'message':
        if (!screens.has(message.screenId)) break;
        screens.set(message.screenId, null);
        deps.onMessage(message.screenId, message.bytes);
        break;
      case 'closed':
        // One that got no answer yet met a vault that is just ending; it moves on when the process is gone.
        if (screens.get(message.screenId) !== null) break;
        screens.delete(message.screenId);
        deps.onScreenClosed(message.screenId);
        break;
      case 'keychainRead':
        void answerKeychain(message.requestId, async () => {
          const secret = await keychain?.read(message.name);
          return { ok: secret !== null && secret !== undefined, secret: secret ?? null };
        });
        break;
      case 'keychainWrite':
        void answerKeychain(message.requestId, async () => ({
          ok: (await keychain?.write(message.name, message.secret)) === true,
          secret: null,
        }));
        break;
      case 'stretcherWanted':
        if (child?.giveStretcher === undefined) deps.log.event('vault.unexpectedMessage');
        else child.giveStretcher(message.requestId);
        break;
      case 'ended':
        break;
    }
  }

  /** To the process that asked, and to no later one. Also without a keychain, so that nobody waits. */
  async function answerKeychain(
    requestId: number,
    answer: () => Promise<{ readonly ok: boolean; readonly secret: Uint8Array | null }>,
  ): Promise<void> {
    const asking = child;
    const given = await answer().catch(() => ({ ok: false, secret: null }));
    asking?.post({ type: 'keychainAnswer', requestId, ...given });
  }

  function onExited(code: number | null): void {
    child = null;
    early = [];
    deps.log.event('vault.exited', { code: code ?? -1 });
    for (const [screenId, unanswered] of [...screens]) {
      if (code === 0 && !ending && unanswered !== null) moveToNext(screenId, unanswered);
      else {
        screens.delete(screenId);
        deps.onScreenClosed(screenId);
      }
    }
    if (!ending && !refused) {
      const delayMs = code === 0 ? 0 : (CRASH_DELAYS_MS[Math.min(crashesInARow, CRASH_DELAYS_MS.length - 1)] ?? 0);
      crashesInARow = code === 0 ? 0 : crashesInARow + 1;
      restart = setTimeout(start, delayMs);
    }
    onExit?.();
  }

  function moveToNext(screenId: string, unanswered: readonly Uint8Array[]): void {
    early?.push({ type: 'connect', screenId });
    for (const bytes of unanswered) early?.push({ type: 'message', screenId, bytes });
  }

  function post(message: HostMessage): void {
    child?.post(message);
  }

  function tell(message: HostMessage): void {
    if (early === null) post(message);
    else early.push(message);
  }

  start();
  return {
    connect(screenId) {
      screens.set(screenId, []);
      tell({ type: 'connect', screenId });
    },
    send(screenId, bytes) {
      const unanswered = screens.get(screenId);
      if (unanswered === undefined) return;
      if (unanswered !== null && unanswered.length < MAX_UNANSWERED) unanswered.push(bytes);
      else screens.set(screenId, null);
      tell({ type: 'message', screenId, bytes });
    },
    disconnect(screenId) {
      if (screens.delete(screenId)) tell({ type: 'disconnect', screenId });
    },
    suspend: () => tell({ type: 'suspend' }),
    async end() {
      ending = true;
      if (restart !== null) clearTimeout(restart);
      const running = child;
      if (running === null) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => running.kill(), END_WITHIN_MS);
        onExit = () => {
          clearTimeout(timer);
          resolve();
        };
        post({ type: 'end' });
      });
    },
  };
}
