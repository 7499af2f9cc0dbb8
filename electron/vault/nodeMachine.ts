/** What the operating system tells about this start of the machine and about processes. */
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { Machine } from './vaultDeps.ts';

/**
 * Linux says it all in /proc. Elsewhere the start of the machine is unknown, and a process is only known to live or
 * not: a lock left by a crash may then wait until a later process with the same number is gone.
 */
export function nodeMachine(): Machine {
  const bootId = textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
  return {
    bootId: () => bootId,
    uptimeMs: () => uptime() * 1000,
    processId: process.pid,
    processMark: (processId) =>
      process.platform === 'linux' ? startOf(processId) : isAlive(processId) ? 'alive' : null,
  };
}

/** The 22nd field of stat: when the process started, in ticks since the machine did. */
function startOf(processId: number): string | null {
  const stat = textOf(`/proc/${processId}/stat`);
  if (stat === null) return null;
  // The second field is the name, in brackets, and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isDead = fields[0] === 'Z' || fields[0] === 'X';
  return isDead ? null : (fields[19] ?? null);
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
