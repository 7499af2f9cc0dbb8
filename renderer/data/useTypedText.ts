/**
 * The text of a field that searches while somebody types. The field keeps its own value, so a key costs one letter; what
 * is listed under it follows after the letter stands there, and gives way to the next key.
 */
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterPaint } from './afterPaint.ts';

export interface TypedText {
  /** What was typed, some milliseconds ago. */
  readonly text: string;
  /** For the field at every key. */
  change(next: string): void;
  /** Before acting on a list: from here on `text` is what stands in the field. */
  catchUp(): void;
}

/** Begins empty, as the field does. */
export function useTypedText(): TypedText {
  const [text, setText] = useState('');
  const typed = useRef('');
  const planned = useRef<(() => void) | null>(null);
  const stop = useCallback(() => {
    planned.current?.();
    planned.current = null;
  }, []);
  useEffect(() => stop, [stop]);
  const actions = useMemo(
    () => ({
      change(next: string): void {
        typed.current = next;
        planned.current ??= afterPaint(() => {
          planned.current = null;
          startTransition(() => setText(typed.current));
        });
      },
      catchUp(): void {
        stop();
        flushSync(() => setText(typed.current));
      },
    }),
    [stop],
  );
  return useMemo(() => ({ text, ...actions }), [text, actions]);
}
