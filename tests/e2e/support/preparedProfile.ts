/**
 * Prepared profiles: a data folder with a vault that was made once by the vault's own code (setup, real Argon2id, no
 * screen) and is copied for each test. Only a test of the first run itself clicks through it.
 *
 *   test.use({ profile: {} })                        samira, nothing in her vault
 *   test.use({ profile: { households: [...] } })     with these households, each with one person
 *   test.use({ profile: { practice: true } })        the practice households, with their plans
 *
 * and then `openPage` (fixtures.ts) begins at Vandaag; `app` alone begins at the lock page, and `enter` passes it.
 * Two laptops in one test: `laptopOf(browser, worker)` (sharingPages.ts).
 */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeDataFolder } from './loopbackApp.ts';
import { samira, type Worker } from './sessionPages.ts';

export interface PreparedHousehold {
  readonly name: string;
  /** First name of the one person in it. */
  readonly firstName: string;
}

export interface PreparedProfile {
  /** Samira when left out. */
  readonly worker?: Worker;
  readonly households?: readonly PreparedHousehold[];
  /** A practice vault with the eight practice households; the bar of a practice vault stands on every screen. */
  readonly practice?: boolean;
}

const script = join(import.meta.dirname, 'makePreparedProfile.ts');
const run = promisify(execFile);

/** What this worker process made already, by what was asked. */
const made = new Map<string, Promise<string>>();

/** A fresh data folder with this vault in it; the caller removes it. */
export async function prepareDataFolder(profile: PreparedProfile): Promise<string> {
  const asked = JSON.stringify({
    worker: profile.worker ?? samira,
    households: profile.households ?? [],
    practice: profile.practice ?? false,
  });
  const template = made.get(asked) ?? makeTemplate(asked);
  made.set(asked, template);
  const dataFolder = await makeDataFolder();
  await cp(await template, dataFolder, { recursive: true });
  return dataFolder;
}

async function makeTemplate(asked: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-e2e-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await run(process.execPath, [script, folder, asked], { env: { PATH: process.env['PATH'] } });
  return folder;
}
