import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecord, markDeleted, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { INDEX_DELAY_MS } from '../../electron/vault/documents/searchIndex.ts';
import { DossierFixture } from './dossierFixture.ts';

let vault: DossierFixture;
beforeEach(() => {
  vault = new DossierFixture();
});
afterEach(() => vault.end());

const search = (text: string, mode: 'typing' | 'ranked' = 'typing', limit = 20) =>
  vault.done('search.query', { text, mode, limit }).hits;
const shown = (hit: { excerpt: readonly { text: string }[] }): string => hit.excerpt.map((part) => part.text).join('');

function household(name: string, firstName = 'Fatima', lastName = '') {
  return vault.done('household.create', { name, person: { firstName, lastName } });
}

function talk(made: ReturnType<typeof household>, date: string, text: string): string {
  const { documentId, householdId } = made;
  const { conversationId } = vault.done('conversation.create', { householdId, context: 'THUIS', date });
  vault.write(documentId, (doc) => void replaceText(doc, 'conversations', conversationId, 'whatIsGoingOn', text));
  return conversationId;
}

describe('finding', () => {
  it('gives households, then persons, then what was said, with the hit in its context', () => {
    const made = household('Fam. Yılmaz', 'Ayşe', 'Yılmaz');
    const conversationId = talk(made, '2026-11-12', 'Mevrouw YILMAZ belt over de huur.');
    vault.write(made.documentId, (doc, writer) => {
      setFields(doc, 'household', 'household', { street: 'Merelweg', houseNumber: '44' }, writer);
      const [person] = readRecords(doc, 'persons');
      if (person === undefined) throw new Error('no person');
      setFields(doc, 'persons', person.id, { birthDate: '1980-01-01' }, writer);
      const fields = { conversationId, kind: 'CITAAT', speakerPersonId: person.id } as const;
      const line = createRecord(doc, 'lines', fields as never, writer);
      replaceText(doc, 'lines', line, 'text', 'Yılmaz is mijn naam, en ik betaal altijd.');
    });
    expect(search('yilm').map(({ kind, title, subtitle, voice }) => ({ kind, title, subtitle, voice }))).toEqual([
      { kind: 'household', title: 'Fam. Yılmaz', subtitle: 'Merelweg 44', voice: 'worker' },
      { kind: 'person', title: 'Ayşe Yılmaz', subtitle: '46 jaar · Fam. Yılmaz', voice: 'worker' },
      { kind: 'line', title: 'Ayşe Yılmaz', subtitle: 'Fam. Yılmaz · Huisbezoek', voice: 'resident' },
      { kind: 'conversation', title: 'Fam. Yılmaz', subtitle: 'Huisbezoek', voice: 'worker' },
    ]);
    expect(search('yilm')[0]?.excerpt).toEqual([
      { text: 'Fam. ', hit: false },
      { text: 'Yılm', hit: true },
      { text: 'az', hit: false },
    ]);
    expect(search('huur')[0]).toMatchObject({ conversationId, date: '2026-11-12', householdId: made.householdId });
  });

  it('shows the newest first while typing and the best first when ranked', () => {
    const made = household('Fam. Een');
    talk(made, '2026-11-01', 'huur huur huur huur');
    talk(made, '2026-11-20', `huur ${'en nog veel meer woorden over andere dingen '.repeat(20)}`);
    talk(made, '2026-10-01', 'huur');
    expect(search('huur').map((hit) => hit.date)).toEqual(['2026-11-20', '2026-11-01', '2026-10-01']);
    expect(search('huur', 'ranked')[2]?.date).toBe('2026-11-20');
  });

  it('moves what belongs to a conversation along with its date', () => {
    const made = household('Fam. Een');
    const conversationId = talk(made, '2026-11-01', 'kachel stuk');
    talk(made, '2026-11-10', 'kachel heel');
    vault.write(made.documentId, (doc, writer) => {
      const line = createRecord(doc, 'lines', { conversationId: conversationId as never, kind: 'FEIT' }, writer);
      replaceText(doc, 'lines', line, 'text', 'kachel gezien');
    });
    vault.documents.flush();
    vault.write(made.documentId, (doc, writer) =>
      setFields(doc, 'conversations', conversationId, { date: '2026-11-15' }, writer),
    );
    vault.documents.flush();
    expect(search('kachel').map((hit) => hit.date)).toEqual(['2026-11-15', '2026-11-15', '2026-11-10']);
  });

  it('asks all words, in any order, the last one by its beginning [U7]', () => {
    const made = household('Fam. Een');
    talk(made, '2026-11-01', 'De brief van de energieleverancier');
    talk(made, '2026-11-02', 'De brief van school');
    expect(search('energie brief')).toHaveLength(0);
    expect(search('brief energie')).toHaveLength(1);
    expect(search('brief')).toHaveLength(2);
  });

  it('finds phone numbers and postcodes however they are spaced', () => {
    const made = household('Fam. Een', 'Jan');
    vault.write(made.documentId, (doc, writer) => {
      setFields(doc, 'household', 'household', { postcode: '9988 AB' }, writer);
      const [person] = readRecords(doc, 'persons');
      if (person !== undefined) setFields(doc, 'persons', person.id, { phone: '06 0000 1234' }, writer);
    });
    expect(search('9988ab').map((hit) => hit.kind)).toEqual(['household']);
    expect(search('9988 ab').map((hit) => hit.kind)).toEqual(['household']);
    expect(search('06000012').map((hit) => hit.kind)).toEqual(['person']);
  });

  it('gives every group its share of the limit', () => {
    for (let index = 0; index < 12; index += 1) {
      const made = household(`Fam. Veen ${String(index)}`, 'Jan', 'van der Veen');
      talk(made, '2026-11-01', 'Veen');
    }
    expect(search('veen', 'typing', 9).map((hit) => hit.kind)).toEqual([
      ...Array.from({ length: 3 }, () => 'household'),
      ...Array.from({ length: 3 }, () => 'person'),
      ...Array.from({ length: 3 }, () => 'conversation'),
    ]);
    expect(search('fam', 'typing', 5)).toHaveLength(5);
  });

  it('finds what is archived and says so, and not what is deleted', () => {
    const made = household('Fam. Oud');
    const conversationId = talk(made, '2026-11-01', 'zolder');
    vault.write(made.documentId, (doc, writer) => {
      const line = createRecord(doc, 'lines', { conversationId: conversationId as never, kind: 'FEIT' }, writer);
      replaceText(doc, 'lines', line, 'text', 'zolder lekt');
    });
    vault.done('household.archive', { householdId: made.householdId, archived: true });
    expect(search('oud')[0]?.subtitle).toBe('opgeborgen');
    expect(search('zolder')).toHaveLength(2);
    vault.write(made.documentId, (doc, writer) => markDeleted(doc, 'conversations', conversationId, writer));
    expect(search('zolder')).toEqual([]);
  });
});

describe('following', () => {
  it('leaves the index alone while saving and follows three seconds after', () => {
    const made = household('Fam. Een');
    talk(made, '2026-11-01', 'kelder');
    expect(JSON.stringify(vault.entries())).not.toContain('kelder');
    expect([...vault.timers].map((timer) => timer.ms)).toContain(INDEX_DELAY_MS);
    vault.runTimers();
    expect(JSON.stringify(vault.entries())).toContain('kelder');
    expect(vault.countIn('search_dirty')).toBe(0);
  });

  it('finds what was saved a moment ago, and after a crash what was not indexed yet', () => {
    const made = household('Fam. Een');
    talk(made, '2026-11-01', 'vliering');
    vault.restart();
    expect(vault.timers.size).toBe(1);
    expect(search('vliering')).toHaveLength(1);
  });

  it('reads the records themselves when very many wait, also ones that no longer hold the word', () => {
    const made = household('Fam. Een');
    const changed = talk(made, '2026-11-01', 'oudewoord');
    vault.documents.flush();
    vault.write(made.documentId, (doc, writer) => {
      replaceText(doc, 'conversations', changed, 'whatIsGoingOn', 'nieuwewoord');
      for (let index = 0; index < 150; index += 1) {
        const day = `2026-10-${String((index % 28) + 1).padStart(2, '0')}`;
        const fields = { date: day, context: 'THUIS', author: vault.me.userId } as const;
        const id = createRecord(doc, 'conversations', fields, writer);
        replaceText(doc, 'conversations', id, 'whatIsGoingOn', `verhaal ${String(index)}`);
      }
    });
    expect(search('oudewoord')).toEqual([]);
    expect(search('nieuwewoord')).toHaveLength(1);
    expect(search('verhaal', 'typing', 100)).toHaveLength(100);
    expect(search('verhaal 149')).toHaveLength(1);
    expect(vault.countIn('search_dirty')).toBeGreaterThan(100);
    vault.runTimers();
    expect(search('verhaal', 'typing', 100)).toHaveLength(100);
  });
});

describe('strange text', () => {
  it('never breaks on what is typed [U7]', () => {
    const made = household(`Fam. "O'Brien" (test)`);
    talk(made, '2026-11-01', `Robert'); DROP TABLE household;-- NEAR/2 "a" OR b* AND NOT c ^d {e} col:x`);
    for (const text of [
      '"',
      '""',
      "'",
      'a OR',
      'NEAR(',
      'col:x',
      '*',
      '-',
      '^d',
      '{',
      'AND',
      'NOT c',
      '\\',
      '%',
      '_',
      '\u0000',
      ';--',
      '\u202e',
      '👍',
    ])
      expect(Array.isArray(search(text))).toBe(true);
    expect(search("robert') drop")).toHaveLength(1);
    expect(search('near 2 col')).toHaveLength(1);
    expect(search("o'brien")).toHaveLength(1);
    expect(vault.countIn('household')).toBe(1);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('typing' as const, 'ranked' as const),
        (text, mode) => {
          search(text, mode);
        },
      ),
      { seed: Number(process.env['SEED']), numRuns: 150 },
    );
  });

  it('finds a word however it was disguised, and shows markup as text', () => {
    const made = household('Fam. Een');
    talk(made, '2026-11-01', '<script>alert("hui\u200bs")</script> \u202eeuroeg 👩‍👩‍👧 so\u00adciaal');
    expect(search('huis')).toHaveLength(1);
    expect(search('sociaal')).toHaveLength(1);
    expect(shown(search('alert')[0] ?? { excerpt: [] })).toContain('<script>alert("hui\u200bs")</script> euroeg 👩‍👩‍👧');
  });

  it('finds the last word of a note of 200,000 characters', () => {
    const made = household('Fam. Een');
    const text = `${'heel veel woorden '.repeat(11_110)}slotwoord`.slice(-200_000);
    talk(made, '2026-11-01', text);
    const [hit] = search('slotw');
    expect(hit?.excerpt.filter((part) => part.hit)).toEqual([{ text: 'slotw', hit: true }]);
    expect(shown(hit ?? { excerpt: [] }).length).toBeLessThan(250);
  });

  it('leaves no word of a purged document in the pages of the database, nor in its log [S12]', () => {
    const made = household('Fam. Een');
    // As it was written it stands in the document too; folded it only stands in the index.
    talk(made, '2026-11-01', 'Kwïkstäärt in de tuin');
    talk(household('Fam. Twee'), '2026-11-01', 'Ëksterpoot in de tuin');
    vault.documents.flush();
    const pages = (): Buffer => vault.store.db.serialize();
    expect(pages().includes('kwikstaart')).toBe(true);
    vault.documents.purgeSearch(made.documentId);
    expect(search('kwikstaart')).toEqual([]);
    expect(pages().includes('kwikstaart')).toBe(false);
    expect(statSync(`${vault.file}-wal`).size).toBe(0);
    expect(search('eksterpoot')).toHaveLength(1);
  });

  it('leaves no readable word in any file of the vault', () => {
    const made = household('Fam. Een');
    talk(made, '2026-11-01', 'kanariewoord');
    vault.documents.flush();
    const files = readdirSync(vault.folder);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(readFileSync(join(vault.folder, file)).includes('kanarie'), file).toBe(false);
  });
});

describe('narrowing down', () => {
  it('finds what is about a perspective, at a place, by a colleague, in a period; and no names of households', () => {
    const made = household('Fam. Huur', 'Jo');
    const home = talk(made, '2026-11-02', 'De huur is te hoog');
    talk(made, '2026-10-02', 'Over de huur gebeld');
    vault.write(made.documentId, (doc, writer) => {
      setFields(doc, 'conversations', home as never, { openPerspectives: ['BESTAANSZEKERHEID'] }, writer);
      createRecord(doc, 'actions', { what: 'Huur uitrekenen', perspective: 'THUISBASIS', status: 'GEPLAND' }, writer);
    });
    const kinds = (filter: object) =>
      vault
        .done('search.query', { text: 'huur', mode: 'typing', filter })
        .hits.map(({ kind, date }) => (kind === 'conversation' ? `${kind} ${date ?? ''}` : kind));
    expect(search('huur').map(({ kind }) => kind)).toContain('household');
    expect(kinds({ perspective: 'BESTAANSZEKERHEID' })).toEqual(['conversation 2026-11-02']);
    expect(kinds({ perspective: 'THUISBASIS' })).toEqual(['action']);
    expect(kinds({ context: 'SCHOOL' })).toEqual([]);
    expect(kinds({ context: 'THUIS' })).toEqual(['conversation 2026-11-02', 'conversation 2026-10-02']);
    expect(kinds({ context: 'THUIS', from: '2026-11-01' })).toEqual(['conversation 2026-11-02']);
    expect(kinds({ until: '2026-10-31' })).toEqual(['conversation 2026-10-02']);
    expect(kinds({ author: 'f'.repeat(32) })).toEqual([]);
  });
});
