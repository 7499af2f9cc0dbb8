/** The question a household comes with, in its own words, and the question behind it. */
import { z } from 'zod';
import { CHANNELS, LAWS, QUESTION_OUTCOMES, REFERRERS, URGENCIES } from '../domain/codes.ts';
import { CalendarDate } from '../domain/dates.ts';
import { RecordId, UserId } from '../domain/ids.ts';
import { date, field, immutable, kind, longText, oneOf, refId, removable, shortText } from './kindRules.ts';

const ownWords = z.string().trim().min(1).max(10_000);

export const questionKinds = {
  helpRequests: kind({
    /** Never changed once saved; a correction is an addition. */
    words: immutable(ownWords),
    saidByPersonId: field(refId),
    saidByName: field(shortText),
    receivedOn: field(CalendarDate),
    channel: field(oneOf(CHANNELS)),
    referrer: field(oneOf(REFERRERS)),
    referrerName: field(shortText),
    urgency: field(oneOf(URGENCIES)),
    /** Filled in last. */
    law: field(oneOf(LAWS)),
    outcome: field(oneOf(QUESTION_OUTCOMES)),
    outcomeReason: field(longText),
    confirmedOn: field(date),
    pointedAtSupportOn: field(date),
    pointedAtSupportHow: field(shortText),
    pointedAtSupportBy: field(shortText),
    pointedAtOwnPlanOn: field(date),
    pointedAtFamilyPlanOn: field(date),
    /** Voogdij by an institution or jeugdreclassering. */
    familyPlanExcepted: field(z.boolean()),
    firstTalkPlannedOn: field(date),
    researchDoneOn: field(date),
    accountGivenOn: field(date),
    appliedOn: field(date),
    decisionExtendedTo: field(date),
    decidedOn: field(date),
    withdrawnOn: field(date),
    /** Eviction, or energy or water about to be cut off. */
    debtThreat: field(z.boolean()),
    costsExplained: field(z.boolean()),
    municipalityChecked: field(z.boolean()),
    noCarer: field(z.boolean()),
    /** Omgekeerde toets: four own fields, the law last. */
    testEffect: field(longText),
    testPurpose: field(longText),
    testConsequences: field(longText),
    testLegal: field(longText),
    ...removable,
  }),
  helpRequestAdditions: kind(
    {
      helpRequestId: immutable(RecordId),
      text: immutable(ownWords),
      author: immutable(UserId),
      writtenOn: immutable(CalendarDate),
      ...removable,
    },
    { author: 'author', parent: { kind: 'helpRequests', field: 'helpRequestId', bond: 'beside' } },
  ),
  /** Vraag achter de vraag: every version is a record of its own; the latest one counts. */
  deeperQuestions: kind(
    {
      helpRequestId: immutable(RecordId),
      text: immutable(ownWords),
      author: immutable(UserId),
      writtenOn: immutable(CalendarDate),
      /** Empty: not yet discussed with the resident. */
      discussedOn: field(date),
      discussedWith: field(shortText),
      ...removable,
    },
    { author: 'author', parent: { kind: 'helpRequests', field: 'helpRequestId', bond: 'beside' } },
  ),
} as const;
