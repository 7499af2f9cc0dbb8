import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAWS, PLAN_STATUSES, QUESTION_OUTCOMES } from '../../shared/domain/codes.ts';
import { addDays, daysBetween, isCalendarDate } from '../../shared/domain/dates.ts';
import type { PlanFacts, QuestionFacts } from '../../shared/domain/deadlineFacts.ts';
import { deadlinesInView, openDeadlines, type DeadlineFacts } from '../../shared/domain/deadlines.ts';
import { defaultProfile } from '../../shared/domain/defaultProfile.ts';
import { isWorkingDay } from '../../shared/domain/holidays.ts';
import { addressMarkInput, soundKey, surnameKeys } from '../../shared/domain/matchFolding.ts';
import { destroyFrom } from '../../shared/domain/retention.ts';
import { RETENTION_CLASSES } from '../../shared/domain/codes.ts';

const seeded = { seed: 20_261_121, numRuns: 300 } as const;
const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2010-01-01', days));
const maybe = fc.oneof(date, fc.constant(''), fc.constant('2026-02-30'));

const question: fc.Arbitrary<QuestionFacts> = fc.record({
  id: fc.uuid(),
  reportedOn: maybe,
  law: fc.constantFrom(...LAWS, '' as const),
  outcome: fc.constantFrom(...QUESTION_OUTCOMES, '' as const),
  confirmedOn: maybe,
  clientSupportToldOn: maybe,
  personalPlanToldOn: maybe,
  familyPlanOfferedOn: maybe,
  familyPlanExcepted: fc.boolean(),
  firstTalkPlannedOn: maybe,
  firstTalkOn: maybe,
  researchDoneOn: maybe,
  accountGivenOn: maybe,
  appliedOn: maybe,
  decisionExtendedTo: maybe,
  decidedOn: maybe,
  debtThreat: fc.boolean(),
  withdrawnOn: maybe,
});
const plan: fc.Arbitrary<PlanFacts> = fc.record({
  id: fc.uuid(),
  status: fc.constantFrom(...PLAN_STATUSES),
  adoptedOn: maybe,
  evaluationOn: maybe,
  lastEvaluatedOn: maybe,
});
const facts: fc.Arbitrary<DeadlineFacts> = fc.record({
  questions: fc.array(question, { maxLength: 4 }),
  plans: fc.array(plan, { maxLength: 3 }),
  actions: fc.constant([]),
  persons: fc.array(fc.record({ id: fc.uuid(), firstName: fc.constant('Noor'), birthDate: maybe }), { maxLength: 3 }),
  meldcodes: fc.constant([]),
  clockDoubt: fc.boolean(),
});

test('any facts give existing dates, a whole sentence, and statutory terms on working days', () => {
  fc.assert(
    fc.property(facts, date, (given, today) => {
      for (const deadline of openDeadlines(given, defaultProfile.terms, today)) {
        expect(isCalendarDate(deadline.dueOn)).toBe(true);
        expect(deadline.reason).toMatch(/^[A-Z].*[.?]$/su);
        expect(deadline.reason).not.toMatch(/undefined|NaN| {2}/);
        expect(deadline.daysLate).toBe(daysBetween(deadline.dueOn, today));
        if (deadline.statutory) expect(isWorkingDay(deadline.dueOn)).toBe(true);
      }
    }),
    seeded,
  );
});

test('the order of the facts changes nothing', () => {
  fc.assert(
    fc.property(facts, date, (given, today) => {
      const turned = {
        ...given,
        questions: given.questions.toReversed(),
        plans: given.plans.toReversed(),
        persons: given.persons.toReversed(),
      };
      const { terms } = defaultProfile;
      expect(openDeadlines(turned, terms, today)).toEqual(openDeadlines(given, terms, today));
    }),
    seeded,
  );
});

test('a term in view stays in view on later days, as long as nothing is done (birthdays pass)', () => {
  fc.assert(
    fc.property(facts, date, fc.integer({ min: 1, max: 400 }), (given, today, later) => {
      const { terms } = defaultProfile;
      const key = (day: string) =>
        deadlinesInView(openDeadlines(given, terms, day), day)
          .filter(({ subject }) => subject !== 'person')
          .map(({ code, subjectId }) => `${code} ${subjectId}`);
      const then = new Set(key(addDays(today, later)));
      for (const seen of key(today)) expect(then.has(seen)).toBe(true);
    }),
    seeded,
  );
});

test('nothing is destroyed before its term started, and later starts never end earlier', () => {
  fc.assert(
    fc.property(fc.constantFrom(...RETENTION_CLASSES), date, date, (retentionClass, one, other) => {
      const [first, second] = one < other ? [one, other] : [other, one];
      const ends = (startsOn: string) =>
        destroyFrom({ retentionClass, startsOn, lastChangedOn: '', extendedUntil: '' }, { retentionDays: {} }) ?? '';
      expect(ends(first) > first).toBe(true);
      expect(ends(first) <= ends(second)).toBe(true);
    }),
    seeded,
  );
});

test('case, spaces and accents never change the key of a name, and folding never fails on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      expect(Array.isArray(surnameKeys(text))).toBe(true);
      expect(soundKey(text.normalize('NFD'))).toBe(soundKey(text));
      expect(addressMarkInput(text, text) === null || typeof addressMarkInput(text, text) === 'string').toBe(true);
    }),
    seeded,
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zäëïöüçéèşğı' -]{1,20}$/), (name) => {
      expect(surnameKeys(`  ${name}  `)).toEqual(surnameKeys(name));
      expect(surnameKeys(name.normalize('NFD').replaceAll(/\p{M}/gu, ''))).toEqual(surnameKeys(name));
    }),
    seeded,
  );
});
