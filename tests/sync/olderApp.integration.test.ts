/** An older app between two newer ones: it reads and relays, and never writes, folds or damages. */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { setFields } from '../../shared/documents/accessors.ts';
import { errorText } from '../../shared/errorTexts.ts';
import { ok } from '../../shared/result.ts';
import { parseEnvelope } from '../../shared/sync/envelope.ts';
import { TestTeam } from './support/testTeam.ts';
import { startTestServer, type TestServer } from './support/testServer.ts';
import { allShared, eventually } from './support/testVault.ts';

let test: TestServer;
let team: TestTeam;

beforeAll(() => sodium.ready);
afterEach(async () => {
  team.end();
  await test.stop();
});

it('reads a document of a newer app, opens it read-only with one sentence, relays it, and never compacts it', async () => {
  test = await startTestServer();
  team = new TestTeam(test.server);
  const lead = team.vault('Marieke');
  const newer = team.vault('Samira', 2);
  await team.found(lead);
  await team.admit(lead, newer);
  const household = newer.createHousehold('Fam. Bakker');
  await eventually(() => expect(lead.names(household)).toEqual(['Fam. Bakker']));
  await allShared(lead, newer);

  const opened = lead.vault.documents.open(household);
  expect(opened.ok && opened.value.writable).toBe(false);
  const refused = lead.vault.documents.change(household, (doc, writer) =>
    ok(setFields(doc, 'household', 'household', { name: 'Anders' }, writer)),
  );
  expect(refused).toMatchObject({ ok: false, error: { tag: 'DocumentReadOnly' } });
  expect(errorText({ tag: 'DocumentReadOnly' }).title).toBe(
    'Dit dossier is gemaakt met een nieuwere versie. Je kunt het lezen, maar nog niet veranderen.',
  );

  // Far beyond what compaction waits for: the older app holds all of it and folds nothing.
  for (let count = 0; count < 70; count++) {
    newer.addPerson(household, `P${String(count).padStart(2, '0')}`);
    newer.engine.shareNow();
  }
  newer.engine.stop();
  await eventually(() => expect(lead.persons(household).length).toBeGreaterThan(60));
  const byLead = test.server.parts.db
    .prepare<[string], Buffer>('SELECT bytes FROM envelope WHERE room = ?')
    .pluck()
    .all(household)
    .map((bytes) => parseEnvelope(bytes))
    .filter((envelope) => envelope?.device === lead.facts.device);
  expect(byLead.filter((envelope) => envelope?.kind === 'SNAPSHOT' || envelope?.kind === 'UPDATE')).toEqual([]);

  // The server is lost; the older app gives back every envelope as it came, and a newer app reads all of it.
  const kept = lead.persons(household);
  test.server.parts.db.exec('DELETE FROM envelope; DELETE FROM lane; DELETE FROM archive; UPDATE room SET bytes = 0');
  lead.restart();
  await allShared(lead);
  const another = team.vault('Tom', 2);
  await team.admit(lead, another);
  team.decide(lead, { type: 'GRANT', room: household, user: another.vault.me.userId, reason: '' });
  await eventually(() => expect(another.persons(household)).toEqual(kept));
});
