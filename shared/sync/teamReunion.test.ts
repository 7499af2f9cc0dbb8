import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesToHex } from './bytes.ts';
import { deviceIdOf, type SigningDevice } from './envelope.ts';
import { carryEvents } from './teamBranch.ts';
import {
  LOG_START,
  applyLogEntry,
  foldEntries,
  foldLog,
  hasRole,
  logHashOf,
  mayUseRoom,
  signLogEntry,
  type TeamEvent,
  type TeamState,
} from './teamLog.ts';

interface TestDevice extends SigningDevice {
  readonly facts: { user: string; device: string; signPublicKey: string; boxPublicKey: string };
}
const id = (byte: number) => byte.toString(16).padStart(2, '0').repeat(16);
function deviceOf(seed: number): TestDevice {
  const pair = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(seed));
  const box = sodium.crypto_box_seed_keypair(new Uint8Array(32).fill(seed));
  const device = deviceIdOf(pair.publicKey);
  const keys = { signPublicKey: bytesToHex(pair.publicKey), boxPublicKey: bytesToHex(box.publicKey) };
  return {
    device,
    signPublicKey: pair.publicKey,
    signSecretKey: pair.privateKey,
    facts: { user: id(seed), device, ...keys },
  };
}
const [team, teamRoom, room] = [id(0xaa), id(0xbb), id(0xcc)];
let lead: TestDevice;
let worker: TestDevice;
let tom: TestDevice;
let stranger: TestDevice;
let friend: TestDevice;

beforeAll(async () => {
  await sodium.ready;
  [lead, worker, tom, stranger, friend] = [1, 2, 3, 4, 5].map(deviceOf) as [
    TestDevice,
    TestDevice,
    TestDevice,
    TestDevice,
    TestDevice,
  ];
});

/** A log of its own, which another one may have grown from. */
class Branch {
  readonly entries: Uint8Array[];
  state: TeamState | null = null;
  constructor(entries: readonly Uint8Array[] = []) {
    this.entries = [...entries];
    if (entries.length === 0) return;
    const folded = foldLog(entries);
    if (!folded.ok) throw new Error(folded.error);
    this.state = folded.value;
  }
  get team(): TeamState {
    if (!this.state) throw new Error('empty');
    return this.state;
  }
  tries(by: SigningDevice, event: TeamEvent): boolean {
    const entry = signLogEntry(this.state?.head ?? LOG_START, event, 0, by);
    const next = applyLogEntry(this.state, entry);
    if (next.ok) {
      this.state = next.value;
      this.entries.push(entry);
    }
    return next.ok;
  }
  says(by: SigningDevice, ...events: readonly TeamEvent[]): this {
    for (const event of events) if (!this.tries(by, event)) throw new Error(`refused: ${event.type}`);
    return this;
  }
  grown(): Branch {
    return new Branch(this.entries);
  }
  /** Brings what `lost` has after the place where both parted. */
  takes(by: SigningDevice, lost: Branch, from: number): this {
    this.says(by, ...lost.entries.slice(from).flatMap((entry) => carryEvents(entry)));
    return this.says(by, { type: 'REUNITE', tip: lost.team.head });
  }
}

const add = (device: TestDevice, ...roles: ('MEDEWERKER' | 'TEAMLEIDER')[]): TeamEvent => ({
  type: 'ADD_DEVICE',
  device: device.facts,
  roles: roles.length === 0 ? ['MEDEWERKER'] : roles,
});
const revoke = (device: TestDevice, wipe = false): TeamEvent => ({
  type: 'REVOKE_DEVICE',
  device: device.device,
  wipe,
});
const open = (users: readonly TestDevice[] = []): TeamEvent => ({
  type: 'OPEN_ROOM',
  room,
  kind: 'household',
  users: users.map((device) => device.facts.user),
});
const grant = (device: TestDevice): TeamEvent => ({ type: 'GRANT', room, user: device.facts.user, reason: '' });
const ungrant = (device: TestDevice): TeamEvent => ({ type: 'UNGRANT', room, user: device.facts.user });

/** Lead, a worker and Tom, who leads too. */
const common = () =>
  new Branch()
    .says(lead, {
      type: 'FOUND',
      team,
      founder: lead.facts,
      organisationBoxPublicKey: lead.facts.boxPublicKey,
      teamRoom,
    })
    .says(lead, add(worker), add(tom, 'TEAMLEIDER', 'MEDEWERKER'), open([worker, tom]));
const isIn = (branch: Branch, device: TestDevice) => mayUseRoom(branch.team, device.device, room);

describe('two branches of one team log', () => {
  it('come together with what honest members decided on both [Y16]', () => {
    const base = common();
    const lost = base.grown().says(lead, add(stranger), grant(stranger)).says(worker, ungrant(lead));
    const kept = base.grown().says(lead, add(friend), grant(friend));
    kept.takes(worker, lost, base.entries.length);
    expect([stranger, friend, worker, lead].map((device) => isIn(kept, device))).toEqual([true, true, true, false]);
    // Everybody who reads this log has the same team, and it grows on.
    expect(foldLog(kept.entries)).toEqual({ ok: true, value: kept.team });
    expect(kept.tries(stranger, grant(lead))).toBe(true);
    expect(isIn(kept, lead)).toBe(true);
  });

  it('never undo a revocation, on whichever branch it was, nor who was put out of a room', () => {
    const base = common();
    const lost = base.grown().says(lead, revoke(tom)).says(worker, ungrant(lead));
    const kept = base.grown().says(tom, add(friend)).says(worker, ungrant(tom), grant(lead));
    kept.takes(worker, lost, base.entries.length);
    expect(kept.team.devices.get(tom.device)?.revoked).toBe(true);
    expect(isIn(kept, tom)).toBe(false);
    expect(isIn(kept, lead)).toBe(false);
  });

  it('let nobody in through a device that the other branch cut off, also not through one that it let in itself [Y16]', () => {
    const base = common();
    const lost = base.grown().says(lead, revoke(tom));
    // The server put an old copy back and Tom's laptop, or who has it, signs on that.
    const kept = base.grown().says(tom, add(stranger, 'TEAMLEIDER', 'MEDEWERKER'), grant(stranger));
    kept.says(stranger, add(friend, 'TEAMLEIDER', 'MEDEWERKER'), { ...grant(friend), reason: 'INZIEN' } as TeamEvent);
    kept.says(stranger, { type: 'SET_ROLES', user: worker.facts.user, roles: ['TEAMLEIDER', 'MEDEWERKER'] });
    expect([stranger, friend].map((device) => isIn(kept, device))).toEqual([true, true]);
    kept.takes(worker, lost, base.entries.length);
    for (const device of [tom, stranger, friend]) {
      expect(kept.team.devices.get(device.device)?.revoked).toBe(true);
      expect(isIn(kept, device)).toBe(false);
      expect(kept.tries(device, grant(device))).toBe(false);
    }
    expect(hasRole(kept.team, worker.facts.user, 'TEAMLEIDER')).toBe(false);
  });

  it('nor when the branch of the cut-off device is the one that is brought', () => {
    const base = common();
    const lost = base.grown().says(tom, add(stranger, 'TEAMLEIDER', 'MEDEWERKER'), grant(stranger), revoke(lead, true));
    const kept = base.grown().says(lead, revoke(tom));
    kept.takes(worker, lost, base.entries.length);
    expect([tom, stranger].map((device) => isIn(kept, device))).toEqual([false, false]);
    // What takes away counts from everybody, but a wipe cannot be taken back: only from who is still heard.
    expect(kept.team.devices.get(lead.device)).toMatchObject({ revoked: true, wipe: false });
  });

  it('give no right that a member lost on the other branch', () => {
    const base = common();
    const lost = base.grown().says(tom, { type: 'SET_ROLES', user: lead.facts.user, roles: ['MEDEWERKER'] });
    const kept = base.grown().says(lead, add(stranger), grant(stranger));
    kept.takes(worker, lost, base.entries.length);
    expect(kept.team.devices.get(stranger.device)?.revoked).toBe(true);
    expect(isIn(kept, stranger)).toBe(false);
  });

  it('take a branch in only whole, and once', () => {
    const base = common();
    const lost = base.grown().says(lead, revoke(tom)).says(worker, ungrant(lead));
    const [first, second] = lost.entries.slice(base.entries.length);
    const kept = base.grown().says(lead, add(friend));
    const reunite: TeamEvent = { type: 'REUNITE', tip: lost.team.head };
    expect(kept.tries(worker, reunite)).toBe(false);
    if (!first || !second) throw new Error('too short');
    kept.says(worker, ...carryEvents(second));
    expect(kept.tries(worker, reunite)).toBe(false);
    kept.says(worker, ...carryEvents(first), reunite);
    expect(kept.tries(worker, reunite)).toBe(false);
    expect(kept.tries(worker, { type: 'REUNITE', tip: base.team.head })).toBe(false);
    expect(kept.team.reunited).toEqual(new Set([logHashOf(first), logHashOf(second)]));
    // A strange entry, or one of who is a stranger to both, is no branch.
    const forged = signLogEntry(base.team.head, revoke(worker), 0, stranger);
    kept.says(worker, ...carryEvents(forged));
    expect(kept.tries(worker, { type: 'REUNITE', tip: logHashOf(forged) })).toBe(false);
  });

  it('come together again when the lost branch grew on, or was itself made of two', () => {
    const base = common();
    const lost = base.grown().says(lead, ungrant(tom));
    const kept = base.grown().says(lead, add(friend)).takes(worker, lost, base.entries.length);
    kept.says(lead, grant(tom));
    // What was decided after the first coming together is not undone by the second.
    const place = lost.entries.length;
    lost.says(lead, add(stranger), grant(stranger));
    kept.takes(worker, lost, place);
    expect([tom, stranger].map((device) => isIn(kept, device))).toEqual([true, true]);
    const older = kept.grown().says(lead, ungrant(stranger));
    const newer = kept.grown().says(lead, grant(friend));
    newer.takes(worker, older, kept.entries.length);
    expect([stranger, friend].map((device) => isIn(newer, device))).toEqual([false, true]);
    expect(foldLog(newer.entries)).toEqual({ ok: true, value: newer.team });
  });

  it('give everybody the same team, and nobody in who was cut off, whatever was decided [Y16]', () => {
    fc.assert(
      fc.property(steps(), steps(), (onLost, onKept) => {
        const base = common().says(lead, add(friend));
        const people = [lead, worker, tom, friend];
        const grow = (plan: readonly (readonly [number, number, number])[]): Branch => {
          const branch = base.grown();
          for (const [author, action, target] of plan) {
            const [by, on] = [people[author], people[target]];
            if (!by || !on) continue;
            const events: TeamEvent[] = [
              grant(on),
              ungrant(on),
              revoke(on),
              { type: 'SET_ROLES', user: on.facts.user, roles: ['MEDEWERKER'] },
              { type: 'SET_ROLES', user: on.facts.user, roles: ['TEAMLEIDER', 'MEDEWERKER'] },
              add(stranger),
              grant(stranger),
            ];
            const event = events[action];
            if (event) branch.tries(by, event);
          }
          return branch;
        };
        const [lost, kept] = [grow(onLost), grow(onKept)];
        const carrier = people.find(
          (device) => !kept.team.devices.get(device.device)?.revoked && !lost.team.devices.get(device.device)?.revoked,
        );
        if (!carrier || lost.entries.length === base.entries.length) return;
        const branches = [lost.team, kept.team];
        const merged = kept.grown().takes(carrier, lost, base.entries.length);
        for (const device of [...people, stranger]) {
          const isCutOff = branches.some((state) => state.devices.get(device.device)?.revoked);
          if (isCutOff) expect(merged.team.devices.get(device.device)?.revoked).toBe(true);
          // Nobody comes in whom neither branch had in.
          if (isIn(merged, device)) expect(branches.some((state) => mayUseRoom(state, device.device, room))).toBe(true);
        }
        const half = Math.floor(merged.entries.length / 2);
        const inTwo = foldEntries(foldEntries(null, merged.entries.slice(0, half)).state, merged.entries.slice(half));
        expect(inTwo.state).toEqual(merged.team);
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });
});

const steps = () => fc.array(fc.tuple(fc.nat(3), fc.nat(6), fc.nat(3)), { maxLength: 8 });

describe('an entry of a newer app', () => {
  const unknown = (branch: Branch, by: SigningDevice) =>
    signLogEntry(branch.team.head, { type: 'MERGE_TEAMS', with: 'other' } as unknown as TeamEvent, 0, by);

  it('is told apart from a false one: only when a member signed it on the head', () => {
    const branch = common();
    expect(applyLogEntry(branch.team, unknown(branch, worker))).toEqual({ ok: false, error: 'NEWER_ENTRY' });
    expect(applyLogEntry(branch.team, unknown(branch, stranger))).toEqual({ ok: false, error: 'BAD_ENTRY' });
    const entry = unknown(branch, worker);
    branch.says(lead, revoke(worker));
    expect(applyLogEntry(branch.team, entry)).toEqual({ ok: false, error: 'HEAD_MOVED' });
    expect(applyLogEntry(branch.team, unknown(branch, worker))).toEqual({ ok: false, error: 'BAD_ENTRY' });
  });
});
