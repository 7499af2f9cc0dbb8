/**
 * What a team does while its members work: access given and withdrawn, a laptop cut off, a new laptop let in. Keys follow by
 * themselves; what may then still be expected of whom is written down here.
 */
import type { TeamState } from '../../shared/sync/teamLog.ts';
import { mayUseRoom } from '../../shared/sync/teamLog.ts';
import { roomsOf } from './edits.ts';
import type { SeededRandom } from './seededRandom.ts';
import type { SimulatedDevice } from './simulatedDevice.ts';
import type { World } from './world.ts';

/** The team as the server has it: what every connected laptop must come to agree with. */
export function teamOf(world: World): TeamState {
  const team = world.server.parts.teams.teams[0];
  const state = team === undefined ? null : world.server.parts.teams.state(team);
  if (!state) throw new Error('the server has no team');
  return state;
}

export const isCutOffByTeam = (world: World, device: SimulatedDevice): boolean =>
  teamOf(world).devices.get(device.engine.device.device)?.revoked !== false;

export const mayRead = (world: World, device: SimulatedDevice, room: string): boolean =>
  mayUseRoom(teamOf(world), device.engine.device.device, room);

export class TeamChanges {
  readonly #world: World;
  readonly #random: SeededRandom;
  readonly #stranger: Buffer;
  #revoked = false;
  #joined = false;
  /** `user room` of everybody who was ever shut out: what they had not shared by then may honestly stay with them. */
  readonly shutOut = new Set<string>();

  constructor(world: World, random: SeededRandom, stranger: Buffer) {
    this.#world = world;
    this.#random = random;
    this.#stranger = stranger;
  }

  /** One decision, by the lead or by a member of the room; answers what it was. */
  decide(): string | null {
    const [lead, ...others] = this.#world.devices;
    const random = this.#random;
    if (!lead) return null;
    const rooms = roomsOf(lead);
    const what = random.below(10);
    const colleague = others.length === 0 ? null : random.pick(others);
    if (what < 4 && colleague && colleague.userId !== lead.userId && rooms.length > 0) {
      const room = random.pick(rooms);
      this.shutOut.add(`${colleague.userId} ${room}`);
      lead.decide({ type: 'UNGRANT', room, user: colleague.userId });
      return `${lead.name} shuts ${colleague.name} out of a room`;
    }
    if (what < 8 && colleague && rooms.length > 0) {
      const by = random.pick(this.#world.devices);
      by.decide({ type: 'GRANT', room: random.pick(rooms), user: colleague.userId, reason: '' });
      return `${by.name} gives ${colleague.name} access`;
    }
    if (what === 8 && !this.#revoked && colleague && colleague.userId !== lead.userId) {
      this.#revoked = true;
      for (const room of ['', ...rooms]) this.shutOut.add(`${colleague.userId} ${room}`);
      lead.decide({ type: 'REVOKE_DEVICE', device: colleague.engine.device.device, wipe: false });
      return `${lead.name} cuts the laptop ${colleague.name} off`;
    }
    if (what === 9 && !this.#joined) {
      this.#joined = true;
      const joining = this.#world.add(this.#stranger);
      lead.decide(
        { type: 'ADD_DEVICE', device: joining.deviceFacts, roles: ['MEDEWERKER'] },
        ...rooms.map((room) => ({ type: 'GRANT', room, user: joining.userId, reason: '' }) as const),
      );
      return `${lead.name} lets the new laptop ${joining.name} in`;
    }
    return null;
  }

  /** Whether an edit by this laptop in this room must have reached everybody who may read it. */
  isExpected(device: SimulatedDevice, room: string): boolean {
    const cutOff = this.shutOut.has(`${device.userId} `);
    // What one branch of a restored server's log gave, the other may take: then the work waits on that laptop.
    if (this.#world.server.wasRolledBack && !mayRead(this.#world, device, room)) return false;
    if (!cutOff && !this.shutOut.has(`${device.userId} ${room}`)) return true;
    return mayRead(this.#world, device, room) && !isCutOffByTeam(this.#world, device);
  }
}

/** After a withdrawal nothing new may be sealed with a key that the one who was shut out has. */
export function keysOutlived(world: World): readonly string[] {
  const broken: string[] = [];
  const state = teamOf(world);
  for (const room of state.rooms.keys()) {
    const readers = world.devices.filter((device) => mayRead(world, device, room) && device.documents.facts(room));
    const writer = readers[0];
    if (!writer) continue;
    const epoch = writer.engine.keyring.newest(room)?.epoch ?? -1;
    for (const device of world.devices) {
      if (mayRead(world, device, room) || device.engine.keyring.key(room, epoch) === null) continue;
      broken.push(`${device.name} was shut out and still has the key with which ${writer.name} writes`);
    }
  }
  return broken;
}
