/**
 * Eén plan, één regisseur: which decision is in force, derived from decision records that only ever get added.
 *
 * Every decision names the ones it replaces: those that its maker saw. What nobody replaced is standing. One
 * standing value is in force, silently. Two or more made apart are "twee voorstellen": the oldest stays in
 * force, marked, until a person decides anew, seeing both. The outcome depends only on the set of records, never
 * on the order in which they arrived, so merging cannot yield two silent answers and cannot lose one.
 */

export interface Decision<V> {
  readonly id: string;
  readonly value: V;
  readonly decidedBy: string;
  /** Minutes since 1970 on the clock of the maker. Only decides which of two proposals waits. */
  readonly minute: number;
  /** Ids of the decisions that were standing when this one was made. */
  readonly replaces: readonly string[];
}

export interface Standing<V> {
  /** Null when nothing was ever decided. */
  readonly inForce: Decision<V> | null;
  /** All standing decisions with different values, oldest first, the one in force among them; empty without a conflict. */
  readonly proposals: readonly Decision<V>[];
  /** What has been replaced, newest first. */
  readonly history: readonly Decision<V>[];
}

const older = <V>(one: Decision<V>, other: Decision<V>): number =>
  one.minute - other.minute || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** What stands, from all decisions of one kind. `sameValue` says when two proposals are no conflict. */
export function standing<V>(
  decisions: readonly Decision<V>[],
  sameValue: (one: V, other: V) => boolean = Object.is,
): Standing<V> {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const all = [...byId.values()].toSorted(older);
  const replaced = new Set(all.flatMap((decision) => decision.replaces.filter((id) => id !== decision.id)));
  let leaves = all.filter((decision) => !replaced.has(decision.id));
  // A ring of decisions that replace each other cannot be made by honest devices; show all rather than none.
  if (leaves.length === 0) leaves = all;
  const distinct = leaves.filter(
    (decision, index) => leaves.findIndex((earlier) => sameValue(earlier.value, decision.value)) === index,
  );
  return {
    inForce: leaves[0] ?? null,
    proposals: distinct.length > 1 ? distinct : [],
    history: all.filter((decision) => !leaves.includes(decision)).toReversed(),
  };
}

/** What a new decision must replace so that it ends every open proposal. */
export function replacesAll<V>(decisions: readonly Decision<V>[]): readonly string[] {
  const replaced = new Set(decisions.flatMap((decision) => decision.replaces));
  const leaves = decisions.filter((decision) => !replaced.has(decision.id));
  return (leaves.length === 0 ? decisions : leaves).map((decision) => decision.id).toSorted();
}
