/**
 * What a host (Electron shell, loopback, a test) and the vault process say to each other.
 *
 * Promises: the same messages over `child_process.fork` (with `serialization: 'advanced'`) and over Electron's
 * `utilityProcess` (structured clone), so bytes travel as Uint8Array. The host relays `message` bytes and never
 * parses them. Each side ignores, and logs by type only, what it does not know: a newer host may meet an older vault.
 *
 * The order:
 *   host  start                              first message, once
 *   vault ready                              from here screens may connect (or `refused`, and the process ends)
 *   host  connect, message ..., disconnect   per screen; one screen at a time, a later one takes over
 *   vault message ..., closed                `closed` says that the vault let go of this screen
 *   host  suspend                            sleep, lid, screen lock of the system: lock now
 *   host  end                                the app quits: save and end
 *   vault stretcherWanted                    Electron only: fork `stretcher` as a utilityProcess, make a MessageChannelMain,
 *                                            give one end to it as `{ type: 'port' }` and the other end to the vault
 *   host  stretcherPort (+ the port)         so the passphrase never passes through the host. Under plain Node the vault
 *                                            forks its stretcher by itself and never asks
 *   vault keychainRead / keychainWrite       host answers with keychainAnswer; only when `start` said keychain: true
 *   vault ended                              last message; the process exits with 0 right after
 *
 * The vault process ends itself at lock. A host that sees it exit (with or without `ended`) starts a fresh one and
 * lets the screen connect again; a crash of the vault is a lock.
 */
import { z } from 'zod';

export const HOST_PROTOCOL_VERSION = 1;

/** Made by the host, unique while the vault process lives. Not a secret. */
const ScreenId = z.string().min(1).max(64);
const RequestId = z.number().int().nonnegative();
/** A view on our own kind of bytes: a Buffer that came over a process boundary is taken as Uint8Array. */
const AnyBytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes')
  .transform((bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));

const HostMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    protocol: z.literal(HOST_PROTOCOL_VERSION),
    host: z.enum(['electron', 'loopback']),
    appVersion: z.string().max(40),
    /** Absolute. Holds profiles/<profile id>/. Never on a network share. */
    dataFolder: z.string().min(1),
    /** True when the host answers keychain requests from a real keychain of the operating system. */
    keychain: z.boolean(),
  }),
  z.object({ type: z.literal('connect'), screenId: ScreenId }),
  z.object({ type: z.literal('message'), screenId: ScreenId, bytes: AnyBytes }),
  z.object({ type: z.literal('disconnect'), screenId: ScreenId }),
  z.object({ type: z.literal('suspend') }),
  z.object({ type: z.literal('end') }),
  z.object({ type: z.literal('stretcherPort'), requestId: RequestId }),
  z.object({ type: z.literal('keychainAnswer'), requestId: RequestId, ok: z.boolean(), secret: AnyBytes.nullable() }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

const VaultMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('refused'), reason: z.enum(['NODE_TOO_OLD', 'PROTOCOL', 'DATA_FOLDER']) }),
  z.object({ type: z.literal('message'), screenId: ScreenId, bytes: AnyBytes }),
  z.object({ type: z.literal('closed'), screenId: ScreenId }),
  z.object({ type: z.literal('stretcherWanted'), requestId: RequestId }),
  z.object({ type: z.literal('keychainRead'), requestId: RequestId, name: z.string().max(120) }),
  z.object({ type: z.literal('keychainWrite'), requestId: RequestId, name: z.string().max(120), secret: AnyBytes }),
  z.object({ type: z.literal('ended') }),
]);
export type VaultMessage = z.infer<typeof VaultMessage>;

/** For the vault: a message of the host, or null when it is not one. */
export function parseHostMessage(value: unknown): HostMessage | null {
  return HostMessage.safeParse(value).data ?? null;
}

/** For a host: a message of the vault, or null when it is not one. */
export function parseVaultMessage(value: unknown): VaultMessage | null {
  return VaultMessage.safeParse(value).data ?? null;
}
