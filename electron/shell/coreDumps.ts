/**
 * A crash must not write memory to the disk. The crash reporter is never started; on Linux the limit for core files of
 * this process, and so of everything it starts later, becomes zero. Where the tool is missing nothing else changes.
 */
import { execFile } from 'node:child_process';

export function forbidCoreDumps(platform: NodeJS.Platform, processId: number): void {
  if (platform !== 'linux') return;
  execFile('/usr/bin/prlimit', ['--pid', String(processId), '--core=0:0'], { timeout: 5_000 }, () => undefined);
}
