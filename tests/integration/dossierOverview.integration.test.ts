import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecord, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { commands } from '../../shared/contract/contract.ts';
import type { HouseholdId, RecordId, UserId } from '../../shared/domain/ids.ts';
import { DossierFixture } from './dossierFixture.ts';

const COLLEAGUE = 'c'.repeat(32) as UserId;
let vault: DossierFixture;
beforeEach(() => {
  vault = new DossierFixture();
});
afterEach(() => vault.end());

const household = (name: string) => vault.done('household.create', { name, person: { firstName: 'Fatima' } });
const today = () => vault.done('today.get', {});

function action(made: ReturnType<typeof household>, what: string, fields: object = {}): RecordId {
  let id = '' as RecordId;
  vault.write(made.documentId, (doc, writer) => {
    id = createRecord(doc, 'actions', { what, ladder: '1_ZELF', status: 'GEPLAND', ...fields }, writer);
  });
  return id;
}

describe('Vandaag', () => {
  it('gives what is due for me or for nobody, oldest first, and not what is done or a colleague does', () => {
    const made = household('Fam. Een');
    action(made, 'Bellen', { dueOn: '2026-11-21', whoUser: vault.me.userId });
    action(made, 'Brief sturen', { dueOn: '2026-11-16', perspective: 'BESTAANSZEKERHEID' });
    action(made, 'Van haar', { dueOn: '2026-11-20', whoUser: COLLEAGUE });
    action(made, 'Klaar', { dueOn: '2026-11-20', status: 'KLAAR' });
    action(made, 'Zonder dag');
    action(made, 'Volgende week', { dueOn: '2026-11-28' });
    action(made, 'Later', { dueOn: '2026-11-29' });
    const { due, week } = today();
    expect(due.map(({ what, daysLate, who }) => [what, daysLate, who])).toEqual([
      ['Brief sturen', 5, ''],
      ['Bellen', 0, 'jij'],
    ]);
    expect(week.map(({ what, daysLate }) => [what, daysLate])).toEqual([['Volgende week', -7]]);
  });

  it('lets an action go when it is ticked and brings it back when that is undone', () => {
    const made = household('Fam. Een');
    const actionId = action(made, 'Bellen', { dueOn: '2026-11-21' });
    const tick = { documentId: made.documentId, actionId };
    expect(vault.done('action.setStatus', { ...tick, status: 'KLAAR' })).toEqual({ previous: 'GEPLAND' });
    expect(today().due).toEqual([]);
    vault.done('action.setStatus', { ...tick, status: 'GEPLAND' });
    expect(today().due).toHaveLength(1);
    expect(
      vault.call('action.setStatus', { ...tick, actionId: 'e'.repeat(32) as RecordId, status: 'KLAAR' }),
    ).toMatchObject({
      error: { tag: 'RecordMissing' },
    });
  });

  it('asks for a planned contact until a later conversation was it', () => {
    const { householdId, documentId } = household('Fam. Een');
    const first = vault.done('conversation.create', { householdId, context: 'THUIS', date: '2026-11-10' });
    vault.write(documentId, (doc, writer) =>
      setFields(doc, 'conversations', first.conversationId, { nextContactOn: '2026-11-20' }, writer),
    );
    expect(today().due).toMatchObject([{ kind: 'contact', conversationId: first.conversationId, daysLate: 1 }]);
    vault.done('conversation.create', { householdId, context: 'THUIS', date: '2026-11-18' });
    expect(today().due).toEqual([]);
    vault.write(documentId, (doc, writer) =>
      setFields(doc, 'household', 'household', { nextContactOn: '2026-11-21' }, writer),
    );
    expect(today().due).toMatchObject([{ kind: 'contact', conversationId: null, daysLate: 0 }]);
    vault.done('conversation.create', { householdId, context: 'TELEFOON' });
    expect(today().due).toEqual([]);
  });

  it('shows my unfinished conversations, the last one first, and not those of last season', () => {
    const { householdId, documentId } = household('Fam. Een');
    const old = vault.done('conversation.create', { householdId, context: 'THUIS' });
    vault.nowMs += 40 * 86_400_000;
    const first = vault.done('conversation.create', { householdId, context: 'THUIS' });
    vault.nowMs += 60_000;
    const second = vault.done('conversation.create', { householdId, context: 'TELEFOON' });
    const third = vault.done('conversation.create', { householdId, context: 'KANTOOR' });
    vault.done('conversation.finalize', { documentId, conversationId: third.conversationId });
    vault.nowMs += 60_000;
    vault.write(
      documentId,
      (doc) => void replaceText(doc, 'conversations', first.conversationId, 'whatIsGoingOn', 'Het gaat'),
    );
    expect(today().unfinished.map((row) => row.conversationId)).toEqual([first.conversationId, second.conversationId]);
    expect(today().unfinished[0]).toMatchObject({ excerpt: 'Het gaat', finalized: false, householdName: 'Fam. Een' });
    vault.nowMs += 60_000;
    vault.write(
      documentId,
      (doc) => void replaceText(doc, 'conversations', old.conversationId, 'whatIsGoingOn', 'Toch nog'),
    );
    expect(today().unfinished[0]?.conversationId).toBe(old.conversationId);
  });

  it('remembers which households were opened last, but no shielded one', () => {
    const [a, b, c] = [household('A'), household('B'), household('C')];
    const recent = () => vault.done('household.recent', {}).rows.map((row) => row.name);
    for (const { householdId } of [a, b, c, a]) {
      vault.nowMs += 1_000;
      vault.done('household.get', { householdId });
    }
    expect(recent()).toEqual(['A', 'C', 'B']);
    vault.write(c.documentId, (doc, writer) => setFields(doc, 'household', 'household', { shielded: true }, writer));
    expect(recent()).toEqual(['A', 'B']);
    vault.restart();
    expect(recent()).toEqual(['A', 'B']);
    expect(today().householdCount).toBe(3);
  });

  it('takes the day from the Netherlands, also just after midnight there', () => {
    vault.nowMs = Date.parse('2026-11-21T23:30:00Z');
    expect(today().today).toBe('2026-11-22');
    const { householdId } = household('Fam. Nacht');
    vault.done('conversation.create', { householdId, context: 'THUIS' });
    expect(vault.rowsIn('conversation')).toMatchObject([{ date: '2026-11-22' }]);
  });
});

describe('the caseload', () => {
  it('puts what is late on top, then by date, then what has no date', () => {
    household('Zonder datum');
    action(household('Later'), 'x', { dueOn: '2026-12-24' });
    action(household('Te laat'), 'Betaalregeling aanvragen', { dueOn: '2026-11-16' });
    const { rows, total } = vault.done('household.list', {});
    expect(rows.map((row) => row.name)).toEqual(['Te laat', 'Later', 'Zonder datum']);
    expect(rows[0]).toMatchObject({ nextDate: '2026-11-16', nextWhat: 'Betaalregeling aanvragen', personCount: 1 });
    expect(total).toBe(3);
  });

  it('filters by parts of name, street and persons, and counts per status', () => {
    const one = household('Fam. El Amrani');
    household('Mw. Veen');
    vault.write(one.documentId, (doc, writer) =>
      setFields(
        doc,
        'household',
        'household',
        { street: 'Merelweg', houseNumber: '44', status: 'PLAN_ACTIEF' },
        writer,
      ),
    );
    for (const filter of ['amr', 'EL amrani', 'merel 44', 'fatima amr'])
      expect(vault.done('household.list', { filter }).rows.map((row) => row.name)).toEqual(['Fam. El Amrani']);
    expect(vault.done('household.list', { filter: '% _ "' }).total).toBe(2);
    const list = vault.done('household.list', { status: 'NIEUW' });
    expect(list.rows.map((row) => row.name)).toEqual(['Mw. Veen']);
    expect(list.countsByStatus).toMatchObject({ NIEUW: 1, PLAN_ACTIEF: 1, VERKENNEN: 0 });
  });

  it('keeps archived households apart and takes them back', () => {
    const { householdId } = household('Oud');
    household('Nieuw');
    vault.done('household.archive', { householdId, archived: true });
    expect(vault.done('household.list', {})).toMatchObject({ total: 1, archivedCount: 1, rows: [{ name: 'Nieuw' }] });
    expect(vault.done('household.list', { archived: true }).rows).toMatchObject([{ name: 'Oud', archived: true }]);
    vault.done('household.archive', { householdId, archived: false });
    expect(vault.done('household.list', {}).total).toBe(2);
  });

  it('gives pages without gaps or doubles', () => {
    for (let index = 0; index < 25; index += 1) household('Dezelfde naam');
    const ids = [0, 10, 20].flatMap((offset) =>
      vault.done('household.list', { offset, limit: 10 }).rows.map((row) => row.householdId),
    );
    expect(new Set(ids).size).toBe(25);
  });
});

describe('conversations', () => {
  it('starts with today, me as author and nobody there', () => {
    const { householdId, documentId } = household('Fam. Een');
    const { conversationId } = vault.done('conversation.create', {
      householdId,
      context: 'SCHOOL',
      place: 'De Regenboog',
    });
    const found = vault.documents.read(documentId, (doc) => [
      readRecords(doc, 'conversations'),
      readRecords(doc, 'attendees'),
    ]);
    expect(found).toMatchObject({
      value: [
        [{ id: conversationId, values: { date: '2026-11-21', author: vault.me.userId, place: 'De Regenboog' } }],
        [],
      ],
    });
    expect(
      vault.call('conversation.create', { householdId: 'd'.repeat(32) as HouseholdId, context: 'THUIS' }),
    ).toMatchObject({
      error: { tag: 'HouseholdMissing' },
    });
  });

  it('is finalized once, by its author only, and is then read-only [D5]', () => {
    const { householdId, documentId } = household('Fam. Een');
    const { conversationId } = vault.done('conversation.create', { householdId, context: 'THUIS' });
    const { finalizedAt } = vault.done('conversation.finalize', { documentId, conversationId });
    expect(finalizedAt).toBe('2026-11-21T09:00:00.000Z');
    expect(vault.call('conversation.finalize', { documentId, conversationId })).toMatchObject({
      error: { tag: 'AlreadyFinalized' },
    });
    const replica = vault.replica(documentId);
    replaceText(replica.doc, 'conversations', conversationId, 'whatIsGoingOn', 'Toch nog iets');
    expect(vault.call('document.push', { documentId, update: replica.take() })).toMatchObject({
      error: { tag: 'UpdateRefused', reason: 'FINALIZED' },
    });
    const theirs = vault.documents.change(documentId, (doc, writer) => ({
      ok: true,
      value: createRecord(doc, 'conversations', { date: '2026-11-21', context: 'THUIS', author: COLLEAGUE }, writer),
    }));
    const other = theirs.ok ? theirs.value : conversationId;
    expect(vault.call('conversation.finalize', { documentId, conversationId: other })).toMatchObject({
      error: { tag: 'NotAuthor' },
    });
  });

  it('answers every command as the contract says', () => {
    const { householdId } = household('Fam. Een');
    vault.done('conversation.create', { householdId, context: 'THUIS' });
    const answers = {
      'household.get': vault.done('household.get', { householdId }),
      'household.list': vault.done('household.list', {}),
      'today.get': today(),
      'search.query': vault.done('search.query', { text: 'fam', mode: 'typing' }),
    } as const;
    for (const [name, answer] of Object.entries(answers)) {
      const parsed = commands[name as keyof typeof answers].output.safeParse(answer);
      expect(parsed.error, name).toBeUndefined();
      expect(parsed.data, name).toEqual(answer);
    }
  });
});

it('takes every kind of strange text in every field, and gives it back as it was', () => {
  const strange = [
    '<script>alert(1)</script>',
    '\u202eomgekeerd\u202c',
    '👩‍👩‍👧‍👦',
    'a\u200bb',
    `'; DROP TABLE person;--`,
    '"NEAR(x)" OR *',
    '%_\\',
  ];
  for (const text of strange) {
    const made = vault.done('household.create', {
      name: text,
      area: text,
      person: { firstName: text, lastName: text },
    });
    action(made, text, { whoName: text, statusReason: text });
    const row = vault.done('household.get', { householdId: made.householdId }).household;
    expect(row).toMatchObject({ name: text, area: text, nextWhat: null });
    expect(vault.done('household.list', { filter: text }).rows.length).toBeGreaterThan(0);
  }
  vault.documents.flush();
  const kept = [vault.projection(), vault.entries()];
  vault.documents.rebuild();
  expect([vault.projection(), vault.entries()]).toEqual(kept);
});
