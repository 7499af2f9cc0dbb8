/**
 * From facts to open terms. Pure: the same facts and the same `today` always give the same list, and no order
 * of facts changes it. A statutory term that ends in a weekend or on a holiday ends on the next working day;
 * an agreement with people keeps its day. A doubtful clock changes the sentence, never the date.
 */
import { birthdayAt } from './ages.ts';
import { addDays, addMonths, daysBetween, isCalendarDate } from './dates.ts';
import type {
  ActionFacts,
  MeldcodeFacts,
  PersonFacts,
  PlanFacts,
  QuestionFacts,
  SubjectFacts,
  SubjectKind,
} from './deadlineFacts.ts';
import type { Ahead, DeadlineCode, DeadlineRule, Term } from './deadlineRules.ts';
import { deadlineRules } from './deadlineRules.ts';
import { dateInWords, dayAndMonth, weekdayName } from './dutchDates.ts';
import type { Terms } from './gemeenteprofiel.ts';
import { addWorkingDays, firstWorkingDayFrom, holidayOn } from './holidays.ts';

export interface DeadlineFacts {
  readonly questions: readonly QuestionFacts[];
  readonly plans: readonly PlanFacts[];
  readonly actions: readonly ActionFacts[];
  readonly persons: readonly PersonFacts[];
  /** From a restricted document; give them only where their readers look. */
  readonly meldcodes: readonly MeldcodeFacts[];
  /** The clock of this laptop differs from what we know from elsewhere. */
  readonly clockDoubt: boolean;
}

export interface Deadline {
  readonly code: DeadlineCode;
  readonly subject: SubjectKind;
  readonly subjectId: string;
  readonly dueOn: string;
  /** From this day on it asks for attention. */
  readonly showFrom: string;
  /** Positive: so many days late. 0: today. Negative: still to come. */
  readonly daysLate: number;
  readonly reason: string;
  readonly statutory: boolean;
  readonly source: string;
  /** Never in an index, a list of others or a search result. */
  readonly restricted: boolean;
}

/** Where the term ends before the law moves it. */
function rawEnd(start: string, term: Term, terms: Terms): string {
  switch (term.unit) {
    case 'none':
      return start;
    case 'days':
      return addDays(start, terms[term.term]);
    case 'workingDays':
      return addWorkingDays(start, terms[term.term]);
    case 'months':
      return addMonths(start, terms[term.term]);
    case 'age':
      return birthdayAt(start, term.age);
  }
}

/** "maandag 17 november (zaterdag 15 november telt niet)". */
function dueInWords(raw: string, due: string, today: string): string {
  if (raw === due) return dateInWords(due, today);
  const why = holidayOn(raw) ?? `${weekdayName(raw)} ${dayAndMonth(raw, today)}`;
  return `${dateInWords(due, today)} (${why} telt niet mee)`;
}

/** Without a period ahead a term is in view from its start. */
function startOfView(ahead: Ahead | null, start: string, dueOn: string, terms: Terms): string {
  if (!ahead) return start;
  const count = 'count' in ahead ? ahead.count : terms[ahead.term];
  return ahead.unit === 'days' ? addDays(dueOn, -count) : addMonths(dueOn, -count);
}

const asOneSentence = (reason: string, clockDoubt: boolean): string =>
  clockDoubt
    ? `De klok van deze laptop klopt misschien niet, dus controleer de datum: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
    : reason;

function apply<K extends SubjectKind>(
  rule: DeadlineRule<K> & { readonly code: DeadlineCode },
  facts: SubjectFacts[K],
  terms: Terms,
  today: string,
  clockDoubt: boolean,
): Deadline | null {
  if (!rule.appliesTo(facts)) return null;
  const start = rule.startsOn(facts);
  // An impossible date in a document is shown where it was typed; here it starts nothing.
  if (!isCalendarDate(start)) return null;
  const raw = rawEnd(start, rule.term(facts), terms);
  const dueOn = rule.statutory ? firstWorkingDayFrom(raw) : raw;
  const showFrom = startOfView(rule.ahead?.(facts) ?? null, start, dueOn, terms);
  if (rule.done(facts, showFrom)) return null;
  const daysLate = daysBetween(dueOn, today);
  const words = { due: dueInWords(raw, dueOn, today), start: dayAndMonth(start, today), late: daysLate > 0 };
  return {
    code: rule.code,
    subject: rule.subject,
    subjectId: facts.id,
    dueOn,
    showFrom,
    daysLate,
    reason: asOneSentence(rule.sentence(facts, words), clockDoubt),
    statutory: rule.statutory,
    source: rule.source,
    restricted: rule.subject === 'meldcode',
  };
}

/** Birthdays only count while they are near: from a year ahead to a month after. */
const DAYS_AFTER_BIRTHDAY = 31;

/**
 * Every open term, soonest first; with the same day, in order of the rule and then of the id. Terms that are not
 * yet in view (`showFrom` after today) are in the list too: the index needs their dates. Ages that are further
 * than a year away, or past, are left out.
 */
export function openDeadlines(facts: DeadlineFacts, terms: Terms, today: string): readonly Deadline[] {
  const found: Deadline[] = [];
  const add = <K extends SubjectKind>(
    rule: DeadlineRule<K> & { readonly code: DeadlineCode },
    subjects: readonly SubjectFacts[K][],
  ): void => {
    for (const subject of subjects) {
      const deadline = apply(rule, subject, terms, today, facts.clockDoubt);
      if (deadline) found.push(deadline);
    }
  };
  for (const rule of deadlineRules) {
    switch (rule.subject) {
      case 'question':
        add(rule, facts.questions);
        break;
      case 'plan':
        add(rule, facts.plans);
        break;
      case 'action':
        add(rule, facts.actions);
        break;
      case 'person':
        add(rule, facts.persons);
        break;
      case 'meldcode':
        add(rule, facts.meldcodes);
        break;
    }
  }
  const ruleOrder = new Map(deadlineRules.map((rule, index) => [rule.code, index]));
  return found
    .filter(
      (deadline) =>
        deadline.subject !== 'person' || (deadline.daysLate <= DAYS_AFTER_BIRTHDAY && deadline.daysLate >= -366),
    )
    .toSorted(
      (a, b) =>
        daysBetween(b.dueOn, a.dueOn) ||
        (ruleOrder.get(a.code) ?? 0) - (ruleOrder.get(b.code) ?? 0) ||
        (a.subjectId < b.subjectId ? -1 : 1),
    );
}

/** The terms that ask for attention today. */
export function deadlinesInView(deadlines: readonly Deadline[], today: string): readonly Deadline[] {
  return deadlines.filter((deadline) => deadline.showFrom <= today);
}
