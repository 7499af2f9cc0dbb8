/**
 * One fsync for everything that arrived in the same turn of the event loop. A job runs inside the shared transaction, in a
 * savepoint of its own; its `committed` runs after COMMIT returned, its `failed` when it was refused or the disk failed.
 * Nothing is echoed, broadcast or acknowledged before that.
 */
import type { ServerDatabase } from './store.ts';

export interface CommitJob<T> {
  run(): T;
  committed(value: T): void;
  failed(error: unknown): void;
}

export class GroupCommit {
  readonly #db: ServerDatabase;
  #queue: CommitJob<unknown>[] = [];
  #scheduled = false;
  readonly #later: (run: () => void) => void;
  commits = 0;

  /** `later` runs the commit after everything of this turn came in. */
  constructor(db: ServerDatabase, later: (run: () => void) => void = (run) => void setImmediate(run)) {
    this.#db = db;
    this.#later = later;
  }

  add<T>(job: CommitJob<T>): void {
    this.#queue.push(job as CommitJob<unknown>);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#later(() => this.flush());
  }

  /** Commits what waits, now. Also used at shutdown. */
  flush(): void {
    this.#scheduled = false;
    const jobs = this.#queue;
    this.#queue = [];
    if (jobs.length === 0) return;
    const outcomes: (() => void)[] = [];
    const savepoint = this.#db.transaction((job: CommitJob<unknown>) => job.run());
    try {
      this.#db
        .transaction(() => {
          for (const job of jobs) {
            try {
              const value = savepoint(job);
              outcomes.push(() => job.committed(value));
            } catch (error) {
              // SQLite may have rolled back the whole transaction by itself (disk full): then nothing was stored.
              if (!this.#db.inTransaction) throw error;
              outcomes.push(() => job.failed(error));
            }
          }
        })
        .immediate();
      this.commits += 1;
    } catch (error) {
      for (const job of jobs) job.failed(error);
      return;
    }
    for (const outcome of outcomes) outcome();
  }
}
