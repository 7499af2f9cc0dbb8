/** The gemeenteprofiel and the sociale kaart when a team begins, when one is joined, and who may change them. */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createMunicipalityBook } from '../../electron/vault/documents/municipalityBook.ts';
import { municipalityHandlers } from '../../electron/vault/handlers/municipality.ts';
import { organisationHandlers } from '../../electron/vault/handlers/organisations.ts';
import { foundTeam } from '../../electron/vault/sync/founding.ts';
import { mayChangeMunicipality } from '../../electron/vault/sync/mayChangeMunicipality.ts';
import type { OrganisationForm } from '../../shared/contract/commands/organisations.ts';
import type { CallContext } from '../../shared/contract/contract.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { createRecord } from '../../shared/documents/accessors.ts';
import { defaultProfile } from '../../shared/domain/defaultProfile.ts';
import type { Gemeenteprofiel } from '../../shared/domain/gemeenteprofiel.ts';
import { newId, type HouseholdId } from '../../shared/domain/ids.ts';
import { startTestServer, systemRandom, type TestServer } from './support/testServer.ts';
import { TestVault, allShared, eventually } from './support/testVault.ts';

let server: TestServer;
const vaults: TestVault[] = [];
beforeAll(() => sodium.ready);
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const vault of vaults.splice(0)) vault.remove();
  await server.stop();
});

const call: CallContext = { takeAudit: () => null };
const vaultOf = (name: string): TestVault => {
  const vault = new TestVault(name);
  vaults.push(vault);
  return vault;
};
const commandsOf = ({ vault, sharing }: TestVault) => {
  const book = createMunicipalityBook(vault, () => vault.documents);
  const rows = { check: () => undefined, end: () => undefined };
  const mayChange = () => mayChangeMunicipality(sharing.engine.keeper.state, vault.me.userId);
  return { ...municipalityHandlers({ vault, book, rows, mayChange }), ...organisationHandlers(vault, book) };
};
async function done<T>(answer: T): Promise<Extract<Awaited<T>, { ok: true }> extends { value: infer V } ? V : never> {
  const result = (await answer) as { ok: boolean; value?: unknown; error?: { tag: string } };
  if (!result.ok) throw new Error(result.error?.tag);
  return result.value as never;
}
const profileOf = (municipality: string): Gemeenteprofiel => ({ ...defaultProfile, municipality, partners: [] });
const form = (name: string, phone = ''): OrganisationForm => ({
  name, phone, type: '', perspectives: [], audiences: [], areas: [], offer: '', contactName: '', email: '',
  website: '', address: '', openingHours: '', remark: '',
}); // prettier-ignore
const list = {
  text: '',
  type: '',
  perspective: '',
  audience: '',
  area: '',
  archived: false,
  offset: 0,
  limit: 50,
} as const;
const namesOn = async (vault: TestVault): Promise<readonly string[]> =>
  (await done(commandsOf(vault)['organisation.list'](list, call))).rows.map(({ name }) => name);
const municipalityOf = async (vault: TestVault): Promise<string> =>
  (await done(commandsOf(vault)['municipality.get']({}, call))).profile.municipality;

async function prepare(vault: TestVault, municipality: string, organisations: readonly string[]): Promise<void> {
  const commands = commandsOf(vault);
  await done(commands['municipality.set']({ file: JSON.stringify(profileOf(municipality)) }, call));
  for (const name of organisations)
    await done(commands['organisation.save']({ organisationId: null, form: form(name) }, call));
}
async function found(lead: TestVault): Promise<void> {
  const founded = await foundTeam(
    { vault: lead.vault, engine: lead.engine, openSocket: lead.openSocket },
    { name: 'Gebiedsteam Noord', server: server.server.url, setupCode: server.server.setupCode() ?? '' },
  );
  if (!founded.ok) throw new Error(founded.error.tag);
  await eventually(() => expect(lead.engine.status().state).toBe('online'));
}
async function join(lead: TestVault, joiner: TestVault): Promise<void> {
  const invited = lead.sharing.inviting.invite();
  await joiner.sharing.joining.ask(server.server.url, invited?.code.toLowerCase() ?? '');
  await eventually(() => expect(joiner.sharing.joining.state.words).toHaveLength(5));
  lead.sharing.inviting.decide(lead.sharing.inviting.rows()[0]?.invite ?? '', true, ['MEDEWERKER'], true);
  await eventually(async () => expect(await namesOn(joiner)).toContain('Buurthuis De Molen'));
}

it('a team begins with what its founder had; who joins gets that, and may bring what the team lacks, once', async () => {
  const lead = vaultOf('Marieke');
  const samira = vaultOf('Samira');
  await prepare(lead, 'Zuiderstroom', ['Buurthuis De Molen', 'Stichting Welkom']);
  await prepare(samira, 'Elders', ['WELKOM', 'Eettafel De Schakel']);
  await found(lead);
  expect(await municipalityOf(lead)).toBe('Zuiderstroom');
  expect(await namesOn(lead)).toEqual(['Buurthuis De Molen', 'Stichting Welkom']);

  await join(lead, samira);
  await eventually(async () => expect(await municipalityOf(samira)).toBe('Zuiderstroom'));
  await eventually(async () => expect(await namesOn(samira)).toEqual(['Buurthuis De Molen', 'Stichting Welkom']));
  const theirs = commandsOf(samira);
  expect(await done(theirs['organisation.own']({}, call))).toEqual({ missing: 1 });
  const brought = await done(theirs['organisation.bringOwn']({ take: true }, call));
  expect(brought).toMatchObject({ added: 1 });
  expect(await done(theirs['organisation.own']({}, call))).toEqual({ missing: 0 });
  const all = ['Buurthuis De Molen', 'Eettafel De Schakel', 'Stichting Welkom'];
  await eventually(async () => expect(await namesOn(lead)).toEqual(all));

  // Taken back it is out of the list of the team, and what was written of it is still there to put back.
  await done(theirs['organisation.bringOwn']({ back: brought.organisationIds }, call));
  await eventually(async () => expect(await namesOn(lead)).toEqual(['Buurthuis De Molen', 'Stichting Welkom']));
  const away = await done(commandsOf(lead)['organisation.list']({ ...list, archived: true }, call));
  expect(away.rows.map(({ name, archived }) => [name, archived])).toContainEqual(['Eettafel De Schakel', true]);
  const [organisationId] = brought.organisationIds;
  if (organisationId !== undefined)
    await done(theirs['organisation.archive']({ organisationId, archived: false }, call));
  await eventually(async () => expect(await namesOn(lead)).toEqual(all));

  const refused = await theirs['municipality.set']({ file: JSON.stringify(profileOf('Elders')) }, call);
  expect(refused).toMatchObject({ ok: false, error: { tag: 'NotTeamLead' } });
  expect((await done(theirs['municipality.get']({}, call))).mayChange).toBe(false);
  await done(commandsOf(lead)['municipality.set']({ file: JSON.stringify(profileOf('Noorderstroom')) }, call));
  await eventually(async () => expect(await municipalityOf(samira)).toBe('Noorderstroom'));
});

it('many households at once cost the team document a few changes, and say the same as one by one', async () => {
  const lead = vaultOf('Marieke');
  await found(lead);
  await allShared(lead);
  const change = vi.spyOn(lead.vault.documents, 'change');
  const count = 220;
  lead.vault.documents.create(
    Array.from({ length: count }, (_, number) => ({
      householdId: newId<HouseholdId>(systemRandom),
      kind: 'household' as const,
      fill: (doc, writer) => {
        const place = { postcode: '1234AB', houseNumber: String(number), area: 'Centrum' };
        createRecord(doc, 'household', { name: `Fam. ${number}`, status: 'NIEUW', ...place }, writer);
        createRecord(doc, 'persons', { firstName: 'A', lastName: `N${number}`, birthDate: '1980-01-01' }, writer);
      },
    })),
  );
  const room = lead.engine.keeper.membership?.teamRoom ?? '';
  const inTeam = (kind: 'indexFacts' | 'matchMarks') =>
    lead.read(room as never, (doc) => readRecords(doc, kind).map(({ values }) => values)) ?? [];
  await eventually(() => expect(inTeam('indexFacts')).toHaveLength(count));
  expect(inTeam('matchMarks').length).toBeGreaterThanOrEqual(2 * count);
  expect(change.mock.calls.length).toBeLessThan(20);
  const [match] = lead.sharing.facts.matches({ postcode: '1234AB', houseNumber: '7' }, [], null);
  expect(match).toMatchObject({ on: 'address' });

  // Said again, nothing differs and nothing is written; one that changed changes its own marks only.
  const before = JSON.stringify(inTeam('matchMarks'));
  lead.sharing.facts.update(inTeam('indexFacts').map(({ documentId }) => String(documentId) as never));
  expect(JSON.stringify(inTeam('matchMarks'))).toBe(before);
  lead.setAddress(match?.documentId as never, '1234AB', '9999');
  await eventually(() =>
    expect(lead.sharing.facts.matches({ postcode: '1234AB', houseNumber: '7' }, [], null)).toEqual([]),
  );
  expect(lead.sharing.facts.matches({ postcode: '1234AB', houseNumber: '9999' }, [], null)).toHaveLength(1);
  expect(inTeam('indexFacts')).toHaveLength(count);
});
