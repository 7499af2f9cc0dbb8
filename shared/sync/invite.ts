/**
 * Joining a team: a code from the lead's screen, five words on both screens, approval by the lead.
 *
 * The code (100 bit, Crockford base32, 5 groups of 4) never travels. From it both sides derive the public invite id
 * (what the server relays by) and one secret key: the request and the answer are sealed with it, so the server reads
 * neither and cannot put its own keys in between. The five words (about 64 bit) are a hash of both sides' public keys
 * and the team's root; the lead compares them in person or by phone before approving.
 */
import sodium from 'libsodium-wrappers-sumo';
import { z } from 'zod';
import { bytesToHex, concatBytes, utf8 } from './bytes.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const INVITE_DOMAIN = utf8('samenspel/invite/v1');
const PHRASE_DOMAIN = utf8('samenspel/join-phrase/v1');
export const INVITE_LIFE_MS = 24 * 3_600_000;
export const INVITE_CODE_LENGTH = 20;

/** `random` must be 20 random bytes; each gives one of 32 characters without bias. */
export function inviteCodeFrom(random: Uint8Array): string {
  if (random.length !== INVITE_CODE_LENGTH) throw new Error('20 random bytes needed');
  const letters = Array.from(random, (byte) => ALPHABET[byte % 32]).join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** Reads a typed code: case, spaces, dashes, O/0 and I/L/1 do not matter. Null when it cannot be a code. */
export function parseInviteCode(typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (letters.length !== INVITE_CODE_LENGTH || [...letters].some((letter) => !ALPHABET.includes(letter))) return null;
  return (letters.match(/.{4}/g) ?? []).join('-');
}

export interface InviteSecrets {
  /** Public: how the server relays. 128 bit hex. */
  readonly invite: string;
  readonly key: Uint8Array;
}

/** The code has 100 bits of entropy, so a plain keyed hash is enough; no password stretching needed. */
export function inviteSecretsOf(code: string): InviteSecrets {
  const seed = sodium.crypto_generichash(32, concatBytes(INVITE_DOMAIN, utf8(code)), null);
  return {
    invite: bytesToHex(sodium.crypto_generichash(16, utf8('id'), seed)),
    key: sodium.crypto_generichash(32, utf8('key'), seed),
  };
}

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(length)}}$`));

/** From the joining laptop. The name is for the lead's screen. */
export const JoinRequest = z.object({
  user: hex(32),
  device: hex(32),
  name: z.string().max(80),
  jobTitle: z.string().max(80),
  signPublicKey: hex(64),
  boxPublicKey: hex(64),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

/**
 * From the lead. PENDING comes by itself, so that both screens can show the same five words before anybody decides; YES comes
 * after the lead compared them and the device is in the team log. What YES names is what the new laptop pins.
 */
export const JoinAnswer = z.object({
  answer: z.enum(['PENDING', 'YES', 'NO']),
  team: hex(32),
  teamRoom: hex(32),
  /** Hash of the FOUND entry, the root of the team log. */
  root: hex(64),
  leadDevice: hex(32),
  teamName: z.string().max(120),
  /** A new laptop of a colleague who is in the team already: the id that this colleague writes under. */
  user: hex(32).optional(),
});
export type JoinAnswer = z.infer<typeof JoinAnswer>;

/** Seals a join message with the code's key. `direction` keeps a request from being replayed as an answer. */
export function sealJoin(
  direction: 'request' | 'answer',
  message: JoinRequest | JoinAnswer,
  key: Uint8Array,
  nonce: Uint8Array,
): Uint8Array {
  const plain = utf8(JSON.stringify(message).padEnd(1024));
  return concatBytes(
    nonce,
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, utf8(direction), null, nonce, key),
  );
}

/** Null when the bytes were not sealed with this code, or were altered. */
export function openJoin<T>(
  direction: 'request' | 'answer',
  schema: z.ZodType<T>,
  sealed: Uint8Array,
  key: Uint8Array,
): T | null {
  if (sealed.length < 40 || sealed.length > 16_384) return null;
  try {
    const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.slice(24),
      utf8(direction),
      sealed.slice(0, 24),
      key,
    );
    const parsed = schema.safeParse(JSON.parse(sodium.to_string(plain)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** 64 bits both screens turn into five words: over the joining device's keys, the lead's device and the team root. */
export function joinTranscript(request: JoinRequest, leadDevice: string, team: string, root: string): Uint8Array {
  const facts = [
    request.user,
    request.device,
    request.signPublicKey,
    request.boxPublicKey,
    leadDevice,
    team,
    root,
  ].join('|');
  return sodium.crypto_generichash(16, concatBytes(PHRASE_DOMAIN, utf8(facts)), null);
}
