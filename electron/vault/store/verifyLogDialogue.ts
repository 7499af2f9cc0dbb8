/**
 * Checks the log of one laptop from a terminal: the chain from the first row to the last, and every word about it that was
 * said to the team, here and by what a colleague's laptop printed (`heads`).
 *
 * Promises: it names the first row that is not what it was, or is missing; the log itself is not written; it prints numbers,
 * times and marks, never what somebody did.
 */
import { join } from 'node:path';
import { errorText } from '../../../shared/errorTexts.ts';
import type { AppError } from '../../../shared/errors.ts';
import { bytesToHex } from '../../../shared/sync/bytes.ts';
import type { AuditHead } from '../../../shared/sync/headAttestation.ts';
import { loadIdentity, wipeIdentity } from '../keys/identity.ts';
import { takeInstanceLock } from '../keys/instanceLock.ts';
import { wipe } from '../keys/bytes.ts';
import { deriveSubkeys, wipeSubkeys, type Subkeys } from '../keys/masterKey.ts';
import { openWithRecoveryCode } from '../keys/openKeys.ts';
import { DATABASE_FILE } from '../keys/profileFolders.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import { createAuditLog } from './audit.ts';
import { firstRowUnlike, saidHeads } from './auditWitness.ts';
import { openStore, type Store } from './open.ts';
import { chooseVault, openByPassphrase, type Terminal } from './restoreDialogue.ts';

export interface VerifyOptions {
  readonly withRecoveryCode: boolean;
  /** What colleagues' laptops printed about this one. */
  readonly heads: readonly AuditHead[];
}

/** "812:9f…" as the command prints it; null when it is not one. */
export function headFromText(text: string): AuditHead | null {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase());
  return match?.[1] === undefined || match[2] === undefined ? null : { seq: Number(match[1]), mac: match[2] };
}

/** Answers true when every row is what it was. */
export async function verifyLogFromTerminal(
  terminal: Terminal,
  deps: VaultDeps,
  options: VerifyOptions,
): Promise<boolean> {
  const place = await chooseVault(terminal, deps);
  if (place === null) return false;
  const lock = takeInstanceLock(place.folder, deps);
  if (lock === null) return say(terminal, { tag: 'ProfileInUse' });
  try {
    const keys = options.withRecoveryCode
      ? await openWithRecoveryCode(place, await terminal.askSecret('Herstelcode: '), deps)
      : await openByPassphrase(place, terminal, deps);
    if (!keys.ok) return say(terminal, keys.error);
    const subkeys = deriveSubkeys(keys.value.masterKey);
    wipe(keys.value.masterKey);
    try {
      const { clock, logger, appVersion } = deps;
      const file = join(place.folder, DATABASE_FILE);
      const opened = openStore({ file, key: subkeys.database, clock, logger, appVersion, mustExist: true });
      if (!opened.ok) return say(terminal, opened.error);
      try {
        return verify(terminal, opened.value, subkeys, deps, options.heads);
      } finally {
        opened.value.close();
      }
    } finally {
      wipeSubkeys(subkeys);
    }
  } finally {
    lock.release();
  }
}

function verify(
  terminal: Terminal,
  store: Store,
  keys: Subkeys,
  deps: VaultDeps,
  brought: readonly AuditHead[],
): boolean {
  const who = loadIdentity(store, keys.identity);
  if (who === null) return say(terminal, { tag: 'DatabaseDamaged' });
  const { deviceId } = who.identity;
  wipeIdentity(who.identity);
  const audit = createAuditLog({ store, key: keys.audit, clock: deps.clock, me: who.me });
  const { rows, firstBadRow } = audit.verify();
  const said = saidHeads(store);
  const own = [...said.filter(({ device }) => device === deviceId), ...brought];
  const unlike = firstRowUnlike(own, rows, (seq) => {
    const mac = audit.macAt(seq);
    return mac === null ? null : bytesToHex(mac);
  });
  const head = audit.head();
  terminal.print(`Dit is laptop ${deviceId.slice(0, 8)}. Het logboek telt ${String(rows)} regels.`);
  if (head !== null) terminal.print(`De laatste: ${String(head.seq)}:${bytesToHex(head.mac)}`);
  terminal.print(
    `Vergeleken met ${String(own.length)} eerdere standen, waarvan ${String(brought.length)} meegebracht.`,
  );
  const others = furthestOfOthers(said, deviceId);
  if (others.length > 0) terminal.print('Wat andere laptops aan deze zeiden (voor --head op die laptop):');
  for (const { device, seq, mac } of others) terminal.print(`  laptop ${device.slice(0, 8)}  ${String(seq)}:${mac}`);
  const wrong = [firstBadRow, unlike].filter((row) => row !== null);
  // Every unlock is a row: a log without any was emptied with everything that said so, or nobody was ever in.
  if (rows === 0) {
    terminal.print(
      'Het logboek is LEEG. Dat klopt alleen als hier nog nooit is ontgrendeld. Zo niet: bewaar alles en vraag je beheerder.',
    );
    return false;
  }
  if (wrong.length === 0) {
    terminal.print('Het logboek is heel.');
    return true;
  }
  terminal.print(
    `Het logboek is NIET heel. De eerste regel die niet klopt of ontbreekt: ${String(Math.min(...wrong))}.`,
  );
  if (firstBadRow === null) terminal.print('Dat blijkt uit wat eerder aan het team is gemeld.');
  return false;
}

function furthestOfOthers(said: ReturnType<typeof saidHeads>, own: string): ReturnType<typeof saidHeads> {
  const seen = new Set<string>([own]);
  return said.filter(({ device }) => !seen.has(device) && seen.add(device));
}

function say(terminal: Terminal, error: AppError): false {
  const { title, advice } = errorText(error);
  terminal.print(title);
  terminal.print(advice);
  return false;
}
