import { useEffect, useState } from 'react';
import type { WorkCode, WorkProgress } from '../../shared/contract/work.ts';
import { useVaultCalls } from './sessionContext.tsx';

/** What the vault last told of this work; null while there is nothing to tell. Also before unlock. */
export function useWork(work: WorkCode): WorkProgress | null {
  const vault = useVaultCalls();
  const [now, setNow] = useState<WorkProgress | null>(null);
  useEffect(
    () =>
      vault.on('work.progress', (told) => {
        if (told.work === work) setNow(told.ended ? null : told);
      }),
    [vault, work],
  );
  return now;
}
