/** A laptop whose disk is full while the team goes on: it stays up, loses nothing, and catches up by itself when there is room. */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/testServer.ts';
import { TestTeam } from './support/testTeam.ts';
import { eventually, type TestVault } from './support/testVault.ts';

let server: TestServer;
let team: TestTeam;

beforeEach(async () => {
  await sodium.ready;
  server = await startTestServer();
  team = new TestTeam({ url: server.server.url, setupCode: () => server.server.setupCode() });
});
afterEach(async () => {
  team.end();
  await server.stop();
});

/** SQLite answers as on a disk without one free page more. */
function fill(vault: TestVault): void {
  const { db } = vault.vault.store;
  db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
}
function makeRoom(vault: TestVault): void {
  vault.vault.store.db.pragma('max_page_count = 1073741823');
}

it('a full disk while colleagues write holds up only this laptop, which has everything once there is room [S17]', async () => {
  const a = team.vault('Marieke');
  const b = team.vault('Samira');
  await team.found(a);
  await team.admit(a, b);
  const documentId = a.createHousehold('Fam. Begin');
  await eventually(() => expect(b.names(documentId)).toEqual(['Fam. Begin']));
  b.addPerson(documentId, 'Eerst');
  await eventually(() => expect(a.persons(documentId)).toEqual(['Eerst']));

  fill(b);
  const names = Array.from({ length: 12 }, (_, n) => `Persoon ${String(n).padStart(2, '0')}`);
  for (const name of names) {
    a.addPerson(documentId, name);
    a.addNote(documentId, `${name} vertelt. `.repeat(400));
  }
  await eventually(() => expect(b.events).toContain('sync.storeFailed'));
  // Half of an envelope is not half of a dossier: what is here is whole, and less than there is.
  expect(b.persons(documentId).length).toBeLessThan(names.length + 1);
  expect(b.persons(documentId)).toContain('Eerst');
  // What this laptop cannot save is refused, as for its own screen.
  expect(() => b.addNote(documentId, 'past niet '.repeat(3_000))).toThrow('DiskFull');

  makeRoom(b);
  await eventually(() => expect(b.persons(documentId)).toEqual(['Eerst', ...names]));
  // Both ways: nothing of before is stuck.
  b.addPerson(documentId, 'Later');
  await eventually(() => expect(a.persons(documentId)).toEqual(['Eerst', 'Later', ...names]));
  expect(b.vault.store.db.pragma('integrity_check', { simple: true })).toBe('ok');
});
