/**
 * Small secrets under a key: XChaCha20-Poly1305 with a random 192-bit nonce and associated data that says what it is,
 * so that a wrapped secret cannot be moved to another place, vault or purpose.
 */
import { sodium } from './sodium.ts';
import { fromHex, toHex, utf8 } from './bytes.ts';
import type { Random } from '../../../shared/deps.ts';

export interface Wrapped {
  /** Hex. */
  readonly nonce: string;
  /** Hex: ciphertext and tag. */
  readonly wrapped: string;
}

export function wrapSecret(secret: Uint8Array, key: Uint8Array, about: string, random: Random): Wrapped {
  const nonce = random.bytes(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(secret, utf8(about), null, nonce, key);
  return { nonce: toHex(nonce), wrapped: toHex(sealed) };
}

/** The secret, or null when key, place or bytes are not the ones it was wrapped with. */
export function unwrapSecret(box: Wrapped, key: Uint8Array, about: string): Uint8Array | null {
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      fromHex(box.wrapped),
      utf8(about),
      fromHex(box.nonce),
      key,
    );
  } catch {
    // libsodium throws for a wrong tag and for wrong lengths alike: both mean "not this one".
    return null;
  }
}
