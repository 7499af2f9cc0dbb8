/**
 * One living process per vault, also between two hosts or two users of the system: two would write one database.
 *
 * Promises: the lock says which process holds it (id, mark of that process, start of the machine); a lock whose process
 * is gone is taken over, so a crash never shuts somebody out; a lock that cannot be read counts as stale.
 * The file is made whole elsewhere and linked into place, so that nobody ever sees half of one.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Random } from '../../../shared/deps.ts';
import type { Machine } from '../vaultDeps.ts';
import { toHex } from './bytes.ts';

export const LOCK_FILE = 'in-use.lock';

const Holder = z.object({
  processId: z.number().int().positive(),
  processMark: z.string(),
  bootId: z.string().nullable(),
  /** Tells this holding from an earlier one of the same process. */
  nonce: z.string(),
});
type Holder = z.infer<typeof Holder>;

export interface InstanceLock {
  release(): void;
}

/** The lock, or null when a living process holds it. */
export function takeInstanceLock(folder: string, deps: { machine: Machine; random: Random }): InstanceLock | null {
  const { machine } = deps;
  const file = join(folder, LOCK_FILE);
  const me: Holder = {
    processId: machine.processId,
    processMark: machine.processMark(machine.processId) ?? '',
    bootId: machine.bootId(),
    nonce: toHex(deps.random.bytes(8)),
  };
  const own = `${file}.${me.nonce}`;
  try {
    writeFileSync(own, JSON.stringify(me), { mode: 0o600 });
    for (let attempt = 0; attempt < 3; attempt++) {
      if (linkInPlace(own, file)) return holdsStill(file, me) ? lockOf(file, me) : null;
      const holder = readHolder(file);
      if (holder !== 'absent' && holder !== 'unreadable' && isAlive(holder, machine)) return null;
      if (holder !== 'absent') putAside(file, `${own}.stale`, holder);
    }
    return null;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Takes a stale lock away; a lock that became somebody else's in between is put back. */
function putAside(file: string, aside: string, stale: Holder | 'unreadable'): void {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  const isTheStaleOne =
    typeof moved === 'object' && typeof stale === 'object' ? moved.nonce === stale.nonce : moved === stale;
  if (!isTheStaleOne) linkInPlace(aside, file);
  rmSync(aside, { force: true });
}

function isAlive(holder: Holder, machine: Machine): boolean {
  if (holder.bootId !== machine.bootId()) return false;
  return machine.processMark(holder.processId) === holder.processMark;
}

function lockOf(file: string, me: Holder): InstanceLock {
  return {
    release() {
      if (holdsStill(file, me)) rmSync(file, { force: true });
    },
  };
}

function holdsStill(file: string, me: Holder): boolean {
  const holder = readHolder(file);
  return typeof holder === 'object' && holder.nonce === me.nonce;
}

function linkInPlace(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false;
    throw thrown;
  }
}

function readHolder(file: string): Holder | 'absent' | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return 'absent';
  }
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}
