/** Looking after the store: copies, going back to one, making the lists again, checking the chained log. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { lastRepair } from '../documents/completeRepair.ts';
import type { OpenVault } from '../openVault.ts';
import { followWork } from '../progress.ts';
import { pause } from '../slices.ts';
import type { BackupError } from '../store/backup.ts';
import { listBackups, pruneBackups } from '../store/backupFiles.ts';
import { runBackup, runRestore } from '../store/backupRunner.ts';
import { storeResult } from '../store/sqliteErrors.ts';

type CareCommand =
  `backup.${'create' | 'list' | 'restore'}` | 'projection.rebuild' | 'audit.verify' | 'vault.lastRepair';

/** Of so many documents it is known beforehand that they take longer than a moment. */
const LONG_LIST = 600;
/** Some tens of milliseconds. */
const LOG_ROWS_AT_ONCE = 1_000;

/** The commands of care on an open vault. */
export function careHandlers(vault: OpenVault): Pick<Handlers, CareCommand> {
  const { store, deps } = vault;
  const count = store.db.prepare<[], number>('SELECT count(*) FROM document').pluck();
  return {
    'backup.create': async () => {
      // What is marked but not indexed yet goes along; everything typed is in the database already.
      const flushed = storeResult(() => ok(vault.documents.flush()));
      if (!flushed.ok) return flushed;
      const progress = followWork(vault, { work: 'BACKUP', of: 3 });
      try {
        const made = await runBackup(
          { file: store.file, key: vault.keys.database, nowMs: deps.clock.nowMs(), reason: 'manual' },
          { progress, setTimer: deps.setTimer },
        );
        if (!made.ok) return err(asAnswer(made.error));
        pruneBackups(store.file);
        return made;
      } finally {
        progress.end();
      }
    },

    'backup.list': () => ok([...listBackups(store.file)]),

    'backup.restore': async ({ backupId }, call) => {
      const progress = followWork(vault, { work: 'RESTORE', of: 2 });
      try {
        const staged = await runRestore(
          { file: store.file, key: vault.keys.database, nowMs: deps.clock.nowMs(), backupId },
          { progress, setTimer: deps.setTimer },
        );
        if (!staged.ok) return staged;
        const entry = call.takeAudit();
        const logged: Result<null, ErrorOf<'DiskFull' | 'DiskError'>> = entry === null
          ? ok(null)
          : vault.audit.tryAppend(entry);
        if (!logged.ok) return logged;
        // The copy takes its place at the next unlock, before the database is opened.
        vault.lockSoon();
        return ok({});
      } finally {
        progress.end();
      }
    },

    'projection.rebuild': async (_input, call) => {
      const entry = call.takeAudit();
      const progress = followWork(vault, { work: 'REBUILD', of: 2, long: (count.get() ?? 0) > LONG_LIST });
      try {
        const inTransaction = (): void => {
          if (entry !== null) vault.audit.append(entry);
        };
        const rebuilt = await vault.documents.rebuildInSlices({ progress, inTransaction }, deps);
        return rebuilt === null ? err({ tag: 'ConnectionLost' }) : ok(rebuilt);
      } catch (thrown) {
        return storeResult((): Result<never, ErrorOf<'DatabaseDamaged'>> => {
          throw thrown;
        });
      } finally {
        progress.end();
      }
    },

    'vault.lastRepair': () => storeResult(() => ok({ repair: lastRepair(store) })),

    'audit.verify': async () => {
      const walk = vault.audit.walk();
      const progress = followWork(vault, { work: 'LOG_CHECK' });
      progress.step('LOG_ROWS', walk.total);
      try {
        for (;;) {
          const found = storeResult(() => ok(walk.next(LOG_ROWS_AT_ONCE)));
          if (!found.ok) return found;
          if (typeof found.value !== 'number') return ok(found.value);
          progress.done(found.value);
          await pause(deps);
        }
      } finally {
        progress.end();
      }
    },
  };
}

/** A database too damaged to be copied gives no usable copy; that is what the worker has to know. */
function asAnswer(error: BackupError): ErrorOf<'BackupUnusable' | 'DiskFull' | 'DiskError'> {
  return error.tag === 'DatabaseDamaged' ? { tag: 'BackupUnusable' } : error;
}
