/** The last window gone for half a minute means that the worker is done: lock, and end where nothing else keeps the app. */
export const LOCK_AFTER_LAST_WINDOW_MS = 30_000;

export interface LastWindow {
  gone(): void;
  back(): void;
}

export function watchLastWindow(onLongGone: () => void, afterMs = LOCK_AFTER_LAST_WINDOW_MS): LastWindow {
  let timer: NodeJS.Timeout | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    gone() {
      stop();
      timer = setTimeout(onLongGone, afterMs);
    },
    back: stop,
  };
}
