/**
 * Envelopes between screen and vault as bytes.
 *
 *   header  version (varuint) · kind (1 byte) · id (varuint; 0 for an event)   the same in every version to come
 *   body    request: name, input · reply: outcome · event: name, payload · cancel: nothing
 *
 * Values are written in lib0's `any` encoding, so that Uint8Array travels as it is. Promises: size is looked at before
 * anything else; nesting and the number of items are bounded; hostile bytes end in a value, never in a throw, and never
 * in an object with a borrowed prototype. Decoded bytes are views on the message: wiping one wipes both.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { err, ok, type Result } from '../result.ts';
import { MAX_MESSAGE_BYTES } from './bytes.ts';
import { CONTRACT_VERSION } from './contract.ts';

export const MAX_DEPTH = 16;
/** Most values in one message; the largest lists of the contract hold about 10,000. */
export const MAX_ITEMS = 200_000;
const MAX_NAME_LENGTH = 100;

const KIND = { request: 1, reply: 2, event: 3, cancel: 4 } as const;

export type Envelope =
  | { readonly kind: 'request'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly outcome: unknown }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

/** Why bytes are no envelope. `id` is there when the header could be read, so that the sender can be answered. */
export interface CodecError {
  readonly reason: 'TOO_LARGE' | 'OTHER_VERSION' | 'UNREADABLE';
  readonly kind: Envelope['kind'] | null;
  readonly id: number | null;
}

/** Bytes of one envelope. Throws only for values that no schema lets through (functions, symbols). */
export function encodeEnvelope(envelope: Envelope): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, CONTRACT_VERSION);
  encoding.writeUint8(encoder, KIND[envelope.kind]);
  encoding.writeVarUint(encoder, envelope.kind === 'event' ? 0 : envelope.id);
  switch (envelope.kind) {
    case 'request':
      encoding.writeVarString(encoder, envelope.name);
      writeValue(encoder, envelope.input);
      break;
    case 'reply':
      writeValue(encoder, envelope.outcome);
      break;
    case 'event':
      encoding.writeVarString(encoder, envelope.name);
      writeValue(encoder, envelope.payload);
      break;
    case 'cancel':
      break;
  }
  return encoding.toUint8Array(encoder);
}

/** The envelope in these bytes, or why there is none. Never throws. */
export function decodeEnvelope(message: Uint8Array): Result<Envelope, CodecError> {
  const header = readHeader(message);
  const failed = (reason: CodecError['reason']): Result<Envelope, CodecError> =>
    err({ reason, kind: header?.kind ?? null, id: header?.id ?? null });
  if (message.byteLength > MAX_MESSAGE_BYTES) return failed('TOO_LARGE');
  if (header === null) return failed('UNREADABLE');
  if (header.version !== CONTRACT_VERSION) return failed('OTHER_VERSION');
  try {
    const { decoder, kind, id } = header;
    const envelope = readBody(decoder, kind, id);
    return decoding.hasContent(decoder) ? failed('UNREADABLE') : ok(envelope);
  } catch {
    // lib0 throws on short or impossible input; for the caller that is one expected outcome.
    return failed('UNREADABLE');
  }
}

interface Header {
  readonly version: number;
  readonly kind: Envelope['kind'];
  readonly id: number;
  readonly decoder: decoding.Decoder;
}

function readHeader(message: Uint8Array): Header | null {
  try {
    const decoder = decoding.createDecoder(message);
    const version = decoding.readVarUint(decoder);
    const code = decoding.readUint8(decoder);
    const id = decoding.readVarUint(decoder);
    const kind = (Object.keys(KIND) as (keyof typeof KIND)[]).find((name) => KIND[name] === code);
    return kind && Number.isSafeInteger(id) ? { version, kind, id, decoder } : null;
  } catch {
    return null;
  }
}

function readBody(decoder: decoding.Decoder, kind: Envelope['kind'], id: number): Envelope {
  const budget = { items: MAX_ITEMS };
  switch (kind) {
    case 'request':
      return { kind, id, name: readName(decoder), input: readValue(decoder, 0, budget) };
    case 'reply':
      return { kind, id, outcome: readValue(decoder, 0, budget) };
    case 'event':
      return { kind, name: readName(decoder), payload: readValue(decoder, 0, budget) };
    case 'cancel':
      return { kind, id };
  }
}

function readName(decoder: decoding.Decoder): string {
  const name = decoding.readVarString(decoder);
  if (name.length > MAX_NAME_LENGTH) throw new Error('name too long');
  return name;
}

/** lib0's `any` format, as lib0 writes it; objects keep own keys only, `undefined` members are left out. */
function writeValue(encoder: encoding.Encoder, value: unknown): void {
  if (Array.isArray(value)) {
    encoding.writeUint8(encoder, 117);
    encoding.writeVarUint(encoder, value.length);
    for (const item of value) writeValue(encoder, item);
  } else if (value instanceof Uint8Array) {
    encoding.writeUint8(encoder, 116);
    encoding.writeVarUint8Array(encoder, value);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    encoding.writeUint8(encoder, 118);
    encoding.writeVarUint(encoder, entries.length);
    for (const [key, member] of entries) {
      encoding.writeVarString(encoder, key);
      writeValue(encoder, member);
    }
  } else if (isPrimitive(value)) {
    encoding.writeAny(encoder, value);
  } else {
    throw new TypeError(`a ${typeof value} cannot travel`);
  }
}

function isPrimitive(value: unknown): value is string | number | boolean | bigint | null | undefined {
  return value === null || ['string', 'number', 'boolean', 'bigint', 'undefined'].includes(typeof value);
}

/** Own reader instead of lib0's readAny: that one recurses without a bound and assigns `__proto__`. */
function readValue(decoder: decoding.Decoder, depth: number, budget: { items: number }): unknown {
  if (depth > MAX_DEPTH) throw new Error('nested too deep');
  budget.items -= 1;
  if (budget.items < 0) throw new Error('too many values');
  const code = decoder.arr[decoder.pos];
  if (code === 117) {
    decoder.pos += 1;
    const length = decoding.readVarUint(decoder);
    const items: unknown[] = [];
    for (let index = 0; index < length; index += 1) items.push(readValue(decoder, depth + 1, budget));
    return items;
  }
  if (code === 118) {
    decoder.pos += 1;
    const length = decoding.readVarUint(decoder);
    const members: [string, unknown][] = [];
    for (let index = 0; index < length; index += 1) {
      const key = decoding.readVarString(decoder);
      if (key === '__proto__') throw new Error('forbidden key');
      members.push([key, readValue(decoder, depth + 1, budget)]);
    }
    return Object.fromEntries(members);
  }
  const value: unknown = decoding.readAny(decoder);
  if (decoder.pos > decoder.arr.length) throw new Error('ended too early');
  return value;
}
