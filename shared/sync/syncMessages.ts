/** The y-protocols messages that lanes use, and nothing more. Reading never throws: null means "not one". */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

const SYNC = 0;
const AWARENESS = 1;
const QUERY_AWARENESS = 3;
export const syncSteps = { STEP_1: 0, STEP_2: 1, UPDATE: 2 } as const;
export type SyncStep = keyof typeof syncSteps;
const stepByCode: readonly SyncStep[] = ['STEP_1', 'STEP_2', 'UPDATE'];

export function encodeSync(step: SyncStep, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC);
  encoding.writeVarUint(encoder, syncSteps[step]);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

/** Awareness is 'ignored': it would be readable to the server. */
export function decodeSync(message: Uint8Array): { step: SyncStep; payload: Uint8Array } | 'ignored' | null {
  try {
    const decoder = decoding.createDecoder(message);
    const outer = decoding.readVarUint(decoder);
    if (outer === AWARENESS || outer === QUERY_AWARENESS) return 'ignored';
    const step = outer === SYNC ? stepByCode[decoding.readVarUint(decoder)] : undefined;
    if (!step) return null;
    const payload = decoding.readVarUint8Array(decoder);
    return decoding.hasContent(decoder) ? null : { step, payload: payload.slice() };
  } catch {
    return null;
  }
}

/** client → clock; null when the bytes are not a state vector. */
export function decodeLaneVector(bytes: Uint8Array): ReadonlyMap<number, number> | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    if (count > 100_000) return null;
    const vector = new Map<number, number>();
    for (let index = 0; index < count; index++)
      vector.set(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
    return vector;
  } catch {
    return null;
  }
}
