import { describe, expect, it } from 'vitest';
import { errorFacts, type AppError, type ErrorTag } from './errors.ts';
import { errorText } from './errorTexts.ts';

const samples: Partial<Record<ErrorTag, readonly object[]>> = {
  InvalidInput: [{ path: 'name' }],
  PayloadTooLarge: [{ limitBytes: 4_194_304 }],
  ContractBroken: [{ command: 'plan.adopt' }],
  Internal: [{ reportId: 'a1b2c3d4' }],
  TimedOut: [{ command: 'vault.unlock' }],
  WrongPassphrase: [
    { waitSeconds: 0 },
    { waitSeconds: 1 },
    { waitSeconds: 15 },
    { waitSeconds: 60 },
    { waitSeconds: 900 },
  ],
  WaitBeforeRetry: [{ waitSeconds: 5 }],
  WrongPin: [{ triesLeft: 2 }, { triesLeft: 0 }],
  PassphraseTooWeak: [{ reason: 'TOO_SHORT' }, { reason: 'TOO_COMMON' }, { reason: 'TOO_LONG' }],
  WrongRecoveryCode: [{ group: null }, { group: 0 }],
  ServerUnreachable: (errorFacts.ServerUnreachable.shape.reason.options ?? []).map((reason) => ({
    reason,
    status: 407,
  })),
  PartsWrong: [{ paper: 2 }, { paper: null }],
  PlanStepNotAllowed: [{ from: 'AFGEROND', to: 'IN_EVALUATIE' }],
  PlanMistake: (errorFacts.PlanMistake.shape.code.options ?? []).map((code) => ({ code })),
  MeldcodeStepProblem: (errorFacts.MeldcodeStepProblem.shape.code.options ?? []).map((code) => ({ code })),
  CaseNumberProblem: (errorFacts.CaseNumberProblem.shape.code.options ?? []).map((code) => ({ code })),
  ImportUnreadable: (errorFacts.ImportUnreadable.shape.reason.options ?? []).map((reason) => ({ reason })),
  ProfileInvalid: [{ problems: [] }, { problems: [{ field: 'teamName', message: 'Het veld "teamName" ontbreekt.' }] }],
  ImportDamaged: [{ path: 'records.goals' }],
  UpdateRefused: (errorFacts.UpdateRefused.shape.reason.options ?? []).map((reason) => ({ reason })),
};
const errors = (Object.keys(errorFacts) as ErrorTag[]).flatMap((tag) =>
  (samples[tag] ?? [{}]).map((facts) => ({ tag, ...facts }) as AppError),
);

describe('every error has words', () => {
  it('uses facts that each error really carries', () => {
    for (const { tag, ...facts } of errors) expect(errorFacts[tag].safeParse(facts).success, tag).toBe(true);
  });

  it.each(errors)('$tag says what happened and what to do now [U4]', (error) => {
    const { title, advice } = errorText(error);
    for (const sentence of [title, advice]) {
      expect(sentence).toMatch(/^[A-Z][^<>{}]{8,160}[.?]$/);
      expect(sentence).not.toMatch(
        /undefined|NaN|null|database|transactie|payload|socket|proces|contract|sessie|valid|\bsync|indien|inzake|middels|voorziening|cliënt/i,
      );
    }
    // B1: no sentence that needs to be read twice.
    for (const part of `${title} ${advice}`.split(/[.?;:] /))
      expect(part.split(' ').length, part).toBeLessThanOrEqual(18);
  });

  it('tells how long to wait in the unit a person counts in', () => {
    expect(errorText({ tag: 'WaitBeforeRetry', waitSeconds: 1 }).advice).toContain('1 seconde ');
    expect(errorText({ tag: 'WaitBeforeRetry', waitSeconds: 15 }).advice).toContain('15 seconden');
    expect(errorText({ tag: 'WaitBeforeRetry', waitSeconds: 60 }).advice).toContain('1 minuut');
    expect(errorText({ tag: 'WaitBeforeRetry', waitSeconds: 900 }).advice).toContain('15 minuten');
  });

  it('gives the report code of a bug, so that somebody can look it up', () => {
    expect(errorText({ tag: 'Internal', reportId: 'a1b2c3d4' }).advice).toContain('a1b2c3d4');
  });
});
