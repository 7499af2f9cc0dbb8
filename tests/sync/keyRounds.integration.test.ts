/**
 * After somebody left: every room gets a new key while nobody opens a document, the most recently changed first, one room per
 * tick, by one laptop, and a laptop that was closed halfway goes on at the next connection.
 */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { parseEnvelope } from '../../shared/sync/envelope.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { TestTeam } from './support/testTeam.ts';
import { startTestServer, type TestServer } from './support/testServer.ts';
import { allShared, eventually, type TestVault } from './support/testVault.ts';

const STEP_MS = 5;
const OTHERS_FIRST_MS = 15_000;
const ROOMS = 6;

let test: TestServer;
let team: TestTeam;
let marieke: TestVault;
let samira: TestVault;
let tom: TestVault;
let rooms: readonly DocumentId[];
/** Ticks of Marieke's laptop, when the test gives them one by one. */
let ticks: (() => void)[];

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
  rooms = Array.from({ length: ROOMS }, (_, index) => marieke.createHousehold(`Fam. ${String(index)}`));
  await eventually(() => {
    for (const vault of [samira, tom]) for (const room of rooms) expect(vault.names(room)[0]).toMatch('Fam.');
  });
  await allShared(marieke, samira, tom);
  tom.engine.stop();
  // The order in which they were changed last is not the order in which they were made.
  const changed = marieke.vault.store.db.prepare('UPDATE household SET changed_at_ms = ? WHERE document_id = ?');
  for (const [index, room] of rooms.entries()) changed.run(1_000 + ((index * 5) % ROOMS), room);
  ticks = [];
});
afterEach(async () => {
  team.end();
  await test.stop();
});

const byRecency = () => rooms.toSorted((a, b) => ((rooms.indexOf(b) * 5) % ROOMS) - ((rooms.indexOf(a) * 5) % ROOMS));
const cutTomOff = () => team.decide(marieke, { type: 'REVOKE_DEVICE', device: tom.facts.device, wipe: false });
const isReplaced = (vault: TestVault, room: string): boolean => {
  const newest = vault.engine.keyring.newest(room);
  return newest !== null && !vault.engine.keyring.readers(room, newest.epoch).has(tom.facts.device);
};
const replacedIn = (vault: TestVault): readonly string[] => rooms.filter((room) => isReplaced(vault, room));
/** Gives Marieke's laptop its ticks; answers which households got a key that Tom does not have, in that order. */
function tickUntil(isEnough: (order: readonly string[]) => boolean): readonly string[] {
  const order: string[] = [];
  for (let tick = ticks.shift(); tick; tick = ticks.shift()) {
    tick();
    const fresh = replacedIn(marieke).filter((room) => !order.includes(room));
    expect(fresh.length).toBeLessThanOrEqual(1);
    order.push(...fresh);
    if (isEnough(order)) break;
  }
  return order;
}
const keysGivenBy = (vault: TestVault, room: string): number => {
  const lane = vault.engine.lanes.ownLane(room);
  const rows = lane ? vault.engine.lanes.rows(room, lane.client, 0) : [];
  const newest = vault.engine.keyring.newest(room)?.epoch;
  return rows.filter(({ bytes }) => {
    const envelope = parseEnvelope(bytes);
    return envelope?.kind === 'KEYBOX' && envelope.keyEpoch === newest;
  }).length;
};

it('replaces the key of every room, the most recently changed first, one per tick, and by one laptop [Y7]', async () => {
  samira.takesTimer = (_run, ms) => ms === OTHERS_FIRST_MS;
  marieke.takesTimer = (run, ms) => ms === STEP_MS && ticks.push(run) > 0;
  cutTomOff();
  await eventually(() => expect(ticks).toHaveLength(1));
  expect(tickUntil(() => false)).toEqual(byRecency());
  await allShared(marieke, samira);
  await eventually(() => expect(rooms.filter((room) => isReplaced(samira, room))).toEqual(rooms));
  for (const room of rooms) expect([keysGivenBy(marieke, room), keysGivenBy(samira, room)]).toEqual([1, 0]);
});

it('goes on after a restart in the middle, and leaves to nobody else what it began', async () => {
  samira.takesTimer = (_run, ms) => ms === OTHERS_FIRST_MS;
  marieke.takesTimer = (run, ms) => ms === STEP_MS && ticks.push(run) > 0;
  cutTomOff();
  await eventually(() => expect(ticks).toHaveLength(1));
  expect(tickUntil((order) => order.length === 2)).toEqual(byRecency().slice(0, 2));
  marieke.takesTimer = () => false;
  marieke.restart();
  await eventually(() => expect(rooms.filter((room) => isReplaced(samira, room))).toEqual(rooms));
  for (const room of rooms) expect(keysGivenBy(samira, room)).toBe(0);
});

it('is done by a colleague when whose turn it was is gone, and before anything is written in any case', async () => {
  marieke.takesTimer = (_run, ms) => ms === STEP_MS;
  let isWaiting = true;
  const waiting: (() => void)[] = [];
  samira.takesTimer = (run, ms) => isWaiting && ms === OTHERS_FIRST_MS && waiting.push(run) > 0;
  cutTomOff();
  await eventually(() => expect(waiting).toHaveLength(1));
  marieke.engine.stop();
  const [room] = rooms;
  if (!room) throw new Error('no room');
  samira.addPerson(room, 'Anna');
  await allShared(samira);
  expect(replacedIn(samira)).toEqual([room]);
  isWaiting = false;
  for (const run of waiting) run();
  await eventually(() => expect(rooms.filter((one) => isReplaced(samira, one))).toEqual(rooms));
});
