/**
 * Vandaag asks who was asked to take the regie over, and tells who asked what the answer was. There is no list of them: the
 * time at which something about a handover came from a colleague says where to look, the records say what.
 */
import type { HandoverRow } from '../../../shared/contract/commands/access.ts';
import { readHandovers } from '../../../shared/documents/dossierHandover.ts';
import { RecordId, UserId, type DocumentId, type HouseholdId } from '../../../shared/domain/ids.ts';
import type { TeamState } from '../../../shared/sync/teamLog.ts';
import { HANDOVER_FROM_TEAM } from '../documents/projector.ts';
import type { OpenVault } from '../openVault.ts';
import { readLeadWords } from '../sync/leadWords.ts';

/** More open questions than this wait for nobody. */
const MOST_CANDIDATES = 20;

interface Candidate {
  readonly householdId: HouseholdId;
  readonly documentId: DocumentId;
  readonly householdName: string;
  /** Nothing of it came after the dossier was last opened here. */
  readonly seen: 0 | 1;
}

/** Questions first, and what came last on top. `nameOf` gives the name of a colleague. */
export function waitingHandovers(
  vault: OpenVault,
  state: TeamState | null,
  nameOf: (user: string) => string,
): readonly HandoverRow[] {
  const { store, documents, me } = vault;
  const rows = store.db
    .prepare<[number], Candidate>(
      `SELECT h.household_id AS householdId, h.document_id AS documentId, h.name AS householdName,
              t.touched_at_ms <= coalesce(v.opened_at_ms, 0) AS seen
       FROM household h
       JOIN record_touch t ON t.document_id = h.document_id AND t.record_id = '${HANDOVER_FROM_TEAM}'
       LEFT JOIN household_visit v ON v.household_id = h.household_id
       WHERE h.archived = 0
       ORDER BY t.touched_at_ms DESC, h.household_id LIMIT ?`,
    )
    .all(MOST_CANDIDATES)
    .flatMap(({ seen, ...household }): HandoverRow[] => {
      const read = documents.read(household.documentId, readHandovers);
      const handovers = read.ok ? read.value : [];
      const asked = handovers
        .filter(({ state, to }) => state === 'VOORGESTELD' && to === me.userId)
        .map(({ id, from, reason }): HandoverRow => {
          return { ...household, handoverId: id, what: 'ASKED', userId: from, name: nameOf(from), reason };
        });
      // Only the last one counts: who asked twice knows what came of the first.
      const [last] = handovers.filter(({ from }) => from === me.userId);
      if (seen === 1 || last === undefined || (last.state !== 'OVERGENOMEN' && last.state !== 'GEWEIGERD'))
        return asked;
      const what = last.state === 'OVERGENOMEN' ? 'TAKEN' : 'REFUSED';
      const { id: handoverId, to: userId, answerReason: reason } = last;
      return [...asked, { ...household, handoverId, what, userId, name: nameOf(userId), reason }];
    });
  const given = state === null ? [] : givenByLead(vault, state, nameOf);
  return [...rows, ...given].toSorted((a, b) => Number(b.what === 'ASKED') - Number(a.what === 'ASKED'));
}

/** Dossiers that a lead let this worker into, and that were not opened here since. */
function givenByLead(vault: OpenVault, state: TeamState, nameOf: (user: string) => string): readonly HandoverRow[] {
  const householdOf = vault.store.db.prepare<
    [string],
    Pick<Candidate, 'householdId' | 'documentId' | 'householdName'> & { readonly openedAtMs: number }
  >(
    `SELECT h.household_id AS householdId, h.document_id AS documentId, h.name AS householdName,
            coalesce(v.opened_at_ms, 0) AS openedAtMs
     FROM household h LEFT JOIN household_visit v ON v.household_id = h.household_id
     WHERE h.document_id = ? AND h.archived = 0`,
  );
  return [...state.rooms].flatMap(([room, { users, leadGrants }]): HandoverRow[] => {
    const grant = leadGrants.findLast(({ user, reason }) => user === vault.me.userId && reason !== 'INZIEN');
    if (!grant || !users.has(vault.me.userId)) return [];
    const row = householdOf.get(room);
    if (!row || row.openedAtMs >= grant.atMs) return [];
    const { openedAtMs: _opened, ...household } = row;
    const reason =
      readLeadWords(vault, state.teamRoom, room).findLast(
        ({ by, user, code }) => by === grant.by && user === grant.user && code === grant.reason,
      )?.words ?? '';
    const handoverId = RecordId.parse(room);
    return [
      { ...household, handoverId, what: 'GIVEN', userId: UserId.parse(grant.by), name: nameOf(grant.by), reason },
    ];
  });
}
