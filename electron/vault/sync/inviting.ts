/**
 * The lead's side of joining: codes that were given out, laptops that ask, and the decision.
 *
 * A request that opens with one of our codes is answered by itself with PENDING, so that both screens show the same words.
 * YES goes out only when the device is in the team log.
 */
import { z } from 'zod';
import {
  INVITE_CODE_LENGTH,
  INVITE_LIFE_MS,
  JoinRequest,
  inviteCodeFrom,
  inviteSecretsOf,
  joinTranscript,
  openJoin,
  sealJoin,
  type JoinAnswer,
} from '../../../shared/sync/invite.ts';
import { createRecord } from '../../../shared/documents/accessors.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import { DocumentId } from '../../../shared/domain/ids.ts';
import { UserId } from '../../../shared/domain/ids.ts';
import type { TeamEvent, TeamRole } from '../../../shared/sync/teamLog.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenVault } from '../openVault.ts';
import { joinWords } from './joinWords.ts';
import type { SyncEngine } from './syncEngine.ts';

const INVITES = 'team.invites';
const Invites = z.array(z.object({ code: z.string(), expiresAtMs: z.number() }));
type Invite = z.infer<typeof Invites>[number];

interface Waiting {
  readonly invite: string;
  readonly code: string;
  readonly request: JoinRequest;
  approved: boolean;
  /** The colleague whose new laptop this is; null for a new colleague. */
  asUser: string | null;
}

export class Inviting {
  readonly #vault: OpenVault;
  readonly #engine: SyncEngine;
  readonly #changed: () => void;
  readonly #waiting = new Map<string, Waiting>();

  constructor(parts: { vault: OpenVault; engine: SyncEngine; changed: () => void }) {
    this.#vault = parts.vault;
    this.#engine = parts.engine;
    this.#changed = parts.changed;
  }

  /** A new code, registered at the server; null without a connection. */
  invite(): { readonly code: string; readonly expiresAtMs: number } | null {
    const { deps } = this.#vault;
    const code = inviteCodeFrom(deps.random.bytes(INVITE_CODE_LENGTH));
    const expiresAtMs = deps.clock.nowMs() + INVITE_LIFE_MS;
    if (!this.#engine.send({ type: 'invite', invite: inviteSecretsOf(code).invite, expiresAtMs })) return null;
    this.#keep([...this.#invites(), { code, expiresAtMs }]);
    return { code, expiresAtMs };
  }

  /** A laptop asks: when it used one of our codes, both screens may show the words. */
  onRequest(invite: string, sealed: Uint8Array): void {
    const known = this.#invites().find((candidate) => inviteSecretsOf(candidate.code).invite === invite);
    if (!known) return;
    const request = openJoin('request', JoinRequest, sealed, inviteSecretsOf(known.code).key);
    if (!request) return;
    // Also when the lead said yes before this laptop was locked: the decision is in the log, or on its way there.
    const admitted = this.#admittedAs(request.device);
    this.#waiting.set(invite, {
      invite,
      code: known.code,
      request,
      approved: admitted !== null,
      asUser: admitted === request.user ? null : admitted,
    });
    if (admitted === null) this.#answer(invite, 'PENDING');
    else this.onTeamChanged();
    this.#changed();
  }

  /** The user under which this device is in the team, or will be once our decision is signed. */
  #admittedAs(device: string): string | null {
    const { state } = this.#engine.keeper;
    const there = state?.devices.get(device)?.user;
    if (there !== undefined) return there;
    for (const { event } of this.#engine.keeper.intents())
      if (event.type === 'ADD_DEVICE' && event.device.device === device) return event.device.user;
    return null;
  }

  rows(): readonly {
    readonly invite: string;
    readonly name: string;
    readonly jobTitle: string;
    readonly words: string[];
  }[] {
    return [...this.#waiting.values()]
      .filter((waiting) => !waiting.approved)
      .map(({ invite, request }) => ({
        invite,
        name: request.name,
        jobTitle: request.jobTitle,
        words: this.#words(request),
      }));
  }

  /**
   * The decision. False when nobody waits on this invite. `asUser`: a new laptop of this colleague, who keeps writing under
   * the same name, with the roles and dossiers that were there.
   */
  decide(
    invite: string,
    approve: boolean,
    roles: readonly TeamRole[],
    openHouseholds: boolean,
    asUser: string | null = null,
  ): boolean {
    const waiting = this.#waiting.get(invite);
    const state = this.#engine.keeper.state;
    if (!waiting || !state) return false;
    if (!approve) {
      this.#answer(invite, 'NO');
      this.#forget(waiting);
      return true;
    }
    const { device, signPublicKey, boxPublicKey, name, jobTitle } = waiting.request;
    const user = asUser ?? waiting.request.user;
    waiting.asUser = asUser;
    const events: TeamEvent[] = [
      { type: 'ADD_DEVICE', device: { user, device, signPublicKey, boxPublicKey }, roles: [...roles] },
    ];
    if (openHouseholds && asUser === null) {
      for (const [room, { kind, users }] of state.rooms) {
        if (kind === 'household' && users.has(this.#vault.me.userId))
          events.push({ type: 'GRANT', room, user, reason: 'NIEUW' });
      }
    }
    this.#vault.store.transaction(() => {
      this.#engine.decide(...events);
      this.#vault.documents.change(DocumentId.parse(state.teamRoom), (doc, writer) => {
        // Also what was written on the new laptop before it came in has a name.
        for (const id of new Set([user, waiting.request.user])) {
          const known = readRecords(doc, 'teamMembers').some((record) => record.values.user === id);
          if (!known) createRecord(doc, 'teamMembers', { user: UserId.parse(id), name, jobTitle }, writer);
        }
        return ok(null);
      });
    });
    waiting.approved = true;
    this.#engine.announce();
    this.onTeamChanged();
    this.#changed();
    return true;
  }

  /** Says YES to laptops that are in the log by now. */
  onTeamChanged(): void {
    for (const waiting of [...this.#waiting.values()]) {
      if (!waiting.approved || !this.#engine.keeper.state?.devices.has(waiting.request.device)) continue;
      this.#answer(waiting.invite, 'YES');
      this.#forget(waiting);
    }
  }

  #answer(invite: string, answer: JoinAnswer['answer']): void {
    const waiting = this.#waiting.get(invite);
    const membership = this.#engine.keeper.membership;
    if (!waiting || !membership) return;
    const { team, teamRoom, root, name } = membership;
    const message: JoinAnswer = {
      answer,
      team,
      teamRoom,
      root,
      leadDevice: this.#engine.device.device,
      teamName: name,
      ...(answer === 'YES' && waiting.asUser !== null ? { user: waiting.asUser } : {}),
    };
    const sealed = sealJoin('answer', message, inviteSecretsOf(waiting.code).key, this.#vault.deps.random.bytes(24));
    this.#engine.send({ type: 'joinAnswer', invite, sealed });
  }

  #words(request: JoinRequest): string[] {
    const membership = this.#engine.keeper.membership;
    return joinWords(
      joinTranscript(request, this.#engine.device.device, membership?.team ?? '', membership?.root ?? ''),
    );
  }

  #forget(waiting: Waiting): void {
    this.#waiting.delete(waiting.invite);
    this.#keep(this.#invites().filter((invite) => invite.code !== waiting.code));
    this.#changed();
  }

  #invites(): readonly Invite[] {
    const row = this.#vault.store.db
      .prepare<[string], string>('SELECT value FROM ui_state WHERE key = ?')
      .pluck()
      .get(INVITES);
    const invites = row === undefined ? [] : (Invites.safeParse(JSON.parse(row)).data ?? []);
    return invites.filter((invite) => invite.expiresAtMs > this.#vault.deps.clock.nowMs());
  }

  #keep(invites: readonly Invite[]): void {
    const { store, deps } = this.#vault;
    store.transaction(() =>
      store.db
        .prepare('INSERT INTO ui_state VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
        .run(INVITES, JSON.stringify(invites), deps.clock.nowMs()),
    );
  }
}
