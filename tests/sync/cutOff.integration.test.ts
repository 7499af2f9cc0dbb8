/**
 * Where somebody who lost access ends: what was signed before stays, also on a server that was put back; what is signed
 * afterwards is part of nothing, whoever passes it on. And what only a newer app reads is kept and passed on.
 */
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { webSocketOpener } from '../../electron/vault/sync/syncSocket.ts';
import { concatBytes, hexToBytes, utf8 } from '../../shared/sync/bytes.ts';
import type { LaneUpdate } from '../../shared/sync/laneUpdate.ts';
import { parseEnvelope, signKeybox } from '../../shared/sync/envelope.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
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
/** Between the server and the laptop of Samira. */
let hands: { -readonly [K in keyof Hands]: Hands[K] };

beforeAll(() => sodium.ready);
beforeEach(async () => {
  test = await startTestServer();
  team = new TestTeam(test.server);
  hands = {};
  marieke = team.vault('Marieke');
  samira = team.vault('Samira');
  tom = team.vault('Tom');
  samira.openSocket = throughHands(
    webSocketOpener(() => null),
    hands,
  );
  await team.found(marieke);
  await team.admit(marieke, samira);
  await team.admit(marieke, tom);
  household = marieke.createHousehold('Fam. Bakker');
  marieke.addPerson(household, 'Anna');
  await eventually(() => expect(tom.persons(household)).toEqual(['Anna']));
  await allShared(marieke, samira, tom);
});
afterEach(async () => {
  team.end();
  await test.stop();
});

const everybodyReads = (names: readonly string[], ...vaults: readonly TestVault[]) =>
  eventually(() => {
    for (const vault of vaults) expect(vault.persons(household)).toEqual(names);
  });
const revokeTom = () => team.decide(marieke, { type: 'REVOKE_DEVICE', device: tom.facts.device, wipe: false });
const newestEpoch = (vault: TestVault) => vault.engine.keyring.newest(household)?.epoch ?? -1;
const keyWasReplaced = (vault: TestVault) =>
  eventually(() => expect(vault.engine.keyring.readers(household, newestEpoch(vault))).not.toContain(tom.facts.device));

/** What Tom's laptop wrote in the household from a place on, as a server would pass it on. */
function passedOn(from: number): LaneUpdate {
  const lane = tom.engine.lanes.ownLane(household);
  if (!lane) throw new Error('no lane');
  const items = tom.engine.lanes.rows(household, lane.client, from).map((row) => row.bytes);
  return { runs: [{ client: lane.client, lane: null, clock: from, items }], deletes: [] };
}
const tomsPlace = () => tom.engine.lanes.ownLane(household)?.clock ?? 0;

/** The connection of Tom is gone, his keys are not: he writes on with what he has. */
function tomWritesOn(name: string): void {
  const state = tom.engine.keeper.state;
  if (!state) throw new Error('no team');
  tom.addPerson(household, name);
  tom.engine.sealer.seal(state, household);
}

async function newLaptopReads(names: readonly string[]): Promise<void> {
  const dewi = team.vault('Dewi');
  await team.admit(marieke, dewi);
  team.decide(marieke, { type: 'GRANT', room: household, user: dewi.vault.me.userId, reason: '' });
  await everybodyReads(names, dewi);
}

it('takes nothing that a cut-off laptop signs afterwards, from a server that passes it on, and keeps what it signed before', async () => {
  tom.addPerson(household, 'Cato');
  await everybodyReads(['Anna', 'Cato'], marieke, samira);
  await allShared(tom);
  tom.engine.stop();
  const place = tomsPlace();
  revokeTom();
  await keyWasReplaced(samira);
  await allShared(marieke, samira);
  tomWritesOn('Vals');
  const late = passedOn(place);
  expect(late.runs[0]?.items.length).toBeGreaterThan(0);
  hands.update = (room, update) => (room === household ? [late, update] : [update]);
  marieke.addPerson(household, 'Dirk');
  await everybodyReads(['Anna', 'Cato', 'Dirk'], samira);
  const arrived = samira.engine.lanes.lanes(household).find((lane) => lane.device === tom.facts.device);
  expect(arrived).toMatchObject({ clock: place + (late.runs[0]?.items.length ?? 0), applied: place });
  // Nobody is bothered with it, and work goes on.
  expect(samira.engine.roomStatus(household).trouble).toBeNull();
  samira.addPerson(household, 'Eva');
  await everybodyReads(['Anna', 'Cato', 'Dirk', 'Eva'], marieke);
  await newLaptopReads(['Anna', 'Cato', 'Dirk', 'Eva']);
});

it('never writes under a key that a cut-off laptop gave afterwards', async () => {
  tom.addPerson(household, 'Cato');
  await everybodyReads(['Anna', 'Cato'], marieke, samira);
  await allShared(tom);
  tom.engine.stop();
  const lane = tom.engine.lanes.ownLane(household);
  revokeTom();
  await keyWasReplaced(samira);
  const honest = newestEpoch(samira);
  if (!lane) throw new Error('no lane');
  const epoch = honest + 2 ** 12;
  const sealed = sodium.crypto_box_seal(new Uint8Array(32).fill(7), hexToBytes(samira.facts.boxPublicKey));
  const bytes = signKeybox(
    household,
    { keyEpoch: epoch, lane: lane.lane, seq: lane.clock, prev: lane.appliedHead },
    [{ reader: samira.facts.device, sealed }],
    tom.engine.device,
  );
  const late = { runs: [{ client: lane.client, lane: null, clock: lane.clock, items: [bytes] }], deletes: [] };
  hands.update = (room, update) => (room === household ? [late, update] : [update]);
  marieke.addPerson(household, 'Dirk');
  await everybodyReads(['Anna', 'Cato', 'Dirk'], samira);
  expect(samira.engine.keyring.key(household, epoch)).toBeNull();
  // Marieke may have replaced the key too, at the same moment; nobody took the one that Tom gave.
  expect(newestEpoch(samira)).not.toBe(epoch);
  expect(samira.engine.keyring.readers(household, newestEpoch(samira))).not.toContain(tom.facts.device);
});

it('gives a restored server the longer log first, then the earlier work of a laptop that was cut off meanwhile, and goes on in the room', async () => {
  const copy = join(test.folder, 'copy.db');
  backUp(test.folder, copy);
  tom.addPerson(household, 'Cato');
  // A decision that the restored server does not have: it goes up before the next one is signed on it.
  const later = marieke.createHousehold('Fam. Later');
  await everybodyReads(['Anna', 'Cato'], marieke, samira);
  await eventually(() => expect(samira.engine.keeper.state?.rooms.has(later)).toBe(true));
  await allShared(marieke, samira, tom);
  tom.engine.stop();
  samira.engine.stop();
  const known = samira.engine.keeper.state?.length ?? 0;
  marieke.engine.stop();
  await test.server.close();
  restore(test.folder, copy, { clock: systemClock, random: systemRandom });
  await test.restart();
  revokeTom();
  marieke.restart();
  await keyWasReplaced(marieke);
  marieke.addPerson(household, 'Dirk');
  await allShared(marieke);
  const stored = test.server.parts.db
    .prepare<[string], Buffer>('SELECT bytes FROM envelope WHERE room = ?')
    .pluck()
    .all(household);
  expect(stored.map((bytes) => parseEnvelope(bytes)?.device)).toContain(tom.facts.device);
  expect(marieke.engine.roomStatus(household).trouble).toBeNull();
  samira.restart();
  await everybodyReads(['Anna', 'Cato', 'Dirk'], samira);
  expect(samira.engine.status().state).toBe('online');
  expect(samira.engine.keeper.state).toMatchObject({
    length: known + 1,
    head: test.server.parts.teams.state(team.membership.team)?.head,
  });
  await newLaptopReads(['Anna', 'Cato', 'Dirk']);
});

it('keeps and passes on what only a newer app reads, says so in one sentence, and loses nothing beside it', async () => {
  tom.engine.stop();
  tomWritesOn('Nieuw');
  const lane = tom.engine.lanes.ownLane(household);
  const place = (lane?.clock ?? 0) - 1;
  const [row] = tom.engine.lanes.rows(household, lane?.client ?? 0, place);
  if (!lane || !row) throw new Error('nothing was sealed');
  const unsigned = Uint8Array.from(row.bytes.subarray(0, row.bytes.length - 64));
  unsigned[1] = 9;
  const signed = concatBytes(utf8('samenspel/envelope-signature/v1'), hexToBytes(household), unsigned);
  const newer = concatBytes(unsigned, sodium.crypto_sign_detached(signed, tom.engine.device.signSecretKey));
  tom.vault.store.transaction(() =>
    tom.vault.store.db
      .prepare('UPDATE outer_envelope SET bytes = ? WHERE room = ? AND client = ? AND clock = ?')
      .run(newer, household, lane.client, place),
  );
  tom.restart();
  await allShared(tom);
  await eventually(() => expect(marieke.sharing.summary()).toMatchObject({ newerApp: true, failure: null }));
  const kept = () => marieke.engine.lanes.rows(household, lane.client, place)[0];
  expect(Buffer.from(kept()?.bytes ?? []).equals(newer)).toBe(true);
  expect(marieke.engine.lanes.lanes(household).find((other) => other.lane === lane.lane)?.applied).toBe(place);
  marieke.addPerson(household, 'Dirk');
  await everybodyReads(['Anna', 'Dirk'], samira);
  tom.engine.stop();
  samira.engine.stop();
  test.server.parts.db.exec('DELETE FROM envelope; DELETE FROM lane; DELETE FROM archive; UPDATE room SET bytes = 0');
  marieke.restart();
  const stored = () =>
    test.server.parts.db
      .prepare<[string, number, number], Buffer>(
        'SELECT bytes FROM envelope WHERE room = ? AND client = ? AND clock = ?',
      )
      .pluck()
      .get(household, lane.client, place);
  await eventually(() => expect(Buffer.from(newer).equals(stored() ?? Buffer.of())).toBe(true));
});
