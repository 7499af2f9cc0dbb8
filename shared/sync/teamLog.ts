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
 *
 * A server that was put back may have grown another branch of the log. Any member brings the lost entries as they were signed
 * (CARRY), and one entry takes them in (REUNITE): what both branches say together is in teamReunion.ts.
 */
import sodium from 'libsodium-wrappers-sumo';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { concatBytes, hexToBytes, utf8 } from './bytes.ts';
import { deviceIdOf, type SigningDevice } from './envelope.ts';
import { foundingStatement, recoveryStatement } from './organisationKey.ts';
import { LOG_DOMAIN, logHashOf } from './logEntryHash.ts';
import { TeamDraft } from './teamDraft.ts';
import { lostBranch } from './teamBranch.ts';
import { mergeTeams } from './teamReunion.ts';

const hexId = z.string().regex(/^[0-9a-f]{32}$/);
const publicKey = z.string().regex(/^[0-9a-f]{64}$/);
const logHash = z.string().regex(/^[0-9a-f]{64}$/);

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
  /** Part of an entry of a branch that the server lost, as it was signed. */
  z.object({
    type: z.literal('CARRY'),
    hash: logHash,
    part: z.number().int().min(0).max(3),
    parts: z.number().int().min(1).max(4),
    bytes: z.base64().max(3600),
  }),
  /** Takes in the carried branch that ends with this entry. */
  z.object({ type: z.literal('REUNITE'), tip: logHash }),
]);
export type TeamEvent = z.infer<typeof TeamEvent>;

const LogEntry = z.object({ prev: logHash, author: hexId, writtenAtMs: z.number(), event: TeamEvent });
export type LogEntry = z.infer<typeof LogEntry>;
/** What every later version of an entry keeps. */
const AnyEntry = LogEntry.extend({ event: z.object({ type: z.string() }) });
export { logHashOf };
export const LOG_START = '0'.repeat(64);
export const MAX_LOG_ENTRY_BYTES = 4096;

export interface TeamDevice {
  readonly user: string;
  readonly device: string;
  readonly signPublicKey: Uint8Array;
  readonly boxPublicKey: Uint8Array;
  /** The device that let it in; '' when that was the founding or the organisation key. */
  readonly addedBy: string;
  readonly revoked: boolean;
  readonly wipe: boolean;
  /** The device that asked for the wipe. */
  readonly wipeAskedBy: string | null;
  /** When the device said that it wiped itself, by its own clock. */
  readonly wipedAtMs: number | null;
}

/** The last thing said about something: by which device ('' for the organisation key), and in which entry. */
export interface Word {
  readonly by: string;
  readonly said: string;
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
  readonly openedBy: string;
  readonly users: ReadonlySet<string>;
  /** Who gave or withdrew it last, per user. */
  readonly words: ReadonlyMap<string, Word>;
  /** Everybody who ever could write here: what others sign is no part of the room. */
  readonly ever: ReadonlySet<string>;
  /** Oldest first. */
  readonly leadGrants: readonly LeadGrant[];
}

/** A place in the log, for finding the team of before a branch. */
export interface LogLink {
  readonly entry: LogEntry;
  readonly hash: string;
  readonly length: number;
  readonly before: LogLink | null;
  /** The team after it, where two branches came together. */
  after: TeamState | null;
}

export interface TeamState {
  readonly team: string;
  readonly teamRoom: string;
  readonly founder: string;
  readonly organisationBoxPublicKey: Uint8Array;
  readonly organisationSignPublicKey: Uint8Array | null;
  readonly devices: ReadonlyMap<string, TeamDevice>;
  readonly rolesByUser: ReadonlyMap<string, readonly TeamRole[]>;
  readonly roleWords: ReadonlyMap<string, Word>;
  readonly revokedUsers: ReadonlySet<string>;
  /** Room → its kind, who opened it, and who may read and append. */
  readonly rooms: ReadonlyMap<string, TeamRoom>;
  /** Hashes of entries that were taken in from another branch. */
  readonly reunited: ReadonlySet<string>;
  readonly history: LogLink | null;
  readonly head: string;
  readonly length: number;
}

/** NEWER_ENTRY: of a member and on the head, but of a kind that only a newer app knows. */
export type LogRefusal = 'HEAD_MOVED' | 'BAD_ENTRY' | 'NEWER_ENTRY';

/** Signs an event on top of `prev`. Bytes = JSON entry, newline, 64-byte signature. */
export function signLogEntry(prev: string, event: TeamEvent, writtenAtMs: number, author: SigningDevice): Uint8Array {
  const body = utf8(JSON.stringify({ prev, author: author.device, writtenAtMs, event } satisfies LogEntry));
  return concatBytes(
    body,
    utf8('\n'),
    sodium.crypto_sign_detached(concatBytes(LOG_DOMAIN, body), author.signSecretKey),
  );
}

interface ParsedEntry {
  readonly entry: LogEntry | null;
  readonly any: z.infer<typeof AnyEntry>;
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}

function parseEntry(bytes: Uint8Array): ParsedEntry | null {
  if (bytes.length > MAX_LOG_ENTRY_BYTES || bytes.length < 66 || bytes[bytes.length - 65] !== 10) return null;
  const body = bytes.subarray(0, bytes.length - 65);
  try {
    const read: unknown = JSON.parse(sodium.to_string(body));
    const any = AnyEntry.safeParse(read);
    if (!any.success) return null;
    const known = LogEntry.safeParse(read);
    const signature = bytes.subarray(bytes.length - 64);
    return { entry: known.success ? known.data : null, any: any.data, body, signature };
  } catch {
    return null;
  }
}

/** Adds one entry (hostile bytes) to a state; null state means "the root". Pure. */
export function applyLogEntry(state: TeamState | null, bytes: Uint8Array): Result<TeamState, LogRefusal> {
  const { state: next, refusal } = foldEntries(state, [bytes]);
  return next !== null && refusal === null ? ok(next) : err(refusal ?? 'BAD_ENTRY');
}

/** Folds a whole log; the first entry must be FOUND. */
export function foldLog(entries: readonly Uint8Array[]): Result<TeamState, LogRefusal> {
  const { state, refusal } = foldEntries(null, entries);
  return state !== null && refusal === null ? ok(state) : err(refusal ?? 'BAD_ENTRY');
}

export interface Folded {
  readonly state: TeamState | null;
  /** How many entries were taken. */
  readonly taken: number;
  /** Why the next one was not. */
  readonly refusal: LogRefusal | null;
}

/**
 * Adds entries (hostile bytes) in order, up to the first that is refused. Pure; costs no more than the entries. `own`: they
 * come from our own encrypted store and were verified when they went in, so their signatures are not looked at again.
 */
export function foldEntries(state: TeamState | null, entries: readonly Uint8Array[], own?: 'own'): Folded {
  let draft = state ? new TeamDraft(state) : null;
  for (const [taken, bytes] of entries.entries()) {
    const added = addEntry(draft, bytes, own === undefined);
    if (!added.ok) return { state: draft?.freeze() ?? null, taken, refusal: added.error };
    draft = added.value;
  }
  return { state: draft?.freeze() ?? null, taken: entries.length, refusal: null };
}

function addEntry(draft: TeamDraft | null, bytes: Uint8Array, verify: boolean): Result<TeamDraft, LogRefusal> {
  const parsed = parseEntry(bytes);
  if (!parsed) return err('BAD_ENTRY');
  const { entry, any, body, signature } = parsed;
  if (any.prev !== (draft?.now.head ?? LOG_START)) return err('HEAD_MOVED');
  const signer = entry ? signerOf(draft?.now ?? null, entry) : memberKey(draft?.now ?? null, any.author);
  if (!signer) return err('BAD_ENTRY');
  if (verify && !sodium.crypto_sign_verify_detached(signature, concatBytes(LOG_DOMAIN, body), signer))
    return err('BAD_ENTRY');
  if (!entry) return err('NEWER_ENTRY');
  const hash = logHashOf(bytes);
  if (draft !== null) return fold(draft, entry, hash) ? ok(linked(draft, entry, hash)) : err('BAD_ENTRY');
  const root = found(entry, hash);
  return root ? ok(linked(new TeamDraft(root), entry, hash)) : err('BAD_ENTRY');
}

function linked(draft: TeamDraft, entry: LogEntry, hash: string): TeamDraft {
  draft.link(entry, hash);
  return draft;
}

/** The team at an earlier place of its own log. What is in the log was verified when it came in. */
function stateAt(link: LogLink): TeamState {
  const steps: LogLink[] = [];
  let from: LogLink | null = link;
  for (; from !== null && from.after === null; from = from.before) steps.push(from);
  let draft = from?.after ? new TeamDraft(from.after) : null;
  for (const { entry, hash } of steps.toReversed()) {
    const root: TeamState | null = draft ? null : found(entry, hash);
    const isFolded = draft ? fold(draft, entry, hash) : root !== null;
    draft ??= root ? new TeamDraft(root) : null;
    if (!draft || !isFolded) throw new Error('a log that was verified does not fold');
    draft.link(entry, hash);
  }
  if (!draft) throw new Error('a log without a root');
  return draft.freeze();
}

/** The team after a carried branch is taken in; null when the branch is not whole, or does not verify. */
function reunited(state: TeamState, tip: string, said: string): ReturnType<typeof mergeTeams> | null {
  const branch = lostBranch(state, tip);
  if (!branch) return null;
  const base = foldEntries(stateAt(branch.from), branch.known);
  const theirs = foldEntries(base.state, branch.lost);
  if (!base.state || base.refusal !== null || !theirs.state || theirs.refusal !== null) return null;
  const hashes = branch.lost.map((bytes) => logHashOf(bytes));
  return mergeTeams({ base: base.state, theirs: theirs.state, ours: state, said, hashes });
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
  const ownReceipt = event.type === 'WIPED' && event.device === entry.author;
  return ownReceipt ? (state.devices.get(entry.author)?.signPublicKey ?? null) : memberKey(state, entry.author);
}

function memberKey(state: TeamState | null, device: string): Uint8Array | null {
  const author = state?.devices.get(device);
  return author && !author.revoked ? author.signPublicKey : null;
}

const toDevice = (facts: z.infer<typeof device>, addedBy: string): TeamDevice | null => {
  const signPublicKey = hexToBytes(facts.signPublicKey);
  if (deviceIdOf(signPublicKey) !== facts.device) return null;
  return {
    user: facts.user,
    device: facts.device,
    signPublicKey,
    boxPublicKey: hexToBytes(facts.boxPublicKey),
    addedBy,
    revoked: false,
    wipe: false,
    wipeAskedBy: null,
    wipedAtMs: null,
  };
};

function found(entry: LogEntry, hash: string): TeamState | null {
  if (entry.event.type !== 'FOUND') return null;
  const founder = toDevice(entry.event.founder, '');
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
    roleWords: new Map([[founder.user, { by: '', said: hash }]]),
    revokedUsers: new Set(),
    rooms: new Map(),
    reunited: new Set(),
    history: null,
    head: LOG_START,
    length: 0,
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
function recover(draft: TeamDraft, entry: LogEntry, hash: string): boolean {
  const { event } = entry;
  const state = draft.now;
  if (event.type !== 'RECOVER' || !state.organisationSignPublicKey) return false;
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
  if (!sodium.crypto_sign_verify_detached(proof, statement, state.organisationSignPublicKey)) return false;
  const known = state.devices.get(id);
  const added = known ?? toDevice(event.device, '');
  if (!added || added.revoked || added.user !== user || state.revokedUsers.has(user)) return false;
  const earlier = state.rolesByUser.get(user) ?? [];
  const word = { by: '', said: hash };
  if (event.everything) for (const [room, facts] of state.rooms) draft.rooms.set(room, withUser(facts, user, word));
  draft.devices.set(id, added);
  draft.setRoles(user, [...new Set([...earlier, 'TEAMLEIDER', 'MEDEWERKER'] as const)], word);
  return true;
}

const withUser = (room: TeamRoom, user: string, word: Word): TeamRoom => ({
  ...room,
  users: new Set(room.users).add(user),
  ever: new Set(room.ever).add(user),
  words: new Map(room.words).set(user, word),
});

/** Documents are for who does more than BEHEER. */
const holdsDocuments = (state: Pick<TeamState, 'rolesByUser' | 'revokedUsers'>, user: string): boolean =>
  !state.revokedUsers.has(user) && (state.rolesByUser.get(user)?.some((role) => role !== 'BEHEER') ?? false);

const leadsWithout = (state: TeamState, user: string): number =>
  [...state.rolesByUser].filter(
    ([other, list]) => other !== user && list.includes('TEAMLEIDER') && !state.revokedUsers.has(other),
  ).length;

const cutOff = (target: TeamDevice, wipe: boolean, by: string): TeamDevice => ({
  ...target,
  revoked: true,
  wipe: target.wipe || wipe,
  wipeAskedBy: target.wipeAskedBy ?? (wipe ? by : null),
});

/** Folds one entry in; false (and nothing changed) when its author may not say it. */
function fold(draft: TeamDraft, entry: LogEntry, hash: string): boolean {
  if (entry.event.type === 'RECOVER') return recover(draft, entry, hash);
  const state = draft.now;
  const author = state.devices.get(entry.author);
  if (!author) return false;
  const lead = hasRole(state, author.user, 'TEAMLEIDER');
  const admin = lead || hasRole(state, author.user, 'BEHEER');
  const event = entry.event;
  const word: Word = { by: author.device, said: hash };
  switch (event.type) {
    case 'FOUND':
      return false;
    case 'ADD_DEVICE': {
      const added = toDevice(event.device, author.device);
      if (!lead || !added || state.devices.has(added.device) || state.revokedUsers.has(added.user)) return false;
      draft.devices.set(added.device, added);
      if (!state.rolesByUser.has(added.user)) draft.setRoles(added.user, event.roles, word);
      return true;
    }
    case 'SET_ROLES': {
      if (!lead || !state.rolesByUser.has(event.user)) return false;
      if (!event.roles.includes('TEAMLEIDER') && leadsWithout(state, event.user) === 0) return false;
      draft.setRoles(event.user, event.roles, word);
      return true;
    }
    case 'REVOKE_DEVICE': {
      const target = state.devices.get(event.device);
      if (!target || !(admin || target.user === author.user)) return false;
      draft.devices.set(target.device, cutOff(target, event.wipe, author.device));
      return true;
    }
    case 'REVOKE_USER': {
      if (!admin || !state.rolesByUser.has(event.user) || leadsWithout(state, event.user) === 0) return false;
      for (const target of [...state.devices.values()])
        if (target.user === event.user) draft.devices.set(target.device, cutOff(target, event.wipe, author.device));
      draft.revokedUsers.add(event.user);
      return true;
    }
    case 'OPEN_ROOM': {
      if (state.rooms.has(event.room) || event.room === state.teamRoom || !holdsDocuments(state, author.user))
        return false;
      const users = new Set([author.user, ...(event.users ?? []).filter((user) => holdsDocuments(state, user))]);
      const words = new Map([...users].map((user) => [user, word]));
      const opened = { opener: author.user, openedBy: author.device };
      draft.rooms.set(event.room, { kind: event.kind, ...opened, users, words, ever: users, leadGrants: [] });
      return true;
    }
    case 'GRANT': {
      const room = state.rooms.get(event.room);
      if (!room || !holdsDocuments(state, event.user)) return false;
      const inside = room.users.has(author.user) && holdsDocuments(state, author.user);
      const asLead = lead && (LEAD_REASONS as readonly string[]).includes(event.reason);
      if (!inside && !asLead) return false;
      const given: LeadGrant = { by: author.user, user: event.user, reason: event.reason, atMs: entry.writtenAtMs };
      const leadGrants = asLead ? [...room.leadGrants, given] : room.leadGrants;
      draft.rooms.set(event.room, { ...withUser(room, event.user, word), leadGrants });
      return true;
    }
    case 'UNGRANT': {
      const room = state.rooms.get(event.room);
      if (!room || !(lead || room.users.has(author.user))) return false;
      const users = new Set(room.users);
      users.delete(event.user);
      draft.rooms.set(event.room, { ...room, users, words: new Map(room.words).set(event.user, word) });
      return true;
    }
    case 'WIPED': {
      if (!author.revoked || !author.wipe || author.wipedAtMs !== null || event.device !== author.device) return false;
      draft.devices.set(author.device, { ...author, wipedAtMs: entry.writtenAtMs });
      return true;
    }
    case 'CARRY':
      return event.part < event.parts;
    case 'REUNITE': {
      const merged = reunited(state, event.tip, hash);
      if (!merged) return false;
      draft.replace(merged);
      return true;
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
