/**
 * Frames of the multiplexed socket `/mux`. Binary; the first varuint is the room index the client chose (1…), the rest is
 * a stock y-protocols message (varuint 0 = sync, then step 1, step 2 or update). Index 0 carries control frames.
 *
 * Nothing but `auth`, `found`, `recover`, `leave` and `joinRequest` is parsed before authentication, and never a room frame. Decoding never throws: null means
 * "not a frame", and the receiver closes with BAD_FRAME.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export const PROTOCOL_VERSION = 1;
/** Largest frame in bytes; larger sync answers are split by row. */
export const MAX_FRAME_BYTES = 1024 * 1024;
/** Largest frame before authentication, in bytes. */
export const MAX_HELLO_BYTES = 8 * 1024;
/** WebSocket subprotocol of the app's socket. */
export const MUX_PROTOCOL = 'samenspel-mux-1';
/** Prefix of the subprotocol that carries a stock client's short-lived token (never in the URL: logs). */
export const TOKEN_PROTOCOL_PREFIX = 'samenspel-token.';

export const closeCodes = {
  BAD_FRAME: 4400,
  NOT_AUTHENTICATED: 4401,
  NOT_ALLOWED: 4403,
  AUTH_TIMEOUT: 4408,
  TOO_FAST: 4429,
  CLIENT_TOO_OLD: 4426,
  REVOKED: 4410,
  TRY_LATER: 1013,
} as const;

/** Why a room or a request was refused. One room's refusal never closes the socket. */
export const refusals = [
  'NO_GRANT',
  'UNKNOWN_ROOM',
  'BAD_ENVELOPE',
  'BAD_SIGNATURE',
  'WRONG_LANE',
  'SEQ_GAP',
  'DELETE_NOT_COVERED',
  'TOO_LARGE',
  'QUOTA',
  'STORE_FAILED',
  'HEAD_MOVED',
  'BAD_ENTRY',
  'UNKNOWN_INVITE',
  'EXPIRED',
  'BUSY',
] as const;
export type Refusal = (typeof refusals)[number];

export type ControlFrame =
  /** Server → client, first: prove who you are on this challenge. */
  | {
      readonly type: 'challenge';
      readonly protocol: number;
      readonly nonce: Uint8Array;
      readonly serverIncarnation: string;
      readonly serverTimeMs: number;
    }
  /** Client → server: Ed25519 over authStatement(). */
  | {
      readonly type: 'auth';
      readonly protocol: number;
      readonly team: string;
      readonly device: string;
      readonly signature: Uint8Array;
    }
  /** Client → server, instead of auth: the first lead founds the team with the server's one-time setup code. */
  | { readonly type: 'found'; readonly protocol: number; readonly entry: Uint8Array; readonly proof: Uint8Array }
  | { readonly type: 'welcome'; readonly logLength: number; readonly logHead: string; readonly serverTimeMs: number }
  | { readonly type: 'open'; readonly index: number; readonly room: string }
  | { readonly type: 'close'; readonly index: number }
  /** A refusal about a room index, or about a request (index 0). */
  | { readonly type: 'refused'; readonly index: number; readonly reason: Refusal }
  /** Durable: everything in this state vector is committed with fsync on the server's disk. */
  | { readonly type: 'ack'; readonly index: number; readonly stateVector: Uint8Array }
  /** All rows asked for by sync step 1 were sent. */
  | { readonly type: 'caughtUp'; readonly index: number }
  | { readonly type: 'readLog'; readonly from: number }
  | { readonly type: 'logEntries'; readonly from: number; readonly entries: readonly Uint8Array[] }
  | { readonly type: 'appendLog'; readonly request: number; readonly entry: Uint8Array }
  | { readonly type: 'appended'; readonly request: number; readonly ok: boolean; readonly reason: Refusal | '' }
  /** A lead registers an invite (its public id) until a moment; a joining device posts; both poll nothing: the server relays. */
  | { readonly type: 'invite'; readonly invite: string; readonly expiresAtMs: number }
  | { readonly type: 'joinRequest'; readonly invite: string; readonly sealed: Uint8Array }
  | { readonly type: 'joinAnswer'; readonly invite: string; readonly sealed: Uint8Array }
  | { readonly type: 'ping' }
  | { readonly type: 'pong' }
  /**
   * Instead of auth, by who holds the organisation key: `proof` is askStatement() signed. Without an entry the server gives
   * the team's log (welcome, logEntries); with a RECOVER entry it appends it (appended).
   */
  | { readonly type: 'recover'; readonly protocol: number; readonly proof: Uint8Array; readonly entry: Uint8Array }
  /** Instead of auth, by a revoked device: it may bring what it had not shared to quarantine, and say that it wiped itself. */
  | {
      readonly type: 'leave';
      readonly protocol: number;
      readonly team: string;
      readonly device: string;
      readonly signature: Uint8Array;
    }
  /** One part of work that has no room any more, sealed to the leads. Answered with `rescued` after the commit. */
  | {
      readonly type: 'rescue';
      readonly item: string;
      readonly part: number;
      readonly parts: number;
      readonly room: string;
      readonly sealed: Uint8Array;
    }
  | { readonly type: 'rescued'; readonly item: string; readonly part: number }
  /** A lead asks for everything in quarantine; each part comes as `quarantined`, also when it arrives later. */
  | { readonly type: 'readQuarantine' }
  | {
      readonly type: 'quarantined';
      readonly item: string;
      readonly part: number;
      readonly parts: number;
      readonly room: string;
      readonly device: string;
      readonly receivedAtMs: number;
      readonly sealed: Uint8Array;
    }
  /** A lead took it over, or declined it: the server lets it go, and says so to every lead. */
  | { readonly type: 'settleQuarantine'; readonly item: string };

type Codec<T> = { write(encoder: encoding.Encoder, value: T): void; read(decoder: decoding.Decoder): T };
const uint: Codec<number> = { write: encoding.writeVarUint, read: decoding.readVarUint };
const text: Codec<string> = { write: encoding.writeVarString, read: decoding.readVarString };
const bytes: Codec<Uint8Array> = {
  write: encoding.writeVarUint8Array,
  read: (decoder) => decoding.readVarUint8Array(decoder).slice(),
};
const bool: Codec<boolean> = {
  write: (encoder, value) => encoding.writeUint8(encoder, value ? 1 : 0),
  read: (decoder) => decoding.readUint8(decoder) === 1,
};
const list = <T>(item: Codec<T>): Codec<readonly T[]> => ({
  write(encoder, values) {
    encoding.writeVarUint(encoder, values.length);
    for (const value of values) item.write(encoder, value);
  },
  read(decoder) {
    const length = decoding.readVarUint(decoder);
    if (length > 100_000) throw new Error('list too long');
    return Array.from({ length }, () => item.read(decoder));
  },
});
const refusal: Codec<Refusal | ''> = {
  write: (encoder, value) => encoding.writeVarUint(encoder, value === '' ? 0 : refusals.indexOf(value) + 1),
  read: (decoder) => {
    const code = decoding.readVarUint(decoder);
    return code === 0 ? '' : (refusals[code - 1] ?? 'BUSY');
  },
};

/** Frame type → number and fields, in wire order. Append only. */
const layouts = {
  challenge: { code: 1, fields: { protocol: uint, nonce: bytes, serverIncarnation: text, serverTimeMs: uint } },
  auth: { code: 2, fields: { protocol: uint, team: text, device: text, signature: bytes } },
  welcome: { code: 3, fields: { logLength: uint, logHead: text, serverTimeMs: uint } },
  open: { code: 4, fields: { index: uint, room: text } },
  close: { code: 5, fields: { index: uint } },
  refused: { code: 6, fields: { index: uint, reason: refusal } },
  ack: { code: 7, fields: { index: uint, stateVector: bytes } },
  caughtUp: { code: 8, fields: { index: uint } },
  readLog: { code: 9, fields: { from: uint } },
  logEntries: { code: 10, fields: { from: uint, entries: list(bytes) } },
  appendLog: { code: 11, fields: { request: uint, entry: bytes } },
  appended: { code: 12, fields: { request: uint, ok: bool, reason: refusal } },
  invite: { code: 13, fields: { invite: text, expiresAtMs: uint } },
  joinRequest: { code: 14, fields: { invite: text, sealed: bytes } },
  joinAnswer: { code: 15, fields: { invite: text, sealed: bytes } },
  ping: { code: 16, fields: {} },
  pong: { code: 17, fields: {} },
  found: { code: 18, fields: { protocol: uint, entry: bytes, proof: bytes } },
  recover: { code: 19, fields: { protocol: uint, proof: bytes, entry: bytes } },
  leave: { code: 20, fields: { protocol: uint, team: text, device: text, signature: bytes } },
  rescue: { code: 21, fields: { item: text, part: uint, parts: uint, room: text, sealed: bytes } },
  rescued: { code: 22, fields: { item: text, part: uint } },
  readQuarantine: { code: 23, fields: {} },
  quarantined: {
    code: 24,
    fields: { item: text, part: uint, parts: uint, room: text, device: text, receivedAtMs: uint, sealed: bytes },
  },
  settleQuarantine: { code: 25, fields: { item: text } },
} as const satisfies Record<ControlFrame['type'], { code: number; fields: Record<string, unknown> }>;

const typeByCode = new Map<number, ControlFrame['type']>(
  Object.entries(layouts).map(([type, layout]) => [layout.code, type as ControlFrame['type']]),
);

export function encodeControl(frame: ControlFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  const layout = layouts[frame.type];
  encoding.writeVarUint(encoder, layout.code);
  const values = frame as unknown as Record<string, unknown>;
  for (const [name, codec] of Object.entries(layout.fields)) (codec as Codec<unknown>).write(encoder, values[name]);
  return encoding.toUint8Array(encoder);
}

/** Prefixes a stock y-protocols message with its room index. */
export function encodeRoomFrame(index: number, message: Uint8Array): Uint8Array {
  if (index < 1) throw new Error('room index starts at 1');
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, index);
  encoding.writeUint8Array(encoder, message);
  return encoding.toUint8Array(encoder);
}

export type Frame =
  | { readonly kind: 'control'; readonly frame: ControlFrame }
  | { readonly kind: 'room'; readonly index: number; readonly message: Uint8Array };

/** Reads hostile bytes; null when they are not a frame. */
export function decodeFrame(data: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(data);
    const index = decoding.readVarUint(decoder);
    if (index > 0) return { kind: 'room', index, message: decoding.readTailAsUint8Array(decoder) };
    const type = typeByCode.get(decoding.readVarUint(decoder));
    if (!type) return null;
    const values: Record<string, unknown> = { type };
    for (const [name, codec] of Object.entries(layouts[type].fields))
      values[name] = (codec as Codec<unknown>).read(decoder);
    return decoding.hasContent(decoder) ? null : { kind: 'control', frame: values as unknown as ControlFrame };
  } catch {
    return null;
  }
}
