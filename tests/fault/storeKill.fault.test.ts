/** The process that saves is killed at any moment. KILL_CYCLES says how often (100 here, 10,000 before a release). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectStore } from './storeInvariants.ts';
import { bundleWriter, removeWriter, startWriter, type Writer } from './storeWriterProcess.ts';
import { seededNumbers } from './seededNumbers.ts';

const CYCLES = Number(process.env['KILL_CYCLES'] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'kill-'));
const file = join(folder, 'vault.db');
const random = seededNumbers(Number(process.env['SEED'] ?? 1));

beforeAll(bundleWriter);
afterAll(() => {
  removeWriter();
  rmSync(folder, { recursive: true, force: true });
});

async function startReady(): Promise<Writer> {
  const writer = startWriter(file, { wait: true, checkpointEvery: 7 });
  expect(await writer.nextLine()).toBe('ready');
  return writer;
}

test(
  `killed ${String(CYCLES)} times while saving, nothing that was told as saved is lost [S4]`,
  { timeout: CYCLES * 3_000 },
  async () => {
    let acknowledged = 0;
    let next = startReady();
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const writer = await next;
      // The next one starts up meanwhile and waits.
      if (cycle + 1 < CYCLES) next = startReady();
      writer.child.stdin.write('!');
      expect(await writer.nextLine()).toMatch(/^opened \d+$/);
      const after = 1 + Math.floor(random() * 8);
      for (let told = 0; told < after; told += 1) acknowledged = Number(await writer.nextLine());
      const ended = once(writer.child, 'exit');
      writer.child.kill('SIGKILL');
      await ended;
      // What it told between our last look and its death counts as well.
      for (let line = await writer.nextLine(); line !== null; line = await writer.nextLine()) {
        if (/^\d+$/.test(line)) acknowledged = Number(line);
      }
      const found = inspectStore(file, acknowledged);
      expect(found.problems, `cycle ${String(cycle)}`).toEqual([]);
      acknowledged = found.count;
    }
    expect(acknowledged).toBeGreaterThan(CYCLES);
  },
);
