/**
 * Loaded into a vault by the fault programme before anything else: a wait whose length was drawn ends at SIGUSR2 and not
 * before. A room is folded in somewhere in ten minutes, so that no two laptops do it at the same time; who wants to kill a
 * laptop at that moment has to choose it. A drawn length is no whole number of milliseconds, an agreed one is.
 */
const { setTimeout: later, clearTimeout: clear } = globalThis;
const A_LONG_DAY_MS = 86_400_000;
const drawn = new Map<unknown, () => void>();

Object.assign(globalThis, {
  setTimeout(run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) {
    if (ms === undefined || Number.isInteger(ms)) return later(run, ms, ...given);
    const timer = later(() => undefined, A_LONG_DAY_MS);
    drawn.set(timer, () => run(...given));
    return timer;
  },
  clearTimeout(timer: Parameters<typeof clear>[0]) {
    drawn.delete(timer);
    clear(timer);
  },
});

process.on('SIGUSR2', () => {
  const waiting = [...drawn];
  drawn.clear();
  for (const [timer, run] of waiting) {
    clear(timer as NodeJS.Timeout);
    run();
  }
});
