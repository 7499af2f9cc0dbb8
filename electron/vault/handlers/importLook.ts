/** What stands in a file before it is taken in: counts, and who of it may be known here. Reads; stores nothing. */
import type { ImportPreview } from '../../../shared/contract/commands/plan.ts';
import type { ExportedDocument, ExportedRecord } from '../../../shared/documents/dossierExport.ts';
import {
  buildDuplicateIndex,
  likelyDuplicates,
  type KnownPerson,
  type MatchReason,
} from '../../../shared/domain/duplicates.ts';
import { foldPostcode } from '../../../shared/domain/matchFolding.ts';
import type { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import type { DossierContent } from '../documents/dossierFile.ts';
import type { DossierVault } from './dossierRows.ts';

const MOST_ALIKE = 5;

/** The latest value of a field of an exported record, as text. */
function textIn(record: ExportedRecord | undefined, field: string): string {
  const value = record?.fields[field]?.at(-1)?.value;
  return typeof value === 'string' ? value : '';
}

const count = (dossier: ExportedDocument, kind: string): number => dossier[kind]?.length ?? 0;
const NOWHERE = { postcode: '', houseNumber: '' };
const COUNTED = ['household', 'persons', 'helpRequests', 'conversations', 'goals', 'actions'];

/** Looks up what is known here; one question of the same vault at a time. */
export function importLooker(vault: Pick<DossierVault, 'store' | 'documents'>) {
  const { db } = vault.store;
  const persons = db.prepare<[], Omit<KnownPerson, 'postcode' | 'houseNumber'>>(
    `SELECT household_id AS householdId, person_id AS personId, first_name AS firstName, last_name AS lastName,
            birth_date AS birthDate FROM person WHERE deleted = 0`,
  );
  const households = db.prepare<[], { householdId: HouseholdId; documentId: DocumentId; name: string; folded: string }>(
    `SELECT household_id AS householdId, document_id AS documentId, name, folded FROM household`,
  );
  /** The address as it stands in the dossier, read only where the list already says the same postcode. */
  const addressOf = (row: { documentId: DocumentId; folded: string }, postcode: string | null) => {
    if (postcode === null || !row.folded.replaceAll(' ', '').includes(postcode.toLowerCase())) return NOWHERE;
    const read = vault.documents.read(row.documentId, (doc) => readRecord(doc, 'household', 'household')?.values);
    const { postcode: code = '', houseNumber = '' } = (read.ok ? read.value : undefined) ?? {};
    return { postcode: code, houseNumber };
  };
  const known = db.prepare<[string], number>(`SELECT 1 FROM document WHERE household_id = ? LIMIT 1`).pluck();

  return (content: DossierContent): ImportPreview => {
    const { dossier, householdId } = content;
    const own = dossier['household']?.[0];
    const candidateAddress = { postcode: textIn(own, 'postcode'), houseNumber: textIn(own, 'houseNumber') };
    const here = households.all().filter((row) => row.householdId !== householdId);
    const names = new Map(here.map((row) => [row.householdId as string, row]));
    const postcode = foldPostcode(candidateAddress.postcode);
    const index = buildDuplicateIndex([
      ...persons.all().map((person) => ({ ...person, postcode: '', houseNumber: '' })),
      // A household without persons still has an address.
      ...here.map((row) => ({
        householdId: row.householdId,
        personId: '',
        firstName: '',
        lastName: '',
        birthDate: '',
        ...addressOf(row, postcode),
      })),
    ]);
    const reasons = new Map<string, Set<MatchReason>>();
    const people = (dossier['persons'] ?? []).map((person) => ({
      firstName: textIn(person, 'firstName'),
      lastName: textIn(person, 'lastName'),
      birthDate: textIn(person, 'birthDate'),
    }));
    for (const person of people.length === 0 ? [{ firstName: '', lastName: '', birthDate: '' }] : people) {
      for (const found of likelyDuplicates(index, { ...person, ...candidateAddress }, 20)) {
        const seen = reasons.get(found.person.householdId) ?? new Set();
        for (const reason of found.reasons) seen.add(reason);
        reasons.set(found.person.householdId, seen);
      }
    }
    const total = Object.values(dossier).reduce((sum, records) => sum + records.length, 0);
    const counted = COUNTED.reduce((sum, kind) => sum + count(dossier, kind), 0);
    return {
      householdId,
      name: textIn(own, 'name'),
      exportedAt: content.exportedAt,
      counts: {
        persons: count(dossier, 'persons'),
        questions: count(dossier, 'helpRequests'),
        conversations: count(dossier, 'conversations'),
        goals: count(dossier, 'goals'),
        actions: count(dossier, 'actions'),
        other: total - counted,
      },
      restricted: content.veiligheid !== null,
      paper: content.papier !== undefined,
      known: known.get(householdId) !== undefined,
      alike: [...reasons]
        .flatMap(([id, why]) => {
          const row = names.get(id);
          return row === undefined ? [] : [{ householdId: row.householdId, name: row.name, reasons: [...why] }];
        })
        .toSorted((a, b) => b.reasons.length - a.reasons.length || (a.name < b.name ? -1 : 1))
        .slice(0, MOST_ALIKE),
    };
  };
}
