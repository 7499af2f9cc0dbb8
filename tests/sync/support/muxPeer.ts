/** A bare peer on the app's socket: signs, sends and reads frames by hand, honestly or not. */
import sodium from 'libsodium-wrappers-sumo';
import * as encoding from 'lib0/encoding';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { authStatement, foundingProof } from '../../../shared/sync/authentication.ts';
import { bytesToHex } from '../../../shared/sync/bytes.ts';
import {
  ZERO_HASH,
  deviceIdOf,
  parseEnvelope,
  sealEnvelope,
  type CoverEntry,
  type SigningDevice,
} from '../../../shared/sync/envelope.ts';
import {
  MUX_PROTOCOL,
  PROTOCOL_VERSION,
  decodeFrame,
  encodeControl,
  encodeRoomFrame,
  type ControlFrame,
  type Frame,
} from '../../../shared/sync/frames.ts';
import {
  encodeLaneUpdate,
  decodeLaneUpdate,
  type DeleteRange,
  type LaneUpdate,
} from '../../../shared/sync/laneUpdate.ts';
import { LOG_START, signLogEntry, type TeamEvent } from '../../../shared/sync/teamLog.ts';

export interface PeerDevice extends SigningDevice {
  readonly user: string;
  readonly facts: { user: string; device: string; signPublicKey: string; boxPublicKey: string };
}

export const idOf = (byte: number): string => byte.toString(16).padStart(2, '0').repeat(16);

export function peerDevice(seed: number): PeerDevice {
  const pair = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(seed));
  const box = sodium.crypto_box_seed_keypair(new Uint8Array(32).fill(seed));
  const device = deviceIdOf(pair.publicKey);
  const user = idOf(seed);
  const facts = { user, device, signPublicKey: bytesToHex(pair.publicKey), boxPublicKey: bytesToHex(box.publicKey) };
  return { user, device, signPublicKey: pair.publicKey, signSecretKey: pair.privateKey, facts };
}

export const roomKey = new Uint8Array(32).fill(42);

/** One lane that a test writes: makes chained envelopes of one payload byte each. */
export class TestLane {
  readonly room: string;
  readonly lane: string;
  readonly client: number;
  readonly device: SigningDevice;
  seq = 0;
  prev = ZERO_HASH;

  constructor(room: string, device: SigningDevice, laneByte: number) {
    this.room = room;
    this.device = device;
    this.lane = idOf(laneByte);
    this.client = 1000 + laneByte;
  }

  seal(payload: Uint8Array, kind: 'UPDATE' | 'SNAPSHOT' = 'UPDATE', cover: readonly CoverEntry[] = []): Uint8Array {
    const bytes = sealEnvelope(
      this.room,
      { kind, keyEpoch: 0, lane: this.lane, seq: this.seq, prev: this.prev, cover },
      {
        frontier: [],
        schemaMajor: 1,
        appVersion: '0',
        writtenAtMs: 0,
        documentKind: 'household',
        householdId: idOf(1),
        part: 0,
        parts: 1,
        payload,
      },
      roomKey,
      sodium.randombytes_buf(24),
      this.device,
    );
    this.seq += 1;
    this.prev = parseEnvelope(bytes)?.hash ?? '';
    return bytes;
  }

  /** An outer update of envelopes that start at this lane's clock `from`. */
  update(envelopes: readonly Uint8Array[], from: number, deletes: readonly DeleteRange[] = []): Uint8Array {
    return encodeLaneUpdate({
      runs: [{ client: this.client, lane: from === 0 ? this.lane : null, clock: from, items: envelopes }],
      deletes,
    });
  }
}

export const syncMessage = (type: 0 | 1 | 2, payload: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
};

/** The outer update in a sync message of the server, or null for its step 1. */
export function updateIn(message: Uint8Array): LaneUpdate | null {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  const type = decoding.readVarUint(decoder);
  return type === 0 ? null : decodeLaneUpdate(decoding.readVarUint8Array(decoder));
}

export class MuxPeer {
  readonly socket: WebSocket;
  readonly frames: Frame[] = [];
  closeCode: number | null = null;
  readonly #waiting = new Set<() => void>();
  #request = 0;
  logHead = LOG_START;

  constructor(url: string) {
    this.socket = new WebSocket(`${url}/mux`, [MUX_PROTOCOL]);
    const wake = (): void => {
      for (const check of [...this.#waiting]) check();
    };
    this.socket.on('message', (data: Buffer) => {
      const frame = decodeFrame(new Uint8Array(data));
      if (frame) this.frames.push(frame);
      wake();
    });
    this.socket.on('close', (code) => {
      this.closeCode = code;
      wake();
    });
    this.socket.on('error', () => {
      this.closeCode ??= 1006;
      wake();
    });
  }

  /** Resolves when the check gives something; takes no time when it already does. */
  until<T>(check: () => T | null | undefined | false): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = check();
        if (found === null || found === undefined || found === false) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  next<T extends ControlFrame['type']>(type: T): Promise<Extract<ControlFrame, { type: T }>> {
    return this.until(() => {
      const index = this.frames.findIndex((frame) => frame.kind === 'control' && frame.frame.type === type);
      if (index < 0) return null;
      const [frame] = this.frames.splice(index, 1);
      return frame?.kind === 'control' ? (frame.frame as Extract<ControlFrame, { type: T }>) : null;
    });
  }

  /** The frames of this type that came and were not asked for yet. */
  controls<T extends ControlFrame['type']>(type: T): readonly Extract<ControlFrame, { type: T }>[] {
    return this.frames.flatMap((frame) =>
      frame.kind === 'control' && frame.frame.type === type ? [frame.frame as Extract<ControlFrame, { type: T }>] : [],
    );
  }

  closed(): Promise<number> {
    return this.until(() => this.closeCode);
  }

  send(frame: ControlFrame): void {
    this.socket.send(encodeControl(frame));
  }

  room(index: number, message: Uint8Array): void {
    this.socket.send(encodeRoomFrame(index, message));
  }

  async found(setupCode: string, device: PeerDevice, team: string, teamRoom: string): Promise<void> {
    const { nonce } = await this.next('challenge');
    const event = {
      type: 'FOUND',
      team,
      founder: device.facts,
      organisationBoxPublicKey: device.facts.boxPublicKey,
      teamRoom,
    } as const;
    const entry = signLogEntry(LOG_START, event, 0, device);
    this.send({ type: 'found', protocol: PROTOCOL_VERSION, entry, proof: foundingProof(setupCode, nonce, entry) });
    this.logHead = (await this.next('welcome')).logHead;
  }

  async authenticate(device: PeerDevice, team: string): Promise<void> {
    const { nonce, serverIncarnation } = await this.next('challenge');
    const signature = sodium.crypto_sign_detached(
      authStatement(nonce, serverIncarnation, team, device.device),
      device.signSecretKey,
    );
    this.send({ type: 'auth', protocol: PROTOCOL_VERSION, team, device: device.device, signature });
    this.logHead = (await this.next('welcome')).logHead;
  }

  /** Appends to the team log on the head this peer knows; answers the reason of a refusal, '' when taken. */
  async append(event: TeamEvent, device: SigningDevice, head: string): Promise<string> {
    this.#request += 1;
    this.send({ type: 'appendLog', request: this.#request, entry: signLogEntry(head, event, 0, device) });
    return (await this.next('appended')).reason;
  }

  async open(index: number, room: string): Promise<void> {
    this.send({ type: 'open', index, room });
    this.room(index, syncMessage(0, new Uint8Array([0])));
    await this.next('caughtUp');
    await this.next('ack');
  }

  /** Everything the server said about a room so far, as outer updates. */
  updates(index: number): readonly LaneUpdate[] {
    return this.frames.flatMap((frame) =>
      frame.kind === 'room' && frame.index === index
        ? [updateIn(frame.message)].filter((update) => update !== null)
        : [],
    );
  }

  close(): void {
    this.socket.terminate();
  }
}

export const ackedClock = (stateVector: Uint8Array, client: number): number =>
  Y.decodeStateVector(stateVector).get(client) ?? 0;
