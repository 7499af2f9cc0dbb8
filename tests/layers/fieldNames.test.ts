import { expect, it } from 'vitest';
import { householdKinds } from '../../shared/documents/schema.ts';
import { restrictedKinds } from '../../shared/documents/safetyKinds.ts';
import { fieldName } from '../../shared/domain/fieldLabels.ts';
import type { KindRule } from '../../shared/documents/kindRules.ts';

/** Decisions and looks never change, so they have no history; order and marks are not told. */
const DECISIONS = /^(planDecisions|regisseurDecisions|closings|meldcodeSteps|looks|restrictedLooks)$/;
const SILENT = new Set(['ord', 'deleted', 'replaces', 'helpRequestId', 'evaluationId', 'meldcodeId', 'party']);

it('every field and text that a person can change has a Dutch name in the history', () => {
  const kinds: Readonly<Record<string, KindRule>> = { ...householdKinds, ...restrictedKinds };
  const nameless = Object.entries(kinds)
    .filter(([kind]) => !DECISIONS.test(kind))
    .flatMap(([kind, rule]) =>
      [...Object.keys(rule.fields), ...(rule.sections ?? [])]
        .filter((part) => !SILENT.has(part) && fieldName(part) === 'Een ander veld')
        .map((part) => `${kind}.${part}`),
    );
  expect(nameless).toEqual([]);
});
