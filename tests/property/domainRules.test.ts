import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageGroupOn, ageOn, birthdayAt, consentRights, fileRights } from '../../shared/domain/ages.ts';
import {
  ACTION_KINDS,
  ACTION_STATUSES,
  AGE_GROUPS,
  CUSTODY,
  LADDER,
  REPRESENTATIVES,
} from '../../shared/domain/codes.ts';
import { addDays, addMonths, daysBetween, isCalendarDate, weekday } from '../../shared/domain/dates.ts';
import type { Decision } from '../../shared/domain/decisions.ts';
import { replacesAll, standing } from '../../shared/domain/decisions.ts';
import {
  addWorkingDays,
  easterSunday,
  firstWorkingDayFrom,
  isWorkingDay,
  koningsdag,
} from '../../shared/domain/holidays.ts';
import type { LadderAction } from '../../shared/domain/ladder.ts';
import {
  compareLadder,
  countByStep,
  isProfessional,
  ladderMix,
  questionsAbout,
  stackingOn,
} from '../../shared/domain/ladder.ts';

const seeded = { seed: 20_261_121, numRuns: 500 } as const;
const date = fc.integer({ min: 0, max: 54_000 }).map((days) => addDays('1950-01-01', days));

describe('dates and holidays', () => {
  test('adding days and counting them are each other’s inverse, and months never leave the calendar', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -900, max: 900 }), (start, count) => {
        expect(daysBetween(start, addDays(start, count))).toBe(count);
        const moved = addMonths(start, count % 60);
        expect(isCalendarDate(moved)).toBe(true);
        expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(start.slice(8)));
      }),
      seeded,
    );
  });

  test('Easter falls on a Sunday between 22 March and 25 April, and on the known days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const easter = easterSunday(year);
        expect(weekday(easter)).toBe(7);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
        expect(weekday(koningsdag(year))).not.toBe(7);
      }),
      seeded,
    );
    const known = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25', '2008-03-23'];
    for (const day of known) expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
    expect(koningsdag(2025)).toBe('2025-04-26');
  });

  test('a term ends on the first working day from its end, never before it and never later than needed [D10]', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 10 }), (day, count) => {
        const moved = firstWorkingDayFrom(day);
        expect(isWorkingDay(moved)).toBe(true);
        expect(moved >= day).toBe(true);
        for (let skipped = day; skipped < moved; skipped = addDays(skipped, 1))
          expect(isWorkingDay(skipped)).toBe(false);
        const later = addWorkingDays(day, count);
        let passed = 0;
        for (let next = addDays(day, 1); next <= later; next = addDays(next, 1)) if (isWorkingDay(next)) passed++;
        expect(passed).toBe(count);
      }),
      seeded,
    );
  });
});

describe('ages', () => {
  test('one grows a year older on the birthday and not a day before', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 100 }), (birth, age) => {
        const birthday = birthdayAt(birth, age);
        expect(isCalendarDate(birthday)).toBe(true);
        expect(ageOn(birth, birthday)).toBe(age);
        expect(ageOn(birth, addDays(birthday, -1))).toBe(age - 1);
      }),
      seeded,
    );
  });

  test('someone born on 29 February reaches an age on 1 March in a year without that day', () => {
    expect(birthdayAt('2008-02-29', 18)).toBe('2026-03-01');
    expect(birthdayAt('2008-02-29', 16)).toBe('2024-02-29');
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  });

  test('rights follow the age band, an unknown age or custody is always said [D9]', () => {
    const facts = fc.record({
      birthDate: fc.oneof(date, fc.constant('')),
      ageGroup: fc.constantFrom(...AGE_GROUPS, '' as const),
      custody: fc.constantFrom(...CUSTODY, '' as const),
      representativeKind: fc.constantFrom(...REPRESENTATIVES, '' as const),
    });
    fc.assert(
      fc.property(facts, date, (person, today) => {
        const group = ageGroupOn(person, today);
        for (const rights of [consentRights(person, today), fileRights(person, today)]) {
          expect(rights.sentence).toMatch(/\.$/);
          expect(rights.unsure.includes('AGE')).toBe(group === null);
          if (group === '16_17') expect(rights.parties).toEqual(['ZELF']);
          if (group === '12_15') expect(rights.parties[0]).toBe('ZELF');
          if (group === '4_11') expect(rights.parties).not.toContain('ZELF');
          if (group === '18_26') expect(rights.parties[0]).toBe('ZELF');
          if (group === '12_15' && person.custody === 'ONBEKEND') expect(rights.unsure).toEqual(['CUSTODY']);
          if (group !== null) expect(rights.parties.length).toBeGreaterThan(0);
        }
      }),
      seeded,
    );
  });
});

describe('the ladder', () => {
  const action: fc.Arbitrary<LadderAction> = fc.record({
    id: fc.uuid(),
    ladder: fc.constantFrom(...LADDER),
    kind: fc.constantFrom(...ACTION_KINDS, '' as const),
    status: fc.constantFrom(...ACTION_STATUSES),
    startOn: fc.oneof(date, fc.constant('')),
    endOn: fc.oneof(date, fc.constant('')),
    windingDown: fc.constantFrom('', 'minder per maand'),
    motivation: fc.constantFrom('', '  ', 'het netwerk is op'),
  });

  test('shares add up to one, or there are none', () => {
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const counts = countByStep(actions);
        const mix = ladderMix(counts);
        const needed = actions.filter(({ status }) => status !== 'VERVALLEN').length;
        if (needed === 0) expect(mix).toBeNull();
        else expect(LADDER.reduce((sum, step) => sum + (mix?.[step] ?? 0), 0)).toBeCloseTo(1, 9);
      }),
      seeded,
    );
  });

  test('only running help of the municipality asks for a motivation, and an own action never asks for an end [D13]', () => {
    fc.assert(
      fc.property(action, (one) => {
        const codes = questionsAbout(one).map(({ code }) => code);
        const running = one.status === 'GEPLAND' || one.status === 'LOOPT';
        expect(codes.includes('MOTIVERING')).toBe(
          running && one.ladder === '4_GEMEENTE' && one.motivation.trim() === '',
        );
        if (compareLadder(one.ladder, '3_VOORLIGGEND') < 0) expect(codes).not.toContain('EINDE');
        if (isProfessional(one) && running && one.endOn === '') expect(codes).toContain('EINDE');
      }),
      seeded,
    );
  });

  test('stacking warns from the threshold on, and one action less is never a new warning', () => {
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 20 }),
        date,
        fc.integer({ min: 2, max: 6 }),
        (actions, today, threshold) => {
          const warning = stackingOn(actions, today, threshold);
          if (warning) expect(warning.count).toBeGreaterThanOrEqual(threshold);
          if (!warning) expect(stackingOn(actions.slice(1), today, threshold)).toBeNull();
        },
      ),
      seeded,
    );
  });
});

describe('one plan, one regisseur', () => {
  /**
   * Two devices decide apart and meet now and then. Each step: who decides what, or a meeting. A device sees its
   * own decisions and those it got at a meeting.
   */
  const steps = fc.array(
    fc.oneof(
      fc.record({
        device: fc.constantFrom(0, 1),
        value: fc.constantFrom('Samira', 'Joost', 'Emine'),
        minute: fc.nat(50),
      }),
      fc.constant('meet' as const),
    ),
    { maxLength: 14 },
  );
  type Record_ = Decision<string>;
  function play(
    list: readonly ({ device: number; value: string; minute: number } | 'meet')[],
  ): readonly [Record_[], Record_[]] {
    const seen: readonly [Record_[], Record_[]] = [[], []];
    list.forEach((step, index) => {
      if (step === 'meet') {
        const all = [...new Map([...seen[0], ...seen[1]].map((record) => [record.id, record])).values()];
        seen[0].splice(0, seen[0].length, ...all);
        seen[1].splice(0, seen[1].length, ...all.toReversed());
        return;
      }
      const mine = step.device === 0 ? seen[0] : seen[1];
      const { value, minute } = step;
      mine.push({ id: `d${index}`, value, decidedBy: `u${step.device}`, minute, replaces: replacesAll(mine) });
    });
    return seen;
  }

  test('merged in any order there is one answer, and every unseen other answer is shown', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const [first, second] = play([...list, 'meet']);
        const here = standing(first);
        expect(standing(second)).toEqual(here);
        expect(standing([...first, ...second])).toEqual(here);
        expect(here.inForce === null).toBe(first.length === 0);
        const replaced = new Set(first.flatMap((record) => record.replaces));
        const values = new Set(first.filter(({ id }) => !replaced.has(id)).map(({ value }) => value));
        if (values.size > 1) expect(new Set(here.proposals.map(({ value }) => value))).toEqual(values);
        else expect(here.proposals).toEqual([]);
        expect(here.history.length + first.filter(({ id }) => !replaced.has(id)).length).toBe(first.length);
      }),
      seeded,
    );
  });

  test('a decision that saw both proposals ends them', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const [all] = play([...list, 'meet']);
        const choice = { id: 'choice', value: 'Emine', decidedBy: 'u0', minute: -1, replaces: replacesAll(all) };
        expect(standing([...all, choice])).toMatchObject({ inForce: choice, proposals: [] });
      }),
      seeded,
    );
  });

  test('of two proposals the older one stays in force, whichever arrives first [D7]', () => {
    const base = { id: 'a', value: 'Samira', decidedBy: 'u0', minute: 1, replaces: [] };
    const later = { id: 'b', value: 'Joost', decidedBy: 'u0', minute: 9, replaces: ['a'] };
    const earlier = { id: 'c', value: 'Emine', decidedBy: 'u1', minute: 5, replaces: ['a'] };
    const found = standing([later, base, earlier]);
    expect(found.inForce).toBe(earlier);
    expect(found.proposals.map(({ value }) => value)).toEqual(['Emine', 'Joost']);
    expect(found.history).toEqual([base]);
  });

  test('decisions that replace each other in a ring are all shown', () => {
    const one = { id: 'a', value: 'X', decidedBy: 'u', minute: 1, replaces: ['b'] };
    const two = { id: 'b', value: 'Y', decidedBy: 'u', minute: 2, replaces: ['a'] };
    expect(standing([one, two]).proposals).toHaveLength(2);
  });
});
