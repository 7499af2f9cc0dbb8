/** A home visit that is planned: who come and why, and what the household was told beforehand. Nothing in it is required. */
import { z } from 'zod';
import { ATTENDEE_ROLES } from '../domain/codes.ts';
import { RecordId } from '../domain/ids.ts';
import { date, field, immutable, kind, longText, oneOf, refId, refUser, removable, shortText } from './kindRules.ts';

export const visitKinds = {
  visits: kind({
    on: field(date),
    from: field(z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)),
    /** Empty: at home. */
    place: field(shortText),
    purpose: field(longText),
    worker: field(refUser),
    explained: field(z.boolean()),
    announced: field(z.boolean()),
    announcedTo: field(shortText),
    mayBring: field(z.boolean()),
    clientSupport: field(z.boolean()),
    /** The conversation that came of it. */
    conversationId: field(refId),
    ...removable,
  }),
  visitGuests: kind(
    {
      visitId: immutable(RecordId),
      name: field(shortText),
      capacity: field(oneOf(ATTENDEE_ROLES)),
      why: field(shortText),
      ...removable,
    },
    { parent: { kind: 'visits', field: 'visitId', bond: 'part' } },
  ),
  /** A resident who looked along said that it is right: about what, in the words of that moment, and who sat there. */
  residentAgreements: kind({
    /** Empty: about the other agreements, the web or the network. */
    goalId: field(refId),
    about: field(shortText),
    saidBy: field(shortText),
    receivedOn: field(date),
    ...removable,
  }),
} as const;
