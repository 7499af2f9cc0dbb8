/**
 * A server that drops, repeats, reorders, rolls back, shows two laptops two worlds or invents a member. Nothing that was
 * acknowledged is lost, nothing false is taken, and a person gets one message at most.
 */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { webSocketOpener } from '../../electron/vault/sync/syncSocket.ts';
import { newIdentity } from '../../electron/vault/keys/identity.ts';
import { bytesToHex } from '../../shared/sync/bytes.ts';
import type { LaneUpdate } from '../../shared/sync/laneUpdate.ts';
import { signLogEntry } from '../../shared/sync/teamLog.ts';
import { throughHands, without, type Hands } from './support/hostileServer.ts';
import { TestTeam } from './support/testTeam.ts';
import { startTestServer, systemRandom, type TestServer } from './support/testServer.ts';
import { allShared, eventually, type TestVault } from './support/testVault.ts';

let test: TestServer;
let team: TestTeam;
let a: TestVault;
let b: TestVault;
/** Between the server and the laptop of Samira. */
let hands: { -readonly [K in keyof Hands]: Hands[K] };

beforeAll(() => sodium.ready);
beforeEach(async () => {
  test = await startTestServer();
  team = new TestTeam(test.server);
  hands = {};
  a = team.vault('Marieke');
  b = team.vault('Samira');
  b.openSocket = throughHands(
    webSocketOpener(() => null),
    hands,
  );
  await team.found(a);
  await team.admit(a, b);
});
afterEach(async () => {
  team.end();
  await test.stop();
});

async function sharedHousehold() {
  const household = a.createHousehold('Fam. Bakker');
  a.addPerson(household, 'Anna');
  await eventually(() => expect(b.persons(household)).toEqual(['Anna']));
  await allShared(a, b);
  return household;
}

describe('a server that keeps something back', () => {
  it('is asked again at once when it leaves out the middle, and all is there without a new connection', async () => {
    const household = await sharedHousehold();
    let dropped = 0;
    hands.update = (room, update) => {
      const isFirst = room === household && dropped === 0;
      if (isFirst) dropped += 1;
      return isFirst ? [] : [update];
    };
    a.addPerson(household, 'Bilal');
    await eventually(() => expect(dropped).toBe(1));
    await allShared(a);
    a.addPerson(household, 'Cato');
    await eventually(() => expect(b.persons(household)).toEqual(['Anna', 'Bilal', 'Cato']));
    expect(b.engine.roomStatus(household).trouble).toBeNull();
  });

  it('is found out when it freezes one laptop in a household: one message, which goes when the rest comes', async () => {
    const household = await sharedHousehold();
    hands.update = (room, update) => (room === household ? [without(update, a.facts.device)] : [update]);
    a.addPerson(household, 'Bilal');
    await allShared(a);
    await eventually(() => expect(b.engine.status().withheld).not.toEqual([]));
    expect(b.persons(household)).toEqual(['Anna']);
    expect(b.sharing.summary()).toMatchObject({ withheld: { name: 'Marieke' }, failure: null });
    // What the frozen laptop writes itself is not lost either.
    b.addPerson(household, 'Cato');
    await allShared(b);
    await eventually(() => expect(a.persons(household)).toEqual(['Anna', 'Bilal', 'Cato']));
    hands.update = (_room, update) => [update];
    b.restart();
    b.openSocket = throughHands(
      webSocketOpener(() => null),
      hands,
    );
    await eventually(() => expect(b.persons(household)).toEqual(['Anna', 'Bilal', 'Cato']));
    expect(b.sharing.summary().withheld).toBeNull();
  });

  it('is found out when it hides a decision of the team, such as a laptop that was cut off', async () => {
    await sharedHousehold();
    const c = team.vault('Tom');
    await team.admit(a, c);
    await eventually(() => expect(b.engine.keeper.state?.devices.has(c.facts.device)).toBe(true));
    const known = b.engine.keeper.state?.length ?? 0;
    hands.control = (frame) => {
      if (frame.type !== 'logEntries') return [frame];
      return [{ ...frame, entries: frame.entries.slice(0, Math.max(0, known - frame.from)) }];
    };
    team.decide(a, { type: 'REVOKE_DEVICE', device: c.facts.device, wipe: false });
    await eventually(() => expect(a.engine.keeper.state?.devices.get(c.facts.device)?.revoked).toBe(true));
    await eventually(() => expect(b.engine.status().withheld.map((missing) => missing.room)).toEqual(['']));
    expect(b.sharing.summary().withheld).toMatchObject({ name: 'Marieke' });
  });

  it('may repeat and reorder as it likes', async () => {
    const household = await sharedHousehold();
    const held: LaneUpdate[] = [];
    hands.update = (room, update) => {
      if (room !== household) return [update, update];
      held.push(update);
      return held.length % 2 === 0
        ? held
            .splice(0)
            .toReversed()
            .flatMap((one) => [one, one])
        : [];
    };
    for (const name of ['B', 'C', 'D', 'E', 'F', 'G']) {
      a.addPerson(household, name);
      await allShared(a);
    }
    hands.update = (_room, update) => [...held.splice(0), update];
    a.addPerson(household, 'H');
    await eventually(() => expect(b.persons(household)).toEqual(['Anna', 'B', 'C', 'D', 'E', 'F', 'G', 'H']));
    expect(b.engine.roomStatus(household).trouble).toBeNull();
    expect(b.engine.status().withheld).toEqual([]);
  });
});

describe('a server that invents somebody', () => {
  const stranger = () => {
    const made = newIdentity(systemRandom);
    return {
      signer: { device: made.deviceId, signPublicKey: made.signPublicKey, signSecretKey: made.signSecretKey },
      facts: {
        user: made.userId,
        device: made.deviceId,
        signPublicKey: bytesToHex(made.signPublicKey),
        boxPublicKey: bytesToHex(made.boxPublicKey),
      },
    };
  };

  it('adds no member: sharing stops with one message, and nothing was sealed to the invented laptop', async () => {
    const household = await sharedHousehold();
    const invented = stranger();
    const state = b.engine.keeper.state;
    const entry = signLogEntry(
      state?.head ?? '',
      { type: 'ADD_DEVICE', device: invented.facts, roles: ['TEAMLEIDER'] },
      0,
      invented.signer,
    );
    hands.control = (frame) =>
      frame.type === 'ack' ? [{ type: 'logEntries', from: state?.length ?? 0, entries: [entry] }, frame] : [frame];
    b.addPerson(household, 'Bilal');
    await eventually(() => expect(b.engine.status().state).toBe('falseLog'));
    expect(b.engine.keeper.state?.devices.has(invented.facts.device)).toBe(false);
    expect(b.sharing.summary()).toMatchObject({ state: 'failed', failure: { reason: 'FALSE_LOG' }, withheld: null });
    expect(b.engine.keyring.readers(household, b.engine.keyring.newest(household)?.epoch ?? -1)).not.toContain(
      invented.facts.device,
    );
  });

  it('puts no key of its own in the place of a colleague’s', async () => {
    await sharedHousehold();
    const c = team.vault('Tom');
    const ownKey = stranger().facts.boxPublicKey;
    hands.control = (frame) => {
      if (frame.type !== 'logEntries') return [frame];
      const swap = (bytes: Uint8Array) =>
        new Uint8Array(
          Buffer.from(Buffer.from(bytes).toString('latin1').replace(c.facts.boxPublicKey, ownKey), 'latin1'),
        );
      return [{ ...frame, entries: frame.entries.map(swap) }];
    };
    await team.admit(a, c);
    await eventually(() => expect(b.engine.status().state).toBe('falseLog'));
    expect(b.engine.keeper.state?.devices.has(c.facts.device)).toBe(false);
  });
});
