/**
 * Telling how far long work is.
 *
 * Promises: nothing is told of work that is done within half a second (unless it is known beforehand to be long); after that
 * at most four times a second, and at every new step; within a step the count never goes back and never passes its total; whoever heard
 * anything hears the end too, also when the work failed. Telling costs the work nothing that can be measured.
 */
import type { WorkCode, WorkProgress, WorkStep } from '../../shared/contract/work.ts';
import type { OpenVault } from './openVault.ts';
import type { VaultDeps } from './vaultDeps.ts';

export interface Progress {
  /** The next step begins. `total` 0: nobody knows how much it is. */
  step(step: WorkStep, total?: number): void;
  /** So much of this step is done. */
  done(count: number): void;
  /** The work is over, well or not. Twice is once. */
  end(): void;
}

export interface ProgressParts {
  /** A clock that nobody can set back. */
  uptimeMs(): number;
  tell(progress: WorkProgress): void;
}

export interface ProgressOptions {
  readonly work: WorkCode;
  /** How many steps it has; 0 when that depends. */
  readonly of?: number;
  /** Known to take long: says so before the first step, which may be one that cannot be interrupted. */
  readonly long?: boolean;
}

const AFTER_MS = 500;
const EVERY_MS = 250;

export function startProgress({ work, of = 1, long = false }: ProgressOptions, parts: ProgressParts): Progress {
  const began = parts.uptimeMs();
  let toldAt: number | null = null;
  let ended = false;
  let now: WorkProgress | null = null;

  const tell = (next: WorkProgress, isNews: boolean): void => {
    now = next;
    const at = parts.uptimeMs();
    if (toldAt === null ? !long && at - began < AFTER_MS : !isNews && at - toldAt < EVERY_MS) return;
    toldAt = at;
    parts.tell(next);
  };
  return {
    step(step, total = 0) {
      const at = (now?.at ?? 0) + 1;
      tell(
        { work, step, at, of: of === 0 ? 0 : Math.max(of, at), done: 0, total: Math.round(total), ended: false },
        true,
      );
    },
    done(count) {
      if (now === null || ended) return;
      const most = now.total === 0 ? count : Math.min(count, now.total);
      tell({ ...now, done: Math.max(now.done, Math.floor(most)) }, false);
    },
    end() {
      if (now === null || ended) return;
      ended = true;
      if (toldAt !== null) parts.tell({ ...now, ended: true });
    },
  };
}

/** For work that nobody follows. */
export const silentProgress: Progress = { step: () => undefined, done: () => undefined, end: () => undefined };

/** Follows long work of an open vault on its screen. */
export function followWork(
  vault: {
    readonly emit: OpenVault['emit'];
    readonly deps: { readonly machine: Pick<VaultDeps['machine'], 'uptimeMs'> };
  },
  options: ProgressOptions,
): Progress {
  return startProgress(options, {
    uptimeMs: () => vault.deps.machine.uptimeMs(),
    tell: (progress) => vault.emit('work.progress', progress),
  });
}
