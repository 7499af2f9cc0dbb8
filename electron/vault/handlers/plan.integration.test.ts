/** A worker's day with a plan, over a real vault: deciding, terms, notes, taking out and in, and what does not fit. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRecord, newWriter, replaceText, setFields, type Writer } from '../../../shared/documents/accessors.ts';
import { readPlanInForce, readRegisseur } from '../../../shared/documents/dossierDecisions.ts';
import { readRecord, readRecords } from '../../../shared/documents/readers.ts';
import type { CommandName, InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import type { DocumentId, UserId } from '../../../shared/domain/ids.ts';
import type { AppError } from '../../../shared/errors.ts';
import { utf8 } from '../keys/bytes.ts';
import { createTestMachine, type RunningVault, TEST_START_MS } from '../testVault.ts';

let machine: ReturnType<typeof createTestMachine>;
let one: RunningVault;
let me: UserId;
beforeEach(async () => {
  machine = createTestMachine();
  one = await machine.setUp();
  const info = await one.client.call('session.get', {});
  if (!info.ok) throw new Error('nobody is there');
  me = info.value.me.userId;
});
afterEach(() => machine.end());

async function done<N extends CommandName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const outcome = await one.client.call(name, input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}
async function refused<N extends CommandName>(name: N, input: InputOf<N>): Promise<string> {
  const outcome = await one.client.call(name, input);
  return outcome.ok ? 'ok' : (outcome.error as AppError).tag;
}

/** Writes as a screen does: on a replica that was just opened. */
async function write<T>(documentId: DocumentId, change: (doc: Y.Doc, writer: Writer) => T): Promise<T> {
  const { state } = await done('document.open', { documentId });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state, 'load');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const value = change(doc, newWriter(me, machine.time, one.deps.random));
  await done('document.push', { documentId, update: Y.mergeUpdates(updates) });
  await done('document.close', { documentId });
  return value;
}
async function read<T>(documentId: DocumentId, look: (doc: Y.Doc) => T): Promise<T> {
  const { state } = await done('document.open', { documentId });
  await done('document.close', { documentId });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return look(doc);
}

const family = async (name = 'Fam. Proef') => {
  const made = await done('household.create', { name, person: { firstName: 'Nora' } });
  const planId = await write(made.documentId, (doc, writer) =>
    createRecord(doc, 'plans', { title: 'Ons plan', evaluationOn: '2027-02-21' }, writer),
  );
  return { ...made, planId };
};

describe('the plan', () => {
  it('comes in force with one regisseur, a plan without goals only gets a question', async () => {
    const { documentId, planId } = await family();
    expect(await refused('plan.adopt', { documentId, planId })).toBe('RegisseurMissing');
    const { questions } = await done('plan.adopt', { documentId, planId, regisseur: me });
    expect(questions.map(({ code }) => code)).toContain('GEEN_DOELEN');
    expect(await refused('plan.adopt', { documentId, planId })).toBe('PlanStepNotAllowed');
    const [force, regisseur] = await read(documentId, (doc) => [readPlanInForce(doc).planId, readRegisseur(doc).user]);
    expect([force, regisseur]).toEqual([planId, me]);
    expect(await refused('regisseur.assign', { documentId, regisseur: '' })).toBe('RegisseurMissing');
    const verified = await done('audit.verify', {});
    expect(verified.firstBadRow).toBeNull();
  });

  it('refuses an end before the start and an evaluation in the past, and keeps what was written', async () => {
    const { documentId, planId } = await family();
    await write(documentId, (doc, writer) =>
      setFields(doc, 'plans', planId, { startOn: '2026-12-01', endOn: '2026-11-01' }, writer),
    );
    expect(await refused('plan.adopt', { documentId, planId, regisseur: me })).toBe('PlanMistake');
    expect(await read(documentId, (doc) => readRegisseur(doc).user)).toBe('');
    await write(documentId, (doc, writer) =>
      setFields(doc, 'plans', planId, { endOn: '', evaluationOn: '2026-11-01' }, writer),
    );
    expect(await refused('plan.adopt', { documentId, planId, regisseur: me })).toBe('PlanMistake');
    expect(await read(documentId, (doc) => readRecord(doc, 'plans', planId)?.values.startOn)).toBe('2026-12-01');
  });

  it('belongs to its regisseur, until that is handed over', async () => {
    const { documentId, planId } = await family();
    const colleague = 'c'.repeat(32) as UserId;
    await done('regisseur.assign', { documentId, regisseur: colleague });
    expect(await refused('plan.adopt', { documentId, planId })).toBe('NotRegisseur');
    await done('regisseur.assign', { documentId, regisseur: me, reason: 'Overdracht besproken' });
    await done('plan.adopt', { documentId, planId });
    expect((await done('household.list', {})).rows[0]?.status).toBe('PLAN_ACTIEF');
  });

  it('cannot be decided by a screen [D3]', async () => {
    const { documentId, planId } = await family();
    const { state } = await done('document.open', { documentId });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state, 'load');
    const before = Y.encodeStateVector(doc);
    createRecord(
      doc,
      'planDecisions',
      { planId, status: 'VASTGESTELD', inForcePlanId: planId, replaces: [], decidedOn: '2026-11-21' },
      newWriter(me, machine.time, one.deps.random, 'decision'),
    );
    expect(await refused('document.push', { documentId, update: Y.encodeStateAsUpdate(doc, before) })).toBe(
      'UpdateRefused',
    );
  });

  it('is evaluated: read-only after, with the shift on the ladder and the next date', async () => {
    const { documentId, planId } = await family();
    await done('plan.adopt', { documentId, planId, regisseur: me });
    const evaluationId = await write(documentId, (doc, writer) => {
      createRecord(doc, 'actions', { what: 'Bellen', ladder: '1_ZELF', status: 'LOOPT' }, writer);
      return createRecord(doc, 'evaluations', { planId, date: '2026-11-21' }, writer);
    });
    const input = { documentId, evaluationId, decision: 'DOORGAAN' } as const;
    expect(await refused('evaluation.record', { ...input, nextEvaluationOn: '2026-11-01' })).toBe('DateInPast');
    await done('evaluation.record', { ...input, nextEvaluationOn: '2027-03-01' });
    expect(await refused('evaluation.record', input)).toBe('AlreadyFinalized');
    const [next, after] = await read(documentId, (doc) => [
      readRecord(doc, 'plans', planId)?.values.evaluationOn,
      readRecord(doc, 'evaluations', evaluationId)?.values.ladderAfter,
    ]);
    expect([next, after]).toEqual(['2027-03-01', [1, 0, 0, 0]]);
  });

  it('closes with open agreements after asking, and opens again', async () => {
    const { documentId, householdId } = await family();
    await write(documentId, (doc, writer) =>
      createRecord(doc, 'actions', { what: 'Bellen', ladder: '1_ZELF', status: 'LOOPT' }, writer),
    );
    const asked = await done('household.close', { householdId, confirmed: false });
    expect(asked.closed).toBe(false);
    expect(asked.questions.map(({ code }) => code)).toEqual(expect.arrayContaining(['REDEN', 'OPEN_AFSPRAKEN']));
    expect(await refused('household.reopen', { householdId })).toBe('NotClosed');
    await done('household.close', { householdId, closingReason: 'DOELEN_BEREIKT', confirmed: true });
    expect((await done('household.get', { householdId })).household.status).toBe('AFGESLOTEN');
    expect((await done('household.deadlines', { householdId })).rows).toEqual([]);
    await done('household.reopen', { householdId });
    const actions = await read(documentId, (doc) => readRecords(doc, 'actions').length);
    expect(actions).toBe(1);
  });
});

describe('terms', () => {
  it('stand on Vandaag with their reason, and go when they are done', async () => {
    const { documentId, householdId } = await family();
    const questionId = await write(documentId, (doc, writer) =>
      createRecord(doc, 'helpRequests', { words: 'Ik red het niet meer', receivedOn: '2026-11-20' }, writer),
    );
    const codes = async () => (await done('deadlines.list', {})).rows.map(({ code }) => code);
    expect(await codes()).toContain('WMO_BEVESTIG');
    const due = (await done('today.get', {})).due.find(({ deadlineCode }) => deadlineCode === 'WMO_BEVESTIG');
    expect(due?.what).toMatch(/^Bevestig zo snel mogelijk dat de melding van/);
    await write(documentId, (doc, writer) =>
      setFields(doc, 'helpRequests', questionId, { confirmedOn: '2026-11-21' }, writer),
    );
    expect(await codes()).not.toContain('WMO_BEVESTIG');
    const before = (await done('household.deadlines', { householdId })).rows;
    await done('projection.rebuild', {});
    expect((await done('household.deadlines', { householdId })).rows).toEqual(before);
  });

  it('count ages for twins each, and nothing for an unknown birth date', async () => {
    const { documentId, householdId } = await family();
    await write(documentId, (doc, writer) => {
      for (const firstName of ['Sam', 'Sem'])
        createRecord(doc, 'persons', { firstName, birthDate: '2014-12-24', membership: 'WOONT_HIER' }, writer);
    });
    const { rows } = await done('household.deadlines', { householdId });
    expect(rows.map(({ code }) => code)).toEqual(['LEEFTIJD_12', 'LEEFTIJD_12']);
    expect(rows.map(({ reason }) => reason.slice(0, 3)).toSorted()).toEqual(['Sam', 'Sem']);
  });

  it('say so when the clock of this laptop was set back a year', async () => {
    const { documentId } = await family();
    await write(documentId, (doc, writer) =>
      createRecord(doc, 'helpRequests', { words: 'Help', receivedOn: '2025-11-20' }, writer),
    );
    machine.time.setWallClock(TEST_START_MS - 365 * 86_400_000);
    const { clockDoubt, rows } = await done('deadlines.list', {});
    expect(clockDoubt).toBe(true);
    expect(rows[0]?.reason).toMatch(/^De klok van deze laptop klopt misschien niet/);
  });
});

describe('Veiligheid', () => {
  it('stays out of search, terms and a file without it; steps must make sense [P3]', async () => {
    const { householdId } = await family();
    const { documentId } = await done('restricted.open', { householdId });
    const meldcodeId = await write(documentId, (doc, writer) => {
      replaceText(doc, 'safety', 'safety', 'plan.signs', 'Kanariewoord een');
      return createRecord(doc, 'meldcodes', { openedOn: '2026-11-01', about: 'Kanariewoord twee' }, writer);
    });
    const step = { documentId, meldcodeId, on: '2026-11-02', by: 'Marieke', reasoning: 'Kanariewoord drie' } as const;
    await done('meldcode.recordStep', { ...step, step: '1_SIGNALEN', skipped: false, closes: false });
    const skip = { ...step, skipped: true, closes: false } as const;
    expect(await refused('meldcode.recordStep', { ...skip, step: '2_OVERLEG' })).toBe('MeldcodeStepProblem');
    expect(await refused('meldcode.recordStep', { ...skip, step: '3_GESPREK', reasoning: ' ' })).toBe(
      'MeldcodeStepProblem',
    );
    expect((await done('search.query', { text: 'kanariewoord', mode: 'typing' })).hits).toEqual([]);
    expect((await done('deadlines.list', { until: '2099-01-01' })).rows.map(({ code }) => code)).not.toContain(
      'MELDCODE_STAP',
    );
    const open = await done('export.household', { householdId, passphrase: null, includeRestricted: false });
    expect(new TextDecoder().decode(open.bytes)).not.toContain('Kanariewoord');
    const whole = await done('export.household', { householdId, passphrase: null, includeRestricted: true });
    expect(new TextDecoder().decode(whole.bytes).match(/Kanariewoord/g)).toHaveLength(3);
  });
});

describe('a dossier as a file', () => {
  const passphrase = (): Uint8Array => utf8('wolk tegel fiets anker zomer');

  it('is closed, and comes in again in another vault with everything in it [D14]', async () => {
    const { householdId, documentId, planId } = await family('Fam. Kopie');
    await done('plan.adopt', { documentId, planId, regisseur: me });
    const { bytes, fileName } = await done('export.household', {
      householdId,
      passphrase: passphrase(),
      includeRestricted: true,
    });
    expect(fileName).toBe('dossier-2026-11-21.samenspel');
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Kopie');
    expect(await refused('import.household', { bytes, passphrase: passphrase() })).toBe('HouseholdExists');
    one = await machine.setUp({ name: 'Joris Blom' });
    expect(await refused('import.household', { bytes, passphrase: null })).toBe('ImportPassphraseNeeded');
    expect(await refused('import.household', { bytes, passphrase: utf8('iets heel anders dan dit') })).toBe(
      'ImportPassphraseWrong',
    );
    const taken = await done('import.household', { bytes, passphrase: passphrase() });
    expect(await read(taken.documentId, (doc) => readPlanInForce(doc).planId)).toBe(planId);
  });

  it('that is damaged is refused whole [D14]', async () => {
    const { householdId } = await family();
    const { bytes } = await done('export.household', { householdId, passphrase: null, includeRestricted: false });
    one = await machine.setUp({ name: 'Joris Blom' });
    const text = new TextDecoder().decode(bytes);
    const broken = [
      text.slice(0, -20),
      text.replace('"plans":[{"id":"', '"plans":[{"id":"x'),
      text.replace('"evaluationOn":[{"value":"2027-02-21"', '"evaluationOn":[{"value":"2027-02-31"'),
      text.replace('"plans":', '"plannen":'),
      '{}',
      'geen json',
    ];
    for (const each of broken) {
      expect(await refused('import.household', { bytes: utf8(each), passphrase: null }), each.slice(0, 40)).toBe(
        'ImportDamaged',
      );
    }
    expect(
      await refused('import.household', { bytes: utf8(text.replace('"version":1', '"version":2')), passphrase: null }),
    ).toBe('ImportFromNewerVersion');
    expect((await done('household.list', {})).rows).toEqual([]);
    await done('import.household', { bytes, passphrase: null });
  });
});

describe('around it', () => {
  it('keeps werkaantekeningen out of everything and lets them go after thirty days [P11]', async () => {
    const { householdId } = await family();
    const kept = await done('worknote.save', { householdId, text: 'Kanariewoord, nog nabellen' });
    expect(kept.expiresOn).toBe('2026-12-21');
    expect((await done('search.query', { text: 'kanariewoord', mode: 'typing' })).hits).toEqual([]);
    const { conversationId, documentId } = await done('worknote.promote', { noteId: kept.noteId, householdId });
    expect(await done('worknote.list', {})).toEqual([]);
    expect(await read(documentId, (doc) => readRecord(doc, 'conversations', conversationId)?.values.author)).toBe(me);
    await done('worknote.save', { householdId: null, text: 'Nog een' });
    machine.time.setWallClock(TEST_START_MS + 30 * 86_400_000);
    expect(await done('worknote.list', {})).toEqual([]);
  });

  it('tells what a field and a text read before', async () => {
    const { documentId, planId } = await family();
    const goalId = await write(documentId, (doc, writer) =>
      createRecord(doc, 'goals', { planId, text: 'Weer slapen' }, writer),
    );
    machine.time.setWallClock(TEST_START_MS + 3_600_000);
    await write(documentId, (doc, writer) => setFields(doc, 'goals', goalId, { text: 'Vijf nachten slapen' }, writer));
    const { entries, madeBy } = await done('history.list', { documentId, kind: 'goals', recordId: goalId });
    expect(entries.filter(({ part }) => part === 'text').map(({ before, after }) => [before, after])).toEqual([
      ['Weer slapen', 'Vijf nachten slapen'],
    ]);
    expect(entries[0]?.userId).toBe(me);
    expect(madeBy).toBe(me);
  });

  it('finds goals, questions and network', async () => {
    const { documentId } = await family();
    await write(documentId, (doc, writer) => {
      createRecord(doc, 'goals', { text: 'Appelboom planten' }, writer);
      createRecord(doc, 'helpRequests', { words: 'Wie helpt met de appelboom?', receivedOn: '2026-11-20' }, writer);
      createRecord(doc, 'networkContacts', { name: 'Buurman Appel' }, writer);
    });
    const { hits } = await done('search.query', { text: 'appel', mode: 'typing' });
    expect(hits.map(({ kind }) => kind).toSorted()).toEqual(['goal', 'helpRequest', 'network']);
  });

  it('fills a practice vault once', async () => {
    one = await machine.setUp({ name: 'Oefenaar', practice: true });
    const { rows } = await done('household.list', {});
    expect(rows.length).toBe(8);
    expect((await done('deadlines.list', {})).rows.length).toBeGreaterThan(0);
  });
});
