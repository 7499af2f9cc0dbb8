/**
 * How long what is kept. Terms run per case and per record, never per person: one household mixes classes, and
 * each record carries its own. The terms are those of the law and the selectielijst; a municipality may set
 * another on advice of its archivist.
 */
import type { Law, RetentionClass } from './codes.ts';
import { addDays, addMonths, isCalendarDate } from './dates.ts';
import type { Gemeenteprofiel } from './gemeenteprofiel.ts';

export interface RetentionRule {
  readonly years: number;
  readonly days: number;
  /** What starts the term, for people. */
  readonly startsAt: string;
  readonly source: string;
  /** A later change starts the term again. */
  readonly restartsOnChange: boolean;
}

const years = (count: number, startsAt: string, source: string, restartsOnChange = false): RetentionRule => ({
  years: count,
  days: 0,
  startsAt,
  source,
  restartsOnChange,
});

export const retentionRules: Readonly<Record<RetentionClass, RetentionRule>> = {
  WMO: years(15, 'de dag waarop het is vastgelegd', 'Wmo 2015, artikel 5.3.4'),
  JEUGD_DOSSIER: years(20, 'de laatste wijziging', 'Jeugdwet, artikel 7.3.8', true),
  PLAN_NIET_VASTGESTELD: years(5, 'de dag waarop het klaar was', 'Selectielijst gemeenten 2020, 3.2'),
  INGETROKKEN: {
    years: 0,
    days: 42,
    startsAt: 'de dag van intrekken',
    source: 'Selectielijst gemeenten 2020, 8.4.1',
    restartsOnChange: false,
  },
  LOGGING: years(5, 'de dag van de regel', 'NEN 7513'),
  PW: years(10, 'het einde van de bijstand', 'Selectielijst gemeenten 2020'),
  WGS: years(5, 'het einde van de schuldhulp', 'Selectielijst gemeenten 2020'),
  WERKAANTEKENING: {
    years: 0,
    days: 30,
    startsAt: 'de dag waarop het is opgeschreven',
    source: 'Afspraak van het team',
    restartsOnChange: false,
  },
};

export interface RetentionFacts {
  readonly retentionClass: RetentionClass;
  /** The date that starts the term; empty while the case is open. */
  readonly startsOn: string;
  readonly lastChangedOn: string;
  /** Extended because careful help needs it, until this date; empty when not. */
  readonly extendedUntil: string;
}

/**
 * The first day on which a record is destroyed (vernietigenNa): the day after the last one it is kept. Null while
 * the term has not started.
 */
export function destroyFrom(facts: RetentionFacts, profile: Pick<Gemeenteprofiel, 'retentionDays'>): string | null {
  if (!isCalendarDate(facts.startsOn)) return null;
  const rule = retentionRules[facts.retentionClass];
  const changed = rule.restartsOnChange && facts.lastChangedOn > facts.startsOn ? facts.lastChangedOn : facts.startsOn;
  const own = profile.retentionDays[facts.retentionClass];
  const lastDay = own === undefined ? addDays(addMonths(changed, rule.years * 12), rule.days) : addDays(changed, own);
  const kept = facts.extendedUntil > lastDay ? facts.extendedUntil : lastDay;
  return addDays(kept, 1);
}

/** True from the day on which it must go. */
export function mustBeDestroyed(
  facts: RetentionFacts,
  profile: Pick<Gemeenteprofiel, 'retentionDays'>,
  today: string,
): boolean {
  const day = destroyFrom(facts, profile);
  return day !== null && day <= today;
}

/** The class of what is written for a question, by its law; without a law the term of a plan that never came. */
export function classForLaw(law: Law | '', withdrawn: boolean): RetentionClass {
  if (withdrawn) return 'INGETROKKEN';
  switch (law) {
    case 'WMO':
      return 'WMO';
    case 'JEUGD':
      return 'JEUGD_DOSSIER';
    case 'PW':
      return 'PW';
    case 'WGS':
      return 'WGS';
    default:
      return 'PLAN_NIET_VASTGESTELD';
  }
}
