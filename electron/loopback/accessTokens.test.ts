import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAccessTokens } from './accessTokens.ts';

const random = { bytes: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)) };

function tokensAt(clock: { ms: number }) {
  return createAccessTokens({ nowMs: () => clock.ms }, random);
}

describe('access tokens', () => {
  it('are 256 bits and differ each time', () => {
    const tokens = tokensAt({ ms: 0 });
    const issued = Array.from({ length: 50 }, () => tokens.issue());
    expect(new Set(issued).size).toBe(50);
    for (const token of issued) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('admit once [P12]', () => {
    const tokens = tokensAt({ ms: 0 });
    const token = tokens.issue();
    expect(tokens.admit(token)).not.toBeNull();
    expect(tokens.admit(token)).toBeNull();
  });

  it('admit until 60 seconds have passed, and not after', () => {
    const clock = { ms: 0 };
    const tokens = tokensAt(clock);
    const [early, late] = [tokens.issue(), tokens.issue()];
    clock.ms = 59_999;
    expect(tokens.admit(early)).not.toBeNull();
    clock.ms = 60_000;
    expect(tokens.admit(late)).toBeNull();
  });

  it('change into a resume token that works until another address is used', () => {
    const clock = { ms: 0 };
    const tokens = tokensAt(clock);
    const resume = tokens.admit(tokens.issue()) ?? '';
    clock.ms = 24 * 3_600_000;
    expect(tokens.admit(resume)).toBe(resume);
    expect(tokens.admit(resume)).toBe(resume);
    const next = tokens.admit(tokens.issue());
    expect(next).not.toBe(resume);
    expect(tokens.admit(resume)).toBeNull();
  });

  it('refuse everything else', () => {
    const tokens = tokensAt({ ms: 0 });
    const token = tokens.issue();
    for (const wrong of ['', 'x', token.slice(1), `${token}=`, `${token} `, token.toUpperCase(), '_'.repeat(43)]) {
      expect(tokens.admit(wrong)).toBeNull();
    }
    expect(tokens.admit(token)).not.toBeNull();
  });

  it('are few at a time: a fifth address makes the first one useless', () => {
    const tokens = tokensAt({ ms: 0 });
    const issued = Array.from({ length: 5 }, () => tokens.issue());
    expect(issued.map((token) => tokens.admit(token) !== null)).toEqual([false, true, true, true, true]);
  });
});
