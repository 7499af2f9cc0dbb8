import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesToHex } from './bytes.ts';
import { deviceIdOf, type SigningDevice } from './envelope.ts';
import {
  LOG_START,
  applyLogEntry,
  foldLog,
  hasRole,
  logHashOf,
  mayUseRoom,
  readersOf,
  signLogEntry,
  type TeamEvent,
  type TeamState,
} from './teamLog.ts';

interface TestDevice extends SigningDevice {
  readonly facts: { user: string; device: string; signPublicKey: string; boxPublicKey: string };
}
const id = (byte: number) => byte.toString(16).padStart(2, '0').repeat(16);
const deviceOf = (seed: number, user: string): TestDevice => {
  const pair = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(seed));
  const box = sodium.crypto_box_seed_keypair(new Uint8Array(32).fill(seed));
  const device = deviceIdOf(pair.publicKey);
  return {
    device,
    signPublicKey: pair.publicKey,
    signSecretKey: pair.privateKey,
    facts: { user, device, signPublicKey: bytesToHex(pair.publicKey), boxPublicKey: bytesToHex(box.publicKey) },
  };
};
const [team, teamRoom, room] = [id(0xaa), id(0xbb), id(0xcc)];
const [leadUser, workerUser, otherUser] = [id(1), id(2), id(3)];
let lead: TestDevice;
let worker: TestDevice;
let other: TestDevice;

beforeAll(async () => {
  await sodium.ready;
  lead = deviceOf(1, leadUser);
  worker = deviceOf(2, workerUser);
  other = deviceOf(3, otherUser);
});

/** Signs and applies; throws when refused, so that tests read as stories. */
function grow(state: TeamState | null, event: TeamEvent, author: SigningDevice): TeamState {
  const next = applyLogEntry(state, signLogEntry(state?.head ?? LOG_START, event, 0, author));
  if (!next.ok) throw new Error(`refused: ${next.error}`);
  return next.value;
}
const refused = (state: TeamState, event: TeamEvent, author: SigningDevice): boolean =>
  !applyLogEntry(state, signLogEntry(state.head, event, 0, author)).ok;
const found = (): TeamState =>
  grow(
    null,
    { type: 'FOUND', team, founder: lead.facts, organisationBoxPublicKey: lead.facts.boxPublicKey, teamRoom },
    lead,
  );
const withWorkers = (): TeamState => {
  const state = grow(found(), { type: 'ADD_DEVICE', device: worker.facts, roles: ['MEDEWERKER'] }, lead);
  return grow(state, { type: 'ADD_DEVICE', device: other.facts, roles: ['MEDEWERKER'] }, lead);
};

describe('team log', () => {
  it('starts with a founder who is team lead', () => {
    const state = found();
    expect(hasRole(state, leadUser, 'TEAMLEIDER')).toBe(true);
    expect(mayUseRoom(state, lead.device, teamRoom)).toBe(true);
    expect(mayUseRoom(state, worker.device, teamRoom)).toBe(false);
  });

  it('gives a room to its maker, then to whom the maker or a lead grants it', () => {
    let state = grow(withWorkers(), { type: 'OPEN_ROOM', room, kind: 'household' }, worker);
    expect([lead, worker, other].map((device) => mayUseRoom(state, device.device, room))).toEqual([false, true, false]);
    expect(refused(state, { type: 'GRANT', room, user: otherUser, reason: '' }, other)).toBe(true);
    state = grow(state, { type: 'GRANT', room, user: otherUser, reason: '' }, worker);
    state = grow(state, { type: 'UNGRANT', room, user: workerUser }, lead);
    expect(readersOf(state, room).map((device) => device.user)).toEqual([otherUser]);
  });

  it('lets only a lead add devices and set roles, and never leaves a team without a lead [Y14]', () => {
    const state = withWorkers();
    expect(refused(state, { type: 'SET_ROLES', user: workerUser, roles: ['TEAMLEIDER'] }, worker)).toBe(true);
    expect(refused(found(), { type: 'ADD_DEVICE', device: worker.facts, roles: ['MEDEWERKER'] }, worker)).toBe(true);
    expect(refused(state, { type: 'SET_ROLES', user: leadUser, roles: ['MEDEWERKER'] }, lead)).toBe(true);
    expect(
      hasRole(
        grow(state, { type: 'SET_ROLES', user: workerUser, roles: ['TEAMLEIDER'] }, lead),
        workerUser,
        'TEAMLEIDER',
      ),
    ).toBe(true);
  });

  it('cuts off a revoked device at once: no rooms, no entries [Y7]', () => {
    let state = grow(withWorkers(), { type: 'OPEN_ROOM', room, kind: 'household' }, worker);
    state = grow(state, { type: 'REVOKE_DEVICE', device: worker.device, wipe: true }, lead);
    expect(mayUseRoom(state, worker.device, room)).toBe(false);
    expect(state.devices.get(worker.device)?.wipe).toBe(true);
    expect(refused(state, { type: 'GRANT', room, user: otherUser, reason: '' }, worker)).toBe(true);
    expect(refused(state, { type: 'REVOKE_DEVICE', device: lead.device, wipe: false }, other)).toBe(true);
  });

  it('refuses entries out of the chain, altered, or signed by a stranger [Y14]', () => {
    const state = withWorkers();
    const entry = signLogEntry(state.head, { type: 'OPEN_ROOM', room, kind: 'household' }, 0, worker);
    expect(applyLogEntry(found(), entry)).toEqual({ ok: false, error: 'HEAD_MOVED' });
    for (let index = 0; index < entry.length; index++) {
      const altered = entry.slice();
      altered[index] = (altered[index] ?? 0) ^ 0x01;
      expect(applyLogEntry(state, altered).ok, `byte ${String(index)}`).toBe(false);
    }
    expect(refused(state, { type: 'OPEN_ROOM', room, kind: 'household' }, deviceOf(9, id(9)))).toBe(true);
  });

  it('gives every device the same state from the same entries, and no right that was not granted', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(5), fc.nat(2), fc.nat(1)), { maxLength: 30 }), (steps) => {
        const everyone = [lead, worker, other];
        const rooms = [id(0xc0), id(0xc1)];
        let state = withWorkers();
        const allowed = new Map<string, Set<string>>();
        const entries: Uint8Array[] = [];
        for (const [author, action, target, roomIndex] of steps) {
          const by = everyone[author];
          const on = everyone[target];
          const which = rooms[roomIndex];
          if (!by || !on || !which) continue;
          const events: TeamEvent[] = [
            { type: 'OPEN_ROOM', room: which, kind: 'household' },
            { type: 'GRANT', room: which, user: on.facts.user, reason: '' },
            { type: 'UNGRANT', room: which, user: on.facts.user },
            { type: 'REVOKE_DEVICE', device: on.device, wipe: false },
            { type: 'SET_ROLES', user: on.facts.user, roles: ['MEDEWERKER'] },
            { type: 'REVOKE_USER', user: on.facts.user, wipe: false },
          ];
          const event = events[action];
          if (!event) continue;
          const bytes = signLogEntry(state.head, event, 0, by);
          const next = applyLogEntry(state, bytes);
          if (!next.ok) continue;
          state = next.value;
          entries.push(bytes);
          if (event.type === 'OPEN_ROOM') allowed.set(which, new Set([by.facts.user]));
          if (event.type === 'GRANT') allowed.get(which)?.add(on.facts.user);
          if (event.type === 'UNGRANT') allowed.get(which)?.delete(on.facts.user);
        }
        for (const device of everyone) {
          for (const which of rooms) {
            const expected =
              (allowed.get(which)?.has(device.facts.user) ?? false) &&
              state.devices.get(device.device)?.revoked === false;
            expect(mayUseRoom(state, device.device, which)).toBe(expected);
          }
        }
        let replayed = withWorkers();
        for (const entry of entries) {
          const next = applyLogEntry(replayed, entry);
          if (!next.ok) throw new Error(next.error);
          replayed = next.value;
        }
        expect(replayed).toEqual(state);
      }),
      { seed: 20261121, numRuns: 60 },
    );
  });

  it('folds from the root only', () => {
    const first = signLogEntry(
      LOG_START,
      { type: 'FOUND', team, founder: lead.facts, organisationBoxPublicKey: lead.facts.boxPublicKey, teamRoom },
      0,
      lead,
    );
    const second = signLogEntry(
      logHashOf(first),
      { type: 'ADD_DEVICE', device: worker.facts, roles: ['MEDEWERKER'] },
      0,
      lead,
    );
    expect(foldLog([first, second]).ok).toBe(true);
    expect(foldLog([second]).ok).toBe(false);
    expect(foldLog([]).ok).toBe(false);
  });
});
