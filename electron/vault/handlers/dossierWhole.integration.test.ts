/** The whole dossier: taken out, looked at, taken in; closing with what stays open; handing over on paper. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRecord, newWriter, replaceText, setFields, type Writer } from '../../../shared/documents/accessors.ts';
import { exportDocument } from '../../../shared/documents/dossierExport.ts';
import type { CommandName, InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import type { DocumentId, UserId } from '../../../shared/domain/ids.ts';
import type { AppError } from '../../../shared/errors.ts';
import { utf8 } from '../keys/bytes.ts';
import { createTestMachine, type RunningVault } from '../testVault.ts';

let machine: ReturnType<typeof createTestMachine>;
let one: RunningVault;
let me: UserId;
beforeEach(async () => {
  machine = createTestMachine();
  await begin(await machine.setUp());
});
afterEach(() => machine.end());

async function begin(vault: RunningVault): Promise<void> {
  one = vault;
  me = (await done('session.get', {})).me.userId;
}
async function done<N extends CommandName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const outcome = await one.client.call(name, input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}
async function refused<N extends CommandName>(name: N, input: InputOf<N>): Promise<AppError | null> {
  const outcome = await one.client.call(name, input);
  return outcome.ok ? null : (outcome.error as AppError);
}
async function read<T>(documentId: DocumentId, look: (doc: Y.Doc) => T): Promise<T> {
  const { state } = await done('document.open', { documentId });
  await done('document.close', { documentId });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state, 'load');
  return look(doc);
}
async function write<T>(documentId: DocumentId, change: (doc: Y.Doc, writer: Writer) => T): Promise<T> {
  return read(documentId, async (doc) => {
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const value = change(doc, newWriter(me, machine.time, one.deps.random));
    await done('document.open', { documentId });
    await done('document.push', { documentId, update: Y.mergeUpdates(updates) });
    await done('document.close', { documentId });
    return value;
  });
}

const family = async () => {
  const made = await done('household.create', { name: 'Fam. Proef', person: { firstName: 'Nora' } });
  const actionId = await write(made.documentId, (doc, writer) => {
    createRecord(doc, 'helpRequests', { words: 'Ik red het niet meer', receivedOn: '2026-11-20' }, writer);
    const id = createRecord(doc, 'conversations', { date: '2026-11-20', context: 'THUIS', author: me }, writer);
    replaceText(doc, 'conversations', id, 'whatIsGoingOn', 'Er ligt veel post.');
    return createRecord(
      doc,
      'actions',
      { what: 'Bellen', ladder: '1_ZELF', status: 'LOOPT', dueOn: '2026-11-21' },
      writer,
    );
  });
  return { ...made, actionId };
};
const passphrase = (): Uint8Array => utf8('wolk tegel fiets anker zomer');

describe('a whole dossier', () => {
  it('closed with its paper inside, comes in elsewhere as an equal dossier', async () => {
    const { householdId, documentId } = await family();
    const before = await read(documentId, (doc) => exportDocument(doc, 'household'));
    const { bytes } = await done('export.household', {
      householdId,
      passphrase: passphrase(),
      includeRestricted: true,
      withPaper: true,
    });
    await begin(await machine.setUp({ name: 'Joris Blom' }));
    const look = await done('import.look', { bytes, passphrase: passphrase() });
    expect(look).toMatchObject({ name: 'Fam. Proef', paper: true, restricted: true, known: false, alike: [] });
    expect(look.counts).toMatchObject({ persons: 1, questions: 1, conversations: 1, actions: 1 });
    expect((await done('household.list', {})).rows).toEqual([]);
    const paper = await done('import.paper', { bytes, passphrase: passphrase() });
    expect(paper.fileName).toBe('dossier-2026-11-21.pdf');
    expect(Buffer.from(paper.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const taken = await done('import.household', { bytes, passphrase: passphrase() });
    expect(await read(taken.documentId, (doc) => exportDocument(doc, 'household'))).toEqual(before);
    expect((await done('import.look', { bytes, passphrase: passphrase() })).known).toBe(true);
  });

  it('names households that look like it, by address and by person', async () => {
    const { householdId, documentId } = await family();
    const address = { postcode: '3431 AB', houseNumber: '12' };
    const fill = (firstName: string) => (doc: Y.Doc, writer: Writer) => {
      const person = { firstName, lastName: 'Yılmaz', birthDate: '1984-05-02', membership: 'WOONT_HIER' } as const;
      createRecord(doc, 'persons', person, writer);
      setFields(doc, 'household', 'household', address, writer);
    };
    await write(documentId, fill('Fatima'));
    const { bytes } = await done('export.household', { householdId, passphrase: null, includeRestricted: false });
    await begin(await machine.setUp({ name: 'Joris Blom' }));
    await write((await done('household.create', { name: 'Kade 12' })).documentId, (doc, writer) => {
      setFields(doc, 'household', 'household', { postcode: '3431ab', houseNumber: '12' }, writer);
    });
    await write((await done('household.create', { name: 'Gezin Yilmaz' })).documentId, (doc, writer) => {
      createRecord(
        doc,
        'persons',
        { firstName: 'Fatma', lastName: 'Yilmaz', birthDate: '1984-05-02', membership: 'WOONT_HIER' },
        writer,
      );
    });
    await done('household.create', { name: 'Iemand anders', person: { firstName: 'Piet' } });
    const { alike } = await done('import.look', { bytes, passphrase: null });
    expect(alike.map(({ name }) => name).toSorted()).toEqual(['Gezin Yilmaz', 'Kade 12']);
    expect(alike.find(({ name }) => name === 'Kade 12')?.reasons).toEqual(['ADRES']);
  });

  it('that is damaged inside is told before anything is stored', async () => {
    const { householdId } = await family();
    const { bytes } = await done('export.household', { householdId, passphrase: null, includeRestricted: false });
    await begin(await machine.setUp({ name: 'Joris Blom' }));
    const broken = utf8(
      new TextDecoder().decode(bytes).replace('"status":[{"value":"LOOPT"', '"status":[{"value":"RENT"'),
    );
    expect(await refused('import.look', { bytes: broken, passphrase: null })).toEqual({
      tag: 'ImportDamaged',
      path: 'dossier.actions.0.status',
    });
    expect((await refused('import.paper', { bytes, passphrase: null }))?.tag).toBe('RecordMissing');
  });

  it('is a paper to read too, and each way out is in the log', async () => {
    const { householdId } = await family();
    const paper = await done('export.paper', { householdId, includeRestricted: false });
    expect(paper.pages).toBeGreaterThan(0);
    await done('export.household', { householdId, passphrase: null, includeRestricted: false });
    expect((await done('audit.verify', {})).firstBadRow).toBeNull();
    const asked = await done('household.close', { householdId, confirmed: false });
    expect(asked.questions.map(({ code }) => code)).not.toContain('EXPORT');
  });
});

describe('closing', () => {
  const close = (householdId: OutputOf<'household.create'>['householdId'], more: object) => ({
    householdId,
    closingReason: 'DOELEN_BEREIKT' as const,
    confirmed: true,
    ...more,
  });

  it('refuses a case number with marks that do not belong, and a citizen service number', async () => {
    const { householdId } = await family();
    for (const [caseNumber, code] of [
      ['<b>12</b>', 'CHARACTERS'],
      ['111.222.333', 'BSN'],
    ] as const) {
      expect(await refused('household.close', close(householdId, { caseNumber }))).toEqual({
        tag: 'CaseNumberProblem',
        code,
      });
    }
    expect((await done('household.get', { householdId })).household.status).not.toBe('AFGESLOTEN');
  });

  it('asks about an open agreement until somebody holds it; closed, nothing of it stands on Vandaag', async () => {
    const { householdId, documentId, actionId } = await family();
    const asked = async () =>
      (await done('household.close', { householdId, confirmed: false })).questions.map(({ code }) => code);
    expect(await asked()).toContain('OPEN_AFSPRAKEN');
    await write(documentId, (doc, writer) => {
      setFields(doc, 'actions', actionId, { handedOverTo: 'Huisarts De Linde' }, writer);
    });
    expect(await asked()).not.toContain('OPEN_AFSPRAKEN');
    expect((await done('today.get', {})).due.map(({ what }) => what)).toContain('Bellen');
    await done('household.close', close(householdId, { caseNumber: ' Z/2026-7\u200B ' }));
    expect((await done('today.get', {})).due).toEqual([]);
    expect((await done('tasks.list', { whose: 'others' })).rows).toEqual([]);
    expect((await done('household.list', { withoutClosed: true })).rows).toEqual([]);
    expect((await done('household.list', { filter: 'proef' })).rows).toHaveLength(1);
    await done('household.reopen', { householdId, reason: 'Nieuwe vraag' });
    expect((await done('household.list', { withoutClosed: true })).rows).toHaveLength(1);
  });

  it('with vinger aan de pols comes back on Vandaag on its day, for who asks', async () => {
    const { householdId } = await family();
    await done('household.close', close(householdId, { keepContactOn: '2026-11-21', keepContactBy: me }));
    const { due } = await done('today.get', {});
    expect(due.map(({ what }) => what)).toContain('Vinger aan de pols: vraag hoe het gaat');
    expect((await done('household.list', { withoutClosed: true })).rows).toHaveLength(1);
  });
});

describe('handing over', () => {
  it('is a paper with what was asked and only the parts that were chosen', async () => {
    const { householdId, documentId } = await family();
    const handoverId = await write(documentId, (doc, writer) =>
      createRecord(
        doc,
        'handovers',
        {
          fromUser: me,
          toName: 'Stichting De Brug',
          reason: 'Dichterbij',
          asked: 'JA',
          parts: ['AFSPRAKEN'],
          on: '2026-11-21',
        },
        writer,
      ),
    );
    const made = await done('paper.make', { paper: 'OVERDRACHT', householdId, handoverId });
    expect(made.fileName).toBe('overdracht-2026-11-21.pdf');
    expect(
      (await refused('paper.make', { paper: 'OVERDRACHT', householdId, handoverId: 'f'.repeat(32) as never }))?.tag,
    ).toBe('RecordMissing');
  });
});
