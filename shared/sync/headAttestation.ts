/**
 * What a device says it has seen, inside a HEAD envelope of the team room (kind 4, encrypted like everything there): the team
 * log, and how far lanes of other rooms are. Whoever reads it can ask for what the server did not give.
 *
 * Reading never throws: null means "not one". Later versions may append; what follows is ignored.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { bytesToHex, hexToBytes } from './bytes.ts';

export interface AttestedLane {
  readonly room: string;
  readonly lane: string;
  /** The newest envelope of the lane that this device has, and its hash. */
  readonly seq: number;
  readonly head: string;
}

/** How far the chained log of the laptop itself is, so that a tail that is cut off later is missed. */
export interface AuditHead {
  readonly seq: number;
  readonly mac: string;
}

export interface HeadAttestation {
  /** Null from an older version. */
  readonly audit: AuditHead | null;
  readonly logLength: number;
  readonly logHead: string;
  readonly lanes: readonly AttestedLane[];
}

const VERSION = 2;
const FIRST_VERSION = 1;
/** Lanes in one attestation: 54 bytes each, so far below the largest envelope. */
export const MAX_ATTESTED_LANES = 4_000;

export function encodeAttestation(attestation: HeadAttestation): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, attestation.audit === null ? FIRST_VERSION : VERSION);
  encoding.writeVarUint(encoder, attestation.logLength);
  encoding.writeUint8Array(encoder, hexToBytes(attestation.logHead));
  encoding.writeVarUint(encoder, attestation.lanes.length);
  for (const { room, lane, seq, head } of attestation.lanes) {
    encoding.writeUint8Array(encoder, hexToBytes(room));
    encoding.writeUint8Array(encoder, hexToBytes(lane));
    encoding.writeVarUint(encoder, seq);
    encoding.writeUint8Array(encoder, hexToBytes(head));
  }
  if (attestation.audit !== null) {
    encoding.writeVarUint(encoder, attestation.audit.seq);
    encoding.writeUint8Array(encoder, hexToBytes(attestation.audit.mac));
  }
  return encoding.toUint8Array(encoder);
}

export function decodeAttestation(bytes: Uint8Array): HeadAttestation | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const hex = (length: number): string => bytesToHex(decoding.readUint8Array(decoder, length));
    const version = decoding.readVarUint(decoder);
    if (version < FIRST_VERSION) return null;
    const logLength = decoding.readVarUint(decoder);
    const logHead = hex(32);
    const count = decoding.readVarUint(decoder);
    if (count > MAX_ATTESTED_LANES) return null;
    const lanes = Array.from({ length: count }, () => {
      const [room, lane] = [hex(16), hex(16)];
      return { room, lane, seq: decoding.readVarUint(decoder), head: hex(16) };
    });
    const audit = version < VERSION ? null : { seq: decoding.readVarUint(decoder), mac: hex(32) };
    return { audit, logLength, logHead, lanes };
  } catch {
    return null;
  }
}
