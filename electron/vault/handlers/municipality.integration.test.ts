/** The gemeenteprofiel over a real vault: set whole or refused whole, used everywhere, kept over a lock, and taken along. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRecord, newWriter } from '../../../shared/documents/accessors.ts';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import type { Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { createTestMachine, unlock, type TestMachine } from '../testVault.ts';

let machine: TestMachine;
beforeEach(() => {
  machine = createTestMachine();
});
afterEach(() => machine.end());

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: { tag: string } }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const own: Gemeenteprofiel = {
  ...defaultProfile,
  municipality: 'Zuiderstroom',
  teamName: 'Gebiedsteam Zuiderstroom',
  terms: { ...defaultProfile.terms, workNoteDays: 10, wmoResearchDays: 21 },
  partners: [{ name: 'Stichting Welkom', category: 'Welzijn', phone: '0999-1', remark: 'Inloop op dinsdag' }],
};

test('a profile that is set is in use at once, after a lock too, and tells every screen', async () => {
  const { client, profileId, ended } = await machine.setUp();
  expect(valueOf(await client.call('municipality.get', {}))).toMatchObject({
    standard: true,
    mayChange: true,
    versions: [],
  });
  let told = 0;
  client.on('municipality.changed', () => told++);
  expect(valueOf(await client.call('municipality.set', { file: JSON.stringify(own) }))).toEqual({
    addedOrganisations: 1,
  });
  expect(told).toBe(1);
  expect(valueOf(await client.call('municipality.get', {})).profile).toEqual(own);
  // A second time adds the partner no second time, however it is written.
  const again = { ...own, partners: [{ ...own.partners[0], name: 'WELKOM' }] };
  expect(valueOf(await client.call('municipality.set', { file: JSON.stringify(again) }))).toEqual({
    addedOrganisations: 0,
  });

  await client.call('vault.lock', {});
  await ended;
  const later = machine.start();
  valueOf(await unlock(later.client, profileId));
  expect(valueOf(await later.client.call('municipality.get', {}))).toMatchObject({
    standard: false,
    profile: { municipality: 'Zuiderstroom' },
  });
});

test('a profile with mistakes is refused whole, with every mistake in Dutch, and the one in use stays', async () => {
  const { client } = await machine.setUp();
  valueOf(await client.call('municipality.set', { file: JSON.stringify(own) }));
  const { municipality: _gone, ...withoutName } = own;
  const bad = {
    ...withoutName,
    kleur: 'rood',
    theme: { ...own.theme, onPrimary: '#3f7f90', logo: 'data:image/png;base64,AAAA' },
  };
  const refused = await client.call('municipality.set', {
    file: JSON.stringify({ ...bad, municipality: 'X', theme: { ...bad.theme, logo: '' } }),
  });
  expect(refused).toMatchObject({ ok: false, error: { tag: 'ProfileInvalid' } });
  const messages = (result: typeof refused): string[] =>
    !result.ok && result.error.tag === 'ProfileInvalid' ? result.error.problems.map(({ message }) => message) : [];
  expect(messages(refused).join(' ')).toContain('Het veld "kleur" kennen we niet.');
  expect(messages(refused).join(' ')).toMatch(/#3f7f90 op #0d5365, is [12],\d\. Dat moet 4,5 of meer zijn/);
  const missing = await client.call('municipality.set', { file: JSON.stringify(bad) });
  expect(messages(missing).join(' ')).toContain('Het veld "municipality" ontbreekt.');
  expect(messages(missing).join(' ')).toContain('"theme.logo" is geen afbeelding');
  const newer = await client.call('municipality.set', { file: JSON.stringify({ ...own, version: 2 }) });
  expect(messages(newer)[0]).toContain('heeft versie 2. Deze Samenspel leest versie 1');
  expect(valueOf(await client.call('municipality.get', {})).profile).toEqual(own);
});

test('a practice vault begins with a small sociale kaart, some of it old; a vault of real work with none', async () => {
  const practice = await machine.setUp({ practice: true });
  const { rows, total } = valueOf(await practice.client.call('organisation.list', {}));
  expect(total).toBe(12);
  expect(rows.every(({ phone }) => phone === '' || phone.startsWith('0999-'))).toBe(true);
  expect(rows.some(({ updatedOn }) => updatedOn < '2025-11-21')).toBe(true);
  const offered = valueOf(
    await practice.client.call('organisation.offers', {
      perspective: 'OMGEVING',
      area: 'Oeverwijk',
      text: 'Samen eten',
      limit: 3,
    }),
  );
  expect(offered.rows[0]?.name).toBe('Eettafel De Schakel');
  const real = await machine.setUp();
  expect(valueOf(await real.client.call('organisation.list', {})).total).toBe(0);
});

test('"Dit klopt nog" is said of today, and taken back it says what was said before; so does one that nobody ever checked [U8]', async () => {
  const { client } = await machine.setUp({ practice: true });
  const look = async () => valueOf(await client.call('organisation.list', {})).rows;
  const before = await look();
  const old = before.find(({ updatedOn }) => updatedOn < '2025-11-21');
  if (old === undefined) throw new Error('nothing old on the kaart');
  const { organisationId } = old;
  const one = async () => (await look()).find((row) => row.organisationId === organisationId);
  const { previous } = valueOf(await client.call('organisation.confirm', { organisationId }));
  expect(previous.on).toBe(old.updatedOn);
  expect(await one()).toMatchObject({ updatedOn: '2026-11-21' });
  valueOf(await client.call('organisation.confirm', { organisationId, back: previous }));
  expect(await one()).toEqual(old);
  expect(await look()).toEqual(before);
});

test('what is exported is a file that is taken into use elsewhere', async () => {
  const { client } = await machine.setUp();
  valueOf(await client.call('municipality.set', { file: JSON.stringify(own) }));
  const { file, fileName } = valueOf(await client.call('municipality.export', {}));
  expect(fileName).toBe('gemeenteprofiel-zuiderstroom.json');
  const other = await machine.setUp();
  valueOf(await other.client.call('municipality.set', { file }));
  expect(valueOf(await other.client.call('municipality.get', {})).profile).toEqual(own);
});

test('other terms give other dates: for new notes at once, for open terms of every household soon', async () => {
  const { client, deps } = await machine.setUp();
  const { me } = valueOf(await client.call('session.get', {}));
  const { documentId, householdId } = valueOf(await client.call('household.create', { name: 'Kade 12' }));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, valueOf(await client.call('document.open', { documentId })).state);
  const before = Y.encodeStateVector(doc);
  createRecord(
    doc,
    'helpRequests',
    { words: 'Hulp in huis', receivedOn: '2026-11-20' },
    newWriter(me.userId, deps.clock, deps.random),
  );
  valueOf(await client.call('document.push', { documentId, update: Y.encodeStateAsUpdate(doc, before) }));
  const research = async (): Promise<string | undefined> =>
    valueOf(await client.call('household.deadlines', { householdId })).rows.find(({ code }) => code === 'WMO_ONDERZOEK')
      ?.dueOn;
  const standard = await research();
  expect(standard).toBe('2027-01-04');
  valueOf(await client.call('municipality.set', { file: JSON.stringify(own) }));
  await machine.time.pass(2_000);
  expect(await research()).toBe('2026-12-11');
  valueOf(await client.call('projection.rebuild', {}));
  expect(await research()).toBe('2026-12-11');
  const note = valueOf(await client.call('worknote.save', { householdId: null, text: 'Bel terug' }));
  expect(note.expiresOn).toBe('2026-12-01');
});
