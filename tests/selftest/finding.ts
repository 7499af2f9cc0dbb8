/** What one part of the self-test tried, in words for somebody who answers for the tool. */
export interface Finding {
  /** What was done, in one sentence. */
  readonly tried: string;
  /** How much was told as saved or shared. */
  readonly acknowledged: number;
  /** How much of that was not there afterwards. */
  readonly lost: number;
}

export type Progress = (line: string) => void;
