/** The server put back from yesterday's copy, its backup command, and what its monitoring may say. */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { HouseholdId } from '../../shared/domain/ids.ts';
import { bytesToHex } from '../../shared/sync/bytes.ts';
import { LOG_START, logHashOf, signLogEntry, type TeamEvent } from '../../shared/sync/teamLog.ts';
import { backUp, restore } from '../../sync-server/backupCommand.ts';
import { ControlClient } from '../../sync-server/controlClient.ts';
import { startMetrics } from '../../sync-server/metrics.ts';
import { TestVault, allShared, eventually } from './support/testVault.ts';
import { startTestServer, systemClock, systemRandom, type TestServer } from './support/testServer.ts';

let test: TestServer;
let vault: TestVault;
const hexId = () => bytesToHex(systemRandom.bytes(16));

beforeAll(() => sodium.ready);
beforeEach(async () => {
  test = await startTestServer();
  vault = new TestVault('Marieke');
});
afterEach(async () => {
  vault.remove();
  await test.stop();
});

async function begin(): Promise<void> {
  const event: Extract<TeamEvent, { type: 'FOUND' }> = {
    type: 'FOUND',
    team: hexId(),
    founder: vault.facts,
    organisationBoxPublicKey: bytesToHex(sodium.crypto_box_keypair().publicKey),
    teamRoom: hexId(),
  };
  const client = await ControlClient.connect(test.server.url);
  await client.found(test.server.setupCode() ?? '', event, vault.engine.device, 0);
  client.close();
  const root = logHashOf(signLogEntry(LOG_START, event, 0, vault.engine.device));
  const team = {
    team: event.team,
    teamRoom: event.teamRoom,
    root,
    name: 'Noord',
    server: test.server.url,
    joinedAtMs: 0,
  };
  vault.vault.documents.create([
    {
      documentId: event.teamRoom as never,
      householdId: HouseholdId.parse(event.team),
      kind: 'team',
      fill: () => undefined,
    },
  ]);
  vault.vault.store.transaction(() => vault.engine.keeper.pin(team));
  vault.engine.start();
  await eventually(() => expect(vault.engine.status().state).toBe('online'));
}
const envelopesOf = (room: string) =>
  test.server.parts.db.prepare<[string], number>('SELECT count(*) FROM envelope WHERE room = ?').pluck().get(room) ?? 0;

it('gets back from the laptops what yesterday’s copy does not have: decisions of the team and households [Y10]', async () => {
  await begin();
  vault.createHousehold('Fam. Bakker');
  await allShared(vault);
  const copy = join(test.folder, 'copy.db');
  backUp(test.folder, copy);
  const later = vault.createHousehold('Fam. Later');
  await allShared(vault);
  const before = envelopesOf(later);
  const { incarnation } = test.server.parts;
  const logLength = test.server.parts.teams.state(vault.engine.keeper.membership?.team ?? '')?.length;
  expect(() => restore(test.folder, copy, { clock: systemClock, random: systemRandom })).toThrow('still runs');
  await test.server.close();
  expect(restore(test.folder, copy, { clock: systemClock, random: systemRandom })).not.toBeNull();
  await test.restart().catch(() => undefined);
  expect(test.server.parts.incarnation).not.toBe(incarnation);
  await eventually(() => expect(envelopesOf(later)).toBeGreaterThanOrEqual(before));
  await allShared(vault);
  expect(test.server.parts.teams.state(vault.engine.keeper.membership?.team ?? '')?.length).toBe(logLength);
});

it('never overwrites a backup, and takes no other file for one', async () => {
  const copy = join(test.folder, 'copy.db');
  backUp(test.folder, copy);
  expect(() => backUp(test.folder, copy)).toThrow('exists already');
  const other = join(test.folder, 'other.db');
  copyFileSync(join(import.meta.dirname, 'serverRestored.integration.test.ts'), other);
  await test.server.close();
  expect(() => restore(test.folder, other, { clock: systemClock, random: systemRandom })).toThrow();
  expect(existsSync(join(test.folder, 'samenspel-sync.db'))).toBe(true);
  await test.restart().catch(() => undefined);
});

it('tells its monitoring numbers only, and that it is not ready when it cannot write', async () => {
  await begin();
  const household = vault.createHousehold('Fam. Kanarie');
  await allShared(vault);
  const metrics = await startMetrics(test.server.parts, 0);
  const address = metrics.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`);
    return { status: response.status, text: await response.text() };
  };
  expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
  expect((await get('/readyz')).status).toBe(200);
  const { text } = await get('/metrics');
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# TYPE samenspel_sync_[a-z_]+ (counter|gauge)|samenspel_sync_[a-z_]+ \d+)$/);
  for (const secret of [household, 'Kanarie', vault.facts.device, vault.facts.user]) expect(text).not.toContain(secret);
  test.server.parts.db.pragma('query_only = ON');
  expect((await get('/readyz')).status).toBe(503);
  expect((await get('/other')).status).toBe(404);
  metrics.close();
  metrics.closeAllConnections();
});

it('says shared only when the acknowledgement came, however long it is held back [Y12]', async () => {
  const held: (() => void)[] = [];
  let isHolding = false;
  const open = vault.openSocket;
  vault.openSocket = (server, listener) =>
    open(server, {
      ...listener,
      // Index 0, type 7: an acknowledgement.
      message: (bytes) =>
        isHolding && bytes[0] === 0 && bytes[1] === 7
          ? void held.push(() => listener.message(bytes))
          : listener.message(bytes),
    });
  await begin();
  const household = vault.createHousehold('Fam. Bakker');
  await allShared(vault);
  isHolding = true;
  const before = envelopesOf(household);
  vault.addPerson(household, 'Fatima');
  await eventually(() => expect(envelopesOf(household)).toBeGreaterThan(before));
  await eventually(() => expect(held.length).toBeGreaterThan(0));
  expect(vault.engine.roomStatus(household).state).toBe('waiting');
  expect(vault.engine.status().waiting).toBeGreaterThan(0);
  isHolding = false;
  for (const give of held) give();
  await eventually(() => expect(vault.engine.roomStatus(household).state).toBe('shared'));
});
