import fc from 'fast-check';
import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecord, markDeleted, replaceText, restoreDeleted, setFields } from '../../shared/documents/accessors.ts';
import { readRecord, readRecords, readText } from '../../shared/documents/readers.ts';
import type { DocumentId, UserId } from '../../shared/domain/ids.ts';
import type { AppError } from '../../shared/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { createUiState } from '../../electron/vault/uiState.ts';
import { DossierFixture, NOW, Replica } from './dossierFixture.ts';

const COLLEAGUE = 'c'.repeat(32) as UserId;
let vault: DossierFixture;

beforeEach(() => {
  vault = new DossierFixture();
});
afterEach(() => vault.end());

function household(name = 'Fam. Yılmaz') {
  return vault.done('household.create', { name, person: { firstName: 'Fatima' } });
}

describe('saving', () => {
  it('puts update, rows, search mark and audit row on disk together [S2]', () => {
    const { documentId } = household();
    const replica = vault.replica(documentId);
    const conversationId = createRecord(
      replica.doc,
      'conversations',
      { date: '2026-11-20', context: 'THUIS', author: vault.me.userId },
      vault.writer(),
    );
    replaceText(replica.doc, 'conversations', conversationId, 'whatIsGoingOn', 'De huur is te hoog.');
    const audits = vault.countIn('audit');
    vault.nowMs += 60_000;
    expect(vault.call('document.push', { documentId, update: replica.take() })).toEqual({
      ok: true,
      value: { savedAtMs: vault.nowMs },
    });
    expect(vault.rowsIn('conversation')).toMatchObject([{ date: '2026-11-20', excerpt: 'De huur is te hoog.' }]);
    expect(vault.rowsIn('search_dirty')).toMatchObject([{ kind: 'conversations', record_id: conversationId }]);
    expect(vault.countIn('audit')).toBe(audits + 1);
    vault.restart();
    const text = vault.documents.read(documentId, (doc) =>
      readText(doc, 'conversations', conversationId, 'whatIsGoingOn'),
    );
    expect(text).toEqual({ ok: true, value: 'De huur is te hoog.' });
  });

  it('puts the place where it was written on disk with it, or neither', () => {
    const { documentId } = household();
    const replica = vault.replica(documentId);
    const place = { route: 'vandaag', field: 'household.street', selectionStart: 8, selectionEnd: 8 };
    const ui = () => createUiState(vault.store, vault.vault.deps.clock).place();
    setFields(replica.doc, 'household', 'household', { street: 'Merelweg' }, vault.writer());
    vault.done('document.push', { documentId, update: replica.take(), place });
    vault.restart();
    expect(ui()).toEqual(place);
    setFields(replica.doc, 'household', 'household', { archivedAt: 'nu' }, vault.writer(vault.me.userId, 'decision'));
    const refused = { documentId, update: replica.take(), place: { ...place, field: 'household.city' } };
    expect(vault.call('document.push', refused)).toMatchObject({ error: { tag: 'UpdateRefused' } });
    expect(ui()).toEqual(place);
    setFields(replica.doc, 'household', 'household', { city: 'Nergens' }, vault.writer());
    const later = { documentId, update: Y.encodeStateAsUpdate(vault.replica(documentId).doc), place };
    expect(() =>
      vault.store.transaction(() => {
        vault.done('document.push', { ...later, place: { ...place, field: 'household.city' } });
        throw new Error('no commit');
      }),
    ).toThrow('no commit');
    vault.restart();
    expect(ui()).toEqual(place);
  });

  it('undoes everything when the audit row cannot be written, and the next save is whole again [S2]', () => {
    const { documentId } = household();
    const replica = vault.replica(documentId);
    const person = readRecords(replica.doc, 'persons')[0];
    if (person === undefined) throw new Error('no person');
    setFields(replica.doc, 'persons', person.id, { lastName: 'Yılmaz' }, vault.writer());
    const update = replica.take();
    const updates = vault.countIn('document_update');
    const broken = () => {
      throw new Error('no audit');
    };
    expect(() => vault.documents.push(documentId, update, { inTransaction: broken })).toThrow('no audit');
    expect(vault.countIn('document_update')).toBe(updates);
    expect(vault.rowsIn('person')).toMatchObject([{ last_name: '' }]);
    expect(vault.countIn('search_dirty')).toBe(0);
    vault.done('document.push', { documentId, update });
    expect(vault.rowsIn('person')).toMatchObject([{ last_name: 'Yılmaz' }]);
  });

  it('keeps a change of one more document than stand in memory, while all others wait for one commit', () => {
    const made = Array.from({ length: 30 }, (_, index) => household(`Fam. ${String(index)}`));
    vault.store.transaction(() => {
      for (const { documentId } of made) {
        const replica = vault.replica(documentId);
        setFields(replica.doc, 'household', 'household', { city: 'Nergens' }, vault.writer());
        vault.done('document.push', { documentId, update: replica.take() });
      }
    });
    vault.restart();
    for (const { documentId } of made) {
      const city = vault.documents.read(documentId, (doc) => readRecord(doc, 'household', 'household')?.values.city);
      expect(city).toEqual({ ok: true, value: 'Nergens' });
    }
  });

  it('forgets a change when whoever began the transaction rolls it back', () => {
    const { documentId } = household();
    const replica = vault.replica(documentId);
    setFields(replica.doc, 'household', 'household', { city: 'Nergens' }, vault.writer());
    const update = replica.take();
    expect(() =>
      vault.store.transaction(() => {
        vault.done('document.push', { documentId, update });
        throw new Error('no commit');
      }),
    ).toThrow('no commit');
    const other = household('Fam. Ander');
    vault.done('household.archive', { householdId: other.householdId, archived: true });
    expect(vault.documents.read(documentId, (doc) => readRecord(doc, 'household', 'household')?.values.city)).toEqual({
      ok: true,
      value: undefined,
    });
    vault.done('document.push', { documentId, update });
    expect(vault.rowsIn('household')).toMatchObject([{ address: 'Nergens' }, { address: '' }]);
  });

  it('refuses a push that writes a decision, keeps nothing of it and goes on with the next [D3]', () => {
    const { documentId } = household();
    const replica = vault.replica(documentId);
    setFields(replica.doc, 'household', 'household', { archivedAt: 'nu' }, vault.writer(vault.me.userId, 'decision'));
    expect(vault.call('document.push', { documentId, update: replica.take() })).toEqual({
      ok: false,
      error: { tag: 'UpdateRefused', reason: 'PROTECTED_FIELD' },
    });
    expect(vault.rowsIn('household')).toMatchObject([{ archived: 0 }]);
    vault.write(documentId, (doc, writer) => setFields(doc, 'household', 'household', { street: 'Merelweg' }, writer));
    expect(vault.rowsIn('household')).toMatchObject([{ archived: 0, address: 'Merelweg' }]);
  });

  it('answers unreadable bytes and an unknown document with a tag', () => {
    const { documentId } = household();
    expect(vault.call('document.push', { documentId, update: Uint8Array.of(9, 9, 9) })).toMatchObject({
      error: { tag: 'UpdateRefused', reason: 'UNREADABLE' },
    });
    const unknown = 'f'.repeat(32) as DocumentId;
    expect(vault.call('document.push', { documentId: unknown, update: Uint8Array.of(0, 0) })).toMatchObject({
      error: { tag: 'DocumentMissing' },
    });
  });

  it('stores an update that comes twice once', () => {
    const { documentId } = household();
    const replica = vault.replica(documentId);
    setFields(replica.doc, 'household', 'household', { city: 'Waterhoven' }, vault.writer());
    const update = replica.take();
    vault.done('document.push', { documentId, update });
    const updates = vault.countIn('document_update');
    vault.done('document.push', { documentId, update });
    expect(vault.countIn('document_update')).toBe(updates);
  });

  it('tells open replicas what changed and lists that they are old', () => {
    const { documentId, householdId } = household();
    const screen = vault.replica(documentId);
    vault.emitted.length = 0;
    vault.done('household.archive', { householdId, archived: true });
    const changed = vault.emitted.find(({ name }) => name === 'document.changed');
    expect(changed).toBeDefined();
    screen.receive((changed as { payload: { update: Uint8Array } }).payload.update);
    expect(readRecord(screen.doc, 'household', 'household')?.values.archivedAt).toBe('2026-11-21T09:00:00.000Z');
    expect(vault.emitted).toContainEqual({ name: 'lists.changed', payload: { householdId } });
    vault.done('document.close', { documentId });
    vault.emitted.length = 0;
    vault.done('household.archive', { householdId, archived: false });
    expect(vault.emitted.map(({ name }) => name)).toEqual(['lists.changed']);
  });

  it('reads what a newer app wrote and writes nothing into it [D8]', () => {
    const { documentId, householdId } = household();
    vault.store.db.exec(`UPDATE document SET schema_major = 2`);
    vault.restart();
    expect(vault.done('document.open', { documentId }).writable).toBe(false);
    expect(vault.call('document.push', { documentId, update: Uint8Array.of(0, 0) })).toMatchObject({
      error: { tag: 'DocumentReadOnly' },
    });
    expect(vault.call('household.archive', { householdId, archived: true })).toMatchObject({
      error: { tag: 'DocumentReadOnly' },
    });
  });

  it('says of a document with broken bytes that it is damaged and keeps the others working', () => {
    const broken = household('Fam. Kapot');
    const whole = household('Fam. Heel');
    vault.store.db
      .prepare(`UPDATE document_update SET bytes = x'010203ff' WHERE document_id = ?`)
      .run(broken.documentId);
    vault.restart();
    expect(vault.call('document.open', { documentId: broken.documentId })).toMatchObject({
      error: { tag: 'DatabaseDamaged' },
    });
    expect(vault.call('document.open', { documentId: whole.documentId }).ok).toBe(true);
    expect(vault.documents.rebuild().documents).toBe(4);
    expect(vault.rowsIn('household')).toMatchObject([{ name: 'Fam. Heel' }]);
  });

  it('gives every document an own random key', () => {
    household();
    const keys = vault.store.db.prepare<[], Buffer>('SELECT key FROM document_key').pluck().all();
    expect(keys).toHaveLength(2);
    expect(keys.every((key) => key.length === 32 && key.some((byte) => byte !== 0))).toBe(true);
    expect(keys[0]?.equals(keys[1] ?? Buffer.alloc(0))).toBe(false);
  });
});

describe('the log', () => {
  const typeALot = (documentId: DocumentId, times: number): string => {
    const { conversationId } = vault.done('conversation.create', {
      householdId: vault.store.db.prepare<[], never>('SELECT household_id FROM household').pluck().get() as never,
      context: 'THUIS',
    });
    const replica = vault.replica(documentId);
    for (let index = 0; index < times; index += 1) {
      replaceText(replica.doc, 'conversations', conversationId, 'whatIsGoingOn', `geheimwoord ${'x'.repeat(index)}`);
      vault.done('document.push', { documentId, update: replica.take() });
    }
    replaceText(replica.doc, 'conversations', conversationId, 'whatIsGoingOn', 'Alles is anders.');
    vault.done('document.push', { documentId, update: replica.take() });
    return conversationId;
  };

  it('is folded into a snapshot that no longer holds what was deleted', () => {
    const { documentId } = household();
    const conversationId = typeALot(documentId, 210);
    vault.runTimers();
    const rows = vault.store.db
      .prepare<[string], number>('SELECT count(*) FROM document_update WHERE document_id = ?')
      .pluck();
    expect(rows.get(documentId)).toBe(0);
    const [snapshot] = vault.rowsIn('document_snapshot') as { bytes: Buffer }[];
    expect(snapshot?.bytes.includes('geheimwoord')).toBe(false);
    expect(snapshot?.bytes.includes('Alles is anders.')).toBe(true);
    vault.restart();
    const text = vault.documents.read(documentId, (doc) =>
      readText(doc, 'conversations', conversationId, 'whatIsGoingOn'),
    );
    expect(text).toEqual({ ok: true, value: 'Alles is anders.' });
  });

  it('keeps rows of a shared document that are not in an envelope yet', () => {
    vault.shared = true;
    const { documentId } = household();
    typeALot(documentId, 210);
    const rows = vault.store.db
      .prepare<[string], number>('SELECT sealed FROM document_update WHERE document_id = ? ORDER BY seq')
      .pluck();
    vault.store.db.prepare('UPDATE document_update SET sealed = 1 WHERE seq < 150').run();
    const unsealed = rows.all(documentId).filter((sealed) => sealed === 0).length;
    expect(unsealed).toBeGreaterThan(50);
    vault.runTimers();
    expect(vault.countIn('document_snapshot')).toBe(1);
    expect(rows.all(documentId)).toEqual(Array.from({ length: unsealed }, () => 0));
    vault.restart();
    const talks = vault.documents.read(documentId, (doc) => readRecords(doc, 'conversations').length);
    expect(talks).toEqual({ ok: true, value: 1 });
  });
});

describe('the projection', () => {
  it('is the same made again from the documents as kept along with them [S11]', () => {
    const step = fc.record({
      act: fc.constantFrom(
        'person',
        'rename',
        'talk',
        'text',
        'line',
        'action',
        'status',
        'delete',
        'restore',
        'clash',
        'archive',
        'next',
      ),
      which: fc.nat(5),
      date: fc.constantFrom('2026-11-01', '2026-11-20', '2026-11-21', '2026-12-03', '2027-01-15'),
      text: fc.constantFrom('huur', 'Yılmaz belt terug', '', 'een heel ander verhaal', '<b>"x"</b>'),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const fixture = new DossierFixture();
        try {
          const made = [
            fixture.done('household.create', { name: 'Een' }),
            fixture.done('household.create', { name: 'Twee' }),
          ];
          for (const [index, { act, which, date, text }] of steps.entries()) {
            fixture.nowMs = NOW + index * 61_000;
            const { documentId, householdId } = made[which % 2] ?? fail();
            const pick = <T>(items: readonly T[]): T | undefined => items[which % Math.max(1, items.length)];
            if (act === 'archive') fixture.done('household.archive', { householdId, archived: which % 2 === 0 });
            else if (act === 'talk') fixture.done('conversation.create', { householdId, context: 'THUIS', date });
            else if (act === 'clash') clash(fixture, documentId, text || 'leeg');
            else
              fixture.write(documentId, (doc, writer) => {
                const persons = readRecords(doc, 'persons', { withDeleted: true });
                const talks = readRecords(doc, 'conversations', { withDeleted: true });
                const actions = readRecords(doc, 'actions', { withDeleted: true });
                const person = pick(persons);
                const talk = pick(talks);
                const action = pick(actions);
                if (act === 'person')
                  createRecord(doc, 'persons', { firstName: text || 'Jan', membership: 'WOONT_HIER' }, writer);
                else if (act === 'rename' && person) setFields(doc, 'persons', person.id, { lastName: text }, writer);
                else if (act === 'text' && talk) replaceText(doc, 'conversations', talk.id, 'whatIsGoingOn', text);
                else if (act === 'line' && talk) {
                  const line = createRecord(doc, 'lines', { conversationId: talk.id, kind: 'CITAAT' }, writer);
                  replaceText(doc, 'lines', line, 'text', text);
                } else if (act === 'action')
                  createRecord(
                    doc,
                    'actions',
                    { what: text || 'Bellen', ladder: '1_ZELF', dueOn: date, status: 'GEPLAND' },
                    writer,
                  );
                else if (act === 'status' && action)
                  setFields(doc, 'actions', action.id, { status: which % 2 ? 'KLAAR' : 'LOOPT' }, writer);
                else if (act === 'next' && talk)
                  setFields(doc, 'conversations', talk.id, { nextContactOn: date }, writer);
                else if (act === 'delete' && talk && which % 3 === 0)
                  markDeleted(doc, 'conversations', talk.id, writer);
                else if (act === 'delete' && action && which % 3 === 1) markDeleted(doc, 'actions', action.id, writer);
                else if (act === 'delete' && person) markDeleted(doc, 'persons', person.id, writer);
                else if (act === 'restore' && talk) restoreDeleted(doc, 'conversations', talk.id, writer);
                else setFields(doc, 'household', 'household', { street: `Straat ${String(which)}` }, writer);
              });
            if (index % 7 === 3) fixture.documents.flush();
          }
          fixture.documents.flush();
          const kept = [fixture.projection(), fixture.entries()];
          fixture.documents.rebuild();
          expect([fixture.projection(), fixture.entries()]).toEqual(kept);
        } finally {
          fixture.end();
        }
      }),
      { seed: Number(process.env['SEED']), numRuns: 12 },
    );
  });

  it('counts values that wait for a choice', () => {
    const { documentId } = household();
    clash(vault, documentId, 'Zonnebloem');
    expect(vault.rowsIn('household')).toMatchObject([{ open_choices: 1 }]);
    vault.write(documentId, (doc, writer) => setFields(doc, 'household', 'household', { city: 'Lindeveld' }, writer));
    expect(vault.rowsIn('household')).toMatchObject([{ open_choices: 0 }]);
  });

  it('holds nothing of a restricted document [P3]', () => {
    const { householdId } = household();
    const { restrictedDocumentId } = vault.done('household.get', { householdId });
    const before = [vault.projection(), vault.entries(), vault.countIn('search_dirty')];
    if (restrictedDocumentId === null) throw new Error('no restricted document');
    vault.write(restrictedDocumentId, (doc) => void replaceText(doc, 'safety', 'safety', 'safeVisit', 'De hond bijt.'));
    vault.documents.flush();
    expect([vault.projection(), vault.entries(), vault.countIn('search_dirty')]).toEqual(before);
    vault.documents.rebuild();
    expect(vault.done('search.query', { text: 'hond', mode: 'typing' }).hits).toEqual([]);
    expect(JSON.stringify([vault.projection(), vault.entries()])).not.toContain('bijt');
  });
});

/** Two replicas set the same field without seeing each other; the colleague's part comes in as an update of the vault. */
function clash(fixture: DossierFixture, documentId: DocumentId, value: string): void {
  const mine = fixture.replica(documentId);
  setFields(mine.doc, 'household', 'household', { city: `${value} van mij` }, fixture.writer());
  const state = fixture.done('document.open', { documentId }).state;
  const theirs = new Replica(state);
  setFields(theirs.doc, 'household', 'household', { city: `${value} van haar` }, fixture.writer(COLLEAGUE));
  fixture.done('document.push', { documentId, update: mine.take() });
  const outcome = fixture.documents.change(documentId, (doc): Result<null, AppError> => {
    Y.applyUpdate(doc, theirs.take(), 'remote');
    return ok(null);
  });
  if (!outcome.ok) throw new Error(outcome.error.tag);
}

function fail(): never {
  throw new Error('no household');
}
