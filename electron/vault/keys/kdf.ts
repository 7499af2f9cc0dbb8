/**
 * How a passphrase becomes a key: Argon2id (RFC 9106), one lane.
 *
 * Promises: the parameters are stored with each slot and are only ever raised; a header that asks less than the floor
 * is refused (someone weakened it), and so is one that asks more than the ceiling (someone wants to exhaust memory).
 */
import { sodium } from './sodium.ts';
import type { KeyStretchRequest } from '../vaultDeps.ts';

export const KEY_BYTES = 32;
export const SALT_BYTES = 16;

export interface KdfParams {
  readonly memoryKiB: number;
  readonly passes: number;
}

export interface KeyPolicy {
  /** New slots get these; a weaker slot is raised to them at the next unlock. */
  readonly preferred: KdfParams;
  /** A slot below these is refused. */
  readonly floor: KdfParams;
  /** A slot above these is refused. */
  readonly ceiling: KdfParams;
  /** For the PIN of Verbergen: its hash lies inside the encrypted database. */
  readonly pin: KdfParams;
}

/** 64 MiB, three passes: RFC 9106's second recommendation with one lane. The PIN gets the floor that OWASP names. */
export const PRODUCTION_KEY_POLICY: KeyPolicy = {
  preferred: { memoryKiB: 65_536, passes: 3 },
  floor: { memoryKiB: 65_536, passes: 3 },
  ceiling: { memoryKiB: 1_048_576, passes: 20 },
  pin: { memoryKiB: 19_456, passes: 2 },
};

const atLeast = (a: KdfParams, b: KdfParams): boolean => a.memoryKiB >= b.memoryKiB && a.passes >= b.passes;

/** Whether a slot with these parameters may be used at all. */
export function withinPolicy(params: KdfParams, policy: KeyPolicy): boolean {
  return atLeast(params, policy.floor) && atLeast(policy.ceiling, params);
}

/** The parameters of a new wrap of this slot: never below what it had. */
export function raised(params: KdfParams, policy: KeyPolicy): KdfParams {
  return {
    memoryKiB: Math.max(params.memoryKiB, policy.preferred.memoryKiB),
    passes: Math.max(params.passes, policy.preferred.passes),
  };
}

/** Argon2id with one lane, 32 bytes out. Blocks for half a second: only the stretcher process calls it. */
export function argon2id(request: KeyStretchRequest): Uint8Array {
  return sodium.crypto_pwhash(
    KEY_BYTES,
    request.passphrase,
    request.salt,
    request.passes,
    request.memoryKiB * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
}
