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
import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../../shared/result.ts';
import { startVault } from '../../fault/vaultChild.ts';
import { makeDataFolder } from './loopbackApp.ts';
import { samira, type Worker } from './sessionPages.ts';

export interface PreparedHousehold {
  readonly name: string;
  /** First name of the one person in it. */
  readonly firstName: string;
  readonly lastName?: string;
}

export interface PreparedProfile {
  /** Samira when left out. */
  readonly worker?: Worker;
  readonly households?: readonly PreparedHousehold[];
  /** A practice vault with the eight practice households; the bar of a practice vault stands on every screen. */
  readonly practice?: boolean;
}

/** What this worker process made already, by what was asked. */
const made = new Map<string, Promise<string>>();

/** A fresh data folder with this vault in it; the caller removes it. */
export async function prepareDataFolder(profile: PreparedProfile): Promise<string> {
  const asked = {
    worker: profile.worker ?? samira,
    households: profile.households ?? [],
    practice: profile.practice ?? false,
  };
  const key = JSON.stringify(asked);
  const template = made.get(key) ?? makeTemplate(asked);
  made.set(key, template);
  const dataFolder = await makeDataFolder();
  await cp(await template, dataFolder, { recursive: true });
  return dataFolder;
}

/** With the commands that the screens of the first run send. A practice vault fills itself when it opens. */
async function makeTemplate(asked: Required<PreparedProfile>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-e2e-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { worker, households, practice } = asked;
  const { client, gone } = await startVault(folder);
  const passphrase = new TextEncoder().encode(worker.passphrase);
  const begun = valueOf(await client.call('profile.beginSetup', { ...worker, passphrase, practice }));
  const groups = begun.askedGroups.map((group) => ({ group, text: begun.recoveryCode[group] ?? '' }));
  valueOf(await client.call('profile.finishSetup', { groups }));
  for (const { name, ...person } of households) valueOf(await client.call('household.create', { name, person }));
  valueOf(await client.call('vault.lock', {}));
  await gone;
  return folder;
}

function valueOf<T>(result: Result<T, { readonly tag: string }>): T {
  if (!result.ok) throw new Error(`the vault refused: ${result.error.tag}`);
  return result.value;
}
