/**
 * The vault put together: one life, one dispatcher, one screen at a time. Hosts and tests give it transports; it gives
 * answers and, at the end, ends.
 */
import { createDispatcher } from '../../shared/contract/dispatcher.ts';
import { commands, type CommandName, type Handlers } from '../../shared/contract/contract.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { ok, type Result } from '../../shared/result.ts';
import { composeOpenVault } from './composeOpenVault.ts';
import { sessionHandlers, type SessionHandlers } from './handlers/session.ts';
import type { ComposeVault } from './openSession.ts';
import { markDamage } from './store/damageMark.ts';
import { storeErrorOf } from './store/sqliteErrors.ts';
import type { Timer, VaultDeps } from './vaultDeps.ts';
import { endingHandlers, hiddenHandlers, VaultLife } from './vaultLife.ts';

/** A reload of the window takes less. */
export const LOCK_AFTER_LAST_WINDOW_MS = 30_000;

export interface Vault {
  /** Serves this screen; an earlier one is closed. */
  connect(transport: Transport): void;
  /** Sleep, lid, screen lock: locks now. A vault that is locked stays as it is. */
  suspend(): Promise<void>;
  /** Settles when every running call has been answered. */
  idle(): Promise<void>;
  /** Saves, closes, and calls `deps.end`. */
  end(): Promise<void>;
  /**
   * Something failed. When a damaged page can be the cause, the next unlock reads every page before it goes on, and then
   * offers to repair: otherwise a worker would unlock again and again without hearing why.
   */
  suspect(failed: unknown): void;
}

export function createVault(deps: VaultDeps, compose: ComposeVault = composeOpenVault): Vault {
  let screen: Transport | null = null;
  let windowTimer: Timer | null = null;

  const life = new VaultLife(deps, compose, {
    emit: (name, payload) => dispatcher.emit(name, payload),
    whenIdle: () => dispatcher.whenIdle(),
    letGo: () => {
      windowTimer?.cancel();
      dropSetup();
      screen?.close();
    },
  });
  const { dropSetup, ...session } = sessionHandlers(life);

  const dispatcher = createDispatcher({
    handlers: () => {
      if (life.ended) return endingHandlers;
      if (life.state() === 'hidden') return { ...hiddenHandlers, ...onlyHidden(session) };
      const handlers = withSuspicion({ ...session, ...life.session()?.handlers }, (failed) => vault.suspect(failed));
      return withActivity(handlers, () => life.touch());
    },
    state: () => life.state(),
    audit: (entry) => life.session()?.vault.audit.tryAppend(entry) ?? ok(null),
    logger: deps.logger,
    random: deps.random,
    clock: deps.clock,
  });

  const vault: Vault = {
    connect(transport) {
      if (life.ended) return transport.close();
      windowTimer?.cancel();
      const previous = screen;
      screen = transport;
      previous?.close();
      transport.onClose(() => {
        if (screen !== transport) return;
        screen = null;
        windowTimer = deps.setTimer(() => {
          dropSetup();
          if (life.session() !== null) void life.end();
        }, LOCK_AFTER_LAST_WINDOW_MS);
      });
      dispatcher.attach(transport);
    },
    async suspend() {
      dropSetup();
      if (life.session() !== null) await life.lockAfterLastWords();
    },
    idle: () => dispatcher.whenIdle(),
    end: () => life.end(),
    suspect(failed) {
      const open = life.session();
      const tag = isTagged(failed) ? failed.tag : storeErrorOf(failed)?.tag;
      if (open !== null && (tag === 'DiskError' || tag === 'DatabaseDamaged')) markDamage(open.vault.store.file);
    },
  };
  return vault;
}

const isTagged = (failed: unknown): failed is { readonly tag: unknown } =>
  typeof failed === 'object' && failed !== null && 'tag' in failed;

/** Tells `suspect` of every error that a command answers with and of everything that one throws. */
function withSuspicion(handlers: Partial<Handlers>, suspect: (failed: unknown) => void): Partial<Handlers> {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => {
      const act = handler as (...args: readonly unknown[]) => Promise<Result<unknown, unknown>>;
      return [
        name,
        async (...args: readonly unknown[]) => {
          try {
            const answer = await act(...args);
            if (!answer.ok) suspect(answer.error);
            return answer;
          } catch (thrown) {
            suspect(thrown);
            throw thrown;
          }
        },
      ];
    }),
  );
}

/** A hidden vault says what it is, comes back, and locks. `any` in the contract means locked or open. */
function onlyHidden(session: SessionHandlers): Partial<Handlers> {
  return {
    'app.info': session['app.info'],
    'session.resume': session['session.resume'],
    'vault.lock': session['vault.lock'],
  };
}

/**
 * What a person did is activity: changing, searching, exporting. Looking is not, because lists also ask again by
 * themselves; for reading there is `session.activity`.
 */
function withActivity(handlers: Partial<Handlers>, touch: () => void): Partial<Handlers> {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => {
      const audit = commands[name as CommandName].audit;
      if (audit !== 'change' && audit !== 'search' && audit !== 'export') return [name, handler];
      const act = handler as (...args: readonly unknown[]) => unknown;
      return [
        name,
        (...args: readonly unknown[]) => {
          touch();
          return act(...args);
        },
      ];
    }),
  );
}
