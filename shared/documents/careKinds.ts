/**
 * Four vastleggingen instead of one consent box (instemming is in planKinds.ts), and handing over. They are put in the
 * order in which they were made: of two answers in one minute the second one counts.
 */
import { z } from 'zod';
import { HANDOVER_PARTS, LEGAL_BASES, SHARING_ANSWERS, TASK_HATS } from '../domain/codes.ts';
import { CalendarDate } from '../domain/dates.ts';
import { date, field, kind, listed, longText, oneOf, refId, refUser, shortText } from './kindRules.ts';

export const careKinds = {
  /** Waarom mogen we dit vastleggen? */
  legalBases: kind({
    basis: field(z.enum(LEGAL_BASES)),
    purpose: field(longText),
    lawArticle: field(shortText),
    task: field(oneOf(TASK_HATS)),
    motivation: field(longText),
    on: field(CalendarDate),
    ...listed,
  }),
  /** Uitgelegd wat we met gegevens doen. */
  informed: kind({
    personId: field(refId),
    name: field(shortText),
    on: field(CalendarDate),
    how: field(shortText),
    language: field(shortText),
    byUser: field(refUser),
    ...listed,
  }),
  /** Overleg met … besproken: per recipient. */
  sharingTalks: kind({
    personId: field(refId),
    recipient: field(z.string().trim().min(1).max(200)),
    what: field(longText),
    why: field(longText),
    until: field(date),
    answer: field(z.enum(SHARING_ANSWERS)),
    answerReason: field(longText),
    /** Shared although the answer was no, or was not asked: doorbreken beroepsgeheim. */
    withoutAgreement: field(z.boolean()),
    on: field(CalendarDate),
    ...listed,
  }),
  handovers: kind({
    fromUser: field(refUser),
    toUser: field(refUser),
    toName: field(shortText),
    reason: field(longText),
    discussed: field(longText),
    shared: field(longText),
    legalBasis: field(oneOf(LEGAL_BASES)),
    /** What of the dossier goes along on the paper. */
    parts: field(z.array(z.enum(HANDOVER_PARTS)).max(HANDOVER_PARTS.length)),
    asked: field(oneOf(SHARING_ANSWERS)),
    askedWho: field(shortText),
    askedReason: field(longText),
    on: field(CalendarDate),
    confirmedOn: field(date),
    confirmedBy: field(shortText),
    ...listed,
  }),
} as const;
