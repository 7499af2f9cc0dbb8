/**
 * How a device proves itself to the server: an Ed25519 signature over the server's fresh challenge. The nonce decides
 * freshness; clocks are never trusted. A token for stock clients is the same statement over a room and an expiry of at most
 * five minutes, base64url, carried in the WebSocket subprotocols.
 */
import sodium from 'libsodium-wrappers-sumo';
import { concatBytes, hexToBytes, utf8 } from './bytes.ts';

const AUTH_DOMAIN = utf8('samenspel/auth/v1');
const FOUND_DOMAIN = utf8('samenspel/found/v1');
const TOKEN_DOMAIN = utf8('samenspel/token/v1');
export const MAX_TOKEN_LIFE_MS = 5 * 60_000;

/** What a device signs to authenticate on a challenge of this server incarnation. */
export const authStatement = (nonce: Uint8Array, serverIncarnation: string, team: string, device: string): Uint8Array =>
  concatBytes(AUTH_DOMAIN, nonce, hexToBytes(serverIncarnation), hexToBytes(team), hexToBytes(device));

export interface RoomToken {
  readonly team: string;
  readonly room: string;
  readonly device: string;
  readonly expiresAtMs: number;
}

const tokenStatement = (token: RoomToken): Uint8Array =>
  concatBytes(
    TOKEN_DOMAIN,
    hexToBytes(token.team),
    hexToBytes(token.room),
    hexToBytes(token.device),
    utf8(String(token.expiresAtMs)),
  );

/** `team.room.device.expires.signature`, safe in a WebSocket subprotocol. */
export function signRoomToken(token: RoomToken, signSecretKey: Uint8Array): string {
  const signature = sodium.crypto_sign_detached(tokenStatement(token), signSecretKey);
  return [
    token.team,
    token.room,
    token.device,
    String(token.expiresAtMs),
    sodium.to_base64(signature, sodium.base64_variants.URLSAFE_NO_PADDING),
  ].join('.');
}

/** The parsed token, not yet verified; null when it is not one. */
export function parseRoomToken(text: string): { token: RoomToken; signature: Uint8Array } | null {
  const match = /^([0-9a-f]{32})\.([0-9a-f]{32})\.([0-9a-f]{32})\.(\d{1,16})\.([\w-]{86})$/.exec(text);
  if (!match) return null;
  const [, team = '', room = '', device = '', expires = '', signature = ''] = match;
  return {
    token: { team, room, device, expiresAtMs: Number(expires) },
    signature: sodium.from_base64(signature, sodium.base64_variants.URLSAFE_NO_PADDING),
  };
}

/** True when the device signed this token and it is neither expired nor longer-lived than allowed. */
export function verifyRoomToken(
  parsed: { token: RoomToken; signature: Uint8Array },
  signPublicKey: Uint8Array,
  nowMs: number,
): boolean {
  const { expiresAtMs } = parsed.token;
  if (expiresAtMs < nowMs || expiresAtMs > nowMs + MAX_TOKEN_LIFE_MS) return false;
  return sodium.crypto_sign_verify_detached(parsed.signature, tokenStatement(parsed.token), signPublicKey);
}

/** A setup code is 100 random bits in the form of an invite code; the server prints it once, for the first team lead. */
export const foundingProof = (setupCode: string, nonce: Uint8Array, entry: Uint8Array): Uint8Array => {
  const key = sodium.crypto_generichash(32, concatBytes(FOUND_DOMAIN, utf8(setupCode)), null);
  return sodium.crypto_generichash(32, concatBytes(FOUND_DOMAIN, nonce, entry), key);
};
