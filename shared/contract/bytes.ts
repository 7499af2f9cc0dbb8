import { z } from 'zod';

/** Largest message between screen and vault, in bytes, both ways. Larger work is sent in parts. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

/** Raw bytes on the contract. Uint8Array, never a Node Buffer. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');

/** A passphrase as UTF-8 bytes (NFKC), so that it never becomes a long-lived string. 1 to 1,024 bytes. */
export const SecretBytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length > 0 && value.length <= 1024,
  'secret',
);
