/** The sociale kaart: what there is in the neighbourhood, offline and shared with the team. */
import { z } from 'zod';
import { PERSPECTIVES } from '../../domain/codes.ts';
import { CalendarDate } from '../../domain/dates.ts';
import { HouseholdId, RecordId, UserId } from '../../domain/ids.ts';
import { AUDIENCES, ORGANISATION_TYPES } from '../../domain/organisations.ts';
import { command } from '../define.ts';

const short = z.string().trim().max(200);
const long = z.string().trim().max(2_000);

/** What a person writes about an organisation. */
export const OrganisationForm = z.object({
  name: z.string().trim().min(1).max(160),
  type: z.enum(ORGANISATION_TYPES).or(z.literal('')),
  perspectives: z.array(z.enum(PERSPECTIVES)).max(5),
  audiences: z.array(z.enum(AUDIENCES)).max(6),
  areas: z.array(z.string().trim().min(1).max(80)).max(50),
  offer: long,
  contactName: short,
  phone: z.string().trim().max(60),
  email: short,
  website: short,
  address: short,
  openingHours: short,
  remark: long,
});
export type OrganisationForm = z.infer<typeof OrganisationForm>;

export const OrganisationRow = OrganisationForm.extend({
  organisationId: RecordId,
  /** YYYY-MM-DD: when somebody last wrote it or said that it is right. */
  updatedOn: z.string(),
  updatedBy: UserId.nullable(),
  archived: z.boolean(),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

/** When somebody last said that it is right, and who; both '' when nobody did. */
const Checked = z.object({ on: CalendarDate.or(z.literal('')), by: UserId.or(z.literal('')) });
const one = { organisationId: RecordId };
const refused = ['RecordMissing', 'DocumentMissing', 'DocumentReadOnly'] as const;

export const organisationCommands = {
  'organisation.list': command({
    doc: 'Organisations of the sociale kaart by name. Words may stand anywhere; an organisation without areas is for all.',
    input: z.object({
      text: z.string().max(200).default(''),
      type: z.enum(ORGANISATION_TYPES).or(z.literal('')).default(''),
      perspective: z.enum(PERSPECTIVES).or(z.literal('')).default(''),
      audience: z.enum(AUDIENCES).or(z.literal('')).default(''),
      area: z.string().max(80).default(''),
      archived: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(OrganisationRow), total: z.number().int() }),
    audit: 'none',
  }),
  'organisation.get': command({
    doc: 'One organisation, with the fields that two people wrote at the same time.',
    input: z.object(one),
    output: z.object({
      organisation: OrganisationRow,
      choices: z.array(
        z.object({
          field: z.string(),
          versions: z.array(z.object({ text: z.string(), user: UserId, atMs: z.number() })),
        }),
      ),
    }),
    errors: ['RecordMissing'],
    audit: 'none',
  }),
  'organisation.save': command({
    doc: 'Writes an organisation, a new one when no id is given. Only fields that differ are written.',
    input: z.object({ organisationId: RecordId.nullable(), form: OrganisationForm }),
    output: z.object(one),
    errors: refused,
    audit: 'change',
  }),
  'organisation.confirm': command({
    doc: 'Says that what is written about an organisation is still right today; with `back` it says what was said before.',
    input: z.object({ ...one, back: Checked.optional() }),
    output: z.object({ previous: Checked }),
    errors: refused,
    audit: 'change',
  }),
  'organisation.archive': command({
    doc: 'Takes an organisation out of the list, or puts it back.',
    input: z.object({ ...one, archived: z.boolean() }),
    output: z.object({}),
    errors: refused,
    audit: 'change',
  }),
  'organisation.offers': command({
    doc: 'Local offers that fit an action: of its perspective and of the neighbourhood of its household first.',
    input: z.object({
      perspective: z.enum(PERSPECTIVES).or(z.literal('')),
      area: z.string().max(80),
      text: z.string().max(200),
      limit: z.number().int().min(1).max(20).default(5),
    }),
    output: z.object({ rows: z.array(OrganisationRow) }),
    audit: 'none',
  }),
  'organisation.agree': command({
    doc: 'Makes an agreement in a household with an organisation, at the chair of the voorliggend veld.',
    input: z.object({
      ...one,
      householdId: HouseholdId,
      what: z.string().trim().min(1).max(500),
      dueOn: CalendarDate.or(z.literal('')),
    }),
    output: z.object({ actionId: RecordId }),
    errors: ['RecordMissing', 'HouseholdMissing', 'DocumentMissing', 'DocumentReadOnly'],
    audit: 'change',
  }),
  'organisation.own': command({
    doc: 'How many organisations of before the team this worker has that the team lacks.',
    input: z.object({}),
    output: z.object({ missing: z.number().int() }),
    audit: 'none',
  }),
  'organisation.bringOwn': command({
    doc: 'Adds own organisations of before the team that the team lacks, or leaves them; then the own list is gone. With `back` what was added is put off the map again.',
    input: z.union([z.object({ take: z.boolean() }), z.object({ back: z.array(RecordId).min(1).max(20_000) })]),
    output: z.object({ added: z.number().int(), organisationIds: z.array(RecordId) }),
    errors: ['DocumentMissing', 'DocumentReadOnly'],
    audit: 'change',
    timeoutMs: 60_000,
  }),
} as const;
