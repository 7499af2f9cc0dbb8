/**
 * A restricted document of a household: own key, named persons only. Veiligheid and meldcode. Steps of the meldcode are
 * written by a command (logged) and never changed; nothing of this is in a list, a search, a print or an index.
 */
import { z } from 'zod';
import { ACTION_STATUSES, MELDCODE_STEPS } from '../domain/codes.ts';
import { CalendarDate } from '../domain/dates.ts';
import { RecordId } from '../domain/ids.ts';
import { date, field, immutable, kind, listed, longText, oneOf, removable, sealed, shortText } from './kindRules.ts';
import { restrictedLookKinds } from './lookKinds.ts';

const yesNo = oneOf(['JA', 'NEE']);

export const restrictedKinds = {
  safety: kind(
    { householdDocument: field(z.string().max(32)) },
    {
      singleton: true,
      sections: ['safeVisit', 'plan.signs', 'plan.agreements', 'plan.helpers', 'plan.children', 'plan.whenUnsafe'],
    },
  ),
  safetySignals: kind({
    source: field(shortText),
    fact: field(longText),
    suspicion: field(longText),
    on: field(date),
    followUp: field(longText),
    ...removable,
  }),
  /** One trail through the five steps. */
  meldcodes: kind({
    openedOn: immutable(CalendarDate),
    about: field(longText),
  }),
  meldcodeSteps: kind(
    {
      meldcodeId: sealed(RecordId),
      step: sealed(z.enum(MELDCODE_STEPS)),
      on: sealed(CalendarDate),
      by: sealed(shortText),
      reasoning: sealed(z.string().max(10_000)),
      skipped: sealed(z.boolean()),
      /** With step 5: this trail is closed. */
      closes: sealed(z.boolean()),
    },
    { parent: { kind: 'meldcodes', field: 'meldcodeId', bond: 'part' } },
  ),
  /** The answers to the afwegingskader on one day. */
  weighings: kind(
    {
      meldcodeId: immutable(RecordId),
      on: field(CalendarDate),
      VERMOEDEN: field(yesNo),
      ONVEILIG: field(yesNo),
      ZELF_HULP: field(yesNo),
      AANVAARDEN: field(yesNo),
      RESULTAAT: field(yesNo),
      reasoning: field(z.string().max(10_000)),
      ...removable,
    },
    { parent: { kind: 'meldcodes', field: 'meldcodeId', bond: 'part' } },
  ),
  safetyAgreements: kind({
    what: field(longText),
    who: field(shortText),
    dueOn: field(date),
    status: field(oneOf(ACTION_STATUSES)),
    ...listed,
  }),
  ...restrictedLookKinds,
} as const;
