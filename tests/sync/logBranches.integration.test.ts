/**
 * The server was put back from an older copy and somebody decided on that before a laptop with the longer team log came: two
 * branches of one log. Everybody goes on as one team, and who was cut off on either branch stays out.
 */
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { newIdentity } from '../../electron/vault/keys/identity.ts';
import { webSocketOpener } from '../../electron/vault/sync/syncSocket.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { bytesToHex } from '../../shared/sync/bytes.ts';
import { signLogEntry, type TeamEvent } from '../../shared/sync/teamLog.ts';
import { backUp, restore } from '../../sync-server/backupCommand.ts';
import { throughHands, type Hands } from './support/hostileServer.ts';
import { TestTeam } from './support/testTeam.ts';
import { startTestServer, systemClock, systemRandom, type TestServer } from './support/testServer.ts';
import { allShared, eventually, type TestVault } from './support/testVault.ts';

let test: TestServer;
let team: TestTeam;
let marieke: TestVault;
let samira: TestVault;
let tom: TestVault;
let household: DocumentId;

beforeAll(() => sodium.ready);
beforeEach(async () => {
  test = await startTestServer();
  team = new TestTeam(test.server);
  marieke = team.vault('Marieke');
  samira = team.vault('Samira');
  tom = team.vault('Tom');
  await team.found(marieke);
  await team.admit(marieke, samira);
  await team.admit(marieke, tom);
  team.decide(marieke, { type: 'SET_ROLES', user: tom.facts.user, roles: ['TEAMLEIDER', 'MEDEWERKER'] });
  household = marieke.createHousehold('Fam. Bakker');
  marieke.addPerson(household, 'Anna');
  await eventually(() => {
    for (const vault of [samira, tom]) expect(vault.persons(household)).toEqual(['Anna']);
  });
  await allShared(marieke, samira, tom);
  backUp(test.folder, join(test.folder, 'copy.db'));
});
afterEach(async () => {
  team.end();
  await test.stop();
});

async function putServerBack(): Promise<void> {
  for (const vault of [marieke, samira, tom]) vault.engine.stop();
  await test.server.close();
  restore(test.folder, join(test.folder, 'copy.db'), { clock: systemClock, random: systemRandom });
  await test.restart();
}
const serverTeam = () => test.server.parts.teams.state(team.membership.team);
/** The server and these laptops have one log. */
const oneLog = (...vaults: readonly TestVault[]) =>
  eventually(() => {
    for (const vault of vaults) {
      expect(vault.engine.status().state).toBe('online');
      expect(vault.engine.keeper.state?.head).toBe(serverTeam()?.head);
    }
  });
const revokeTom = (): TeamEvent => ({ type: 'REVOKE_DEVICE', device: tom.facts.device, wipe: false });

it('is one team again after a restored server on which a colleague decided first [Y10]', async () => {
  samira.engine.stop();
  const later = marieke.createHousehold('Fam. Later');
  await allShared(marieke, tom);
  await eventually(() => expect(tom.engine.keeper.state?.rooms.has(later)).toBe(true));
  await putServerBack();
  // Samira knows of no longer log: what she decides is signed on the old copy.
  const hers = samira.createHousehold('Fam. Nieuw');
  samira.restart();
  await allShared(samira);
  marieke.restart();
  tom.restart();
  await oneLog(marieke, samira, tom);
  await allShared(marieke, samira, tom);
  await eventually(() => {
    for (const vault of [marieke, samira, tom]) {
      expect(vault.names(later)).toEqual(['Fam. Later']);
      expect(vault.names(hers)).toEqual(['Fam. Nieuw']);
      expect(vault.sharing.summary()).toMatchObject({ failure: null, withheld: null });
    }
  });
  // Decisions of before are decided once, and the next one finds everybody.
  team.decide(marieke, revokeTom());
  await eventually(() => expect(samira.engine.keeper.state?.devices.get(tom.facts.device)?.revoked).toBe(true));
});

it('does not let a cut-off laptop back in that signs on the old copy, nor whom it let in [Y7]', async () => {
  tom.engine.stop();
  team.decide(marieke, revokeTom());
  await eventually(() => expect(marieke.engine.keeper.state?.devices.get(tom.facts.device)?.revoked).toBe(true));
  await allShared(marieke);
  await putServerBack();
  const made = newIdentity(systemRandom);
  const device = {
    user: made.userId,
    device: made.deviceId,
    signPublicKey: bytesToHex(made.signPublicKey),
    boxPublicKey: bytesToHex(made.boxPublicKey),
  };
  tom.restart();
  await eventually(() => expect(tom.engine.status().state).toBe('online'));
  team.decide(
    tom,
    { type: 'ADD_DEVICE', device, roles: ['TEAMLEIDER', 'MEDEWERKER'] },
    { type: 'GRANT', room: household, user: device.user, reason: '' },
  );
  await eventually(() => expect(serverTeam()?.rooms.get(household)?.users.has(device.user)).toBe(true));
  marieke.restart();
  await eventually(() => expect(serverTeam()?.devices.get(tom.facts.device)?.revoked).toBe(true));
  await eventually(() => expect(tom.engine.status().state).toBe('revoked'));
  samira.restart();
  await oneLog(marieke, samira);
  for (const vault of [marieke, samira]) {
    const state = vault.engine.keeper.state;
    expect(state?.devices.get(tom.facts.device)?.revoked).toBe(true);
    expect(state?.devices.get(device.device)?.revoked).toBe(true);
    expect(state?.rooms.get(household)?.users.has(device.user)).toBe(false);
  }
  // The key that both had is replaced before anything is written, and not given to them.
  marieke.addPerson(household, 'Bilal');
  await eventually(() => expect(samira.persons(household)).toEqual(['Anna', 'Bilal']));
  const { keyring } = samira.engine;
  const readers = keyring.readers(household, keyring.newest(household)?.epoch ?? -1);
  for (const out of [tom.facts.device, device.device]) expect(readers).not.toContain(out);
});

it('says that an update is needed, not that the list is false, when the team decided something unknown', async () => {
  samira.engine.stop();
  const state = marieke.engine.keeper.state;
  const entry = signLogEntry(
    state?.head ?? '',
    { type: 'FROM_LATER' } as unknown as TeamEvent,
    0,
    marieke.engine.device,
  );
  const hands: Hands = {
    control: (frame) =>
      frame.type === 'ack' ? [{ type: 'logEntries', from: state?.length ?? 0, entries: [entry] }, frame] : [frame],
  };
  samira.openSocket = throughHands(
    webSocketOpener(() => null),
    hands,
  );
  samira.restart();
  samira.addPerson(household, 'Bilal');
  await eventually(() =>
    expect(samira.sharing.summary()).toMatchObject({ state: 'failed', failure: { reason: 'NEWER_APP' } }),
  );
  // Work goes on, here; nothing is taken from the log that is not understood.
  samira.addPerson(household, 'Cato');
  expect(samira.persons(household)).toEqual(['Anna', 'Bilal', 'Cato']);
  expect(samira.engine.keeper.state?.head).toBe(state?.head);
});
