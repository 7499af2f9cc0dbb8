/** Reading a list over a real vault: all of it or nothing, doubles asked about, formulas kept as text, and taken back whole. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Client } from '../../../shared/contract/client.ts';
import type { OrganisationForm } from '../../../shared/contract/commands/organisations.ts';
import type { WorkCode, WorkProgress } from '../../../shared/contract/work.ts';
import type { ImportKind } from '../../../shared/domain/importColumns.ts';
import { createTestMachine, ownData, type RunningVault, type TestMachine } from '../testVault.ts';
import { DossierFixture } from '../../../tests/integration/dossierFixture.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { createMunicipalityBook } from '../documents/municipalityBook.ts';
import { readCsv } from '../import/csvText.ts';
import { ImportStore, type ImportVault } from '../import/importStore.ts';

let machine: TestMachine;
beforeEach(() => {
  machine = createTestMachine();
});
afterEach(() => machine.end());

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: { tag: string } }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

async function begin(client: Client, kind: ImportKind, bytes: Uint8Array) {
  const { importId } = valueOf(await client.call('import.begin', { kind, bytes: bytes.length }));
  const half = Math.ceil(bytes.length / 2);
  valueOf(await client.call('import.part', { importId, index: 0, part: bytes.slice(0, half) }));
  valueOf(await client.call('import.part', { importId, index: 1, part: bytes.slice(half) }));
  return importId;
}
async function check(client: Client, kind: ImportKind, text: string | Uint8Array) {
  const importId = await begin(client, kind, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const read = valueOf(await client.call('import.read', { importId }));
  const mapping = read.columns.map(({ guess }) => guess);
  const checking = client.call('import.check', { importId, mapping });
  await machine.time.pass(5_000);
  return { importId, read, found: valueOf(await checking) };
}
/** Runs to its end; the timers of the import belong to the test. */
async function run(one: RunningVault, input: Parameters<typeof begin>[2] | object, upToMs = 5_000) {
  const running = one.client.call('import.run', input as never);
  await machine.time.pass(upToMs);
  return valueOf(await running);
}

const ORGANISATION: OrganisationForm = {
  name: 'Buurthuis de Brink', type: '', perspectives: [], audiences: [], areas: [], offer: '', contactName: '', phone: '', email: '',
  website: '', address: '', openingHours: '', remark: '',
}; // prettier-ignore

/** Takes an import back, to its end. */
async function undo(one: RunningVault, importId: RecordId) {
  const undoing = one.client.call('import.undo', { importId });
  await machine.time.pass(5_000);
  return valueOf(await undoing);
}

const CASELOAD = [
  'Huishouden;Voornaam;Achternaam;Geboortedatum;Straat;Huisnummer;Postcode;Woonplaats;Wijk;BSN',
  '1;Fatima;El Amrani;03-05-1984;Merelweg;44;1234 AB;Merendam;Oeverwijk;111222333',
  '1;Sami;El Amrani;2015-01-31;Merelweg;44;1234AB;Merendam;Oeverwijk;',
  ';"Jo; de oude";=HYPERLINK(1);31-02-1950;Kade;1;1234AB;Merendam;Centrum;',
  ';Ilse;Vos;;Kade;3;12345;Merendam;Centrum;',
  ';;;;;;;Merendam;;',
  ';Piet;-Smit;1-1-1960;Kade 7-a;;1234CD;Merendam;Nergens;',
].join('\r\n');

test('a caseload comes in per household, bad rows are named with number and reason, nothing is run, BSN stays out', async () => {
  const one = await machine.setUp();
  const { importId, read, found } = await check(one.client, 'HUISHOUDENS', CASELOAD);
  expect(read).toMatchObject({ rows: 6, encoding: 'utf-8', delimiter: ';' });
  expect(read.columns.find(({ name }) => name === 'BSN')).toEqual({ name: 'BSN', examples: [], guess: 'bsn' });
  expect(found).toMatchObject({
    good: 3,
    households: 2,
    badCount: 3,
    doubleCount: 0,
    bsnColumn: true,
    unknownAreas: ['Nergens'],
  });
  expect(found.bad.map(({ row, reason }) => [row, reason.slice(0, 32)])).toEqual([
    [4, 'De geboortedatum "31-02-1950" be'],
    [5, '"12345" is geen postcode. Schrij'],
    [6, 'Er staat geen naam: geen voornaa'],
  ]);
  expect(found.formulas).toEqual([{ row: 7, text: '-Smit' }]);
  expect(await run(one, { importId, choices: [], others: null })).toEqual({ made: 2, skipped: 0, cancelled: false });
  expect(await ownData(one.client)).toEqual(['Fam. El Amrani', 'Piet -Smit']);
  const rows = valueOf(await one.client.call('household.list', {})).rows;
  expect(rows.map(({ address, personCount }) => [address, personCount])).toEqual([
    ['Merelweg 44, Merendam', 2],
    ['Kade 7-a, Merendam', 1],
  ]);
  expect(machine.allBytes()).not.toContain('111222333');
  expect(valueOf(await one.client.call('audit.verify', {})).firstBadRow).toBeNull();
});

test('somebody known is asked about and never decided for you; the whole import can be taken back', async () => {
  const one = await machine.setUp();
  const first = await check(one.client, 'HUISHOUDENS', CASELOAD);
  await run(one, { importId: first.importId, choices: [], others: null });
  const again = await check(one.client, 'HUISHOUDENS', CASELOAD);
  expect(again.found.doubles.map(({ row, like }) => [row, like])).toEqual([
    [2, 'Lijkt op Fam. El Amrani, dat al op deze laptop staat.'],
    [7, 'Lijkt op Piet -Smit, dat al op deze laptop staat.'],
  ]);
  const undecided = await one.client.call('import.run', {
    importId: again.importId,
    choices: [{ row: 2, choice: 'SKIP' }],
    others: null,
  });
  expect(undecided).toMatchObject({ ok: false, error: { tag: 'ImportChoicesMissing' } });
  expect(
    await run(one, { importId: again.importId, choices: [{ row: 2, choice: 'ADD' }], others: 'SKIP' }),
  ).toMatchObject({ made: 1, skipped: 1 });
  // Somebody works in one of the two of the first import: that one stays.
  const list = valueOf(await one.client.call('household.list', {})).rows;
  const worked = list.find(({ name }) => name === 'Piet -Smit');
  valueOf(
    await one.client.call('household.archive', { householdId: worked?.householdId ?? ('' as never), archived: true }),
  );
  expect(await undo(one, first.importId)).toEqual({
    removed: 1,
    putAway: 0,
    kept: 1,
  });
  expect(valueOf(await one.client.call('import.list', {})).runs.map(({ undone }) => undone)).toEqual([false, true]);
  expect(await one.client.call('import.undo', { importId: first.importId })).toMatchObject({
    ok: false,
    error: { tag: 'ImportGone' },
  });
  expect(await ownData(one.client)).toEqual(['Fam. El Amrani']);
  expect(valueOf(await one.client.call('search.query', { text: 'sami', mode: 'typing' })).hits).toHaveLength(1);
});

/** Each look at the clock takes so long that every count is told. */
const SLOW = 300;

/** What the screen hears of long work. */
function workTold(client: Client) {
  const told: WorkProgress[] = [];
  client.on('work.progress', (progress) => void told.push(progress));
  const of = (work: WorkCode): readonly WorkProgress[] => told.filter((one) => one.work === work);
  return {
    of,
    /** The counts of its first step. */
    counts: (work: WorkCode): readonly number[] =>
      of(work).flatMap(({ at, ended, done }) => (at === 1 && !ended ? [done] : [])),
    ended: (work: WorkCode): boolean => of(work).at(-1)?.ended === true,
  };
}

test('nothing is told of a list that is read in no time', async () => {
  const one = await machine.setUp();
  const told = workTold(one.client);
  const { importId } = await check(one.client, 'HUISHOUDENS', CASELOAD);
  await run(one, { importId, choices: [], others: null });
  await undo(one, importId);
  expect([...told.of('IMPORT_CHECK'), ...told.of('IMPORT'), ...told.of('IMPORT_UNDO')]).toEqual([]);
});

test('a long sociale kaart comes in at once after it was made ready in pieces, and a save in between is kept', async () => {
  const one = await machine.setUp();
  const told = workTold(one.client);
  machine.time.slowDown(SLOW);
  const list = ['Naam', ...Array.from({ length: 60 }, (_, n) => `Stichting Uniek${String(n)}`)]
    .join('\n')
    .replace('Naam', 'Naam;Telefoon');
  const { importId } = await check(one.client, 'SOCIALE_KAART', list);
  const seen: number[] = [];
  const meanwhile: Promise<unknown>[] = [];
  one.client.on('work.progress', ({ work, done }) => {
    if (work !== 'IMPORT' || done < 20 || done >= 60 || meanwhile.length > 0) return;
    // Somebody else's work goes on, also in the same document; of the list nothing is there yet.
    meanwhile.push(
      one.client.call('organisation.save', { organisationId: null, form: ORGANISATION }),
      one.client.call('organisation.list', {}).then((listed) => seen.push(valueOf(listed).total)),
    );
  });
  expect(await run(one, { importId, choices: [], others: 'SKIP' })).toMatchObject({ made: 60 });
  await Promise.all(meanwhile);
  expect(seen).toEqual([1]);
  expect(told.counts('IMPORT').at(-1)).toBe(60);
  expect(valueOf(await one.client.call('organisation.list', {})).total).toBe(61);
  expect(await undo(one, importId)).toEqual({ removed: 60, putAway: 0, kept: 0 });
  expect(told.counts('IMPORT_UNDO').at(-1)).toBe(60);
  expect(valueOf(await one.client.call('organisation.list', {})).rows.map(({ name }) => name)).toEqual([
    ORGANISATION.name,
  ]);
});

test('a sociale kaart that was being taken back when the laptop went out is gone at the next opening', () => {
  const fixture = new DossierFixture();
  try {
    const storeOf = (): ImportStore => {
      const vault = {
        ...fixture.vault,
        deps: { ...fixture.vault.deps },
        emit: () => undefined,
      } as unknown as ImportVault;
      return new ImportStore(
        vault,
        createMunicipalityBook(vault, () => fixture.documents),
      );
    };
    const importId = '0123456789abcdef0123456789abcdef' as RecordId;
    const texts = {
      offer: '',
      contactName: '',
      phone: '',
      email: '',
      website: '',
      address: '',
      openingHours: '',
      remark: '',
    };
    const rows = [1, 2, 3, 4, 5].map(
      (row) =>
        ({
          row,
          name: `Stichting ${String(row)}`,
          type: '',
          perspectives: [],
          audiences: [],
          areas: [],
          texts,
          checkedOn: '',
        }) as const,
    );
    const shown = (): unknown =>
      fixture.store.db.prepare('SELECT count(*) FROM organisation WHERE deleted = 0').pluck().get();
    // Made ready and not yet taken in: a crash leaves nothing, of the document and of its rows.
    storeOf().prepareOrganisations(importId).add(rows);
    fixture.restart();
    storeOf().takeBackBroken();
    expect(shown()).toBe(0);
    const before = storeOf();
    const ready = before.prepareOrganisations(importId);
    ready.add(rows.slice(0, 2));
    ready.add(rows.slice(2));
    ready.commit(0, () => undefined);
    expect(shown()).toBe(5);
    before.undo.begin(importId, () => undefined);
    before.takeBackOrganisations(before.itemsOf(importId).slice(0, 2));
    expect(shown()).toBe(3);
    fixture.restart();
    storeOf().takeBackBroken();
    expect(shown()).toBe(0);
    expect(storeOf().run(importId)).toMatchObject({ made: 5, undoneAtMs: fixture.nowMs });
  } finally {
    fixture.end();
  }
});

const many = (count: number): string =>
  [
    'Voornaam;Achternaam;Geboortedatum',
    ...Array.from({ length: count }, (_, n) => `Nr${n};Unieknaam${n};1-1-${1900 + (n % 100)}`),
  ].join('\n');

test('cancelled or cut off half way, nothing of it is left', async () => {
  const one = await machine.setUp();
  const told = workTold(one.client);
  machine.time.slowDown(SLOW);
  const cancelled = await check(one.client, 'HUISHOUDENS', many(90));
  // A long list says how far the check is.
  expect(told.counts('IMPORT_CHECK').length).toBeGreaterThan(1);
  let asked = false;
  one.client.on('work.progress', ({ work, done }) => {
    if (work !== 'IMPORT' || done < 40 || asked) return;
    asked = true;
    void one.client.call('import.cancel', { importId: cancelled.importId });
  });
  expect(await run(one, { importId: cancelled.importId, choices: [], others: 'ADD' })).toMatchObject({
    made: 0,
    cancelled: true,
  });
  const made = told.counts('IMPORT');
  expect(made).toEqual(made.toSorted((a, b) => a - b));
  expect(made.at(-1)).toBeLessThan(90);
  expect(told.counts('IMPORT_UNDO').at(-1)).toBeGreaterThan(39);
  expect(await ownData(one.client)).toEqual([]);
});

test.each([0, 1, 3])('cut off after %i slices, the next opening has nothing of it', (slices) => {
  const fixture = new DossierFixture();
  try {
    const parts = () => ({ ...fixture.vault, deps: { ...fixture.vault.deps } }) as unknown as ImportVault;
    const storeOf = (): ImportStore => {
      const vault = { ...parts(), emit: () => undefined };
      return new ImportStore(
        vault,
        createMunicipalityBook(vault, () => fixture.documents),
      );
    };
    const importId = '0123456789abcdef0123456789abcdef' as RecordId;
    const before = storeOf();
    before.beginHouseholds(importId);
    const person = {
      firstName: 'Sterrenwacht',
      lastName: '',
      birthDate: '',
      role: '',
      street: '',
      houseNumber: '',
      postcode: '',
      city: '',
      area: '',
      phone: '',
      email: '',
      household: '',
    } as const;
    for (let slice = 0; slice < slices; slice++)
      before.makeHouseholds(
        importId,
        [1, 2, 3].map((row) => ({ row, name: `Fam. ${row}`, persons: [{ ...person, row }] })),
      );
    fixture.restart();
    storeOf().takeBackBroken();
    const left = [
      'document',
      'document_update',
      'document_key',
      'household',
      'person',
      'search_entry',
      'import_run',
      'import_item',
      'room_sync',
    ].map((table) => fixture.store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    expect(new Set(left)).toEqual(new Set([0]));
  } finally {
    fixture.end();
  }
});

test('an import that was being taken back when the laptop went out is gone at the next opening', () => {
  const fixture = new DossierFixture();
  try {
    const storeOf = (): ImportStore => {
      const vault = {
        ...fixture.vault,
        deps: { ...fixture.vault.deps },
        emit: () => undefined,
      } as unknown as ImportVault;
      return new ImportStore(
        vault,
        createMunicipalityBook(vault, () => fixture.documents),
      );
    };
    const importId = '0123456789abcdef0123456789abcdef' as RecordId;
    const before = storeOf();
    before.beginHouseholds(importId);
    const rows = Array.from({ length: 5 }, (_, row) => ({ row, name: `Fam. ${String(row)}`, persons: [] }));
    before.makeHouseholds(importId, rows);
    before.finishHouseholds(importId, rows.length, 0, () => undefined);
    before.undo.begin(importId, () => undefined);
    before.undo.takeBack(before.undo.madeBy(importId).slice(0, 2));
    const households = (): unknown => fixture.store.db.prepare('SELECT count(*) FROM household').pluck().get();
    expect(households()).toBe(3);
    fixture.restart();
    storeOf().takeBackBroken();
    expect(households()).toBe(0);
    expect(storeOf().run(importId)).toMatchObject({ made: 5, undoneAtMs: fixture.nowMs });
  } finally {
    fixture.end();
  }
});

test('a long import is taken back whole with counts, and a save in between is kept', async () => {
  const one = await machine.setUp();
  const { importId } = await check(one.client, 'HUISHOUDENS', many(90));
  await run(one, { importId, choices: [], others: 'ADD' });
  const rows = valueOf(await one.client.call('household.list', {})).rows;
  const told = workTold(one.client);
  machine.time.slowDown(SLOW);
  const meanwhile: Promise<unknown>[] = [];
  const last = rows.toSorted((a, b) => (a.householdId < b.householdId ? 1 : -1))[0];
  one.client.on('work.progress', ({ done }) => {
    if (done >= 20 && meanwhile.length === 0 && last !== undefined)
      meanwhile.push(one.client.call('household.archive', { householdId: last.householdId, archived: true }));
  });
  const undoing = one.client.call('import.undo', { importId });
  await machine.time.pass(5_000);
  const undone = valueOf(await undoing);
  await Promise.all(meanwhile);
  const seen = told.counts('IMPORT_UNDO');
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect([seen.at(-1), told.ended('IMPORT_UNDO')]).toEqual([90, true]);
  // The one that somebody put away meanwhile stays, unless it was gone already.
  expect(undone.removed + undone.kept).toBe(90);
  expect(valueOf(await one.client.call('household.list', { archived: true })).rows).toHaveLength(undone.kept);
});

test('a sociale kaart comes in from Windows text with commas, doubles are flagged by name, and undo takes it back', async () => {
  const one = await machine.setUp();
  const text =
    'Naam,Soort,Perspectief,Doelgroep,Wijken,Telefoon,Omschrijving\nCaf\u00e9 Samen,Welzijn en ontmoeting,"Sociale omgeving; Gezondheid",Ouderen,Oeverwijk,0999-1,"Koffie,\nelke dag"\nStichting Caf\u00e9 Samen,,,,,,\nRaar,Dierentuin,,,,,\n';
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const { importId, read, found } = await check(one.client, 'SOCIALE_KAART', bytes);
  expect(read).toMatchObject({ encoding: 'windows-1252', delimiter: ',' });
  expect(found).toMatchObject({ organisations: 2, badCount: 1, doubleCount: 1 });
  expect(found.bad[0]).toEqual({ row: 4, reason: 'De soort "Dierentuin" kennen we niet.' });
  await run(one, { importId, choices: [], others: 'SKIP' });
  const listed = valueOf(
    await one.client.call('organisation.list', { perspective: 'GEZONDHEID', audience: 'OUDEREN', text: 'cafe' }),
  );
  expect(listed).toMatchObject({
    total: 1,
    rows: [{ name: 'Caf\u00e9 Samen', offer: 'Koffie,\nelke dag', updatedOn: '2026-11-21' }],
  });
  expect(valueOf(await one.client.call('organisation.list', { area: 'Centrum' })).total).toBe(0);
  expect(await undo(one, importId)).toEqual({ removed: 1, putAway: 0, kept: 0 });
  expect(valueOf(await one.client.call('organisation.list', {})).total).toBe(0);
});

test('what is no list is refused with the reason', async () => {
  const { client } = await machine.setUp();
  const reasons: unknown[] = [];
  for (const bytes of [
    [],
    [0x50, 0x4b, 3, 4],
    [65, 0, 66, 59, 67],
    [...Buffer.from('een\ntwee')],
    [...Buffer.from('a;b\n"x;y')],
  ]) {
    const importId = await begin(client, 'HUISHOUDENS', Uint8Array.from(bytes));
    const read = await client.call('import.read', { importId });
    reasons.push(!read.ok && read.error.tag === 'ImportUnreadable' ? read.error.reason : 'ok');
  }
  expect(reasons).toEqual(['EMPTY', 'SPREADSHEET', 'BINARY', 'ONE_COLUMN', 'QUOTE_OPEN']);
});

test('cells of any kind come back as they were written (property)', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replaceAll('\u0000', '').replaceAll('\r', '').trim());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(';', ','),
      (rows, delimiter) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = [['kop een', 'kop twee', 'kop drie'], ...rows]
          .map((row) => row.map(quote).join(delimiter))
          .join('\r\n');
        const read = readCsv(new TextEncoder().encode(`\uFEFF${text}`));
        if (!read.ok) throw new Error(read.error);
        expect(read.value.rows.map(({ cells }) => cells)).toEqual(
          rows.filter((row) => row.some((one) => one !== '')).map((row) => row.map((one) => one.toWellFormed())),
        );
      },
    ),
    { seed: 20261121, numRuns: 300 },
  );
});
