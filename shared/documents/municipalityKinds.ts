/**
 * What a team knows of its municipality: the gemeenteprofiel and the sociale kaart. In the team document, or before there
 * is a team in a local document of the same kinds. Only commands of the vault write here.
 */
import { z } from 'zod';
import { PERSPECTIVES } from '../domain/codes.ts';
import { MAX_PROFILE_CHARS } from '../domain/profileLimits.ts';
import { AUDIENCES, ORGANISATION_TYPES } from '../domain/organisations.ts';
import { date, field, kind, longText, oneOf, refId, refUser, removable, shortText } from './kindRules.ts';

/** Sets of codes are one value: two people who change one set at the same time get to choose. */
export const municipalityKinds = {
  /** The whole file as one value: a profile is checked as a whole and never half of two. */
  municipality: kind({ file: field(z.string().max(MAX_PROFILE_CHARS)) }, { singleton: true }),
  organisations: kind({
    name: field(z.string().trim().min(1).max(160)),
    type: field(oneOf(ORGANISATION_TYPES)),
    perspectives: field(z.array(z.enum(PERSPECTIVES)).max(5)),
    audiences: field(z.array(z.enum(AUDIENCES)).max(6)),
    /** Empty: the whole municipality. */
    areas: field(z.array(z.string().max(80)).max(50)),
    /** What they do for people. */
    offer: field(longText),
    contactName: field(shortText),
    phone: field(z.string().max(60)),
    email: field(shortText),
    website: field(shortText),
    address: field(shortText),
    openingHours: field(shortText),
    /** How one signs up, what it costs, what to know. */
    remark: field(longText),
    /** Who last said that this is right, and when. */
    checkedOn: field(date),
    checkedBy: field(refUser),
    archivedOn: field(date),
    importId: field(refId),
    ...removable,
  }),
} as const;
