/** Colleagues by their own name, as the team knows them; one we do not know is left unnamed. */
import { readRecords } from '../../../shared/documents/readers.ts';
import type { DocumentId, UserId } from '../../../shared/domain/ids.ts';
import type { DossierVault } from './dossierRows.ts';

/** Reads the names once; answers how to look one up. */
export function colleagueNames(vault: Pick<DossierVault, 'store' | 'documents' | 'me'>): (user: UserId) => string {
  const teams = vault.store.db
    .prepare<[], DocumentId>(`SELECT document_id FROM document WHERE kind = 'team'`)
    .pluck()
    .all();
  const known = new Map<string, string>();
  for (const team of teams) {
    const members = vault.documents.read(team, (doc) => readRecords(doc, 'teamMembers'));
    for (const { values } of members.ok ? members.value : []) {
      if (values.user && values.name) known.set(values.user, values.name);
    }
  }
  known.set(vault.me.userId, vault.me.name);
  return (user) => known.get(user) ?? '';
}
