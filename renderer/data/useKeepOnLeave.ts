/**
 * Words that become a record at once or not at all, such as a question in own words: when the screen goes while they
 * stand there, they are kept, so that nothing typed is lost. `keep` answers whether there was something to keep.
 */
import { useEffect, useRef } from 'react';
import { onForget } from './forget.ts';
import type { Replica } from './replica.ts';

/** Calls `keep` when the screen hides, locks, or shows something else. It must do nothing a second time. */
export function useKeepOnLeave(replica: Replica, keep: () => void): void {
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    const stop = onForget({
      flush() {
        latest.current();
        return replica.flush();
      },
      forget: () => undefined,
    });
    return () => {
      stop();
      latest.current();
    };
  }, [replica]);
}
