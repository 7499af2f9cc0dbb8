/**
 * Going back to a copy from a terminal, for when the app does not open any more: choose a worker, type the passphrase
 * (or the printed recovery code), choose a copy.
 *
 * Promises: the same keys, delays and lock as the app; a vault that is in use is left alone; the present state is kept
 * before anything is replaced (restore.ts); nothing is ever deleted.
 */
import { join } from 'node:path';
import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import type { AppError } from '../../../shared/errors.ts';
import { errorText } from '../../../shared/errorTexts.ts';
import { takeInstanceLock } from '../keys/instanceLock.ts';
import { utf8, wipe } from '../keys/bytes.ts';
import { readHeader } from '../keys/headerFile.ts';
import { deriveSubkeys, wipeSubkeys } from '../keys/masterKey.ts';
import { openWithPassphrase, openWithRecoveryCode, type VaultPlace } from '../keys/openKeys.ts';
import { DATABASE_FILE, listProfileIds, profileFolder } from '../keys/profileFolders.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import { repairVault } from '../repairVault.ts';
import { listBackups } from './backupFiles.ts';
import { openStore } from './open.ts';
import { stageRestore } from './restore.ts';
import { terminalProgress } from './terminalProgress.ts';

export interface Terminal {
  print(line: string): void;
  /** Shows a question and reads one line. */
  ask(question: string): Promise<string>;
  /** The same without showing what is typed. */
  askSecret(question: string): Promise<string>;
}

/** Answers true when the copy is in place. */
export async function restoreFromTerminal(
  terminal: Terminal,
  deps: VaultDeps,
  withRecoveryCode: boolean,
): Promise<boolean> {
  const place = await chooseVault(terminal, deps);
  if (place === null) return false;
  const lock = takeInstanceLock(place.folder, deps);
  if (lock === null) return say(terminal, { tag: 'ProfileInUse' });
  try {
    const copies = listBackups(join(place.folder, DATABASE_FILE));
    if (copies.length === 0) {
      terminal.print('Er is op deze laptop nog geen kopie van deze gegevens.');
      return false;
    }
    const keys = withRecoveryCode
      ? await openWithRecoveryCode(place, await terminal.askSecret('Herstelcode: '), deps)
      : await openByPassphrase(place, terminal, deps);
    if (!keys.ok) return say(terminal, keys.error);
    const subkeys = deriveSubkeys(keys.value.masterKey);
    wipe(keys.value.masterKey);
    try {
      const copy = await chooseCopy(terminal, copies);
      return (
        copy !== null &&
        putBack(terminal, deps, { file: join(place.folder, DATABASE_FILE), key: subkeys.database, copy })
      );
    } finally {
      wipeSubkeys(subkeys);
    }
  } finally {
    lock.release();
  }
}

/**
 * Repairing from a terminal what the app cannot open: from what can still be read and the newest copy. Answers true when
 * the repaired database lies ready; the next unlock puts it in place and keeps the damaged files.
 */
export async function repairFromTerminal(
  terminal: Terminal,
  deps: VaultDeps,
  withRecoveryCode: boolean,
): Promise<boolean> {
  const chosen = await chooseVault(terminal, deps);
  if (chosen === null) return false;
  const code = withRecoveryCode ? await terminal.askSecret('Herstelcode: ') : null;
  const progress = terminalProgress((line) => terminal.print(line), 3);
  const repaired =
    code === null
      ? await repairVault(chosen, deps, (place) => openByPassphrase(place, terminal, deps), progress)
      : await repairVault(chosen, deps, (place) => openWithRecoveryCode(place, code, deps), progress);
  if (!repaired.ok) return say(terminal, repaired.error);
  const { rows, unreadable, copyMadeAtMs } = repaired.value;
  terminal.print(
    `Gelezen: ${String(rows)} stukken. Niet te lezen: ${String(unreadable)} ${unreadable === 1 ? 'plek' : 'plekken'}.`,
  );
  terminal.print(
    copyMadeAtMs === null
      ? 'Er was geen reservekopie.'
      : `Aangevuld uit de reservekopie van ${when.format(copyMadeAtMs)}.`,
  );
  terminal.print('Open nu Samenspel en ontgrendel. De beschadigde bestanden blijven bewaard.');
  return true;
}

/** Which worker's data; null when somebody stops here, or there is none. */
export async function chooseVault(terminal: Terminal, deps: VaultDeps): Promise<VaultPlace | null> {
  const places = listProfileIds(deps.dataFolder).map((profileId) => ({
    profileId,
    folder: profileFolder(deps.dataFolder, profileId),
  }));
  if (places.length === 0) {
    say(terminal, { tag: 'ProfileMissing' });
    return null;
  }
  terminal.print('Van wie zijn de gegevens?');
  places.forEach((place, index) => {
    const header = readHeader(place.folder, place.profileId);
    const label = header.ok ? header.value.sealed.header.label : 'onbekend (het sleutelbestand is beschadigd)';
    terminal.print(`  ${String(index + 1)}  ${label}`);
  });
  return choose(terminal, places);
}

/** As the app unlocks: the same keys and delays. */
export async function openByPassphrase(
  place: VaultPlace,
  terminal: Terminal,
  deps: VaultDeps,
): ReturnType<typeof openWithPassphrase> {
  const typed = utf8(await terminal.askSecret('Wachtzin (je ziet niet wat je typt): '));
  try {
    return await openWithPassphrase(place, typed, deps);
  } finally {
    wipe(typed);
  }
}

const REASONS: Readonly<Record<BackupRow['reason'], string>> = {
  rolling: 'vanzelf gemaakt',
  migration: 'voor een nieuwe versie',
  manual: 'zelf gemaakt',
  'before-restore': 'voor een eerder herstel',
};
const when = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });

async function chooseCopy(terminal: Terminal, copies: readonly BackupRow[]): Promise<BackupRow | null> {
  terminal.print('Naar welke kopie wil je terug?');
  copies.forEach((row, index) => {
    const size = `${String(Math.max(1, Math.round(row.bytes / 1_000_000)))} MB`;
    terminal.print(`  ${String(index + 1)}  ${when.format(row.madeAtMs)}, ${REASONS[row.reason]}, ${size}`);
  });
  return choose(terminal, copies);
}

/** One of these by its number; null when something else was typed. */
async function choose<T>(terminal: Terminal, from: readonly T[]): Promise<T | null> {
  const typed = (await terminal.ask(`Nummer (1-${String(from.length)}, Enter stopt): `)).trim();
  const chosen = /^\d+$/.test(typed) ? from[Number(typed) - 1] : undefined;
  if (chosen === undefined) terminal.print('Gestopt. Er is niets veranderd.');
  return chosen ?? null;
}

function putBack(
  terminal: Terminal,
  deps: VaultDeps,
  what: { readonly file: string; readonly key: Uint8Array; readonly copy: BackupRow },
): boolean {
  const { file, key } = what;
  const { clock, logger, appVersion } = deps;
  const progress = terminalProgress((line) => terminal.print(line), 6);
  const staged = stageRestore({ file, key, clock, logger, progress }, what.copy.backupId);
  if (!staged.ok) return say(terminal, staged.error);
  const opened = openStore({ file, key, clock, logger, appVersion, mustExist: true, progress });
  if (!opened.ok) return say(terminal, opened.error);
  opened.value.close();
  terminal.print(`Klaar. Je gegevens zijn weer zoals op ${when.format(what.copy.madeAtMs)}.`);
  terminal.print('Hoe het hiervoor was, is bewaard als kopie. Start Samenspel nu gewoon weer.');
  return true;
}

function say(terminal: Terminal, error: AppError): false {
  const { title, advice } = errorText(error);
  terminal.print(title);
  terminal.print(advice);
  return false;
}
