/** Work that may wait until what was just typed stands on the screen. */

/** Runs once, after the next frame is drawn; soon, in a window that is not seen and draws none. The answer takes it back. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const soon = (): void => {
    timer = setTimeout(run, 0);
  };
  if (document.visibilityState === 'hidden') soon();
  // Callbacks of a frame run before it is drawn, timers after it.
  else frame = requestAnimationFrame(soon);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
