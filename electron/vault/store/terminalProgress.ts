/** Long work on a terminal: a line for each step, and one at every tenth of what is counted. */
import type { WorkStep } from '../../../shared/contract/work.ts';
import { workCountText, workStepText } from '../../../shared/workTexts.ts';
import type { Progress } from '../progress.ts';

const TENTHS = 10;
/** Of fewer than this nobody needs to read each tenth. */
const WORTH_COUNTING = 10;

/** `of`: how many steps it has; 0 when that depends. */
export function terminalProgress(print: (line: string) => void, of: number): Progress {
  let at = 0;
  let now: { readonly step: WorkStep; readonly total: number } | null = null;
  let told = 0;
  return {
    step(step, total = 0) {
      at += 1;
      now = { step, total: Math.round(total) };
      told = 0;
      print(`${workStepText({ step, at, of: of === 0 ? 0 : Math.max(of, at) })}…`);
    },
    done(count) {
      if (now === null || now.total < WORTH_COUNTING) return;
      const tenth = Math.floor((Math.min(count, now.total) * TENTHS) / now.total);
      if (tenth <= told) return;
      told = tenth;
      print(`  ${workCountText({ ...now, done: Math.floor(Math.min(count, now.total)) })}`);
    },
    end: () => undefined,
  };
}
