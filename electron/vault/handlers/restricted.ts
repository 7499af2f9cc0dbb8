/** Veiligheid of a household: opened by who has access, and every try is logged. */
import type { planCommands } from '../../../shared/contract/commands/plan.ts';
import type { Handlers, ResultOf } from '../../../shared/contract/contract.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { DossierVault } from './dossierRows.ts';

/** Says whether this worker is among those a restricted document was given to. */
export type MayRead = (documentId: string) => boolean;

/** Finds the restricted document of a household that this worker may read; null when there is none. */
export function restrictedFinder(vault: Pick<DossierVault, 'store'>, mayRead: MayRead) {
  const statement = vault.store.db
    .prepare<[string], DocumentId>(
      `SELECT document_id FROM document WHERE household_id = ? AND kind = 'restricted' ORDER BY created_at_ms, document_id`,
    )
    .pluck();
  return (householdId: string): DocumentId | null => statement.all(householdId).find((id) => mayRead(id)) ?? null;
}

/** The command that leads to Veiligheid. */
export function restrictedHandlers(
  vault: DossierVault,
  mayRead: MayRead,
): Pick<Handlers, Extract<keyof typeof planCommands, 'restricted.open'>> {
  const find = restrictedFinder(vault, mayRead);
  const known = vault.store.db.prepare<[string], number>(`SELECT 1 FROM household WHERE household_id = ?`).pluck();
  return {
    'restricted.open': ({ householdId }) =>
      storeResult((): ResultOf<'restricted.open'> => {
        if (known.get(householdId) === undefined) return err({ tag: 'HouseholdMissing' });
        const documentId = find(householdId);
        return documentId === null ? err({ tag: 'NoAccess' }) : ok({ documentId });
      }),
  };
}
