/** Sentences for residents in both forms of address: adults are u where the municipality says so, children je. */
import type { LifeStage } from './codes.ts';

export type Address = 'je' | 'u';

/** One sentence for a resident in both forms. */
export interface Addressed {
  readonly je: string;
  readonly u: string;
}

export const ask = (je: string, u: string): Addressed => ({ je, u });

/** A sentence that addresses nobody, so that both forms are the same. */
export const same = (text: string): Addressed => ({ je: text, u: text });

/** How to speak to someone in this phase of life: children and young people are always je. */
export function addressFor(stage: LifeStage | null, adults: Address): Address {
  return stage === 'JONGE_KIND' || stage === 'SCHOOLKIND' || stage === 'JONGERE' ? 'je' : adults;
}
