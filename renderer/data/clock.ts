/** The one place in the renderer that reads the clock and sets timers. */
export const screenClock = {
  nowMs: (): number => Date.now(),
};

export function setTimer(run: () => void, ms: number): { cancel(): void } {
  const timer = setTimeout(run, ms);
  return { cancel: () => clearTimeout(timer) };
}
