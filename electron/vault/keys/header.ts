/**
 * The header of a vault: who it belongs to, and the slots from which its master key can be taken. It lies beside the
 * database as small JSON and holds nothing secret.
 *
 * Two guards. `check` (BLAKE2b-128, no key) finds damage before anybody types a passphrase. `mac` (BLAKE2b-256 under
 * a subkey of the master key, over everything else) finds a header that somebody changed on purpose; it can only be
 * checked after a slot has opened. Both are over the canonical form: JSON with sorted keys, so that fields written by
 * a newer app survive and still count.
 */
import { z } from 'zod';
import { ProfileId } from '../../../shared/domain/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { fromHex, sameBytes, toHex, utf8 } from './bytes.ts';
import { sodium } from './sodium.ts';

export const HEADER_VERSION = 1;

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'));

const Kdf = z.discriminatedUnion('algorithm', [
  z.object({
    algorithm: z.literal('argon2id'),
    memoryKiB: z.number().int().positive(),
    passes: z.number().int().positive(),
  }),
  /** For secrets of 256 random bits, which need no stretching. */
  z.object({ algorithm: z.literal('blake2b') }),
]);

const Slot = z.looseObject({
  type: z.enum(['passphrase', 'recovery', 'team']),
  kdf: Kdf,
  /** Whether a secret of the operating system's keychain is mixed in. */
  keychain: z.boolean(),
  salt: hexOf(16),
  nonce: hexOf(24),
  wrapped: hexOf(48),
});
export type Slot = z.infer<typeof Slot>;
export type SlotType = Slot['type'];

const Header = z.looseObject({
  version: z.literal(HEADER_VERSION),
  profileId: ProfileId,
  /** The worker's own name, for the chooser before unlock. */
  label: z.string().max(80),
  jobTitle: z.string().max(80),
  practice: z.boolean(),
  createdAtMs: z.number().int(),
  slots: z.array(Slot).min(1).max(8),
});
export type Header = z.infer<typeof Header>;

const Sealed = z.object({ header: Header, mac: hexOf(32), check: hexOf(16) });

/** A header with its MAC, as it lies on disk. */
export interface SealedHeader {
  readonly header: Header;
  readonly mac: string;
}

/** JSON with sorted keys and no white space: the same value always gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

/** What a slot's wrap is bound to: this vault, this slot, these parameters. */
export function slotContext(profileId: ProfileId, slot: Pick<Slot, 'type' | 'kdf' | 'keychain' | 'salt'>): string {
  const { type, kdf, keychain, salt } = slot;
  return canonical({ what: 'samenspel/slot/v1', version: HEADER_VERSION, profileId, type, kdf, keychain, salt });
}

export function sealHeader(header: Header, headerKey: Uint8Array): SealedHeader {
  return { header, mac: toHex(macOf(header, headerKey)) };
}

/** False when anything in the header is not what the owner of the master key wrote. */
export function headerIsAuthentic(sealed: SealedHeader, headerKey: Uint8Array): boolean {
  return sameBytes(fromHex(sealed.mac), macOf(sealed.header, headerKey));
}

export function encodeHeader(sealed: SealedHeader): Uint8Array {
  const { header, mac } = sealed;
  return utf8(`${JSON.stringify({ header, mac, check: checkOf(header, mac) }, null, 2)}\n`);
}

/** `NEWER`: written by a later app; anything else that cannot be read is damage. */
export function decodeHeader(bytes: Uint8Array): Result<SealedHeader, 'DAMAGED' | 'NEWER'> {
  const value = parseJson(bytes);
  const sealed = Sealed.safeParse(value);
  if (sealed.success) {
    const { header, mac, check } = sealed.data;
    return check === checkOf(header, mac) ? ok({ header, mac }) : err('DAMAGED');
  }
  const newer = z.object({ header: z.object({ version: z.number().int().gt(HEADER_VERSION) }) }).safeParse(value);
  return err(newer.success ? 'NEWER' : 'DAMAGED');
}

function macOf(header: Header, headerKey: Uint8Array): Uint8Array {
  return sodium.crypto_generichash(32, utf8(canonical(header)), headerKey);
}

function checkOf(header: Header, mac: string): string {
  return toHex(sodium.crypto_generichash(16, utf8(canonical({ header, mac })), null));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
