/**
 * The team log: who is in the team with which devices, and who may open which room. Hash-chained, each entry signed by
 * one device, readable by the server (random ids and public keys only, no names), verified from its root by every device.
 *
 * Promises: folding a log gives the same TeamState everywhere; an entry by a device without the right, with a wrong
 * signature or out of the chain is refused and changes nothing. The server has no signing role: it cannot invent a
 * member. Order is the chain; clocks are for display.
 *
 * Rights: a lead adds devices, sets roles, revokes, grants any room (with a reason when the lead is not in it); BEHEER
 * revokes; a member opens rooms of their own, and grants rooms they have. Who only does BEHEER never gets a document. The
 * team room is open to every device. A revoked device says one thing more: that it wiped itself. Two custodians let a device
 * in with the organisation key, also when no other device is left.
 */
import sodium from 'libsodium-wrappers-sumo';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { bytesToHex, concatBytes, hexToBytes, utf8 } from './bytes.ts';
import { deviceIdOf, type SigningDevice } from './envelope.ts';
import { foundingStatement, recoveryStatement } from './organisationKey.ts';

const LOG_DOMAIN = utf8('samenspel/team-log/v1');
const hexId = z.string().regex(/^[0-9a-f]{32}$/);
const publicKey = z.string().regex(/^[0-9a-f]{64}$/);

/** Roles of this release (docs/adr/0013-access-and-loss.md says why there are no others). */
export const TEAM_ROLES = ['MEDEWERKER', 'TEAMLEIDER', 'AANDACHTSFUNCTIONARIS', 'BEHEER'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
const roles = z.array(z.enum(TEAM_ROLES)).min(1).max(4);
/** Why a lead opens what was not given to the lead. The words are not in the log: the server reads the log. */
export const LEAD_REASONS = ['INZIEN', 'ZIEK', 'VERTREK'] as const;
export type LeadReason = (typeof LEAD_REASONS)[number];

const signature = z.string().regex(/^[0-9a-f]{128}$/);

const device = z.object({ user: hexId, device: hexId, signPublicKey: publicKey, boxPublicKey: publicKey });

export const TeamEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('FOUND'),
    team: hexId,
    founder: device,
    organisationBoxPublicKey: publicKey,
    teamRoom: hexId,
    /** Absent in teams of before recovery: those cannot be recovered from the parts alone. */
    organisation: z.object({ signPublicKey: publicKey, signature }).optional(),
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
  /** By a revoked device about itself: its receipt. */
  z.object({ type: z.literal('WIPED'), device: hexId }),
  /** By two custodians: this device leads from now on; `everything`: and reads every room. */
  z.object({ type: z.literal('RECOVER'), device, everything: z.boolean(), organisationSignature: signature }),
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
  /** When the device said that it wiped itself, by its own clock. */
  readonly wipedAtMs: number | null;
}

/** A lead let somebody (or the lead self) into a room that was not given to the lead. */
export interface LeadGrant {
  readonly by: string;
  readonly user: string;
  readonly reason: string;
  readonly atMs: number;
}

export interface TeamRoom {
  readonly kind: 'household' | 'restricted';
  readonly opener: string;
  readonly users: ReadonlySet<string>;
  /** Everybody who ever could write here: what others sign is no part of the room. */
  readonly ever: ReadonlySet<string>;
  /** Oldest first. */
  readonly leadGrants: readonly LeadGrant[];
}

export interface TeamState {
  readonly team: string;
  readonly teamRoom: string;
  readonly founder: string;
  readonly organisationBoxPublicKey: Uint8Array;
  readonly organisationSignPublicKey: Uint8Array | null;
  readonly devices: ReadonlyMap<string, TeamDevice>;
  readonly rolesByUser: ReadonlyMap<string, readonly TeamRole[]>;
  readonly revokedUsers: ReadonlySet<string>;
  /** Room → its kind, who opened it, and who may read and append. */
  readonly rooms: ReadonlyMap<string, TeamRoom>;
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
  const { event } = entry;
  // The proof that it may come in is in the event; here it proves that it holds its own key.
  if (event.type === 'RECOVER')
    return event.device.device === entry.author ? hexToBytes(event.device.signPublicKey) : null;
  const author = state.devices.get(entry.author);
  const ownReceipt = event.type === 'WIPED' && event.device === entry.author;
  return author && (!author.revoked || ownReceipt) ? author.signPublicKey : null;
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
    wipedAtMs: null,
  };
};

function found(entry: LogEntry): NextState | null {
  if (entry.event.type !== 'FOUND') return null;
  const founder = toDevice(entry.event.founder);
  if (!founder) return null;
  const { organisation } = entry.event;
  if (organisation && !isFoundedBy(entry.event, organisation)) return null;
  return {
    team: entry.event.team,
    teamRoom: entry.event.teamRoom,
    founder: founder.device,
    organisationBoxPublicKey: hexToBytes(entry.event.organisationBoxPublicKey),
    organisationSignPublicKey: organisation ? hexToBytes(organisation.signPublicKey) : null,
    devices: new Map([[founder.device, founder]]),
    rolesByUser: new Map([[founder.user, ['TEAMLEIDER', 'MEDEWERKER']]]),
    revokedUsers: new Set(),
    rooms: new Map(),
  };
}

function isFoundedBy(
  event: Extract<TeamEvent, { type: 'FOUND' }>,
  organisation: { readonly signPublicKey: string; readonly signature: string },
): boolean {
  const statement = foundingStatement({
    team: event.team,
    teamRoom: event.teamRoom,
    founderDevice: event.founder.device,
    founderBoxPublicKey: event.founder.boxPublicKey,
    organisationBoxPublicKey: event.organisationBoxPublicKey,
  });
  return sodium.crypto_sign_verify_detached(
    hexToBytes(organisation.signature),
    statement,
    hexToBytes(organisation.signPublicKey),
  );
}

/** A device that two custodians let in. It may be known already (the lead is gone, a colleague takes over). */
function recovered(state: TeamState, entry: LogEntry): NextState | null {
  const { event } = entry;
  if (event.type !== 'RECOVER' || !state.organisationSignPublicKey) return null;
  const { user, device: id, boxPublicKey } = event.device;
  const statement = recoveryStatement({
    team: state.team,
    prev: entry.prev,
    user,
    device: id,
    boxPublicKey,
    everything: event.everything,
  });
  const proof = hexToBytes(event.organisationSignature);
  if (!sodium.crypto_sign_verify_detached(proof, statement, state.organisationSignPublicKey)) return null;
  const known = state.devices.get(id);
  const added = known ?? toDevice(event.device);
  if (!added || added.revoked || added.user !== user || state.revokedUsers.has(user)) return null;
  const earlier = state.rolesByUser.get(user) ?? [];
  const rooms = new Map(state.rooms);
  if (event.everything) for (const [room, facts] of state.rooms) rooms.set(room, withUser(facts, user));
  return {
    ...state,
    devices: new Map(state.devices).set(id, added),
    rolesByUser: new Map(state.rolesByUser).set(user, [...new Set([...earlier, 'TEAMLEIDER', 'MEDEWERKER'] as const)]),
    rooms,
  };
}

const withUser = (room: TeamRoom, user: string): TeamRoom => ({
  ...room,
  users: new Set(room.users).add(user),
  ever: new Set(room.ever).add(user),
});

/** Documents are for who does more than BEHEER. */
const holdsDocuments = (state: Pick<TeamState, 'rolesByUser' | 'revokedUsers'>, user: string): boolean =>
  !state.revokedUsers.has(user) && (state.rolesByUser.get(user)?.some((role) => role !== 'BEHEER') ?? false);

const leadsWithout = (state: TeamState, user: string): number =>
  [...state.rolesByUser].filter(
    ([other, list]) => other !== user && list.includes('TEAMLEIDER') && !state.revokedUsers.has(other),
  ).length;

function fold(state: TeamState, entry: LogEntry): NextState | null {
  if (entry.event.type === 'RECOVER') return recovered(state, entry);
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
      if (!event.roles.includes('TEAMLEIDER') && leadsWithout(state, event.user) === 0) return null;
      return { ...state, rolesByUser: new Map(state.rolesByUser).set(event.user, event.roles) };
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
      if (!admin || !state.rolesByUser.has(event.user) || leadsWithout(state, event.user) === 0) return null;
      const devices = new Map(state.devices);
      for (const target of state.devices.values()) {
        if (target.user === event.user)
          devices.set(target.device, { ...target, revoked: true, wipe: target.wipe || event.wipe });
      }
      return { ...state, devices, revokedUsers: new Set(state.revokedUsers).add(event.user) };
    }
    case 'OPEN_ROOM': {
      if (state.rooms.has(event.room) || event.room === state.teamRoom || !holdsDocuments(state, author.user))
        return null;
      const users = new Set([author.user, ...(event.users ?? []).filter((user) => holdsDocuments(state, user))]);
      const room: TeamRoom = { kind: event.kind, opener: author.user, users, ever: users, leadGrants: [] };
      return { ...state, rooms: new Map(state.rooms).set(event.room, room) };
    }
    case 'GRANT': {
      const room = state.rooms.get(event.room);
      if (!room || !holdsDocuments(state, event.user)) return null;
      const inside = room.users.has(author.user) && holdsDocuments(state, author.user);
      const asLead = lead && (LEAD_REASONS as readonly string[]).includes(event.reason);
      if (!inside && !asLead) return null;
      if (!asLead) return { ...state, rooms: new Map(state.rooms).set(event.room, withUser(room, event.user)) };
      const given: LeadGrant = { by: author.user, user: event.user, reason: event.reason, atMs: entry.writtenAtMs };
      return {
        ...state,
        rooms: new Map(state.rooms).set(event.room, {
          ...withUser(room, event.user),
          leadGrants: [...room.leadGrants, given],
        }),
      };
    }
    case 'UNGRANT': {
      const room = state.rooms.get(event.room);
      if (!room || !(lead || room.users.has(author.user))) return null;
      const users = new Set(room.users);
      users.delete(event.user);
      return { ...state, rooms: new Map(state.rooms).set(event.room, { ...room, users }) };
    }
    case 'WIPED': {
      if (!author.revoked || !author.wipe || author.wipedAtMs !== null || event.device !== author.device) return null;
      const devices = new Map(state.devices).set(author.device, { ...author, wipedAtMs: entry.writtenAtMs });
      return { ...state, devices };
    }
  }
}

export const hasRole = (state: TeamState, user: string, role: TeamRole): boolean =>
  !state.revokedUsers.has(user) && (state.rolesByUser.get(user)?.includes(role) ?? false);

/** May this device read and append in this room now? */
export function mayUseRoom(state: TeamState, deviceId: string, room: string): boolean {
  const found = state.devices.get(deviceId);
  if (!found || found.revoked) return false;
  if (room === state.teamRoom) return true;
  return holdsDocuments(state, found.user) && (state.rooms.get(room)?.users.has(found.user) ?? false);
}

/** Could this device ever write here? What it signed before it lost access stays part of the room. */
export function mayHaveWritten(state: TeamState, deviceId: string, room: string): boolean {
  const found = state.devices.get(deviceId);
  return found !== undefined && (room === state.teamRoom || (state.rooms.get(room)?.ever.has(found.user) ?? false));
}

/** Devices that should hold the key of a room: every unrevoked device of every granted user. */
export function readersOf(state: TeamState, room: string): readonly TeamDevice[] {
  return [...state.devices.values()].filter((candidate) => mayUseRoom(state, candidate.device, room));
}
