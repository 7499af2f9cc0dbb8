import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { UserId } from '../domain/ids.ts';
import { wmoCheck, youthCheck } from '../domain/researchChecks.ts';
import { createRecord, newWriter, replaceText, setFields } from './accessors.ts';
import { fittingChecks, researchFacts } from './dossierResearch.ts';

const TODAY = '2026-11-21';
let next = 0;
const random = { bytes: (length: number) => Uint8Array.from({ length }, () => (next = (next * 31 + 7) % 256)) };
const writer = newWriter('a'.repeat(32) as UserId, { nowMs: () => Date.parse(`${TODAY}T09:00:00Z`) }, random);
const open = (doc: Y.Doc) => ({
  wmo: wmoCheck(researchFacts(doc)).flatMap(({ code, complete }) => (complete ? [] : [code])),
  youth: youthCheck(researchFacts(doc)).flatMap(({ code, complete }) => (complete ? [] : [code])),
});

test('a dossier fills the checks by being worked in, place by place', () => {
  const doc = new Y.Doc();
  expect(open(doc).wmo).toHaveLength(7);
  const question = createRecord(
    doc,
    'helpRequests',
    { words: 'Ik kan de trap niet meer op.', receivedOn: TODAY },
    writer,
  );
  const talk = createRecord(doc, 'conversations', { date: TODAY, context: 'THUIS', author: writer.user }, writer);
  replaceText(doc, 'conversations', talk, 'THUISBASIS.wish', 'Hier blijven wonen.');
  expect(open(doc).wmo).toEqual(['WMO_B', 'WMO_C', 'WMO_D', 'WMO_E', 'WMO_F', 'WMO_G']);
  createRecord(doc, 'strengths', { text: 'Redt zich met weinig.' }, writer);
  createRecord(doc, 'networkContacts', { name: 'Buurvrouw Ans' }, writer);
  expect(open(doc).wmo).toEqual(['WMO_D', 'WMO_E', 'WMO_F', 'WMO_G']);
  const carer = createRecord(doc, 'persons', { firstName: 'Els' }, writer);
  createRecord(doc, 'traits', { personId: carer, trait: 'MANTELZORGER' }, writer);
  setFields(doc, 'helpRequests', question, { noCarer: true }, writer);
  expect(open(doc).wmo).toContain('WMO_D');
  createRecord(doc, 'actions', { what: 'Een avond vrij', ladder: '3_VOORLIGGEND', beneficiaryPersonId: carer }, writer);
  createRecord(doc, 'attendees', { conversationId: talk, name: 'Wijkverpleging', capacity: 'PARTNER' }, writer);
  setFields(doc, 'helpRequests', question, { costsExplained: true }, writer);
  expect(open(doc).wmo).toEqual([]);
});

test('a child in the house asks for the Jeugd-check too, until a law is chosen', () => {
  const doc = new Y.Doc();
  const question = createRecord(doc, 'helpRequests', { words: 'Wij maken ons zorgen.', receivedOn: TODAY }, writer);
  expect(fittingChecks(doc, TODAY)).toEqual({ wmo: true, youth: false });
  createRecord(doc, 'persons', { firstName: 'Sem', birthDate: '2015-02-01', membership: 'WOONT_HIER' }, writer);
  expect(fittingChecks(doc, TODAY)).toEqual({ wmo: true, youth: true });
  setFields(doc, 'helpRequests', question, { law: 'JEUGD', municipalityChecked: true }, writer);
  expect(fittingChecks(doc, TODAY)).toEqual({ wmo: false, youth: true });
  createRecord(doc, 'concerns', { text: 'Gaat niet naar school.' }, writer);
  createRecord(doc, 'goals', { text: 'Weer naar school' }, writer);
  expect(open(doc).youth).toEqual(['JEUGD_5', 'JEUGD_6']);
  createRecord(
    doc,
    'actions',
    { what: 'Begeleiding', ladder: '4_GEMEENTE', endOn: '2027-02-01', repeat: 'elke week' },
    writer,
  );
  createRecord(doc, 'earlierHelp', { what: 'Schoolmaatschappelijk werk' }, writer);
  expect(open(doc).youth).toEqual([]);
});
