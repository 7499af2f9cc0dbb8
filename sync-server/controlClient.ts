/**
 * A small client of the control channel, for the token command, tests and third parties: found a team or authenticate,
 * read the log, append to it. Rooms are left to a stock WebsocketProvider.
 */
import sodium from 'libsodium-wrappers-sumo';
import WebSocket from 'ws';
import { authStatement, foundingProof } from '../shared/sync/authentication.ts';
import type { SigningDevice } from '../shared/sync/envelope.ts';
import {
  MUX_PROTOCOL,
  PROTOCOL_VERSION,
  decodeFrame,
  encodeControl,
  type ControlFrame,
} from '../shared/sync/frames.ts';
import { LOG_START, foldLog, signLogEntry, type TeamEvent, type TeamState } from '../shared/sync/teamLog.ts';

type FrameOf<T extends ControlFrame['type']> = Extract<ControlFrame, { type: T }>;

export class ControlClient {
  readonly #socket: WebSocket;
  readonly #arrived: ControlFrame[] = [];
  #wake: (() => void) | null = null;
  #closed: number | null = null;
  #request = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const frame = decodeFrame(new Uint8Array(data));
      if (frame?.kind === 'control') this.#arrived.push(frame.frame);
      this.#wake?.();
    });
    socket.on('close', (code) => {
      this.#closed = code;
      this.#wake?.();
    });
    socket.on('error', () => {
      this.#closed ??= 1006;
      this.#wake?.();
    });
  }

  static async connect(server: string): Promise<ControlClient> {
    await sodium.ready;
    const client = new ControlClient(new WebSocket(`${server}/mux`, [MUX_PROTOCOL]));
    return client;
  }

  send(frame: ControlFrame): void {
    this.#socket.send(encodeControl(frame));
  }

  /** The next frame of one of these types; throws with the close code when the server ended the connection. */
  async next<T extends ControlFrame['type']>(...types: readonly T[]): Promise<FrameOf<T>> {
    for (;;) {
      const index = this.#arrived.findIndex((frame) => (types as readonly string[]).includes(frame.type));
      if (index >= 0) return this.#arrived.splice(index, 1)[0] as FrameOf<T>;
      if (this.#closed !== null) throw new Error(`the server closed the connection (${String(this.#closed)})`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Founds the team with the server's one-time setup code. */
  async found(
    setupCode: string,
    event: Extract<TeamEvent, { type: 'FOUND' }>,
    device: SigningDevice,
    nowMs: number,
  ): Promise<void> {
    const challenge = await this.next('challenge');
    const entry = signLogEntry(LOG_START, event, nowMs, device);
    this.send({
      type: 'found',
      protocol: PROTOCOL_VERSION,
      entry,
      proof: foundingProof(setupCode, challenge.nonce, entry),
    });
    await this.next('welcome');
  }

  async authenticate(team: string, device: SigningDevice): Promise<void> {
    const challenge = await this.next('challenge');
    const statement = authStatement(challenge.nonce, challenge.serverIncarnation, team, device.device);
    this.send({
      type: 'auth',
      protocol: PROTOCOL_VERSION,
      team,
      device: device.device,
      signature: sodium.crypto_sign_detached(statement, device.signSecretKey),
    });
    await this.next('welcome');
  }

  /** The whole log, verified from its root. */
  async readTeam(): Promise<TeamState> {
    const entries: Uint8Array[] = [];
    for (;;) {
      this.send({ type: 'readLog', from: entries.length });
      const page = await this.next('logEntries');
      if (page.entries.length === 0) break;
      entries.push(...page.entries);
    }
    const state = foldLog(entries);
    if (!state.ok) throw new Error('the team log does not verify');
    return state.value;
  }

  /** Signs an event on the present head; signs again when somebody was first. */
  async append(event: TeamEvent, device: SigningDevice, nowMs: number): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const state = await this.readTeam();
      this.#request += 1;
      this.send({ type: 'appendLog', request: this.#request, entry: signLogEntry(state.head, event, nowMs, device) });
      const answer = await this.next('appended');
      if (answer.ok) return;
      if (answer.reason !== 'HEAD_MOVED') throw new Error(`the server refused: ${answer.reason}`);
    }
    throw new Error('the team log keeps moving');
  }

  close(): void {
    this.#socket.close();
  }
}
