import { workCountText, workStepText } from '../../shared/workTexts.ts';
import type { WorkCode } from '../../shared/contract/work.ts';
import { useWork } from '../data/useWork.ts';
import { WorkProgress } from '../ui/WorkProgress.tsx';

/** How far this work is, from the moment that it turns out to take long until it ends. Nothing for work that is quick. */
export function WorkLine({ work }: { readonly work: WorkCode }) {
  const now = useWork(work);
  if (now === null) return null;
  return <WorkProgress what={workStepText(now)} count={workCountText(now)} done={now.done} total={now.total} />;
}
