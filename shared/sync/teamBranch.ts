/**
 * A branch of the team log that a restored server lost, carried over entry by entry as it was signed.
 *
 * Promises: a branch is whole from a place that this log has up to its last entry, or it is nothing: nobody leaves out the
 * middle of one, or brings again what this log has already.
 */
import sodium from 'libsodium-wrappers-sumo';
import { z } from 'zod';
import { concatBytes } from './bytes.ts';
import { logHashOf } from './logEntryHash.ts';
import type { LogLink, TeamEvent, TeamState } from './teamLog.ts';

type Carry = Extract<TeamEvent, { type: 'CARRY' }>;

/** Bytes of a lost entry in one CARRY: in base64 and with its own frame below the limit of an entry. */
const PART_BYTES = 2600;
const Linked = z.object({ prev: z.string() });

/** What carries a lost entry over. */
export function carryEvents(entry: Uint8Array): readonly Carry[] {
  const hash = logHashOf(entry);
  const parts = Math.ceil(entry.length / PART_BYTES);
  return Array.from({ length: parts }, (_, part) => ({
    type: 'CARRY',
    hash,
    part,
    parts,
    bytes: sodium.to_base64(
      entry.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
      sodium.base64_variants.ORIGINAL,
    ),
  }));
}

export interface LostBranch {
  /** The last entry that both branches have of their own. */
  readonly from: LogLink;
  /** Of the branch what was taken in before. */
  readonly known: readonly Uint8Array[];
  readonly lost: readonly Uint8Array[];
}

/** What a log holds of other branches. */
export interface CarriedEntries {
  readonly trunk: ReadonlyMap<string, LogLink>;
  readonly entries: ReadonlyMap<string, Uint8Array>;
  /** Hashes of carried entries that a REUNITE of this log took in. */
  readonly taken: ReadonlySet<string>;
}

export function carriedIn(state: TeamState): CarriedEntries {
  const trunk = new Map<string, LogLink>();
  const parts = new Map<string, Map<number, Carry>>();
  const tips: string[] = [];
  for (let link = state.history; link !== null; link = link.before) {
    trunk.set(link.hash, link);
    const { event } = link.entry;
    if (event.type === 'REUNITE') tips.push(event.tip);
    if (event.type !== 'CARRY') continue;
    const known = parts.get(event.hash) ?? new Map<number, Carry>();
    parts.set(event.hash, known.set(event.part, event));
  }
  const entries = new Map<string, Uint8Array>();
  for (const [hash, known] of parts) {
    const bytes = joined(known);
    if (bytes && logHashOf(bytes) === hash) entries.set(hash, bytes);
  }
  const taken = new Set<string>();
  for (const tip of tips)
    for (const hash of chain(entries, tip, (place) => trunk.has(place) || taken.has(place)) ?? []) taken.add(hash);
  return { trunk, entries, taken };
}

/** The carried branch that ends with `tip`, as far as this log did not take it in yet; null when it is not whole. */
export function lostBranch(state: TeamState, tip: string): LostBranch | null {
  const { trunk, entries, taken } = carriedIn(state);
  const lost = chain(entries, tip, (place) => trunk.has(place) || taken.has(place));
  const [first] = lost ?? [];
  if (!lost || first === undefined) return null;
  const start = prevOf(entries.get(first));
  const known = chain(entries, start, (place) => trunk.has(place));
  if (!known) return null;
  const from = trunk.get(prevOf(entries.get(known[0] ?? first)));
  if (!from) return null;
  const bytes = (hashes: readonly string[]): readonly Uint8Array[] => hashes.flatMap((hash) => entries.get(hash) ?? []);
  return { from, known: bytes(known), lost: bytes(lost) };
}

/** Carried entries from a place that `ends` accepts, without it, up to `tip`, oldest first; null when one is not there. */
function chain(
  entries: ReadonlyMap<string, Uint8Array>,
  tip: string,
  ends: (place: string) => boolean,
): readonly string[] | null {
  const hashes: string[] = [];
  for (let place = tip; !ends(place);) {
    const bytes = entries.get(place);
    if (!bytes) return null;
    hashes.push(place);
    place = prevOf(bytes);
  }
  return hashes.toReversed();
}

function prevOf(bytes: Uint8Array | undefined): string {
  if (!bytes) return '';
  try {
    const read = Linked.safeParse(JSON.parse(sodium.to_string(bytes.subarray(0, Math.max(0, bytes.length - 65)))));
    return read.success ? read.data.prev : '';
  } catch {
    return '';
  }
}

function joined(parts: ReadonlyMap<number, Carry>): Uint8Array | null {
  const count = [...parts.values()][0]?.parts ?? 0;
  const read: Uint8Array[] = [];
  for (let part = 0; part < count; part++) {
    const carry = parts.get(part);
    if (!carry) return null;
    read.push(sodium.from_base64(carry.bytes, sodium.base64_variants.ORIGINAL));
  }
  return concatBytes(...read);
}
