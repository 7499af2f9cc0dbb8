/**
 * Two branches of one team log taken together: what the team is after a server was put back and both went on.
 *
 * Promises: it is the same for everybody, whichever branch they had. Who was cut off or put out of a room on either branch
 * stays so, whoever said it; what lets somebody in counts only when its signer may do so on the other branch too. So nothing
 * that a cut-off device signs on an old copy lets anybody in, also not through a laptop that it let in itself.
 *
 * Word by word, compared with the last team that both branches had: what one branch changed counts, what both changed counts
 * where it takes away.
 */
import type { TeamDevice, TeamRole, TeamRoom, TeamState, Word } from './teamLog.ts';

export interface TwoBranches {
  /** The last team that both had. */
  readonly base: TeamState;
  readonly theirs: TeamState;
  readonly ours: TeamState;
  /** Hash of the entry that brings them together. */
  readonly said: string;
  /** Hashes of the entries that are taken in. */
  readonly hashes: readonly string[];
}

type MergedTeam = Omit<TeamState, 'history' | 'head' | 'length'>;

export function mergeTeams(branches: TwoBranches): MergedTeam {
  const { base, theirs, ours, said, hashes } = branches;
  const sides = [new Side(base, ours, theirs), new Side(base, theirs, ours)] as const;
  const revokedUsers = new Set([...ours.revokedUsers, ...theirs.revokedUsers]);
  return {
    ...ours,
    devices: mergeDevices(base, sides, revokedUsers),
    ...mergeRoles(base, sides, said),
    revokedUsers,
    rooms: mergeRooms(base, sides, said),
    reunited: new Set([...ours.reunited, ...theirs.reunited, ...hashes]),
  };
}

/** One branch, looked at with what the other one knows. */
class Side {
  readonly base: TeamState;
  readonly own: TeamState;
  readonly other: TeamState;
  constructor(base: TeamState, own: TeamState, other: TeamState) {
    this.base = base;
    this.own = own;
    this.other = other;
  }

  /** A device of before the branches, or let in by somebody who may do that on the other branch too. */
  hasTaken(device: string): boolean {
    if (this.base.devices.has(device)) return true;
    const added = this.own.devices.get(device);
    return added !== undefined && this.mayLead(added.addedBy);
  }

  /** Not cut off by the other branch. '' is the organisation key. */
  isHeard(device: string): boolean {
    return device === '' || (this.hasTaken(device) && this.other.devices.get(device)?.revoked !== true);
  }

  mayLead(device: string): boolean {
    if (device === '') return true;
    const user = this.own.devices.get(device)?.user ?? '';
    return this.isHeard(device) && (!this.other.rolesByUser.has(user) || isLead(this.other, user));
  }

  mayGive(device: string, room: string): boolean {
    if (device === '') return true;
    const user = this.own.devices.get(device)?.user ?? '';
    const there = this.other.rooms.get(room);
    const isKnown = this.other.rolesByUser.has(user) && there !== undefined;
    return this.isHeard(device) && (!isKnown || there.users.has(user) || isLead(this.other, user));
  }
}
type Sides = readonly [Side, Side];

const isLead = (state: TeamState, user: string): boolean =>
  !state.revokedUsers.has(user) && (state.rolesByUser.get(user)?.includes('TEAMLEIDER') ?? false);
const keysOf = <T>(sides: Sides, pick: (state: TeamState) => ReadonlyMap<string, T>): ReadonlySet<string> =>
  new Set(sides.flatMap(({ own }) => [...pick(own).keys()]));

function mergeDevices(base: TeamState, sides: Sides, revokedUsers: ReadonlySet<string>) {
  const devices = new Map<string, TeamDevice>();
  for (const id of keysOf(sides, (state) => state.devices)) {
    const seen = sides.flatMap((side) => side.own.devices.get(id) ?? []);
    const [first] = seen;
    if (!first) continue;
    const isTaken = base.devices.has(id) || sides.some((side) => side.hasTaken(id));
    // A wipe cannot be taken back: only who is still heard may ask for one.
    const asked = sides.flatMap((side) => {
      const there = side.own.devices.get(id);
      const by = there?.wipe ? (there.wipeAskedBy ?? '') : null;
      return by !== null && (base.devices.get(id)?.wipe === true || side.isHeard(by)) ? [by] : [];
    });
    devices.set(id, {
      ...first,
      revoked: !isTaken || revokedUsers.has(first.user) || seen.some(({ revoked }) => revoked),
      wipe: asked.length > 0,
      wipeAskedBy: asked[0] ?? null,
      wipedAtMs: seen.find(({ wipedAtMs }) => wipedAtMs !== null)?.wipedAtMs ?? null,
    });
  }
  return devices;
}

/** What a branch says that the last common team did not say; the same word on both is one. */
function changedSides(sides: Sides, before: Word | undefined, wordOf: (state: TeamState) => Word | undefined) {
  const changed = sides.flatMap((side) => {
    const word = wordOf(side.own);
    return word && word.said !== before?.said ? [{ side, word }] : [];
  });
  return changed[0]?.word.said === changed[1]?.word.said ? changed.slice(0, 1) : changed;
}

function mergeRoles(base: TeamState, sides: Sides, said: string): Pick<TeamState, 'rolesByUser' | 'roleWords'> {
  const rolesByUser = new Map<string, readonly TeamRole[]>();
  const roleWords = new Map<string, Word>();
  for (const user of keysOf(sides, (state) => state.rolesByUser)) {
    const before = base.rolesByUser.get(user);
    const changed = changedSides(sides, base.roleWords.get(user), (state) => state.roleWords.get(user));
    const wanted = changed.flatMap(({ side, word }) => {
      const roles = side.own.rolesByUser.get(user) ?? [];
      if (side.mayLead(word.by)) return [roles];
      // Of who is not heard only what it takes away.
      return before ? [roles.filter((role) => before.includes(role))] : [];
    });
    const [first = before, ...others] = wanted;
    if (!first) continue;
    rolesByUser.set(
      user,
      first.filter((role) => others.every((roles) => roles.includes(role))),
    );
    const word = changed.length === 1 ? changed[0]?.word : undefined;
    const kept = changed.length === 0 ? base.roleWords.get(user) : word;
    roleWords.set(user, kept ?? { by: '', said });
  }
  return { rolesByUser, roleWords };
}

function mergeRooms(base: TeamState, sides: Sides, said: string): ReadonlyMap<string, TeamRoom> {
  const rooms = new Map<string, TeamRoom>();
  const known = new Set(sides.flatMap((side) => usersOf(side)));
  for (const id of keysOf(sides, (state) => state.rooms)) {
    const before = base.rooms.get(id);
    const here = sides.filter(({ own }) => own.rooms.has(id));
    const [first] = here.flatMap(({ own }) => own.rooms.get(id) ?? []);
    // A room of a device that nobody let in is no room; a room of who was cut off later may hold work, and stays.
    if (!first || (!before && !here.some((side) => side.hasTaken(side.own.rooms.get(id)?.openedBy ?? '')))) continue;
    const seen = here.flatMap(({ own }) => own.rooms.get(id) ?? []);
    const users = new Set<string>();
    const words = new Map<string, Word>();
    for (const user of new Set(seen.flatMap((room) => [...room.words.keys()]))) {
      const old = before?.words.get(user);
      const changed = changedSides(sides, old, (state) => state.rooms.get(id)?.words.get(user));
      const given = changed.filter(({ side }) => side.own.rooms.get(id)?.users.has(user));
      // Whose room it was says who was in it from the start.
      const heard = given.filter(
        ({ side, word }) => (!before && word.by === side.own.rooms.get(id)?.openedBy) || side.mayGive(word.by, id),
      );
      const isWithdrawn = given.length < changed.length;
      if (!isWithdrawn && (heard.length > 0 || before?.users.has(user))) users.add(user);
      const [only] = changed;
      words.set(user, changed.length === 1 && only ? only.word : (old ?? { by: '', said }));
    }
    rooms.set(id, {
      ...first,
      users,
      words,
      ever: new Set([...users, ...seen.flatMap((room) => [...room.ever])].filter((user) => known.has(user))),
      leadGrants: seen.flatMap((room) => [...room.leadGrants]).filter(isFirst),
    });
  }
  return rooms;
}

const usersOf = (side: Side): readonly string[] =>
  [...side.own.devices.values()].flatMap(({ device, user }) => (side.hasTaken(device) ? [user] : []));

const isFirst = <T>(item: T, index: number, all: readonly T[]): boolean =>
  all.findIndex((other) => JSON.stringify(other) === JSON.stringify(item)) === index;
