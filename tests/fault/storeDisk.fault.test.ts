/** A disk that is full, fails, or may not be written: the failure has a name, earlier rows are intact, and work goes on when it can. */
import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildShim, hasCompiler } from './faultShim.ts';
import { inspectStore } from './storeInvariants.ts';
import type { WriterJob } from './storeWriter.ts';
import { bundleWriter, lastAcknowledged, removeWriter, runWriter } from './storeWriterProcess.ts';

const workspace = mkdtempSync(join(tmpdir(), 'disk-'));
let shim = '';

beforeAll(async () => {
  await bundleWriter();
  if (hasCompiler) shim = buildShim(workspace);
});
afterAll(() => {
  removeWriter();
  rmSync(workspace, { recursive: true, force: true });
});

/** A file system of our own, in a name space of our own: gone when the process ends. */
const PRIVATE = 'unshare --user --map-root-user --mount sh -c';
const hasPrivateDisks =
  process.platform === 'linux' &&
  spawnSync('sh', ['-c', `${PRIVATE} 'mount -t tmpfs none ${workspace}'`], { stdio: 'ignore' }).status === 0;

function newFile(name: string): string {
  mkdirSync(join(workspace, name));
  return join(workspace, name, 'vault.db');
}

test.skipIf(!hasPrivateDisks)('on a disk that fills up, saving says so, and everything told before is intact', () => {
  const file = newFile('full');
  const disk = join(workspace, 'full');
  const copy = newFile('full-copy');
  // The disk goes with the process: what is left is carried out first.
  const shell = `${PRIVATE} 'mount -t tmpfs -o size=4m none ${disk} && "$@"; cp ${disk}/vault.db* ${join(workspace, 'full-copy')}/' sh "$@"`;
  const lines = runWriter(file, { bytes: 20_000 }, shell);
  expect(lines).toContain('failed DiskFull');
  expect(lines.at(-1)).toBe('closed');
  const told = lastAcknowledged(lines);
  expect(told).toBeGreaterThan(20);
  expect(inspectStore(copy, told)).toEqual({ count: told, problems: [] });
});

test.skipIf(!hasPrivateDisks)(
  'a disk that is full at the start answers DiskFull, and one that may not be written DiskError',
  () => {
    const file = newFile('refusing');
    const disk = join(workspace, 'refusing');
    expect(
      runWriter(file, { count: 1 }, `${PRIVATE} 'mount -t tmpfs -o size=64k none ${disk} && "$@"' sh "$@"`),
    ).toContain('refused DiskFull');
    const readOnly = `${PRIVATE} 'mount -t tmpfs none ${disk} && "$@" && mount -o remount,ro ${disk} && "$@"' sh "$@"`;
    const lines = runWriter(file, { count: 3 }, readOnly);
    expect(lines.slice(0, 5)).toEqual(['opened 0', '1', '2', '3', 'closed']);
    expect(lines.at(-1)).toBe('refused DiskError');
  },
);

test('beyond a limit on the size of a file, saving says so, and everything told before is intact [S7]', () => {
  const file = newFile('limit');
  const lines = runWriter(file, { bytes: 20_000 }, 'ulimit -f 4096; exec "$@"');
  expect(lines.find((line) => line.startsWith('failed'))).toBe('failed DiskError');
  const told = lastAcknowledged(lines);
  expect(told).toBeGreaterThan(20);
  expect(inspectStore(file, told)).toEqual({ count: told, problems: [] });
});

/** Runs a job in which the `at`-th write or sync of the store fails. */
function withFailure(
  name: string,
  job: WriterJob,
  failure: { kind: 'write' | 'sync'; at: number; error: number; on?: boolean },
): readonly string[] {
  const file = newFile(name);
  return runWriter(file, job, 'exec "$@"', {
    LD_PRELOAD: shim,
    FAULT_FOLDER: join(workspace, name),
    FAULT_FAIL: failure.kind,
    FAULT_FAIL_AT: String(failure.at),
    FAULT_FAIL_ERRNO: String(failure.error),
    ...(failure.on === true ? { FAULT_FAIL_ON: '1' } : {}),
  });
}

test.skipIf(!hasCompiler)(
  'whichever sync fails, nothing is told as saved that is not, and earlier rows are intact',
  { timeout: 120_000 },
  () => {
    for (let at = 1; at <= 43; at += 7) {
      const name = `sync-${String(at)}`;
      const lines = withFailure(
        name,
        { count: 30, checkpointEvery: 5 },
        { kind: 'sync', at, error: constants.errno.EIO },
      );
      const file = join(workspace, name, 'vault.db');
      const told = lastAcknowledged(lines);
      if (lines.some((line) => line.startsWith('opened'))) {
        expect(inspectStore(file, told).problems, name).toEqual([]);
        const failed = lines.find((line) => line.startsWith('failed'));
        // A failed sync of a checkpoint is tried again later; one of a commit ends the work.
        expect([undefined, 'failed DiskError'], name).toContain(failed);
        expect(told === 30, name).toBe(failed === undefined);
      } else {
        expect(lines, name).toEqual(['refused DiskError']);
      }
    }
  },
);

test.skipIf(!hasCompiler)(
  'whichever write finds the disk full, the failure is DiskFull and earlier rows are intact',
  { timeout: 120_000 },
  () => {
    for (let at = 120; at <= 900; at += 130) {
      const name = `write-${String(at)}`;
      const lines = withFailure(
        name,
        { count: 60, checkpointEvery: 5 },
        { kind: 'write', at, error: constants.errno.ENOSPC, on: true },
      );
      const file = join(workspace, name, 'vault.db');
      if (lines.some((line) => line.startsWith('opened'))) {
        expect(inspectStore(file, lastAcknowledged(lines)).problems, name).toEqual([]);
        expect(lines, name).toContain('failed DiskFull');
      } else {
        expect(lines, name).toEqual(['refused DiskFull']);
      }
    }
  },
);

test.skipIf(!hasCompiler)('after a failing sync no transaction starts any more until the store is opened again', () => {
  // Well behind the syncs of the opening, of which each migration adds some.
  const lines = withFailure('stops', { count: 100 }, { kind: 'sync', at: 60, error: constants.errno.EIO });
  expect(lines.at(-2)).toBe('failed DiskError');
  expect(lines.at(-1)).toBe('closed');
});
