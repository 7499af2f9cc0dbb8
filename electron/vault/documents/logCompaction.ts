/** Folds grown logs in while nobody types, and at hide and lock. A log that did not grow enough is left alone. */
import type { Clock } from '../../../shared/deps.ts';
import type { Timer, VaultDeps } from '../vaultDeps.ts';
import type { DocumentLog } from './documentLog.ts';

const AFTER_MS = 5_000;

export interface LogCompactionDeps {
  readonly log: DocumentLog;
  readonly clock: Clock;
  readonly setTimer: VaultDeps['setTimer'];
  /** Of a shared document, rows that are not sealed stay. */
  isShared(documentId: string): boolean;
}

export class LogCompaction {
  readonly #deps: LogCompactionDeps;
  readonly #grown = new Set<string>();
  #timer: Timer | null = null;

  constructor(deps: LogCompactionDeps) {
    this.#deps = deps;
  }

  /** Looks at this log once it is quiet for five seconds. */
  soon(documentId: string): void {
    this.#grown.add(documentId);
    this.#timer?.cancel();
    this.#timer = this.#deps.setTimer(() => this.now(), AFTER_MS);
  }

  /** Looks at every log that grew. */
  now(): void {
    this.end();
    const { log, clock, isShared } = this.#deps;
    for (const documentId of this.#grown) {
      if (log.wantsCompaction(documentId)) log.compact(documentId, clock.nowMs(), isShared(documentId));
    }
    this.#grown.clear();
  }

  end(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }
}
