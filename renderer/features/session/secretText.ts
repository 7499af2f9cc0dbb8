/**
 * A passphrase goes from the input element to bytes in one step: never into React state, never into a longer-lived
 * string than JavaScript forces on us.
 */

/** The secret in this input as UTF-8 bytes (NFKC, without spaces around it); null when empty. The input stays as it is. */
export function readSecret(input: HTMLInputElement | null): Uint8Array | null {
  const bytes = new TextEncoder().encode((input?.value ?? '').normalize('NFKC').trim());
  return bytes.length === 0 ? null : bytes;
}

/** The secret, and the input is emptied. */
export function takeSecret(input: HTMLInputElement | null): Uint8Array | null {
  const bytes = readSecret(input);
  if (input) input.value = '';
  return bytes;
}

/** Overwrites the bytes. What the engine copied elsewhere goes when the window closes. */
export function wipe(bytes: Uint8Array | null): void {
  bytes?.fill(0);
}
