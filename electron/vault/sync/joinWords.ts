/** Five Dutch words (64 bit) for a hash: short enough to read aloud, long enough that no two screens match by luck. */
import { dutchWords } from '../keys/dutchWords.ts';

const WORDS = 5;

/** The first nine bytes of the hash as a number, written in base 7,134 (64.0 bit of it are left). */
export function joinWords(hash: Uint8Array): string[] {
  let value = hash.slice(0, 9).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const base = BigInt(dutchWords.length);
  return Array.from({ length: WORDS }, () => {
    const word = dutchWords[Number(value % base)] ?? '';
    value /= base;
    return word;
  });
}
