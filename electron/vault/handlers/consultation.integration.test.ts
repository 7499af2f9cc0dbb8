import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Client } from '../../../shared/contract/client.ts';
import type { WalkInForm } from '../../../shared/contract/commands/consultation.ts';
import type { OrganisationForm } from '../../../shared/contract/commands/organisations.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import type { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import { createTestMachine, unlock, type TestMachine } from '../testVault.ts';

let machine: TestMachine;
beforeEach(() => {
  machine = createTestMachine();
});
afterEach(() => machine.end());

const PLACE = { place: 'OBS De Regenboog', context: 'SCHOOL', area: 'Oeverwijk' } as const;
const EMPTY: WalkInForm = {
  who: { kind: 'LEEG' },
  question: '',
  perspectives: [],
  next: '',
  what: '',
  toUser: '',
  toName: '',
  dueOn: '',
};
const NO_ORGANISATION: OrganisationForm = {
  name: '', type: '', perspectives: [], audiences: [], areas: [], offer: '', contactName: '', phone: '', email: '', website: '',
  address: '', openingHours: '', remark: '',
}; // prettier-ignore
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: { tag: string } }): T => {
  if (!result.ok) throw new Error(result.error.tag);
  return result.value;
};
const start = async (client: Client): Promise<DocumentId> =>
  valueOf(await client.call('consultation.start', PLACE)).documentId;
const look = async (client: Client) => valueOf(await client.call('consultation.get', {}));
const personsOf = async (client: Client, householdId: HouseholdId | null) => {
  const { rows } = valueOf(await client.call('household.list', {}));
  const documentId = rows.find((row) => row.householdId === householdId)?.documentId ?? ('' as DocumentId);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, valueOf(await client.call('document.open', { documentId })).state);
  return readRecords(doc, 'persons').map(({ values }) => ({ lastName: '', ...values }));
};
const tasks = async (client: Client) => valueOf(await client.call('tasks.list', { whose: 'mine' })).rows;

test('a walk-in of a known person stands in the household only, with its action, and is found', async () => {
  const { client } = await machine.setUp();
  const home = valueOf(
    await client.call('household.create', {
      name: 'Mw. Van der Veen',
      person: { firstName: 'Jo', lastName: 'Van der Veen' },
    }),
  );
  const documentId = await start(client);
  const form: WalkInForm = {
    ...EMPTY,
    who: { kind: 'BEKEND', householdId: home.householdId, personId: home.personId, label: 'Jo' },
    question: 'Er kwam weer een energiebrief',
    perspectives: ['BESTAANSZEKERHEID'],
    next: 'IK',
    what: 'Bel energiebedrijf',
    dueOn: '2026-11-28',
  };
  const saved = valueOf(await client.call('consultation.save', { documentId, walkInId: null, form }));
  expect(saved.householdId).toBe(home.householdId);
  expect(await tasks(client)).toMatchObject([
    { kind: 'action', what: 'Bel energiebedrijf', householdName: 'Mw. Van der Veen', dueOn: '2026-11-28', who: 'jij' },
  ]);
  const [walkIn] = (await look(client)).running?.walkIns ?? [];
  expect(walkIn).toMatchObject({ linked: true, state: 'BEWAARD', question: 'Er kwam weer een energiebrief' });
  expect(walkIn?.who).toMatchObject({ kind: 'BEKEND', label: 'Jo Van der Veen' });
  const found = valueOf(await client.call('search.query', { text: 'energiebrief', mode: 'typing' })).hits;
  expect(found.map(({ householdId }) => householdId)).toContain(home.householdId);
  expect(valueOf(await client.call('today.get', {})).unfinished).toEqual([]);
  expect(valueOf(await client.call('audit.verify', {})).firstBadRow).toBeNull();

  // Undone: nothing of it is left in the household, everything of it is in the form.
  valueOf(await client.call('consultation.undo', { documentId, walkInId: saved.walkInId }));
  expect(await tasks(client)).toEqual([]);
  expect(valueOf(await client.call('household.get', { householdId: home.householdId })).conversations).toEqual([]);
  const [back] = (await look(client)).running?.walkIns ?? [];
  const { who: _, ...words } = form;
  expect(back).toMatchObject({ ...words, state: 'CONCEPT', linked: false });
});

test('a new name makes a household; undone and saved again it is the same household', async () => {
  const { client } = await machine.setUp();
  const documentId = await start(client);
  const form: WalkInForm = { ...EMPTY, who: { kind: 'NIEUW', name: 'Sanne Bakker' }, question: 'Zoekt een woning' };
  const first = valueOf(await client.call('consultation.save', { documentId, walkInId: null, form }));
  valueOf(await client.call('consultation.undo', { documentId, walkInId: first.walkInId }));
  expect(valueOf(await client.call('household.list', {})).total).toBe(0);
  const again = valueOf(
    await client.call('consultation.save', {
      documentId,
      walkInId: first.walkInId,
      form: { ...form, who: { kind: 'NIEUW', name: 'Sanne Bakkers' } },
    }),
  );
  expect(again.householdId).toBe(first.householdId);
  expect(valueOf(await client.call('household.list', {})).rows.map(({ name }) => name)).toEqual(['Sanne Bakkers']);
  // The person in it has the new name too.
  const persons = await personsOf(client, again.householdId);
  expect(persons.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).toEqual(['Sanne Bakkers']);
});

test.each([
  ['Mw. Van der Veen', 'Mw. Van der Veen', ''],
  ['de heer Özdemir', 'de heer Özdemir', ''],
  ["Zoë van 't Hooft", 'Zoë', "van 't Hooft"],
  ['Famke de Wit', 'Famke', 'de Wit'],
  ['  Sanne  ', 'Sanne', ''],
])('somebody new who is called %s gets that name, and no title for a first name', async (name, first, last) => {
  const { client } = await machine.setUp();
  const documentId = await start(client);
  const form: WalkInForm = { ...EMPTY, who: { kind: 'NIEUW', name }, question: 'Zoekt een woning' };
  const { householdId } = valueOf(await client.call('consultation.save', { documentId, walkInId: null, form }));
  expect(await personsOf(client, householdId)).toMatchObject([{ firstName: first, lastName: last }]);
});

test('a walk-in without a household keeps its task, and linking moves its words there', async () => {
  const { client } = await machine.setUp();
  const home = valueOf(await client.call('household.create', { name: 'Fam. Kuipers' }));
  const documentId = await start(client);
  const form: WalkInForm = {
    ...EMPTY,
    who: { kind: 'LATER', name: 'Dhr. Kuipers' },
    question: 'Wil iets doen',
    next: 'IK',
  };
  const { walkInId } = valueOf(await client.call('consultation.save', { documentId, walkInId: null, form }));
  const words = async () =>
    valueOf(await client.call('search.query', { text: 'wil iets', mode: 'typing' })).hits.map(({ kind }) => kind);
  expect(await words()).toEqual(['walkIn']);
  const [task] = await tasks(client);
  expect(task).toMatchObject({ kind: 'walkIn', householdId: null, what: 'Terugkomen op: Wil iets doen' });
  valueOf(await client.call('tasks.move', { kind: 'walkIn', documentId, taskId: walkInId, dueOn: '2026-11-24' }));
  valueOf(await client.call('consultation.stop', { documentId }));
  expect((await look(client)).unlinked).toHaveLength(1);

  const who = { kind: 'BEKEND', householdId: home.householdId, personId: null, label: '' } as const;
  valueOf(await client.call('consultation.link', { documentId, walkInId, who }));
  expect((await look(client)).unlinked).toEqual([]);
  expect((await words()).toSorted()).toEqual(['action', 'conversation']);
  expect(await tasks(client)).toMatchObject([{ kind: 'action', householdName: 'Fam. Kuipers', dueOn: '2026-11-24' }]);
  const [conversation] = valueOf(await client.call('household.get', { householdId: home.householdId })).conversations;
  expect(conversation).toMatchObject({ excerpt: 'Wil iets doen', place: 'OBS De Regenboog', context: 'SCHOOL' });
  expect(await client.call('consultation.link', { documentId, walkInId, who })).toMatchObject({
    ok: false,
    error: { tag: 'AlreadyFinalized' },
  });
});

test('a household that is not there refuses the whole save, and the form stays as it was kept', async () => {
  const { client } = await machine.setUp();
  const documentId = await start(client);
  const form = { ...EMPTY, question: 'Half af' };
  const { walkInId } = valueOf(
    await client.call('consultation.keep', { documentId, walkInId: null, form, state: 'CONCEPT' }),
  );
  const nobody = { kind: 'BEKEND', householdId: 'f'.repeat(32) as never, personId: null, label: '' } as const;
  const refused = await client.call('consultation.save', { documentId, walkInId, form: { ...form, who: nobody } });
  expect(refused).toMatchObject({ ok: false, error: { tag: 'HouseholdMissing' } });
  expect((await look(client)).running?.walkIns).toMatchObject([
    { walkInId, state: 'CONCEPT', question: 'Half af', who: { kind: 'LEEG' } },
  ]);
});

test('a half-typed walk-in survives a lock, and stopping puts it aside', async () => {
  const first = await machine.setUp();
  const documentId = await start(first.client);
  const form = { ...EMPTY, who: { kind: 'ANONIEM' }, question: 'Mijn zoon wil niet' } as const;
  valueOf(await first.client.call('consultation.keep', { documentId, walkInId: null, form, state: 'CONCEPT' }));
  void first.client.call('vault.lock', {});
  await first.ended;

  const { client } = machine.start();
  valueOf(await unlock(client, first.profileId));
  expect((await look(client)).running?.walkIns).toMatchObject([{ state: 'CONCEPT', question: 'Mijn zoon wil niet' }]);
  valueOf(await client.call('consultation.stop', { documentId }));
  const after = await look(client);
  expect(after.running).toBeNull();
  expect(after.later).toMatchObject([{ question: 'Mijn zoon wil niet', who: { kind: 'ANONIEM' } }]);
});

test('a spreekuur that passes midnight while the clocks go back keeps its order and its dates', async () => {
  const { client } = await machine.setUp();
  const home = valueOf(await client.call('household.create', { name: 'Fam. Nacht' }));
  const save = async (documentId: DocumentId, question: string) => {
    const who = { kind: 'BEKEND', householdId: home.householdId, personId: null, label: '' } as const;
    valueOf(await client.call('consultation.save', { documentId, walkInId: null, form: { ...EMPTY, who, question } }));
  };
  // 24 October 23:50 in Merendam; at 3:00 that night it becomes 2:00.
  machine.time.setWallClock(Date.UTC(2026, 9, 24, 21, 50));
  const documentId = await start(client);
  await save(documentId, 'voor middernacht');
  machine.time.setWallClock(Date.UTC(2026, 9, 25, 0, 30));
  await save(documentId, 'half drie, zomertijd');
  machine.time.setWallClock(Date.UTC(2026, 9, 25, 1, 30));
  await save(documentId, 'half drie, wintertijd');
  const { running, today } = await look(client);
  expect(today).toBe('2026-10-25');
  expect(running?.documentId).toBe(documentId);
  expect(running?.walkIns.map(({ question }) => question)).toEqual([
    'half drie, wintertijd',
    'half drie, zomertijd',
    'voor middernacht',
  ]);
  const { conversations } = valueOf(await client.call('household.get', { householdId: home.householdId }));
  expect(conversations.map(({ date }) => date).toSorted()).toEqual(['2026-10-24', '2026-10-25', '2026-10-25']);
});

test('signals hold no persons, and the calendar file holds no word of anybody', async () => {
  const { client } = await machine.setUp();
  const documentId = await start(client);
  const signal = { documentId, theme: 'OMGEVING', area: 'Oeverwijk', text: 'Veel vragen over vervoer' } as const;
  valueOf(await client.call('consultation.signal', signal));
  expect((await look(client)).running?.signals).toMatchObject([{ text: 'Veel vragen over vervoer' }]);
  const form: WalkInForm = {
    ...EMPTY,
    who: { kind: 'NIEUW', name: 'Kanarie Naam' },
    question: 'Kanarie vraag',
    next: 'IK',
    what: 'Kanarie taak',
    dueOn: '2026-11-30',
  };
  valueOf(await client.call('consultation.save', { documentId, walkInId: null, form }));
  const { text, count } = valueOf(await client.call('tasks.export', {}));
  expect(count).toBe(1);
  expect(text).toContain('DTSTART;VALUE=DATE:20261130\r\n');
  expect(text).not.toMatch(/kanarie/i);
});

test('Taken: ticking, moving with a reason and taking away can each be undone; filter and pages [U8]', async () => {
  const { client } = await machine.setUp();
  const documentId = await start(client);
  for (const [name, what, dueOn] of [
    ['Anna Visser', 'Bel de bank', '2026-11-20'],
    ['Bo Smit', 'Stuur het plan', '2026-11-24'],
    ['Cas Mol', 'Vraag na bij school', ''],
  ] as const) {
    const form: WalkInForm = { ...EMPTY, who: { kind: 'NIEUW', name }, question: 'vraag', next: 'IK', what, dueOn };
    valueOf(await client.call('consultation.save', { documentId, walkInId: null, form }));
  }
  const all = valueOf(await client.call('tasks.list', { whose: 'mine' }));
  expect(all.rows.map(({ what }) => what)).toEqual(['Bel de bank', 'Stuur het plan', 'Vraag na bij school']);
  expect(all).toMatchObject({ total: 3, late: 1 });
  const page = valueOf(await client.call('tasks.list', { whose: 'mine', offset: 1, limit: 1 }));
  expect(page.rows.map(({ what }) => what)).toEqual(['Stuur het plan']);
  const named = valueOf(await client.call('tasks.list', { whose: 'mine', filter: 'smit' }));
  expect(named.rows.map(({ householdName }) => householdName)).toEqual(['Bo Smit']);

  const [first] = all.rows;
  if (first === undefined) throw new Error('no task');
  if (first.kind !== 'action') throw new Error('not an action');
  const one = { kind: first.kind, documentId: first.documentId, taskId: first.taskId };
  const done = valueOf(await client.call('tasks.setStatus', { ...one, status: 'KLAAR' }));
  expect((await tasks(client)).length).toBe(2);
  valueOf(await client.call('tasks.setStatus', { ...one, status: done.previous, reason: done.previousReason }));
  const moved = valueOf(await client.call('tasks.move', { ...one, dueOn: '2026-12-01', reason: 'De bank is dicht' }));
  expect(moved.previous).toBe('2026-11-20');
  expect((await tasks(client)).map(({ dueOn }) => dueOn)).toEqual(['2026-11-24', '2026-12-01', null]);
});

test('planning, taking away, stopping and linking can each be taken back, and so can a signal [U8]', async () => {
  const { client } = await machine.setUp();
  const planned = valueOf(
    await client.call('consultation.plan', { ...PLACE, on: '2026-11-24', from: '09:00', until: '11:00' }),
  );
  valueOf(await client.call('consultation.stop', planned));
  expect((await look(client)).planned).toEqual([]);
  valueOf(await client.call('consultation.plan', planned));
  expect((await look(client)).planned).toMatchObject([{ documentId: planned.documentId, plannedFrom: '09:00' }]);

  const documentId = await start(client);
  const form: WalkInForm = {
    ...EMPTY,
    who: { kind: 'LATER', name: 'Dhr. Kuipers' },
    question: 'Wil iets doen',
    next: 'IK',
    what: 'Bel het buurthuis',
  };
  const { walkInId } = valueOf(await client.call('consultation.save', { documentId, walkInId: null, form }));
  const who = { kind: 'NIEUW', name: 'Piet Kuipers' } as const;
  const linked = valueOf(await client.call('consultation.link', { documentId, walkInId, who }));
  const unlinked = { name: 'Dhr. Kuipers', state: 'BEWAARD' } as const;
  valueOf(await client.call('consultation.undo', { documentId, walkInId, unlinked }));
  const after = await look(client);
  expect(after.unlinked).toMatchObject([
    {
      who: { kind: 'LATER', name: 'Dhr. Kuipers' },
      question: 'Wil iets doen',
      what: 'Bel het buurthuis',
      linked: false,
    },
  ]);
  expect(await tasks(client)).toMatchObject([{ kind: 'walkIn', what: 'Bel het buurthuis' }]);
  // The household that linking made is put away, and the next link uses the same one.
  expect(valueOf(await client.call('household.list', {})).total).toBe(0);
  expect(valueOf(await client.call('consultation.link', { documentId, walkInId, who }))).toEqual(linked);
  expect(valueOf(await client.call('household.list', {})).total).toBe(1);

  // Where a team would get it: without one this is the document of the own sociale kaart.
  valueOf(
    await client.call('organisation.save', { organisationId: null, form: { ...NO_ORGANISATION, name: 'Buurthuis' } }),
  );
  const signal = { documentId, theme: '', area: '', text: 'Veel vragen over vervoer' } as const;
  const { signalId } = valueOf(await client.call('consultation.signal', signal));
  if (signalId === null) throw new Error('the signal was not written');
  expect((await look(client)).teamSignals).toHaveLength(1);
  valueOf(await client.call('consultation.takeSignalBack', { documentId, signalId }));
  expect((await look(client)).running?.signals).toEqual([]);
  expect((await look(client)).teamSignals).toEqual([]);

  valueOf(await client.call('consultation.stop', { documentId }));
  expect((await look(client)).running).toBeNull();
  valueOf(await client.call('consultation.start', { documentId }));
  expect((await look(client)).running?.walkIns).toHaveLength(1);
});

test('a spreekuur over the night in which the clocks go forward keeps its order and its dates', async () => {
  const { client } = await machine.setUp();
  const home = valueOf(await client.call('household.create', { name: 'Fam. Lente' }));
  // 27 March 23:50; at 2:00 that night it becomes 3:00.
  machine.time.setWallClock(Date.UTC(2027, 2, 27, 22, 50));
  const documentId = await start(client);
  for (const [at, question] of [
    [Date.UTC(2027, 2, 27, 22, 55), 'voor middernacht'],
    [Date.UTC(2027, 2, 28, 0, 59), 'een minuut voor twee'],
    [Date.UTC(2027, 2, 28, 1, 1), 'een minuut over drie'],
  ] as const) {
    machine.time.setWallClock(at);
    const who = { kind: 'BEKEND', householdId: home.householdId, personId: null, label: '' } as const;
    const form = { ...EMPTY, who, question, next: 'IK', dueOn: '2027-03-29' } as const;
    valueOf(await client.call('consultation.save', { documentId, walkInId: null, form }));
  }
  const { running, today } = await look(client);
  expect(today).toBe('2027-03-28');
  expect(running?.walkIns.map(({ question }) => question)).toEqual([
    'een minuut over drie',
    'een minuut voor twee',
    'voor middernacht',
  ]);
  expect((await tasks(client)).map(({ dueOn }) => dueOn)).toEqual(['2027-03-29', '2027-03-29', '2027-03-29']);
  const { conversations } = valueOf(await client.call('household.get', { householdId: home.householdId }));
  expect(conversations.map(({ date }) => date).toSorted()).toEqual(['2027-03-27', '2027-03-28', '2027-03-28']);
  // Stopped on the next day, it is over, with everything in it.
  valueOf(await client.call('consultation.stop', { documentId }));
  expect(await look(client)).toMatchObject({ running: null, later: [], unlinked: [] });
});

test('a signal with the name of somebody known here is not written until the worker says that nobody is meant', async () => {
  const { client } = await machine.setUp();
  valueOf(
    await client.call('household.create', {
      name: 'Fam. Yılmaz',
      person: { firstName: 'Sanne', lastName: 'van der Linde' },
    }),
  );
  const documentId = await start(client);
  const say = async (text: string, nobodyNamed = false) =>
    valueOf(await client.call('consultation.signal', { documentId, theme: '', area: '', text, nobodyNamed }));
  expect(await say('Het kruispunt bij sanne en Yilmaz is gevaarlijk')).toEqual({
    signalId: null,
    names: expect.arrayContaining(['sanne', 'Yilmaz']) as unknown,
    traces: [],
  });
  expect(await say('Bel mevrouw Jansen van de Kade 3, 06-12345678')).toEqual({
    signalId: null,
    names: [],
    traces: ['Kade 3', '06-12345678', 'mevrouw Jansen'],
  });
  expect((await look(client)).running?.signals).toEqual([]);
  // Small words of a name are no name, and a name inside a longer word is another word.
  expect((await say('Veel vragen van ouders bij het schoolplein en de Lindenlaan')).signalId).not.toBeNull();
  expect((await say('Er staat een linde scheef', true)).signalId).not.toBeNull();
  expect((await look(client)).running?.signals).toHaveLength(2);
});
