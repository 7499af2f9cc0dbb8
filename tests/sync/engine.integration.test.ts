/** Two laptops and a server: real stores, real sockets, real envelopes. */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HouseholdId } from '../../shared/domain/ids.ts';
import { bytesToHex } from '../../shared/sync/bytes.ts';
import { LOG_START, logHashOf, signLogEntry, type TeamEvent } from '../../shared/sync/teamLog.ts';
import { ControlClient } from '../../sync-server/controlClient.ts';
import { TestVault, allShared, eventually } from './support/testVault.ts';
import { startTestServer, systemRandom, type TestServer } from './support/testServer.ts';

let test: TestServer;
const vaults: TestVault[] = [];
const organisation = () => sodium.crypto_box_keypair();

beforeAll(() => sodium.ready);
beforeEach(async () => {
  test = await startTestServer();
});
afterEach(async () => {
  for (const vault of vaults.splice(0)) vault.remove();
  await test.stop();
});

const vaultOf = (name: string) => {
  const vault = new TestVault(name);
  vaults.push(vault);
  return vault;
};
const hexId = () => bytesToHex(systemRandom.bytes(16));

async function foundTeam(lead: TestVault) {
  const event: Extract<TeamEvent, { type: 'FOUND' }> = {
    type: 'FOUND',
    team: hexId(),
    founder: lead.facts,
    organisationBoxPublicKey: bytesToHex(organisation().publicKey),
    teamRoom: hexId(),
  };
  const client = await ControlClient.connect(test.server.url);
  await client.found(test.server.setupCode() ?? '', event, lead.engine.device, 0);
  client.close();
  const root = logHashOf(signLogEntry(LOG_START, event, 0, lead.engine.device));
  return { team: event.team, teamRoom: event.teamRoom, root, name: 'Noord', server: test.server.url, joinedAtMs: 0 };
}
type Team = Awaited<ReturnType<typeof foundTeam>>;
const joinTeam = (vault: TestVault, team: Team) => {
  vault.vault.store.transaction(() => vault.engine.keeper.pin(team));
  vault.engine.start();
};
/** The lead adds a device of a new colleague. */
async function admit(lead: TestVault, vault: TestVault, team: Team) {
  lead.vault.store.transaction(() =>
    lead.engine.decide({ type: 'ADD_DEVICE', device: vault.facts, roles: ['MEDEWERKER'] }),
  );
  lead.engine.announce();
  await eventually(() => expect(lead.engine.keeper.state?.devices.has(vault.facts.device)).toBe(true));
  joinTeam(vault, team);
}
async function twoColleagues() {
  const a = vaultOf('Marieke');
  const b = vaultOf('Samira');
  const team = await foundTeam(a);
  a.vault.documents.create([
    {
      documentId: team.teamRoom as never,
      householdId: HouseholdId.parse(team.team),
      kind: 'team',
      fill: () => undefined,
    },
  ]);
  joinTeam(a, team);
  await eventually(() => expect(a.engine.status().state).toBe('online'));
  await admit(a, b, team);
  await eventually(() => expect(b.engine.status().state).toBe('online'));
  return { a, b, team };
}

describe('sync between two laptops', () => {
  it('brings a household, its texts and later changes to a colleague, both ways', async () => {
    const { a, b } = await twoColleagues();
    const household = a.createHousehold('Fam. Bakker');
    a.addNote(household, 'Ze slaapt slecht.');
    await eventually(() => expect(b.texts(household)).toEqual(['Ze slaapt slecht.']));
    b.addPerson(household, 'Fatima');
    await eventually(() => expect(a.persons(household)).toEqual(['Fatima']));
    await allShared(a, b);
    expect(b.vault.store.db.prepare('SELECT name FROM household').pluck().all()).toEqual(['Fam. Bakker']);
  });

  it('keeps both values of what two people changed apart, and every person they added', async () => {
    const { a, b } = await twoColleagues();
    const household = a.createHousehold('Fam. Bakker');
    await eventually(() => expect(b.names(household)).toEqual(['Fam. Bakker']));
    await allShared(a, b);
    await test.server.close();
    a.rename(household, 'Fam. Bakker-Yılmaz');
    b.rename(household, 'Fam. De Bakker');
    a.addPerson(household, 'Anna');
    b.addPerson(household, 'Bilal');
    await test.restart().catch(() => undefined);
    await eventually(() => {
      for (const vault of [a, b]) {
        expect(vault.names(household)).toEqual(['Fam. Bakker-Yılmaz', 'Fam. De Bakker']);
        expect(vault.persons(household)).toEqual(['Anna', 'Bilal']);
      }
    });
  });

  it('says shared only after the acknowledgement, and seen only after the colleague looked [Y12]', async () => {
    const { a, b } = await twoColleagues();
    const household = a.createHousehold('Fam. Bakker');
    expect(a.engine.roomStatus(household).state).not.toBe('shared');
    await allShared(a, b);
    expect(a.engine.roomStatus(household)).toMatchObject({ state: 'shared', seenBy: [] });
    await eventually(() => expect(b.names(household)).toEqual(['Fam. Bakker']));
    b.engine.noteLookedAt(household);
    await eventually(() => expect(a.engine.roomStatus(household).seenBy).toEqual([b.vault.me.userId]));
  });

  it('sends nothing back of what a colleague only reads, and only the change of what they write', async () => {
    const { a, b } = await twoColleagues();
    const household = a.createHousehold('Fam. Bakker');
    for (let count = 0; count < 40; count++) a.addNote(household, `Gesprek ${String(count)} aan de keukentafel.`);
    await eventually(() => expect(b.texts(household)).toHaveLength(40));
    await allShared(a, b);
    expect(b.engine.lanes.ownLane(household)).toBeNull();
    expect(b.engine.roomStatus(household).state).toBe('shared');
    const before = b.engine.lanes.size(household).bytes;
    b.addPerson(household, 'Bilal');
    await eventually(() => expect(a.persons(household)).toEqual(['Bilal']));
    await allShared(a, b);
    expect(b.engine.lanes.size(household).bytes - before).toBeLessThan(2_000);
  });

  it('shows every household of a large team on a new laptop, and keeps what is written in the last one', async () => {
    const { a, b } = await twoColleagues();
    // More than stand in memory at once.
    const households = Array.from({ length: 27 }, (_, index) => a.createHousehold(`Fam. ${String(index)}`));
    const rows = () => b.vault.store.db.prepare<[], number>('SELECT count(*) FROM household').pluck().get();
    await eventually(() => expect(rows()).toBe(27));
    for (const household of households) b.addPerson(household, 'Bilal');
    b.restart();
    for (const household of households) expect(b.persons(household)).toEqual(['Bilal']);
  });

  it('goes on after the vault and the server were stopped in the middle', async () => {
    const { a, b } = await twoColleagues();
    const household = a.createHousehold('Fam. Bakker');
    a.restart();
    await test.restart();
    for (let count = 0; count < 10; count++) a.addPerson(household, `Persoon ${String(count)}`);
    a.restart();
    await eventually(() => expect(b.persons(household)).toHaveLength(10));
    await allShared(a, b);
  });

  it('brings old households of a vault that was used alone, with their whole past', async () => {
    const a = vaultOf('Marieke');
    const household = a.createHousehold('Fam. Van vroeger');
    a.addNote(household, 'Eerste gesprek.');
    a.vault.documents.flush();
    const team = await foundTeam(a);
    joinTeam(a, team);
    const b = vaultOf('Samira');
    await eventually(() => expect(a.engine.status().state).toBe('online'));
    await admit(a, b, team);
    const room = household;
    a.vault.store.transaction(() => a.engine.decide({ type: 'GRANT', room, user: b.vault.me.userId, reason: '' }));
    a.engine.announce();
    await eventually(() => expect(b.texts(household)).toEqual(['Eerste gesprek.']));
  });

  it('loses nothing when a laptop was restored from an older copy and went on offline [Y13]', async () => {
    const { a, b } = await twoColleagues();
    const household = a.createHousehold('Fam. Bakker');
    await allShared(a, b);
    a.close();
    a.copyTo('backup.db');
    a.open();
    a.addPerson(household, 'Na de kopie');
    await allShared(a, b);
    await eventually(() => expect(b.persons(household)).toEqual(['Na de kopie']));
    a.close();
    a.restoreFrom('backup.db');
    a.open();
    a.addPerson(household, 'Na het herstel');
    await eventually(() => {
      for (const vault of [a, b]) expect(vault.persons(household)).toEqual(['Na de kopie', 'Na het herstel']);
    });
    await allShared(a, b);
  });

  it('compacts without loss, and a new laptop reads the snapshot', async () => {
    const { a, b, team } = await twoColleagues();
    const household = a.createHousehold('Fam. Bakker');
    await eventually(() => expect(b.names(household)).toEqual(['Fam. Bakker']));
    for (let count = 0; count < 70; count++) {
      const writer = count % 2 === 0 ? a : b;
      writer.addPerson(household, `P${String(count).padStart(2, '0')}`);
      writer.engine.shareNow();
    }
    await allShared(a, b);
    for (const vault of [a, b]) {
      // Sealed apart, the seventy changes are seventy envelopes; the timer that folds them in runs at once here.
      await eventually(() => expect(vault.persons(household)).toHaveLength(70));
    }
    await eventually(() => expect(Math.min(a.lanesOf(household), b.lanesOf(household))).toBeLessThan(20));
    const c = vaultOf('Tom');
    await admit(a, c, team);
    a.vault.store.transaction(() =>
      a.engine.decide({ type: 'GRANT', room: household, user: c.vault.me.userId, reason: '' }),
    );
    a.engine.announce();
    await eventually(() => expect(c.persons(household)).toHaveLength(70));
    expect(a.persons(household)).toEqual(b.persons(household));
  });

  it('gives a new key when somebody loses access, and what is written later stays closed to them [Y7]', async () => {
    const { a, b } = await twoColleagues();
    const household = a.createHousehold('Fam. Bakker');
    await eventually(() => expect(b.names(household)).toEqual(['Fam. Bakker']));
    const before = a.engine.keyring.newest(household)?.epoch ?? 0;
    a.vault.store.transaction(() => a.engine.decide({ type: 'UNGRANT', room: household, user: b.vault.me.userId }));
    a.engine.announce();
    await eventually(() => expect(a.engine.keyring.newest(household)?.epoch ?? 0).toBeGreaterThan(before));
    a.addPerson(household, 'Later');
    await eventually(() => expect(a.engine.waitingRooms()).toEqual([]));
    expect(b.persons(household)).toEqual([]);
    expect(b.engine.keyring.keysOf(household).map((key) => key.epoch)).toEqual([before]);
  });
});
