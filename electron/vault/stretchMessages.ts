/** What the vault and its stretcher say: one request, one answer. */
import type { KeyStretchRequest } from './vaultDeps.ts';

/** The request, or null when it is not one. */
export function parseStretchRequest(value: unknown): KeyStretchRequest | null {
  if (typeof value !== 'object' || value === null) return null;
  const { passphrase, salt, memoryKiB, passes } = value as Readonly<Record<string, unknown>>;
  if (!(passphrase instanceof Uint8Array) || !(salt instanceof Uint8Array)) return null;
  if (typeof memoryKiB !== 'number' || typeof passes !== 'number') return null;
  return { passphrase, salt, memoryKiB, passes };
}

/** The key, or null when the stretcher could not make one. */
export function parseStretchAnswer(value: unknown): Uint8Array | null {
  if (typeof value !== 'object' || value === null || !('key' in value)) return null;
  return value.key instanceof Uint8Array && value.key.length === 32 ? Uint8Array.from(value.key) : null;
}
