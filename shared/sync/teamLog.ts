/**
 * The team log: who is in the team with which devices, and who may open which room. Hash-chained, each entry signed by
 * one device, readable by the server (random ids and public keys only, no names), verified from its root by every device.
 *
 * Promises: folding a log gives the same TeamState everywhere; an entry by a device without the right, with a wrong
 * signature or out of the chain is refused and changes nothing. The server has no signing role: it cannot invent a
 * member. Order is the chain; clocks are for display.
 *
 * Rights: a lead adds devices, sets roles, revokes, grants any room; a member opens rooms of their own, and grants
 * rooms they have. The team room is open to every device.
 */
import sodium from 'libsodium-wrappers-sumo';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { bytesToHex, concatBytes, hexToBytes, utf8 } from './bytes.ts';
import { deviceIdOf, type SigningDevice } from './envelope.ts';

const LOG_DOMAIN = utf8('samenspel/team-log/v1');
const hexId = z.string().regex(/^[0-9a-f]{32}$/);
const publicKey = z.string().regex(/^[0-9a-f]{64}$/);

/** Roles of this release (docs/security.md says why there are no others). */
export const TEAM_ROLES = ['MEDEWERKER', 'TEAMLEIDER', 'AANDACHTSFUNCTIONARIS', 'BEHEER'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
const roles = z.array(z.enum(TEAM_ROLES)).min(1).max(4);

const device = z.object({ user: hexId, device: hexId, signPublicKey: publicKey, boxPublicKey: publicKey });

export const TeamEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('FOUND'),
    team: hexId,
    founder: device,
    organisationBoxPublicKey: publicKey,
    teamRoom: hexId,
  }),
  z.object({ type: z.literal('ADD_DEVICE'), device, roles }),
  z.object({ type: z.literal('SET_ROLES'), user: hexId, roles }),
  z.object({ type: z.literal('REVOKE_DEVICE'), device: hexId, wipe: z.boolean() }),
  z.object({ type: z.literal('REVOKE_USER'), user: hexId, wipe: z.boolean() }),
  z.object({
    type: z.literal('OPEN_ROOM'),
    room: hexId,
    kind: z.enum(['household', 'restricted']),
    /** Colleagues who may read and append from the start, beside the opener. */
    users: z.array(hexId).max(60).optional(),
  }),
  z.object({ type: z.literal('GRANT'), room: hexId, user: hexId, reason: z.string().max(40) }),
  z.object({ type: z.literal('UNGRANT'), room: hexId, user: hexId }),
]);
export type TeamEvent = z.infer<typeof TeamEvent>;

const LogEntry = z.object({
  prev: z.string().regex(/^[0-9a-f]{64}$/),
  author: hexId,
  writtenAtMs: z.number(),
  event: TeamEvent,
});
export type LogEntry = z.infer<typeof LogEntry>;
export const LOG_START = '0'.repeat(64);
export const MAX_LOG_ENTRY_BYTES = 4096;

export interface TeamDevice {
  readonly user: string;
  readonly device: string;
  readonly signPublicKey: Uint8Array;
  readonly boxPublicKey: Uint8Array;
  readonly revoked: boolean;
  readonly wipe: boolean;
}

export interface TeamState {
  readonly team: string;
  readonly teamRoom: string;
  readonly founder: string;
  readonly organisationBoxPublicKey: Uint8Array;
  readonly devices: ReadonlyMap<string, TeamDevice>;
  readonly rolesByUser: ReadonlyMap<string, readonly TeamRole[]>;
  readonly revokedUsers: ReadonlySet<string>;
  /** Room → its kind, who opened it, and who may read and append. */
  readonly rooms: ReadonlyMap<
    string,
    { readonly kind: 'household' | 'restricted'; readonly opener: string; readonly users: ReadonlySet<string> }
  >;
  readonly head: string;
  readonly length: number;
}

export type LogRefusal = 'HEAD_MOVED' | 'BAD_ENTRY';

/** Signs an event on top of `prev`. Bytes = JSON entry, newline, 64-byte signature. */
export function signLogEntry(prev: string, event: TeamEvent, writtenAtMs: number, author: SigningDevice): Uint8Array {
  const body = utf8(JSON.stringify({ prev, author: author.device, writtenAtMs, event } satisfies LogEntry));
  return concatBytes(
    body,
    utf8('\n'),
    sodium.crypto_sign_detached(concatBytes(LOG_DOMAIN, body), author.signSecretKey),
  );
}

export const logHashOf = (bytes: Uint8Array): string =>
  bytesToHex(sodium.crypto_generichash(32, concatBytes(LOG_DOMAIN, bytes), null));

function parseEntry(bytes: Uint8Array): { entry: LogEntry; body: Uint8Array; signature: Uint8Array } | null {
  if (bytes.length > MAX_LOG_ENTRY_BYTES || bytes.length < 66 || bytes[bytes.length - 65] !== 10) return null;
  const body = bytes.subarray(0, bytes.length - 65);
  try {
    const parsed = LogEntry.safeParse(JSON.parse(sodium.to_string(body)));
    return parsed.success ? { entry: parsed.data, body, signature: bytes.subarray(bytes.length - 64) } : null;
  } catch {
    return null;
  }
}

/** Adds one entry (hostile bytes) to a state; null state means "the root". Pure. */
export function applyLogEntry(state: TeamState | null, bytes: Uint8Array): Result<TeamState, LogRefusal> {
  const parsed = parseEntry(bytes);
  if (!parsed) return err('BAD_ENTRY');
  const { entry, body, signature } = parsed;
  if (entry.prev !== (state?.head ?? LOG_START)) return err('HEAD_MOVED');
  const signer = signerOf(state, entry);
  if (!signer || !sodium.crypto_sign_verify_detached(signature, concatBytes(LOG_DOMAIN, body), signer))
    return err('BAD_ENTRY');
  const next = state === null ? found(entry) : fold(state, entry);
  return next ? ok({ ...next, head: logHashOf(bytes), length: (state?.length ?? 0) + 1 }) : err('BAD_ENTRY');
}

/** Folds a whole log; the first entry must be FOUND. */
export function foldLog(entries: readonly Uint8Array[]): Result<TeamState, LogRefusal> {
  let state: TeamState | null = null;
  for (const entry of entries) {
    const next: Result<TeamState, LogRefusal> = applyLogEntry(state, entry);
    if (!next.ok) return next;
    state = next.value;
  }
  return state ? ok(state) : err('BAD_ENTRY');
}

function signerOf(state: TeamState | null, entry: LogEntry): Uint8Array | null {
  if (state === null)
    return entry.event.type === 'FOUND' && entry.event.founder.device === entry.author
      ? hexToBytes(entry.event.founder.signPublicKey)
      : null;
  const author = state.devices.get(entry.author);
  return author && !author.revoked ? author.signPublicKey : null;
}

type NextState = Omit<TeamState, 'head' | 'length'>;

const toDevice = (facts: z.infer<typeof device>): TeamDevice | null => {
  const signPublicKey = hexToBytes(facts.signPublicKey);
  if (deviceIdOf(signPublicKey) !== facts.device) return null;
  return {
    user: facts.user,
    device: facts.device,
    signPublicKey,
    boxPublicKey: hexToBytes(facts.boxPublicKey),
    revoked: false,
    wipe: false,
  };
};

function found(entry: LogEntry): NextState | null {
  if (entry.event.type !== 'FOUND') return null;
  const founder = toDevice(entry.event.founder);
  if (!founder) return null;
  return {
    team: entry.event.team,
    teamRoom: entry.event.teamRoom,
    founder: founder.device,
    organisationBoxPublicKey: hexToBytes(entry.event.organisationBoxPublicKey),
    devices: new Map([[founder.device, founder]]),
    rolesByUser: new Map([[founder.user, ['TEAMLEIDER', 'MEDEWERKER']]]),
    revokedUsers: new Set(),
    rooms: new Map(),
  };
}

function fold(state: TeamState, entry: LogEntry): NextState | null {
  const author = state.devices.get(entry.author);
  if (!author) return null;
  const lead = hasRole(state, author.user, 'TEAMLEIDER');
  const admin = lead || hasRole(state, author.user, 'BEHEER');
  const event = entry.event;
  switch (event.type) {
    case 'FOUND':
      return null;
    case 'ADD_DEVICE': {
      const added = toDevice(event.device);
      if (!lead || !added || state.devices.has(added.device) || state.revokedUsers.has(added.user)) return null;
      const known = state.rolesByUser.get(added.user);
      return {
        ...state,
        devices: new Map(state.devices).set(added.device, added),
        rolesByUser: known ? state.rolesByUser : new Map(state.rolesByUser).set(added.user, event.roles),
      };
    }
    case 'SET_ROLES': {
      if (!lead || !state.rolesByUser.has(event.user)) return null;
      const rolesByUser = new Map(state.rolesByUser).set(event.user, event.roles);
      const leads = [...rolesByUser].filter(
        ([user, list]) => list.includes('TEAMLEIDER') && !state.revokedUsers.has(user),
      );
      return leads.length === 0 ? null : { ...state, rolesByUser };
    }
    case 'REVOKE_DEVICE': {
      const target = state.devices.get(event.device);
      if (!target || !(admin || target.user === author.user)) return null;
      return {
        ...state,
        devices: new Map(state.devices).set(target.device, {
          ...target,
          revoked: true,
          wipe: target.wipe || event.wipe,
        }),
      };
    }
    case 'REVOKE_USER': {
      if (!admin || !state.rolesByUser.has(event.user)) return null;
      const devices = new Map(state.devices);
      for (const target of state.devices.values()) {
        if (target.user === event.user)
          devices.set(target.device, { ...target, revoked: true, wipe: target.wipe || event.wipe });
      }
      return { ...state, devices, revokedUsers: new Set(state.revokedUsers).add(event.user) };
    }
    case 'OPEN_ROOM': {
      if (state.rooms.has(event.room) || event.room === state.teamRoom) return null;
      const users = (event.users ?? []).filter((user) => state.rolesByUser.has(user) && !state.revokedUsers.has(user));
      const room = { kind: event.kind, opener: author.user, users: new Set([author.user, ...users]) };
      return { ...state, rooms: new Map(state.rooms).set(event.room, room) };
    }
    case 'GRANT': {
      const room = state.rooms.get(event.room);
      if (
        !room ||
        !(lead || room.users.has(author.user)) ||
        !state.rolesByUser.has(event.user) ||
        state.revokedUsers.has(event.user)
      )
        return null;
      return {
        ...state,
        rooms: new Map(state.rooms).set(event.room, { ...room, users: new Set(room.users).add(event.user) }),
      };
    }
    case 'UNGRANT': {
      const room = state.rooms.get(event.room);
      if (!room || !(lead || room.users.has(author.user))) return null;
      const users = new Set(room.users);
      users.delete(event.user);
      return { ...state, rooms: new Map(state.rooms).set(event.room, { ...room, users }) };
    }
  }
}

export const hasRole = (state: TeamState, user: string, role: TeamRole): boolean =>
  !state.revokedUsers.has(user) && (state.rolesByUser.get(user)?.includes(role) ?? false);

/** May this device read and append in this room now? */
export function mayUseRoom(state: TeamState, deviceId: string, room: string): boolean {
  const found = state.devices.get(deviceId);
  if (!found || found.revoked) return false;
  return room === state.teamRoom || (state.rooms.get(room)?.users.has(found.user) ?? false);
}

/** Devices that should hold the key of a room: every unrevoked device of every granted user. */
export function readersOf(state: TeamState, room: string): readonly TeamDevice[] {
  return [...state.devices.values()].filter((candidate) => mayUseRoom(state, candidate.device, room));
}
