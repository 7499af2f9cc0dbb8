/**
 * What a multi-value record must read, from the history of writes alone: no yjs in here. A value lives until a write
 * that saw it replaced it. Every replica holds the set of writes it has heard of.
 */
export interface Write {
  readonly record: string;
  readonly field: string;
  readonly value: string;
  readonly user: string;
  readonly minute: number;
  readonly replaced: ReadonlySet<Write>;
}

export class Oracle {
  readonly seen: Set<Write>[];

  constructor(replicas: number) {
    this.seen = Array.from({ length: replicas }, () => new Set());
  }

  live(replica: number, record: string, field?: string): Write[] {
    const seen = this.seen[replica] ?? new Set<Write>();
    const gone = new Set([...seen].flatMap((write) => [...write.replaced]));
    return [...seen].filter(
      (write) => write.record === record && (field === undefined || write.field === field) && !gone.has(write),
    );
  }

  set(replica: number, record: string, field: string, value: string, user: string, minute: number): void {
    const live = this.live(replica, record, field);
    if (live.length > 0 && live.every((write) => write.value === value)) return;
    this.seen[replica]?.add({ record, field, value, user, minute, replaced: new Set(live) });
  }

  learn(to: number, from: number): void {
    for (const write of this.seen[from] ?? []) this.seen[to]?.add(write);
  }

  /** Different values with their latest stamp, latest last. */
  versions(replica: number, record: string, field: string): { value: string; user: string; minute: number }[] {
    const latest = new Map<string, Write>();
    for (const write of this.live(replica, record, field)) {
      const known = latest.get(write.value);
      if (known === undefined || order(known, write) < 0) latest.set(write.value, write);
    }
    return [...latest.values()].sort(order).map(({ value, user, minute }) => ({ value, user, minute }));
  }

  /** All that a delete mark covers of the fields. */
  content(replica: number, record: string): string {
    return this.live(replica, record)
      .filter(({ field }) => field !== 'deleted')
      .map(({ field, value, user, minute }) => JSON.stringify([field, value, user, minute]))
      .sort()
      .join('\n');
  }
}

function order(a: Omit<Write, 'replaced'>, b: Omit<Write, 'replaced'>): number {
  if (a.minute !== b.minute) return a.minute - b.minute;
  if (a.user !== b.user) return a.user < b.user ? -1 : 1;
  return JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1;
}
