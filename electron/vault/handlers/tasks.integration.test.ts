import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallContext, Handlers } from '../../../shared/contract/contract.ts';
import { createRecord, setFields } from '../../../shared/documents/accessors.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { DossierFixture } from '../../../tests/integration/dossierFixture.ts';
import { createConsultationBook } from './consultationBook.ts';
import { historyHandlers } from './history.ts';
import { tasksHandlers } from './tasks.ts';

let fixture: DossierFixture;
let tasks: ReturnType<typeof tasksHandlers>;
const call: CallContext = { takeAudit: () => null };
beforeEach(() => {
  fixture = new DossierFixture();
  const vault = { ...fixture.vault, emit: () => undefined };
  tasks = tasksHandlers(vault, createConsultationBook(fixture.vault));
});
afterEach(() => fixture.end());

type Answer<N extends keyof Handlers & `tasks.${string}`> = Extract<
  Awaited<ReturnType<Handlers[N]>>,
  { ok: true }
>['value'];
async function done<N extends keyof typeof tasks>(
  name: N,
  input: Parameters<(typeof tasks)[N]>[0],
): Promise<Answer<N>> {
  const answer = await (tasks[name] as (input: unknown, call: CallContext) => unknown)(input, call);
  const result = answer as { ok: true; value: Answer<N> } | { ok: false; error: { tag: string } };
  if (!result.ok) throw new Error(result.error.tag);
  return result.value;
}
const list = (more: object = {}) => done('tasks.list', { whose: 'mine', ...more });

test('Taken holds terms with their reason and planned contacts beside what was agreed', async () => {
  const { householdId, documentId } = fixture.done('household.create', { name: 'Fam. Termijn' });
  const { today } = await list();
  const { conversationId } = fixture.done('conversation.create', { householdId, context: 'THUIS', date: today });
  fixture.write(documentId, (doc, writer) => {
    setFields(doc, 'conversations', conversationId, { nextContactOn: addDays(today, 3) }, writer);
    createRecord(doc, 'actions', { what: 'Bel de bank', ladder: '4_GEMEENTE', dueOn: addDays(today, 1) }, writer);
    createRecord(doc, 'helpRequests', { words: 'Help', receivedOn: addDays(today, -30) }, writer);
  });
  const all = await list();
  expect(all.counts).toMatchObject({ agreed: 1, contact: 1 });
  expect(all.counts.term).toBeGreaterThan(0);
  const terms = (await list({ kind: 'term' })).rows;
  expect(terms.every(({ kind, what, termCode }) => kind === 'term' && what.endsWith('.') && termCode !== '')).toBe(
    true,
  );
  const [contact] = (await list({ kind: 'contact' })).rows;
  expect(contact).toMatchObject({ kind: 'contact', dueOn: addDays(today, 3), householdName: 'Fam. Termijn' });
  expect((await list({ perspective: 'THUISBASIS' })).rows).toEqual([]);
});

test('a planned contact is moved in its report; one from a report that is vastgesteld is moved in the household', async () => {
  const { householdId, documentId } = fixture.done('household.create', { name: 'Fam. Contact' });
  const { today } = await list();
  const { conversationId } = fixture.done('conversation.create', { householdId, context: 'THUIS', date: today });
  fixture.write(documentId, (doc, writer) =>
    setFields(doc, 'conversations', conversationId, { nextContactOn: addDays(today, 2) }, writer),
  );
  const one = { kind: 'contact', documentId, taskId: conversationId } as const;
  const moved = await done('tasks.move', { ...one, dueOn: addDays(today, 5) });
  expect(moved.previous).toBe(addDays(today, 2));
  expect((await list({ kind: 'contact' })).rows.map(({ dueOn }) => dueOn)).toEqual([addDays(today, 5)]);

  fixture.done('conversation.finalize', { documentId, conversationId });
  await done('tasks.move', { ...one, dueOn: addDays(today, 9) });
  const after = (await list({ kind: 'contact' })).rows;
  expect(after.map(({ dueOn, conversationId: report }) => [dueOn, report])).toEqual([[addDays(today, 9), null]]);
  expect(fixture.done('today.get', {}).week.map(({ dueOn }) => dueOn)).not.toContain(addDays(today, 5));
});

test('the reason of moving a contact is kept with it, in its history, and goes back with the day', async () => {
  const { householdId, documentId } = fixture.done('household.create', { name: 'Fam. Reden' });
  const { today } = await list();
  const { conversationId } = fixture.done('conversation.create', { householdId, context: 'THUIS', date: today });
  fixture.write(documentId, (doc, writer) =>
    setFields(doc, 'conversations', conversationId, { nextContactOn: addDays(today, 2) }, writer),
  );
  const one = { kind: 'contact', documentId, taskId: conversationId } as const;
  const valuesOf = (kind: 'conversations' | 'household') =>
    fixture.documents.read(documentId, (doc) => {
      const id = kind === 'household' ? 'household' : conversationId;
      const { nextContactOn = '', nextContactReason = '' } = readRecord(doc, kind, id)?.values ?? {};
      return [nextContactOn, nextContactReason];
    });
  const moved = await done('tasks.move', { ...one, dueOn: addDays(today, 5), reason: 'Fatima is ziek' });
  expect(moved).toEqual({ previous: addDays(today, 2), previousReason: '' });
  expect(valuesOf('conversations')).toMatchObject({ value: [addDays(today, 5), 'Fatima is ziek'] });

  // A day that is moved without words does not keep the words of another day; undo brings both back.
  const again = await done('tasks.move', { ...one, dueOn: addDays(today, 6) });
  expect(valuesOf('conversations')).toMatchObject({ value: [addDays(today, 6), ''] });
  await done('tasks.move', { ...one, dueOn: again.previous, reason: again.previousReason });
  expect(valuesOf('conversations')).toMatchObject({ value: [addDays(today, 5), 'Fatima is ziek'] });
  const history = await historyHandlers(fixture.vault)['history.list'](
    { documentId, kind: 'conversations', recordId: conversationId },
    call,
  );
  expect(history.ok && history.value.entries.map(({ part }) => part)).toContain('nextContactReason');

  // A report that is vastgesteld stays as it was: the household has the new day and its reason.
  fixture.done('conversation.finalize', { documentId, conversationId });
  await done('tasks.move', { ...one, dueOn: addDays(today, 9), reason: 'Op vakantie' });
  expect(valuesOf('household')).toMatchObject({ value: [addDays(today, 9), 'Op vakantie'] });
  expect(valuesOf('conversations')).toMatchObject({ value: [addDays(today, 5), 'Fatima is ziek'] });
});

test('the calendar file has a day for a contact and no word of anybody', async () => {
  const { householdId, documentId } = fixture.done('household.create', { name: 'Kanarie Naam' });
  const { today } = await list();
  const { conversationId } = fixture.done('conversation.create', { householdId, context: 'THUIS', date: today });
  fixture.write(documentId, (doc, writer) =>
    setFields(doc, 'conversations', conversationId, { nextContactOn: addDays(today, 2) }, writer),
  );
  const { text, count } = await done('tasks.export', {});
  expect(count).toBe(1);
  expect(text).not.toMatch(/kanarie|contact/i);
});

test('the filter of Taken finds a word with or without its accents, in the middle of a word too', async () => {
  const { documentId } = fixture.done('household.create', { name: 'Fam. Filter' });
  fixture.write(documentId, (doc, writer) => {
    for (const what of ['Bel Zoë over de crèche', 'Vraag het energiebedrijf'])
      createRecord(doc, 'actions', { what, ladder: '4_GEMEENTE' }, writer);
  });
  const found = async (filter: string) => (await list({ filter })).rows.map(({ what }) => what);
  for (const filter of ['zoë', 'ZOE', 'crèche', 'creche', 'zoe crec']) expect(await found(filter)).toHaveLength(1);
  expect(await found('bedrijf')).toEqual(['Vraag het energiebedrijf']);
  // Marks that mean something to a database are words or nothing.
  for (const filter of ['%', '_', '"', "'", '%_%', '*', "'; DROP TABLE action; --"])
    expect((await found(filter)).length).toBeLessThanOrEqual(2);
  expect(await found('e '.repeat(100).trim())).toHaveLength(2);
});

test('the calendar file is one that a strict reader takes, with agreements, contacts and terms of which it says nothing', async () => {
  const { householdId, documentId } = fixture.done('household.create', {
    name: 'Kanarie; Naam, "x"',
    person: { firstName: 'Kanarie' },
  });
  const { today } = await list();
  const { conversationId } = fixture.done('conversation.create', { householdId, context: 'THUIS', date: today });
  fixture.write(documentId, (doc, writer) => {
    setFields(doc, 'conversations', conversationId, { nextContactOn: addDays(today, 3) }, writer);
    setFields(doc, 'household', 'household', { street: 'Kanariestraat', postcode: '1234 AB' }, writer);
    createRecord(doc, 'actions', { what: 'Kanarie\r\nDTSTART:1', ladder: '4_GEMEENTE', dueOn: today }, writer);
    createRecord(doc, 'helpRequests', { words: 'Kanarie', receivedOn: addDays(today, -40) }, writer);
    createRecord(doc, 'helpRequests', { words: 'Kanarie', receivedOn: addDays(today, -40) }, writer);
  });
  const [agreed, contacts, terms] = await Promise.all(
    (['agreed', 'contact', 'term'] as const).map(async (kind) => (await list({ kind })).rows),
  );
  const { text, count, fileName } = await done('tasks.export', {});
  const dates = [...(agreed ?? []), ...(contacts ?? []), ...(terms ?? [])].map(({ dueOn }) => dueOn ?? '');
  expect((terms ?? []).length).toBeGreaterThan(1);
  expect(count).toBe(dates.length);
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[A-Z-]+)?:[\x20-\x7e]+$/);
    expect(line.length).toBeLessThanOrEqual(75);
  }
  expect(lines.slice(0, 4)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    expect.stringMatching(/^PRODID:/),
    'CALSCALE:GREGORIAN',
  ]);
  const valuesOf = (name: string) =>
    lines.filter((line) => line.startsWith(name)).map((line) => line.slice(line.indexOf(':') + 1));
  expect(valuesOf('DTSTART;VALUE=DATE').toSorted()).toEqual(dates.map((date) => date.replaceAll('-', '')).toSorted());
  expect(new Set(valuesOf('DTSTAMP'))).toEqual(new Set(['20261121T090000Z']));
  expect(new Set(valuesOf('UID')).size).toBe(count);
  expect(new Set(valuesOf('SUMMARY'))).toEqual(new Set(['Taak in Samenspel']));
  expect(valuesOf('END').filter((part) => part === 'VEVENT')).toHaveLength(count);
  expect(`${fileName} ${text}`).not.toMatch(/kanarie|1234|wmo|onderzoek/i);
  fixture.nowMs += 60_000;
  const again = await done('tasks.export', {});
  expect(again.text.match(/UID:.*/g)).toEqual(text.match(/UID:.*/g));
});

test('a home visit stands in the week with its time until a conversation came of it', () => {
  const { documentId } = fixture.done('household.create', { name: 'Fam. Bezoek' });
  const { today } = fixture.done('today.get', {});
  let visitId = '';
  fixture.write(documentId, (doc, writer) => {
    visitId = createRecord(doc, 'visits', { on: addDays(today, 2), from: '14:00', worker: writer.user }, writer);
    createRecord(doc, 'visits', { on: addDays(today, 20), from: '09:00', worker: writer.user }, writer);
  });
  expect(fixture.done('today.get', {}).agenda).toMatchObject([
    { kind: 'visit', on: addDays(today, 2), from: '14:00', what: 'Fam. Bezoek', visitId },
  ]);
  const before = fixture.projection();
  fixture.documents.rebuild();
  expect(fixture.projection()).toEqual(before);
  fixture.write(documentId, (doc, writer) =>
    setFields(doc, 'visits', visitId as never, { conversationId: 'c'.repeat(32) as never }, writer),
  );
  expect(fixture.done('today.get', {}).agenda).toEqual([]);
});
