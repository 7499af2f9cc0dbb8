/**
 * Who may be the screen. An address carries a one-time token of 256 bits in its fragment (which a browser never
 * sends): valid for 60 seconds, for one use. It is changed for a resume token, which works until the next address is
 * used. Only hashes are kept, and they are compared in constant time.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock, Random } from '../../shared/deps.ts';

const ONE_TIME_VALID_MS = 60_000;

/** A window that is just starting and an address for a person may both be under way. */
const MAX_OUTSTANDING = 4;

export interface AccessTokens {
  /** A new one-time token. */
  issue(): string;
  /** The resume token for the window that said this, or null when it may not in. A resume token gives itself back. */
  admit(token: string): string | null;
}

/** `clock` must be one that a person cannot set. */
export function createAccessTokens(clock: Clock, random: Random): AccessTokens {
  let outstanding: readonly { readonly hash: Buffer; readonly untilMs: number }[] = [];
  let resume: Buffer | null = null;
  const newToken = (): string => Buffer.from(random.bytes(32)).toString('base64url');
  const valid = () => outstanding.filter((one) => clock.nowMs() < one.untilMs);

  return {
    issue() {
      const token = newToken();
      const fresh = { hash: hashOf(token), untilMs: clock.nowMs() + ONE_TIME_VALID_MS };
      outstanding = [...valid(), fresh].slice(-MAX_OUTSTANDING);
      return token;
    },
    admit(token) {
      if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
      const hash = hashOf(token);
      if (resume !== null && timingSafeEqual(hash, resume)) return token;
      const used = valid().find((one) => timingSafeEqual(hash, one.hash));
      if (used === undefined) return null;
      outstanding = outstanding.filter((one) => one !== used);
      const next = newToken();
      resume = hashOf(next);
      return next;
    },
  };
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
