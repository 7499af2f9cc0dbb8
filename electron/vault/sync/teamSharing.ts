/**
 * Everything of sharing that lives while a vault is open: the engine, joining and inviting, index facts, and the words of
 * the status line as numbers.
 */
import type { SharingSummary } from '../../../shared/contract/commands/sharing.ts';
import type { z } from 'zod';
import { DocumentId } from '../../../shared/domain/ids.ts';
import type { OpenVault } from '../openVault.ts';
import type { Timer } from '../vaultDeps.ts';
import type { Missing } from './headWitness.ts';
import { LookLines } from './lookLines.ts';
import { reportUnusual } from './lookReports.ts';
import { Inviting } from './inviting.ts';
import { Joining } from './joining.ts';
import { SyncEngine } from './syncEngine.ts';
import { rescueBeforeLeaving, wipeReceipt } from './leaving.ts';
import { QuarantineKeeper } from './quarantineKeeper.ts';
import type { OpenSocket } from './syncSocket.ts';
import { TeamFacts } from './teamFacts.ts';
import { waitingChanges } from './waitingChanges.ts';

const TELL_AFTER_MS = 200;
const FACTS_AFTER_MS = 1_000;
/** How long locking may wait for the last changes to be acknowledged. */
const SEND_BEFORE_LOCK_MS = 5_000;
const ANSWER_WITHIN_MS = 20_000;
const DAY_MS = 86_400_000;

type Summary = z.infer<typeof SharingSummary>;

export class TeamSharing {
  readonly engine: SyncEngine;
  readonly joining: Joining;
  readonly inviting: Inviting;
  readonly facts: TeamFacts;
  readonly looks: LookLines;
  readonly quarantine: QuarantineKeeper;
  readonly openSocket: OpenSocket;
  #leaving = false;
  readonly #vault: OpenVault;
  readonly #factsDue = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #tellTimer: Timer | null = null;
  #factsTimer: Timer | null = null;
  #stopped = false;

  constructor(vault: OpenVault, openSocket: OpenSocket, hooks: { readonly teamDocumentCame?: () => void } = {}) {
    this.#vault = vault;
    this.openSocket = openSocket;
    this.engine = new SyncEngine(vault, openSocket, {
      statusChanged: () => this.#tellSoon(),
      teamChanged: () => {
        this.inviting.onTeamChanged();
        vault.documents.followAccess();
        this.quarantine.bringLost();
        vault.emit('team.changed', {});
        this.#tellSoon();
      },
      applied: (room) => {
        if (room === this.engine.keeper.membership?.teamRoom) {
          vault.emit('team.changed', {});
          hooks.teamDocumentCame?.();
        }
        // On the screen at this moment: seen.
        if (vault.documents.isOpen(room)) this.engine.noteLookedAt(room);
        this.#tellSoon();
      },
      joinRequest: (invite, sealed) => this.inviting.onRequest(invite, sealed),
      otherFrame: (frame) => this.quarantine.hear(frame),
      online: () => this.quarantine.onOnline(),
      revoked: (wipe) => void this.#leave(wipe),
    });
    const changed = (): void => vault.emit('team.changed', {});
    this.joining = new Joining({ vault, engine: this.engine, openSocket, changed });
    this.inviting = new Inviting({ vault, engine: this.engine, changed });
    this.facts = new TeamFacts(vault, this.engine.keeper);
    this.looks = new LookLines(vault, {
      isShared: (documentId) => this.isShared(documentId),
      carried: () => this.#report(),
    });
    this.quarantine = new QuarantineKeeper({ vault, engine: this.engine, changed });
  }

  /** This laptop was given up: its unshared work goes to quarantine, and then it wipes itself or stays closed. */
  async #leave(wipe: boolean): Promise<void> {
    if (this.#leaving || this.#stopped) return;
    this.#leaving = true;
    const safe = await rescueBeforeLeaving(this.#vault, this.engine, this.openSocket);
    this.#leaving = false;
    if (this.#stopped) return;
    if (!wipe) {
      this.#vault.documents.followAccess();
      this.#vault.emit('team.changed', {});
    } else if (safe) this.#vault.wipeSoon(wipeReceipt(this.#vault, this.engine, this.openSocket));
    else this.#vault.lockSoon();
  }

  /** After the vault opened. */
  start(): void {
    this.engine.start();
    this.joining.resume();
    this.looks.begin();
    if (this.engine.keeper.membership) this.looks.soon();
  }

  #report(): void {
    const { state } = this.engine.keeper;
    if (state && this.#vault.documents.facts(state.teamRoom)) reportUnusual(this.#vault, state);
  }

  /** A document of ours was saved. */
  noteSaved(documentId: string): void {
    this.engine.noteSaved(documentId);
    if (!this.engine.keeper.membership || this.#stopped) return;
    this.looks.soon();
    this.#factsDue.add(documentId);
    this.#factsTimer ??= this.#vault.deps.setTimer(() => this.#updateFacts(), FACTS_AFTER_MS);
  }

  isShared(documentId: string): boolean {
    if (!this.engine.keeper.membership) return false;
    const shared = this.#vault.store.db
      .prepare<[string], number>('SELECT shared FROM room_sync WHERE room = ?')
      .pluck()
      .get(documentId);
    return shared !== 0;
  }

  summary(): Summary {
    const status = this.engine.status();
    const now = this.#vault.deps.clock.nowMs();
    const since = status.lastSharedAtMs ?? this.engine.keeper.membership?.joinedAtMs ?? now;
    const stopped = status.newerLog || status.state === 'revoked' || status.state === 'falseLog';
    const failed = status.failure !== null || stopped;
    const reason =
      status.state === 'revoked'
        ? 'REVOKED'
        : status.state === 'falseLog'
          ? 'FALSE_LOG'
          : status.newerLog
            ? 'NEWER_APP'
            : (status.failure?.reason ?? null);
    return {
      state: this.#stateOf(status.state, status.waiting, failed && reason !== 'UNREACHABLE'),
      waiting: status.waiting === 0 ? 0 : Math.max(1, waitingChanges(this.#vault.store)),
      lastSharedAtMs: status.lastSharedAtMs,
      lastContactAtMs: status.lastContactAtMs,
      daysUnshared: status.waiting === 0 ? 0 : Math.max(0, Math.floor((now - since) / DAY_MS)),
      failure: reason === null ? null : { reason, status: status.failure?.status ?? null },
      newerApp: status.newerApp,
      withheld: failed ? null : this.#withheld(status.withheld[0]),
      openChoices:
        this.#vault.store.db.prepare<[], number>('SELECT coalesce(sum(choices), 0) FROM open_choice').pluck().get() ??
        0,
    };
  }

  /** Whose work does not come: the writer's when known, else of the colleague who has it. */
  #withheld(missing: Missing | undefined): Summary['withheld'] {
    if (!missing) return null;
    const { state } = this.engine.keeper;
    const device = missing.writer ?? missing.witness;
    const name = this.facts.names().get(state?.devices.get(device)?.user ?? '')?.name ?? 'een collega';
    return { name, lastReceivedAtMs: this.engine.lastReceivedAtMs(device) };
  }

  #stateOf(state: ReturnType<SyncEngine['status']>['state'], waiting: number, failed: boolean): Summary['state'] {
    if (state === 'noTeam') return 'noTeam';
    if (failed) return 'failed';
    if (state !== 'online') return 'offline';
    return waiting > 0 ? 'sending' : 'shared';
  }

  /** Tries now; settles when all is shared, or when it is clear that it does not work. */
  shareNow(): Promise<'shared' | 'noTeam' | 'failed'> {
    if (!this.engine.keeper.membership) return Promise.resolve('noTeam');
    this.#updateFacts();
    this.engine.shareNow();
    return this.#settled(ANSWER_WITHIN_MS).then((shared) => (shared ? 'shared' : 'failed'));
  }

  /** Before the vault closes: at most five seconds to get the last changes acknowledged, only when connected. */
  async stop(): Promise<void> {
    this.looks.tryCarry();
    this.looks.stop();
    if (this.engine.status().state === 'online') {
      this.#updateFacts();
      this.engine.shareNow();
      await this.#settled(SEND_BEFORE_LOCK_MS);
    }
    this.#stopped = true;
    this.#tellTimer?.cancel();
    this.#factsTimer?.cancel();
    this.joining.stop();
    this.engine.stop();
  }

  #settled(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (shared: boolean): void => {
        this.#listeners.delete(look);
        timer.cancel();
        resolve(shared);
      };
      const timer = this.#vault.deps.setTimer(() => finish(false), withinMs);
      const look = (): void => {
        const { state, waiting, failure, newerLog } = this.engine.status();
        if (state === 'online' && waiting === 0) finish(true);
        else if (newerLog || state === 'revoked' || state === 'falseLog' || (state === 'offline' && failure !== null))
          finish(false);
      };
      this.#listeners.add(look);
      look();
    });
  }

  #updateFacts(): void {
    this.#factsTimer?.cancel();
    this.#factsTimer = null;
    const due = [...this.#factsDue];
    this.#factsDue.clear();
    this.facts.update(due.map((documentId) => DocumentId.parse(documentId)));
  }

  #tellSoon(): void {
    for (const look of [...this.#listeners]) look();
    if (this.#stopped) return;
    this.#tellTimer ??= this.#vault.deps.setTimer(() => {
      this.#tellTimer = null;
      if (!this.#stopped) this.#vault.emit('sharing.changed', this.summary());
    }, TELL_AFTER_MS);
  }
}
