/**
 * What the encryption of the disk costs a person who unlocks: the same vault, once encrypted and once not, opened in turns
 * by the same code up to the answer of Vandaag. The passphrase itself is left out: it costs the same every time.
 */
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeOpenVault } from '../../electron/vault/composeOpenVault.ts';
import { loadIdentity } from '../../electron/vault/keys/identity.ts';
import { deriveSubkeys } from '../../electron/vault/keys/masterKey.ts';
import type { VaultPlace } from '../../electron/vault/keys/openKeys.ts';
import { DATABASE_FILE } from '../../electron/vault/keys/profileFolders.ts';
import { createAuditLog } from '../../electron/vault/store/audit.ts';
import { applySettings, connect } from '../../electron/vault/store/connect.ts';
import { appliedMigrations, migrate } from '../../electron/vault/store/migrate.ts';
import { migrations } from '../../electron/vault/store/migrations/migrations.ts';
import type { Store } from '../../electron/vault/store/open.ts';
import { createTransaction } from '../../electron/vault/store/transaction.ts';
import type { VaultDeps } from '../../electron/vault/vaultDeps.ts';
import { median, type Figure, type Trial } from './figures.ts';

const ROUNDS = 15;

export interface UnlockBenchOptions {
  readonly place: VaultPlace;
  readonly masterKey: Uint8Array;
  readonly deps: VaultDeps;
  /** The whole unlock with Argon2id, of which the encryption is a share. */
  readonly wholeMs: number;
}

/** Of a vault that is closed. */
export function unlockBench(options: UnlockBenchOptions): { figures: readonly Figure[]; raw: readonly Trial[] } {
  const { place, masterKey } = options;
  const { database: key } = deriveSubkeys(masterKey);
  const keyedFile = join(place.folder, DATABASE_FILE);
  const openFile = join(place.folder, 'bench-open.db');
  withoutKey(keyedFile, openFile, key);
  const sides = {
    keyed: () =>
      toVandaag(keyedFile, (readOnly) => connect({ file: keyedFile, key, readOnly, isProved: true }), options),
    open: () => toVandaag(openFile, (readOnly) => new Database(openFile, { readonly: readOnly }), options),
  };
  const times = { keyed: [] as number[], open: [] as number[] };
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const side of round % 2 === 0 ? (['keyed', 'open'] as const) : (['open', 'keyed'] as const)) {
      const started = performance.now();
      sides[side]();
      if (round >= 0) times[side].push(performance.now() - started);
    }
  }
  const [keyed, open] = [median(times.keyed), median(times.open)];
  return {
    figures: [
      {
        name: 'unlock to Vandaag after the passphrase, encrypted against not',
        value: keyed / open,
        unit: 'x',
        bar: 1.5,
        note: 'the same vault and the same code on both sides',
      },
      { name: 'unlock to Vandaag after the passphrase, encrypted', value: keyed, unit: 'ms', bar: null },
      {
        name: 'what the encrypted disk adds, as a share of the whole unlock with Argon2id',
        value: Math.max(0, keyed - open) / options.wholeMs,
        unit: 'x',
        bar: null,
      },
    ],
    raw: (['keyed', 'open'] as const).flatMap((who) =>
      times[who].map((ms): Trial => ({ who, measured: { unlockMs: ms }, load: Number.NaN })),
    ),
  };
}

/** Only a measurement makes such a file, of people who do not exist. */
function withoutKey(from: string, to: string, key: Uint8Array): void {
  copyFileSync(from, to);
  const db = connect({ file: to, key, readOnly: false });
  // A database with a log cannot be given another key.
  db.pragma('journal_mode = DELETE');
  db.pragma(`rekey = ''`);
  db.close();
}

/** As openStore and openSession do it, on a connection that is given. */
function toVandaag(
  file: string,
  open: (readOnly: boolean) => Database.Database,
  { place, masterKey, deps }: UnlockBenchOptions,
): void {
  const proof = open(true);
  appliedMigrations(proof, migrations);
  proof.close();
  const db = open(false);
  applySettings(db);
  migrate(db, migrations, { clock: deps.clock, appVersion: 'bench', beforeChange: () => undefined });
  const nothing = (): void => undefined;
  const store: Store = {
    db,
    orm: drizzle({ client: db }),
    file,
    transaction: createTransaction(db, { file, assertInPlace: nothing, committed: nothing }),
    onCommit: () => nothing,
    checkpoint: () => true,
    close: () => db.close(),
  };
  const keys = deriveSubkeys(masterKey);
  const who = loadIdentity(store, keys.identity);
  if (who === null) throw new Error('the vault has no identity');
  const audit = createAuditLog({ store, key: keys.audit, clock: deps.clock, me: who.me });
  const { documents, handlers } = composeOpenVault({
    profileId: place.profileId,
    profileFolder: place.folder,
    practice: who.practice,
    store,
    audit,
    me: who.me,
    identity: who.identity,
    keys,
    deps,
    emit: nothing,
    lockSoon: nothing,
    wipeSoon: nothing,
  });
  void handlers['today.get']?.({}, { takeAudit: () => null });
  documents.end();
  store.close();
}
