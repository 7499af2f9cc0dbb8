/**
 * The new laptop's side of joining: ask with the code, show the five words, wait for the lead, pin the team.
 *
 * The question survives a lock and a restart: it is in the encrypted store until it is answered or stopped. Nothing is shared,
 * and no team is pinned, before the lead's YES, which is sealed with the code's key.
 */
import { z } from 'zod';
import { bytesToHex } from '../../../shared/sync/bytes.ts';
import { decodeFrame, encodeControl, type ControlFrame } from '../../../shared/sync/frames.ts';
import {
  JoinAnswer,
  inviteSecretsOf,
  joinTranscript,
  openJoin,
  parseInviteCode,
  sealJoin,
  type JoinRequest,
} from '../../../shared/sync/invite.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { OpenVault } from '../openVault.ts';
import type { Timer } from '../vaultDeps.ts';
import { joinWords } from './joinWords.ts';
import { askServer } from './oneShot.ts';
import type { SyncEngine } from './syncEngine.ts';
import { isServerAddress, type OpenSocket, type SyncSocket } from './syncSocket.ts';

const ASKED = 'team.joining';
const Asked = z.object({ server: z.string(), code: z.string() });
type Asked = z.infer<typeof Asked>;
const RETRY_MS = 5_000;

export interface JoinState {
  readonly state: 'none' | 'waiting' | 'refused' | 'joined';
  /** Empty until the lead's laptop has answered by itself. */
  readonly words: readonly string[];
}

type JoinError = ErrorOf<
  'AlreadyInTeam' | 'ServerAddressInvalid' | 'CodeWrong' | 'ServerUnreachable' | 'InviteUnknown'
>;

export class Joining {
  readonly #vault: OpenVault;
  readonly #engine: SyncEngine;
  readonly #openSocket: OpenSocket;
  readonly #changed: () => void;
  #state: JoinState = { state: 'none', words: [] };
  #socket: SyncSocket | null = null;
  #retry: Timer | null = null;
  #stopped = false;

  constructor(parts: { vault: OpenVault; engine: SyncEngine; openSocket: OpenSocket; changed: () => void }) {
    this.#vault = parts.vault;
    this.#engine = parts.engine;
    this.#openSocket = parts.openSocket;
    this.#changed = parts.changed;
  }

  get state(): JoinState {
    return this.#engine.keeper.membership ? { state: 'joined', words: [] } : this.#state;
  }

  /** Asks once and answers whether the server knows the invite; then waits in the background. */
  async ask(server: string, typed: string): Promise<Result<null, JoinError>> {
    if (this.#engine.keeper.membership) return err({ tag: 'AlreadyInTeam' });
    if (!isServerAddress(server)) return err({ tag: 'ServerAddressInvalid' });
    const code = parseInviteCode(typed);
    if (!code) return err({ tag: 'CodeWrong' });
    const asked: Asked = { server, code };
    const heard = await askServer(
      this.#openSocket,
      this.#vault.deps,
      server,
      () => this.#request(asked),
      // The server says pong when it took the request and no lead has answered yet.
      (frame) =>
        frame.type === 'refused'
          ? 'refused'
          : frame.type === 'joinAnswer'
            ? 'answered'
            : frame.type === 'pong'
              ? 'taken'
              : null,
    );
    if (!heard.ok && heard.error.tag === 'ServerUnreachable') return err(heard.error);
    if (!heard.ok || heard.value === 'refused') return err({ tag: 'InviteUnknown' });
    this.#remember(asked);
    this.#state = { state: 'waiting', words: [] };
    this.#changed();
    this.resume();
    return ok(null);
  }

  /** Waits on, after an unlock. */
  resume(): void {
    const asked = this.#asked();
    if (!asked || this.#socket || this.#stopped || this.#engine.keeper.membership) return;
    if (this.#state.state === 'none') this.#state = { state: 'waiting', words: [] };
    const socket = this.#openSocket(asked.server, {
      opened: () => undefined,
      message: (bytes) => {
        const frame = decodeFrame(bytes);
        if (frame?.kind !== 'control') return;
        if (frame.frame.type === 'challenge') socket.send(encodeControl(this.#request(asked)));
        else this.#hear(frame.frame, asked);
      },
      closed: () => {
        if (this.#socket !== socket) return;
        this.#socket = null;
        if (!this.#stopped) this.#retry = this.#vault.deps.setTimer(() => this.resume(), RETRY_MS);
      },
    });
    this.#socket = socket;
  }

  cancel(): void {
    this.#end({ state: 'none', words: [] });
  }

  stop(): void {
    this.#stopped = true;
    this.#retry?.cancel();
    this.#socket?.close();
  }

  #hear(frame: ControlFrame, asked: Asked): void {
    if (frame.type === 'refused') return this.#end({ state: 'refused', words: [] });
    if (frame.type !== 'joinAnswer') return;
    const { key } = inviteSecretsOf(asked.code);
    const answer = openJoin('answer', JoinAnswer, frame.sealed, key);
    if (!answer) return;
    if (answer.answer === 'NO') return this.#end({ state: 'refused', words: [] });
    if (answer.answer === 'PENDING') {
      this.#state = {
        state: 'waiting',
        words: joinWords(joinTranscript(this.#facts(), answer.leadDevice, answer.team, answer.root)),
      };
      return this.#changed();
    }
    const { store, deps } = this.#vault;
    store.transaction(() => {
      this.#engine.keeper.pin({
        team: answer.team,
        teamRoom: answer.teamRoom,
        root: answer.root,
        name: answer.teamName,
        server: asked.server,
        joinedAtMs: deps.clock.nowMs(),
      });
      if (answer.user !== undefined) takeUser(store, answer.user);
      // What was made before stays on this laptop until the worker chooses what to share.
      store.db
        .prepare(
          `INSERT INTO room_sync (room, shared) SELECT document_id, 0 FROM document WHERE true ON CONFLICT DO NOTHING`,
        )
        .run();
    });
    this.#end({ state: 'joined', words: [] });
    // Everything in memory still writes under the old id: the vault opens anew under the one of the team.
    if (answer.user !== undefined && answer.user !== this.#vault.me.userId) return this.#vault.lockSoon();
    this.#engine.start();
  }

  #facts(): JoinRequest {
    const { identity, me } = this.#vault;
    return {
      user: identity.userId,
      device: identity.deviceId,
      name: me.name,
      jobTitle: me.jobTitle,
      signPublicKey: bytesToHex(identity.signPublicKey),
      boxPublicKey: bytesToHex(identity.boxPublicKey),
    };
  }

  #request(asked: Asked): ControlFrame {
    const { invite, key } = inviteSecretsOf(asked.code);
    return {
      type: 'joinRequest',
      invite,
      sealed: sealJoin('request', this.#facts(), key, this.#vault.deps.random.bytes(24)),
    };
  }

  #end(state: JoinState): void {
    this.#state = state;
    this.#retry?.cancel();
    this.#vault.store.transaction(() => this.#vault.store.db.prepare('DELETE FROM ui_state WHERE key = ?').run(ASKED));
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#changed();
  }

  #asked(): Asked | null {
    const row = this.#vault.store.db
      .prepare<[string], string>('SELECT value FROM ui_state WHERE key = ?')
      .pluck()
      .get(ASKED);
    return row === undefined ? null : (Asked.safeParse(JSON.parse(row)).data ?? null);
  }

  #remember(asked: Asked): void {
    const { store, deps } = this.#vault;
    store.transaction(() =>
      store.db
        .prepare('INSERT INTO ui_state VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
        .run(ASKED, JSON.stringify(asked), deps.clock.nowMs()),
    );
  }
}

/** This laptop belongs to a colleague who is in the team already. Inside the caller's transaction. */
function takeUser(store: OpenVault['store'], user: string): void {
  const before = store.db.prepare<[], string>('SELECT user_id FROM identity WHERE one = 1').pluck().get() ?? '';
  store.db.prepare('UPDATE document SET created_by = ? WHERE created_by = ?').run(user, before);
  store.db.prepare('UPDATE identity SET user_id = ? WHERE one = 1').run(user);
}
