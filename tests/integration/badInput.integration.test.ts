/** What does not fit the tidy case: the same person twice, custody or age unknown, a date before its start. Nothing is lost. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRecord, setFields } from '../../shared/documents/accessors.ts';
import { readConsents } from '../../shared/documents/dossierPeople.ts';
import { readRecord, readRecords } from '../../shared/documents/readers.ts';
import type { DocumentId, RecordId } from '../../shared/domain/ids.ts';
import { DossierFixture } from './dossierFixture.ts';

const TODAY = '2026-11-21';
let vault: DossierFixture;
beforeEach(() => {
  vault = new DossierFixture();
});
afterEach(() => vault.end());

const family = (name: string, firstName = 'Noor', lastName = 'Bakker') =>
  vault.done('household.create', { name, person: { firstName, lastName } });
const firstPerson = (documentId: DocumentId): RecordId => {
  const person = valueOf(vault.documents.read(documentId, (doc) => readRecords(doc, 'persons')[0]?.id));
  if (person === undefined) throw new Error('nobody');
  return person;
};
function valueOf<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!outcome.ok) throw new Error('unreadable');
  return outcome.value;
}
const consents = (documentId: DocumentId, planId: RecordId) =>
  valueOf(vault.documents.read(documentId, (doc) => readConsents(doc, planId, TODAY)));

it('finds a person who belongs to two households in both, each with its own facts', () => {
  const [mother, father] = [family('Bij moeder'), family('Bij vader')];
  for (const { documentId } of [mother, father])
    vault.write(documentId, (doc, writer) =>
      setFields(doc, 'persons', firstPerson(documentId), { birthDate: '2014-12-24' }, writer),
    );
  vault.write(father.documentId, (doc, writer) =>
    setFields(doc, 'persons', firstPerson(father.documentId), { phone: '06 11111111' }, writer),
  );
  vault.documents.flush();
  const { hits } = vault.done('search.query', { text: 'noor bakker', mode: 'typing' });
  const found = hits.filter(({ kind }) => kind === 'person').map(({ householdId }) => householdId);
  expect(found.toSorted()).toEqual([mother.householdId, father.householdId].toSorted());
  const phone = (documentId: DocumentId) =>
    valueOf(vault.documents.read(documentId, (doc) => readRecords(doc, 'persons')[0]?.values.phone));
  expect([phone(mother.documentId), phone(father.documentId)]).toEqual([undefined, '06 11111111']);
});

it('says what to ask when age or custody is unknown, and keeps an answer that was given already', () => {
  const { documentId } = family('Fam. Bakker');
  const person = firstPerson(documentId);
  let plan = '' as RecordId;
  vault.write(documentId, (doc, writer) => {
    plan = createRecord(doc, 'plans', { title: 'Ons plan' }, writer);
  });
  expect(consents(documentId, plan)).toMatchObject([
    { state: 'UNSURE', parties: [], sentence: expect.stringContaining('Vraag eerst naar de leeftijd') as string },
  ]);
  vault.write(documentId, (doc, writer) => setFields(doc, 'persons', person, { birthDate: '2014-02-01' }, writer));
  expect(consents(documentId, plan)).toMatchObject([
    {
      state: 'UNSURE',
      parties: ['ZELF', 'OUDERS_MET_GEZAG'],
      sentence: expect.stringContaining('Controleer zelf wie het gezag heeft') as string,
    },
  ]);
  vault.write(documentId, (doc, writer) => {
    for (const party of ['ZELF', 'OUDERS_MET_GEZAG'] as const)
      createRecord(doc, 'consents', { planId: plan, personId: person, party, answer: 'EENS', on: TODAY }, writer);
  });
  expect(consents(documentId, plan)).toMatchObject([{ state: 'UNSURE', missing: [], refused: [] }]);
  vault.write(documentId, (doc, writer) => setFields(doc, 'persons', person, { custody: 'BEIDE_OUDERS' }, writer));
  expect(consents(documentId, plan)).toMatchObject([{ state: 'COMPLETE' }]);
});

it('keeps help that ends before it begins as it was typed', () => {
  const { documentId } = family('Fam. Bakker');
  let action: RecordId | undefined;
  vault.write(documentId, (doc, writer) => {
    action = createRecord(
      doc,
      'actions',
      { what: 'Hulp in huis', ladder: '4_GEMEENTE', startOn: '2026-12-01', endOn: '2026-11-01', status: 'GEPLAND' },
      writer,
    );
  });
  vault.restart();
  const values = valueOf(vault.documents.read(documentId, (doc) => readRecord(doc, 'actions', action ?? '')?.values));
  expect(values).toMatchObject({ startOn: '2026-12-01', endOn: '2026-11-01' });
  vault.documents.rebuild();
  expect(vault.rowsIn('action')).toHaveLength(1);
});
