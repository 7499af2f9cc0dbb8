/**
 * A team of laptops and one server, in one process without sockets or clocks. Made once as copies of their disks, so that
 * every run starts in the same place and takes milliseconds.
 */
import sodium from 'libsodium-wrappers-sumo';
import { createRecord } from '../../shared/documents/accessors.ts';
import { DocumentId, HouseholdId, newId } from '../../shared/domain/ids.ts';
import { bytesToHex } from '../../shared/sync/bytes.ts';
import { LOG_START, logHashOf, signLogEntry, type TeamEvent } from '../../shared/sync/teamLog.ts';
import { SeededRandom } from './seededRandom.ts';
import { SimulatedDevice } from './simulatedDevice.ts';
import { SimulatedServer } from './simulatedServer.ts';

const YEAR_MS = 365 * 86_400_000;
const START_MS = 1_790_000_000_000;

export interface Disks {
  readonly server: Buffer;
  /** Marieke leads, Samira and Tom work; the last one joined and has never been connected. */
  readonly devices: readonly Buffer[];
  readonly fresh: Buffer;
  /** Knows the team's root and is not in it yet. */
  readonly stranger: Buffer;
}

export class World {
  server: SimulatedServer;
  readonly devices: SimulatedDevice[] = [];
  readonly random: SeededRandom;

  constructor(disks: Disks | null, seed: number) {
    this.random = new SeededRandom(seed);
    this.server = new SimulatedServer(disks?.server ?? null, new SeededRandom(seed, 99));
  }

  add(image: Buffer | null, clockOffsetMs = 0): SimulatedDevice {
    const device = new SimulatedDevice({
      name: String.fromCodePoint(65 + this.devices.length),
      image,
      random: new SeededRandom(this.random.below(2 ** 31), this.devices.length + 1),
      server: () => this.server,
      nowMs: START_MS + clockOffsetMs,
    });
    this.devices.push(device);
    return device;
  }

  /** Everything is delivered and every timer runs until nothing is left to do. False when that does not end. */
  settle(limit = 20_000): boolean {
    for (let count = 0; count < limit; count++) {
      let busy = false;
      for (const device of this.devices) {
        if (device.refusedConnections > 0) {
          device.tellUnreachable();
          busy = true;
        }
        const { link } = device;
        while (link?.isOpen && link.toServer.length > 0) {
          link.deliverToServer();
          busy = true;
        }
      }
      if (this.server.commitWaits) {
        this.server.commit();
        busy = true;
      }
      for (const device of this.devices) {
        const { link } = device;
        while (link?.isOpen && link.toDevice.length > 0) {
          link.deliverToDevice();
          busy = true;
        }
      }
      if (busy) continue;
      // A laptop that nobody let in (the lead's decision was lost with a disk) asks for ever: it is not waited for.
      const waiting = this.devices.filter((device) => device.timers > 0 && this.isInTeam(device));
      if (waiting.length === 0) return true;
      for (const device of waiting) device.runNextTimer();
    }
    return false;
  }

  isInTeam(device: SimulatedDevice): boolean {
    const { teams } = this.server.parts;
    return teams.teams.some((team) => teams.state(team)?.devices.has(device.engine.device.device));
  }

  end(): void {
    for (const device of this.devices) device.end();
    this.server.end();
  }
}

/** A clock that is right, or a year off. */
export const someClock = (random: SeededRandom): number => random.pick([0, 0, 0, 90_000, -YEAR_MS, YEAR_MS]);

/** Founds a team, admits three colleagues, shares one household, and takes the disks. */
export async function makeDisks(): Promise<Disks> {
  await sodium.ready;
  const world = new World(null, 1);
  const lead = world.add(null);
  const team = newId(world.random);
  const teamRoom = newId(world.random);
  const found: Extract<TeamEvent, { type: 'FOUND' }> = {
    type: 'FOUND',
    team,
    founder: lead.deviceFacts,
    organisationBoxPublicKey: bytesToHex(sodium.crypto_box_seed_keypair(new Uint8Array(32).fill(9)).publicKey),
    teamRoom,
  };
  const first = signLogEntry(LOG_START, found, 0, lead.engine.device);
  world.server.parts.teams.append(null, first);
  const membership = {
    team,
    teamRoom,
    root: logHashOf(first),
    name: 'Noord',
    server: 'ws://127.0.0.1:1',
    joinedAtMs: 0,
  };
  lead.documents.create([
    {
      documentId: DocumentId.parse(teamRoom),
      householdId: HouseholdId.parse(team),
      kind: 'team',
      fill: (doc, writer) => void createRecord(doc, 'teamSecret', { matchKey: 'ab'.repeat(32) }, writer),
    },
  ]);
  const colleagues = [world.add(null), world.add(null), world.add(null)];
  for (const colleague of colleagues) {
    const head = world.server.parts.teams.state(team)?.head ?? '';
    const event: TeamEvent = { type: 'ADD_DEVICE', device: colleague.deviceFacts, roles: ['MEDEWERKER'] };
    world.server.parts.teams.append(team, signLogEntry(head, event, 0, lead.engine.device));
  }
  const all = [lead, ...colleagues];
  for (const device of all) device.store.transaction(() => device.engine.keeper.pin(membership));
  const fresh = all.at(-1)?.image();
  if (!fresh) throw new Error('no fresh laptop');
  world.devices.pop()?.end();
  lead.documents.create([
    {
      householdId: newId<HouseholdId>(world.random),
      kind: 'household',
      fill: (doc, writer) => {
        createRecord(doc, 'household', { name: 'Fam. Bakker', status: 'NIEUW' }, writer);
        createRecord(doc, 'persons', { firstName: 'Anna', membership: 'WOONT_HIER' }, writer);
      },
    },
  ]);
  for (const device of world.devices) device.engine.start();
  if (!world.settle()) throw new Error('the first household did not come to rest');
  const devices = world.devices.map((device) => device.image());
  const server = world.server.image();
  const stranger = world.add(null);
  stranger.store.transaction(() => stranger.engine.keeper.pin(membership));
  const disks = { server, devices, fresh, stranger: stranger.image() };
  world.end();
  return disks;
}
