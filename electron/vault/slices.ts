/**
 * Long work in pieces with other work in between, so that a save does not wait.
 *
 * Promises: a piece is made smaller as soon as one took longer than SLICE_MS, and larger again while they are quick; between two
 * pieces whatever waits (a save, a search) goes first; nothing more is done when the work is not wanted any more.
 */
import type { VaultDeps } from './vaultDeps.ts';

/** How long one piece may take. */
export const SLICE_MS = 60;

/** On a laptop that is busy with something else the commit takes most of the time, and smaller pieces would only add commits. */
const LEAST = 4;

export interface Slicing<T> {
  readonly all: readonly T[];
  /** Most at a time, however quick they are. */
  readonly most: number;
  work(part: readonly T[]): void;
  /** After each piece, with how many are done; before the first one with 0. */
  done?(count: number): void;
  /** Asked before each piece. */
  wanted?(): boolean;
}

export type SliceDeps = Pick<VaultDeps, 'setTimer'> & { readonly machine: Pick<VaultDeps['machine'], 'uptimeMs'> };

/** Lets everything that waits go first. */
export const pause = (deps: Pick<VaultDeps, 'setTimer'>): Promise<void> =>
  new Promise((resolve) => void deps.setTimer(resolve, 0));

/** Answers false when it stopped half way because it was not wanted any more. Throws what `work` throws. */
export async function inSlices<T>({ all, most, work, done, wanted }: Slicing<T>, deps: SliceDeps): Promise<boolean> {
  let size = Math.min(most, LEAST);
  for (let at = 0; at < all.length;) {
    done?.(at);
    if (at > 0) await pause(deps);
    if (wanted?.() === false) return false;
    const began = deps.machine.uptimeMs();
    work(all.slice(at, at + size));
    at += size;
    const took = deps.machine.uptimeMs() - began;
    size =
      took > SLICE_MS ? Math.max(LEAST, Math.floor((size * SLICE_MS) / took)) : took < SLICE_MS / 2 ? size * 2 : size;
    size = Math.min(size, most);
  }
  done?.(all.length);
  return true;
}
