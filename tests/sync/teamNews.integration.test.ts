/** Nieuw van collega's: what came in from somebody else after this worker last opened the household, newest first. */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { teamNews } from '../../electron/vault/sync/teamNews.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { TestTeam } from './support/testTeam.ts';
import { startTestServer, type TestServer } from './support/testServer.ts';
import { eventually, type TestVault } from './support/testVault.ts';

let test: TestServer;
let team: TestTeam;
let marieke: TestVault;
let samira: TestVault;

beforeAll(() => sodium.ready);
beforeEach(async () => {
  test = await startTestServer();
  team = new TestTeam(test.server);
  marieke = team.vault('Marieke');
  samira = team.vault('Samira');
  await team.found(marieke);
  await team.admit(marieke, samira);
});
afterEach(async () => {
  team.end();
  await test.stop();
});

const newsOf = (vault: TestVault) =>
  teamNews(vault.vault, (user) => (user === marieke.facts.user ? 'Marieke' : 'Samira'));
/** As opening the household on the screen notes it. */
function visit(vault: TestVault, documentId: DocumentId, atMs: number): void {
  vault.vault.store.db
    .prepare(
      `INSERT INTO household_visit (household_id, opened_at_ms) SELECT household_id, ? FROM household WHERE document_id = ?
       ON CONFLICT (household_id) DO UPDATE SET opened_at_ms = excluded.opened_at_ms`,
    )
    .run(atMs, documentId);
}

it('tells who changed what in which household, until it was opened, and never what one did oneself', async () => {
  const household = marieke.createHousehold('Fam. Bakker');
  marieke.addPerson(household, 'Anna');
  await eventually(() => expect(samira.persons(household)).toEqual(['Anna']));
  expect(newsOf(samira)).toMatchObject([{ documentId: household, householdName: 'Fam. Bakker', name: 'Marieke' }]);
  expect(newsOf(marieke)).toEqual([]);
  visit(samira, household, Number.MAX_SAFE_INTEGER);
  expect(newsOf(samira)).toEqual([]);
  samira.addNote(household, 'Thuis gesproken.');
  await eventually(() => expect(marieke.texts(household)).toEqual(['Thuis gesproken.']));
  expect(newsOf(marieke)).toMatchObject([{ documentId: household, what: 'conversation', name: 'Samira' }]);
  expect(newsOf(samira)).toEqual([]);
});

it('names six households at most', async () => {
  const households = Array.from({ length: 8 }, (_, index) => marieke.createHousehold(`Fam. ${String(index)}`));
  await eventually(() => {
    for (const household of households) expect(samira.names(household)[0]).toMatch('Fam.');
  });
  expect(newsOf(samira)).toHaveLength(6);
});
