/**
 * What indicators may be counted from: coded facts per household, without names and without a word that anyone
 * said. The schema is strict on purpose: a score of a web, a meldcode step or a text cannot slip in as an extra
 * field, because an unknown field is refused.
 */
import { z } from 'zod';
import {
  CHANNELS,
  CLOSING_REASONS,
  HOUSEHOLD_STATUSES,
  LADDER,
  PLAN_STATUSES,
  QUESTION_OUTCOMES,
  REFERRERS,
} from './codes.ts';
import { CalendarDate } from './dates.ts';

const count = z.number().int().min(0);
const date = CalendarDate.or(z.literal(''));
const orEmpty = <const T extends readonly [string, ...string[]]>(codes: T) => z.enum(codes).or(z.literal(''));

/** An empty string means "not (yet)"; null means "unknown here", and does not count. */
export const IndexFacts = z.strictObject({
  householdId: z.string(),
  area: z.string(),
  place: z.string(),
  status: z.enum(HOUSEHOLD_STATUSES),
  planStatus: orEmpty(PLAN_STATUSES),
  regisseur: z.string(),
  /** Two plans or two regisseurs wait for a choice. */
  openProposals: z.boolean(),
  channel: orEmpty(CHANNELS),
  referrer: orEmpty(REFERRERS),
  outcome: orEmpty(QUESTION_OUTCOMES),
  reportedOn: date,
  firstTalkOn: date,
  planAdoptedOn: date,
  closedOn: date,
  closingReason: orEmpty(CLOSING_REASONS),
  intakes: count,
  conversations: count,
  conversationsWithMoreDisciplines: count,
  ladder: z.strictObject(
    Object.fromEntries(LADDER.map((step) => [step, count])) as Record<(typeof LADDER)[number], typeof count>,
  ),
  informalOwners: count,
  professionalActions: count,
  professionalWithEnd: count,
  professionalEnded: count,
  professionalEndedAsPlanned: count,
  professionalExtended: count,
  professionalExtendedWithResult: count,
  professionalRunningNow: count,
  goalsClosed: count,
  goalsReached: count,
  goalsPartlyReached: count,
  researchDone: count,
  researchOnTime: count,
  reviewsDone: count,
  reviewsOnTime: count,
  clientSupportTold: z.boolean().nullable(),
  ownPlanOffered: z.boolean().nullable(),
  carerInHousehold: z.boolean(),
  carerSupport: z.boolean(),
  /** First contact before things had got out of hand, as the worker judged. */
  earlyStage: z.boolean().nullable(),
  /** 0 to 10, given by the resident at the end; null when not asked. */
  satisfaction: z.number().int().min(0).max(10).nullable(),
  overdue: count,
});
export type IndexFacts = Readonly<z.infer<typeof IndexFacts>>;

/** Sources that may never feed a figure, with the reason to show. */
export const FORBIDDEN_SOURCES = {
  SPINNENWEB: 'Het spinnenweb is een gesprek, geen meting. Er komt nooit een cijfer uit.',
  MELDCODE: 'Van de meldcode tellen we niets per medewerker.',
  TEKST: 'Wat iemand zei of schreef, telt nergens mee.',
} as const;
