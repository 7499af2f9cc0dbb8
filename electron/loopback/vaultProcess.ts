/**
 * The vault as a child process of this host. It ends itself at every lock, so that keys and plaintext are gone for
 * certain; this side then starts a fresh one, and screens connect to that. A crash is treated as a lock; one that
 * crashes again and again is started ever more slowly. Bytes are relayed, never parsed.
 *
 * A window that comes back at once may still meet the vault that is just ending. A screen that got no answer from a
 * vault which then ended in good order moves to the next one, with what it had said; every other one is told.
 */
import { fork, type ChildProcess } from 'node:child_process';
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
  /** The vault's entry, as a file that Node can run. */
  readonly entry: string;
  readonly dataFolder: string;
  readonly appVersion: string;
  onMessage(screenId: string, bytes: Uint8Array): void;
  /** The vault let go of this screen, or is gone. */
  onScreenClosed(screenId: string): void;
  /** The vault cannot run here at all; it is not started again. */
  onRefused(reason: (VaultMessage & { type: 'refused' })['reason']): void;
  readonly log: LogFile;
}

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
  /** Per screen what it said and was not answered yet; null once the vault has answered anything. */
  const screens = new Map<string, Uint8Array[] | null>();
  let child: ChildProcess | null = null;
  /** Messages for a vault that is not ready yet. */
  let early: HostMessage[] | null = [];
  let ending = false;
  let refused = false;
  let crashesInARow = 0;
  let restart: NodeJS.Timeout | null = null;
  let onExit: (() => void) | null = null;

  function start(): void {
    restart = null;
    const process_ = fork(deps.entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // No inspector, no loader and no environment of the host goes along by accident.
      execArgv: [],
      env: environmentForVault(),
    });
    child = process_;
    if (process_.stderr !== null) deps.log.follow(process_.stderr);
    process_.on('message', (value) => onVaultMessage(value));
    process_.on('error', (error) => deps.log.event('vault.processError', { error: error.name }));
    process_.once('exit', (code) => onExited(code));
    post({
      type: 'start',
      protocol: HOST_PROTOCOL_VERSION,
      host: 'loopback',
      appVersion: deps.appVersion,
      dataFolder: deps.dataFolder,
      keychain: false,
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
      case 'keychainWrite':
        // This host said that it has no keychain; an answer all the same, so that nobody waits.
        post({ type: 'keychainAnswer', requestId: message.requestId, ok: false, secret: null });
        break;
      case 'stretcherWanted':
        // Only under Electron: plain Node forks its stretcher by itself.
        deps.log.event('vault.unexpectedMessage');
        break;
      case 'ended':
        break;
    }
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
    // A process that is just ending cannot be told anything any more; its exit is handled above.
    if (child?.connected) child.send(message, () => undefined);
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
        const timer = setTimeout(() => running.kill('SIGKILL'), END_WITHIN_MS);
        onExit = () => {
          clearTimeout(timer);
          resolve();
        };
        post({ type: 'end' });
      });
    },
  };
}

/** What the operating system needs to start a process and find a temporary folder; nothing of ours. */
function environmentForVault(): NodeJS.ProcessEnv {
  const names = ['PATH', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'HOME', 'USERPROFILE', 'TZ', 'LANG'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
