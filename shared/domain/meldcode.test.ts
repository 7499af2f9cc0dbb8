import { describe, expect, test } from 'vitest';
import { MELDCODE_STEPS } from './codes.ts';
import type { WeighingAnswers } from './meldcode.ts';
import { meldcodeGuides, stepProblem, stepStates, weigh } from './meldcode.ts';

const record = { id: 'r', step: '3_GESPREK', on: '2026-11-20', by: 'u', reasoning: '', skipped: false } as const;

describe('the meldcode', () => {
  test('has a guide for each of the five steps, in order', () => {
    expect(meldcodeGuides.map((guide) => guide.step)).toEqual(MELDCODE_STEPS);
  });

  test('only the talk may be skipped, and only with a reason', () => {
    expect(stepProblem({ ...record, skipped: true })?.code).toBe('REASON_FOR_SKIPPING');
    expect(stepProblem({ ...record, skipped: true, reasoning: '   ' })?.code).toBe('REASON_FOR_SKIPPING');
    expect(stepProblem({ ...record, skipped: true, reasoning: 'Gevaar voor de moeder' })).toBeNull();
    expect(stepProblem({ ...record, step: '2_OVERLEG', skipped: true, reasoning: 'Geen tijd' })?.code).toBe(
      'MAY_NOT_SKIP',
    );
    expect(stepProblem({ ...record, on: '2026-02-30' })?.code).toBe('DATE');
    expect(stepProblem(record)).toBeNull();
  });

  test('the five questions lead to what the professional norm says', () => {
    const outcome = (answers: WeighingAnswers) => {
      const found = weigh(answers);
      return found.kind === 'ASK' ? found.next : found.kind;
    };
    expect(outcome({})).toBe('VERMOEDEN');
    expect(outcome({ VERMOEDEN: 'NEE' })).toBe('AFSLUITEN');
    expect(outcome({ VERMOEDEN: 'JA', ONVEILIG: 'JA' })).toBe('MELDEN');
    expect(outcome({ VERMOEDEN: 'JA', ONVEILIG: 'NEE' })).toBe('ZELF_HULP');
    expect(outcome({ VERMOEDEN: 'JA', ONVEILIG: 'NEE', ZELF_HULP: 'NEE' })).toBe('MELDEN');
    expect(outcome({ VERMOEDEN: 'JA', ONVEILIG: 'NEE', ZELF_HULP: 'JA', AANVAARDEN: 'NEE' })).toBe('MELDEN');
    const accepted = { VERMOEDEN: 'JA', ONVEILIG: 'NEE', ZELF_HULP: 'JA', AANVAARDEN: 'JA' } as const;
    expect(outcome({ ...accepted, RESULTAAT: 'NEE' })).toBe('MELDEN');
    expect(outcome({ ...accepted, RESULTAAT: 'JA' })).toBe('HULP_EN_VOLGEN');
  });

  test('steps may be done twice and in any order; a later real talk lifts a skipped one', () => {
    const skipped = { ...record, id: 'a', skipped: true, reasoning: 'Onveilig' };
    const states = (records: Parameters<typeof stepStates>[0]) => stepStates(records).map(({ state }) => state);
    expect(states([skipped])).toEqual(['OPEN', 'OPEN', 'SKIPPED', 'OPEN', 'OPEN']);
    expect(states([{ ...record, id: 'b', on: '2026-11-25' }, skipped])).toEqual([
      'OPEN',
      'OPEN',
      'DONE',
      'OPEN',
      'OPEN',
    ]);
  });
});
