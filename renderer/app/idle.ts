/**
 * Tells the vault, at most once per half minute, that somebody is there. The vault owns the clocks of hiding and
 * locking; reading and moving the mouse are activity too, and only the screen sees those.
 */
const TELL_EVERY_MS = 30_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls `tell` on the first sign of activity and then at most once per half minute, until stopped. */
export function watchActivity(page: Window, nowMs: () => number, tell: () => void): () => void {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  const seen = (): void => {
    const now = nowMs();
    // A clock set back must not silence this for hours.
    if (now - toldAtMs < TELL_EVERY_MS && now >= toldAtMs) return;
    toldAtMs = now;
    tell();
  };
  for (const sign of SIGNS) page.addEventListener(sign, seen, { capture: true, passive: true });
  return () => {
    for (const sign of SIGNS) page.removeEventListener(sign, seen, { capture: true });
  };
}
