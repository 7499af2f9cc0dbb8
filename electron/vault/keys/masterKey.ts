/**
 * One random master key per vault, and the keys that come from it. The master key itself encrypts nothing but its
 * children's names: each purpose has its own key, so that one that leaks says nothing about another.
 *
 * subkey = BLAKE2b-256, keyed with the master key, over `samenspel/<purpose>/v1`. The contexts are frozen: another
 * spelling is another database key.
 */
import { KEY_BYTES } from './kdf.ts';
import { sodium } from './sodium.ts';
import { utf8, wipe } from './bytes.ts';
import type { Random } from '../../../shared/deps.ts';

const CONTEXTS = {
  database: 'samenspel/database/v1',
  audit: 'samenspel/audit/v1',
  identity: 'samenspel/identity/v1',
  header: 'samenspel/header-mac/v1',
  pin: 'samenspel/pin/v1',
} as const;

/** 32 bytes each. */
export type Subkeys = { readonly [Purpose in keyof typeof CONTEXTS]: Uint8Array };

export function newMasterKey(random: Random): Uint8Array {
  return random.bytes(KEY_BYTES);
}

/** A key for one purpose; the same master key and context always give the same. */
export function deriveKey(masterKey: Uint8Array, context: string): Uint8Array {
  return sodium.crypto_generichash(KEY_BYTES, utf8(context), masterKey);
}

export function deriveSubkeys(masterKey: Uint8Array): Subkeys {
  return {
    database: deriveKey(masterKey, CONTEXTS.database),
    audit: deriveKey(masterKey, CONTEXTS.audit),
    identity: deriveKey(masterKey, CONTEXTS.identity),
    header: deriveKey(masterKey, CONTEXTS.header),
    pin: deriveKey(masterKey, CONTEXTS.pin),
  };
}

/** Overwrites all of them, at lock. */
export function wipeSubkeys(keys: Subkeys): void {
  wipe(...Object.values(keys));
}
