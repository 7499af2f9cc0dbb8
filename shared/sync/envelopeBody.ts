/**
 * The plaintext inside an envelope: what the server never sees. Encoded with lib0, then zero-padded (padding.ts).
 * Unknown trailing data of a later version is ignored; a body of a later schema major is kept and relayed, not applied.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { paddedLength } from './padding.ts';

export interface FrontierEntry {
  readonly lane: string;
  readonly seq: number;
}

export interface EnvelopeBody {
  /** Newest envelope seen of the lanes that moved since the own previous envelope: lets peers notice what is missing. */
  readonly frontier: readonly FrontierEntry[];
  readonly schemaMajor: number;
  readonly appVersion: string;
  /** Device clock, for display only. Never used for ordering. */
  readonly writtenAtMs: number;
  /** Which document this is; a new reader learns it here. */
  readonly documentKind: string;
  readonly householdId: string;
  /** A change larger than one envelope is cut: parts 0 … parts-1 in consecutive envelopes of the lane, joined by the reader. */
  readonly part: number;
  readonly parts: number;
  /** Yjs V1 update (UPDATE, SNAPSHOT) or the attested heads (HEAD). */
  readonly payload: Uint8Array;
}

export function encodeBody(body: EnvelopeBody): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, body.frontier.length);
  for (const entry of body.frontier) {
    encoding.writeVarString(encoder, entry.lane);
    encoding.writeVarUint(encoder, entry.seq);
  }
  encoding.writeVarUint(encoder, body.schemaMajor);
  encoding.writeVarString(encoder, body.appVersion);
  encoding.writeVarUint(encoder, Math.max(0, Math.floor(body.writtenAtMs)));
  encoding.writeVarString(encoder, body.documentKind);
  encoding.writeVarString(encoder, body.householdId);
  encoding.writeVarUint(encoder, body.part);
  encoding.writeVarUint(encoder, body.parts);
  encoding.writeVarUint8Array(encoder, body.payload);
  const bytes = encoding.toUint8Array(encoder);
  const padded = new Uint8Array(paddedLength(bytes.length));
  padded.set(bytes);
  return padded;
}

/** Null when the bytes are not a body; never throws. */
export function decodeBody(bytes: Uint8Array): EnvelopeBody | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frontier: FrontierEntry[] = [];
    const count = decoding.readVarUint(decoder);
    if (count > 4096) return null;
    for (let index = 0; index < count; index++) {
      frontier.push({ lane: decoding.readVarString(decoder), seq: decoding.readVarUint(decoder) });
    }
    return {
      frontier,
      schemaMajor: decoding.readVarUint(decoder),
      appVersion: decoding.readVarString(decoder),
      writtenAtMs: decoding.readVarUint(decoder),
      documentKind: decoding.readVarString(decoder),
      householdId: decoding.readVarString(decoder),
      part: decoding.readVarUint(decoder),
      parts: decoding.readVarUint(decoder),
      payload: decoding.readVarUint8Array(decoder).slice(),
    };
  } catch {
    return null;
  }
}
