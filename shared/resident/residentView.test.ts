/**
 * A canary in every text of every kind of record: only those that are named here may come out, and those all do. A field
 * that is added to the schema later is a canary by itself.
 */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRecord, markDeleted, newWriter, replaceText, setFields } from '../documents/accessors.ts';
import { documentKinds, recordKinds, type RecordKind, type RecordValues } from '../documents/schema.ts';
import { newId, type RecordId, type UserId } from '../domain/ids.ts';
import { readability, sentencesOf, wordsOf } from '../domain/readability.ts';
import { residentConversation } from './residentConversation.ts';
import { residentTexts } from './residentTexts.ts';
import { residentView } from './residentView.ts';

let counter = 0;
const random = {
  bytes: (length: number) => Uint8Array.from({ length }, (_, at) => (++counter * 7 + at * 13) % 256),
};
const writer = newWriter(
  'a'.repeat(32) as UserId,
  { nowMs: () => Date.parse('2026-11-21T09:00:00Z') },
  random,
  'decision',
);
const nameOf = (): string => 'Marieke Postma';

const VISIBLE_IN_VIEW = [
  'actions.repeat',
  'actions.what',
  'actions.whoName',
  'goals.ownerName',
  'goals.text',
  'helpRequests.words',
  'household.name',
  'networkContacts.name',
  'persons.firstName',
  'strengths.text',
];
const VISIBLE_IN_TALK = [
  'actions.repeat',
  'actions.what',
  'actions.whoName',
  'attendees.name',
  'conversations#summary',
];

interface Dossier {
  readonly doc: Y.Doc;
  readonly conversationId: RecordId;
}

/** A dossier in which everything that can be text is a canary named after its place. */
function canaryDossier(change: Partial<Record<RecordKind, object>> = {}): Dossier {
  const doc = new Y.Doc();
  const made = new Map<string, RecordId>();
  const make = <K extends RecordKind>(kind: K, values: object): RecordId => {
    const rule = recordKinds[kind];
    const canaries: Record<string, unknown> = {};
    for (const [field, { schema }] of Object.entries(rule.fields)) {
      const canary = `KANARIE ${kind}.${field} EINDE`;
      if (field !== 'ord' && field !== 'deleted' && schema.safeParse(canary).success) canaries[field] = canary;
    }
    const all = { ...canaries, ...values, ...change[kind] } as RecordValues<K>;
    const id = createRecord(doc, kind, all, writer);
    for (const section of rule.sections) replaceText(doc, kind, id, section, `KANARIE ${kind}#${section} EINDE`);
    made.set(kind, id);
    return id;
  };
  make('household', { contactUser: writer.user });
  const personId = make('persons', { membership: 'WOONT_HIER' });
  const conversationId = make('conversations', {
    date: '2026-11-20',
    context: 'SCHOOL',
    author: writer.user,
    teamOnly: false,
  });
  make('attendees', { conversationId });
  make('helpRequests', { receivedOn: '2026-11-01', saidByPersonId: personId });
  const planId = make('plans', {});
  const goalId = make('goals', { planId, perspective: 'GEZONDHEID' });
  make('actions', { goalId, conversationId, ladder: '1_ZELF', status: 'GEPLAND', kind: 'PRAKTISCH' });
  make('networkContacts', { ofPersonId: '', sector: 'FAMILIE' });
  make('webs', { personId, date: '2026-11-01', version: 'VOLWASSENEN', scoreLichaam: 4 });
  for (const kind of Object.keys(documentKinds.household) as RecordKind[]) {
    if (made.has(kind)) continue;
    const needed: Record<string, unknown> = {
      traits: { personId, trait: 'MANTELZORGER' },
      lines: { conversationId, kind: 'CITAAT' },
      addenda: { conversationId, author: writer.user, writtenOn: '2026-11-20' },
      balances: { side: 'DRAAGLAST' },
      perspectiveViews: { personId, perspective: 'GEZONDHEID', date: '2026-11-01' },
      signals: { kind: 'ZORG' },
      legalBases: { basis: 'PUBLIEKE_TAAK', on: '2026-11-01' },
      evaluations: { planId, date: '2026-11-01' },
    };
    // What does not fit is left out by the schema only when it is an id or a code: the texts are what counts here.
    const fits = Object.entries((needed[kind] ?? {}) as object).filter(
      ([field, value]) =>
        (recordKinds[kind].fields as Record<string, { schema: { safeParse(v: unknown): { success: boolean } } }>)[
          field
        ]?.schema.safeParse(value).success,
    );
    make(kind, Object.fromEntries(fits));
  }
  return { doc, conversationId };
}

const canariesIn = (value: unknown): string[] =>
  [...new Set([...JSON.stringify(value).matchAll(/KANARIE (\S+) EINDE/g)].map(([, place]) => place ?? ''))].sort();

describe('what a resident may see', () => {
  test('holds the texts that are named here and not one more', () => {
    const { doc } = canaryDossier();
    expect(canariesIn(residentView(doc, { nameOf }))).toEqual(VISIBLE_IN_VIEW);
  });

  test('of a conversation: the agreed summary, who was there and the agreements', () => {
    const { doc, conversationId } = canaryDossier();
    expect(canariesIn(residentConversation(doc, conversationId, { nameOf }))).toEqual(VISIBLE_IN_TALK);
  });

  test('a conversation for the team only takes its agreements along inside [P2]', () => {
    const { doc, conversationId } = canaryDossier({ conversations: { teamOnly: true } });
    expect(canariesIn(residentView(doc, { nameOf }))).not.toContain('actions.what');
    expect(residentConversation(doc, conversationId, { nameOf })).toBeNull();
  });

  test('so does an agreement about safety, one that is no longer needed, and one of nobody’s conversation', () => {
    for (const actions of [{ kind: 'VEILIGHEID' }, { status: 'VERVALLEN' }, { goalId: '', conversationId: '' }]) {
      const { doc } = canaryDossier({ actions });
      expect(canariesIn(residentView(doc, { nameOf }))).not.toContain('actions.what');
    }
  });

  test('a removed conversation and its agreements are not shown', () => {
    const { doc, conversationId } = canaryDossier();
    markDeleted(doc, 'conversations', conversationId, writer);
    expect(residentConversation(doc, conversationId, { nameOf })).toBeNull();
    expect(canariesIn(residentView(doc, { nameOf }))).not.toContain('actions.what');
  });

  test('with more people in the house, the web and network of one of them stay with that person', () => {
    const { doc } = canaryDossier();
    expect(residentView(doc, { nameOf }).web?.scores.LICHAAM).toBe(4);
    createRecord(doc, 'persons', { firstName: 'Bilal', membership: 'WOONT_HIER' }, writer);
    expect(residentView(doc, { nameOf }).web).toBeNull();
  });

  test('what a school reported is not what the people who live here want', () => {
    const { doc } = canaryDossier({ helpRequests: { saidByPersonId: newId<RecordId>(random) } });
    expect(residentView(doc, { nameOf }).wishes).toEqual([]);
  });

  test('two versions of what is shown are said', () => {
    const { doc } = canaryDossier();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const id = residentView(doc, { nameOf }).goals[0]?.id ?? '';
    setFields(doc, 'goals', id, { text: 'Rust' }, writer);
    setFields(other, 'goals', id, { text: 'Slapen' }, { ...writer, user: 'b'.repeat(32) as UserId });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(residentView(doc, { nameOf })).toMatchObject({ twoVersions: true, goals: [{ twoVersions: true }] });
  });

  test('an empty dossier gives an empty view', () => {
    const view = residentView(new Y.Doc(), { nameOf });
    expect(view).toMatchObject({ name: '', hasPlan: false, goals: [], wishes: [], web: null, network: [] });
  });
});

describe('our own sentences for residents', () => {
  test.each(['je', 'u'] as const)('read easily (%s): Flesch-Douma at least 70, at most 15 words', (address) => {
    const texts = Object.values(residentTexts(address));
    const together = readability(texts.map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(' '));
    expect(together?.fleschDouma).toBeGreaterThanOrEqual(70);
    const long = texts.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length > 15);
    expect(long).toEqual([]);
  });

  test('an adult is u: no je in that form', () => {
    const words = Object.values(residentTexts('u')).flatMap((text) => wordsOf(text.toLowerCase()));
    expect(words.filter((word) => ['je', 'jij', 'jou', 'jouw'].includes(word))).toEqual([]);
  });
});
