/**
 * Oefenen met voorbeeldgezinnen: eight invented households, each to practise one thing. They fill a practice vault
 * of their own and never meet real work.
 */
import type { Writer } from '../documents/accessors.ts';
import type { Document } from '../documents/workApart.ts';
import { auntAndSchool } from './auntAndSchool.ts';
import { custodyAndSafety } from './custodyAndSafety.ts';
import { familyAndColleague } from './familyAndColleague.ts';
import { lonelinessAndDebts } from './lonelinessAndDebts.ts';
import type { PracticeScenario } from './scenarioTypes.ts';
import { writeSafety, writeScenario } from './writeScenario.ts';

export const practiceScenarios: readonly PracticeScenario[] = [
  ...auntAndSchool,
  ...lonelinessAndDebts,
  ...familyAndColleague,
  ...custodyAndSafety,
];

export interface PracticeHousehold {
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly lesson: string;
  /** Days ago that this household was first met. */
  readonly knownForDays: number;
  /** Fills an empty household document. */
  readonly fillHousehold: (doc: Document, writer: Writer) => void;
  /** Fills the restricted document beside it, after its `safety` record was made. */
  readonly fillSafety: (doc: Document, writer: Writer) => void;
}

/**
 * Hands each practice household to `makeHousehold`, which makes its two documents and stores them. `today` is the
 * calendar date of the practice vault; all days in the stories count from it.
 */
export function fillPracticeVault(makeHousehold: (household: PracticeHousehold) => void, today: string): void {
  for (const scenario of practiceScenarios) {
    makeHousehold({
      number: scenario.number,
      name: scenario.household.name,
      title: scenario.title,
      lesson: scenario.lesson,
      knownForDays: Math.max(...scenario.conversations.map(({ daysAgo }) => daysAgo)),
      fillHousehold: (doc, writer) => writeScenario(doc, scenario, writer, today),
      fillSafety: (doc, writer) => writeSafety(doc, scenario, writer, today),
    });
  }
}
