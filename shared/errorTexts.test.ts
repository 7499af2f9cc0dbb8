import { describe, expect, it } from 'vitest';
import { errorFacts, parseAppError, type AppError, type ErrorTag } from './errors.ts';
import { errorText, waitText } from './errorTexts.ts';

const facts: Partial<Record<ErrorTag, readonly object[]>> = {
  InvalidInput: [{ path: 'name' }],
  PayloadTooLarge: [{ limitBytes: 10 }],
  ContractBroken: [{ command: 'app.info' }],
  Internal: [{ reportId: 'r1' }],
  TimedOut: [{ command: 'app.info' }],
  WrongPassphrase: [{ waitSeconds: 0 }, { waitSeconds: 30 }],
  WaitBeforeRetry: [{ waitSeconds: 90 }],
  WrongPin: [{ triesLeft: 2 }, { triesLeft: 1 }, { triesLeft: 0 }],
  PassphraseTooWeak: ['TOO_SHORT', 'TOO_COMMON', 'TOO_LONG'].map((reason) => ({ reason })),
  WrongRecoveryCode: [{ group: null }, { group: 2 }],
  UpdateRefused: errorFacts.UpdateRefused.shape.reason.options.map((reason) => ({ reason })),
};

const everyError: readonly AppError[] = (Object.keys(errorFacts) as ErrorTag[]).flatMap((tag) =>
  (facts[tag] ?? [{}]).map((fact) => {
    const error = parseAppError({ tag, ...fact });
    if (!error) throw new Error(`this test does not know the facts of ${tag}`);
    return error;
  }),
);

const BANNED = /\b(server|sync|synchron|cliënt|client|indien|inzake|middels|error|fout opgetreden|database)\w*/i;

describe('error texts', () => {
  it.each(everyError.map((error) => [error.tag, error] as const))(
    '%s says what happened and what to do',
    (_tag, error) => {
      const { title, advice } = errorText(error);
      for (const sentence of [title, advice]) {
        expect(sentence).toMatch(/^[A-Z].*[.?]$/);
        expect(sentence).not.toMatch(BANNED);
        for (const part of sentence.split(/(?<=[.?:])\s/)) expect(part.split(/\s+/).length).toBeLessThanOrEqual(15);
      }
    },
  );

  it('says a waiting time as people say it', () => {
    expect([1, 30, 60, 61, 900].map(waitText)).toEqual([
      '1 seconde',
      '30 seconden',
      '1 minuut',
      '2 minuten',
      '15 minuten',
    ]);
  });
});
