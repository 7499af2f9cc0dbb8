/** The log as people read it: who looked in a dossier, what stands out, and how the work of a team stands without names. */
import { z } from 'zod';
import { HOUSEHOLD_STATUSES, LADDER, PERSPECTIVES } from '../../domain/codes.ts';
import { DocumentId, HouseholdId, UserId } from '../../domain/ids.ts';
import { LOOK_KINDS } from '../../domain/looks.ts';
import { UNUSUAL_CODES } from '../../domain/unusualLooks.ts';
import { command } from '../define.ts';

/** A count, or that it is too small to show. */
const Cell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('NUMBER'), value: z.number().int() }),
  z.object({ kind: z.literal('FEWER_THAN'), minimum: z.number().int() }),
]);

/** What one person did with a dossier on one day. */
export const LogDay = z.object({
  on: z.string(),
  userId: UserId,
  name: z.string(),
  isMe: z.boolean(),
  /** The part about safety, for who may read that. */
  restricted: z.boolean(),
  looks: z.array(
    z.object({
      kind: z.enum(LOOK_KINDS),
      /** The first time of that day. */
      at: z.string(),
      /** How often; only this laptop's own log knows. */
      times: z.number().int().nullable(),
    }),
  ),
});
export type LogDay = z.infer<typeof LogDay>;

export const TeamPerson = z.object({
  userId: UserId,
  name: z.string(),
  jobTitle: z.string(),
  open: Cell,
  reviewsLate: Cell,
  termsLate: Cell,
});
export type TeamPerson = z.infer<typeof TeamPerson>;

export const logCommands = {
  'log.household': command({
    doc: 'Wie heeft gekeken? Who did what with this dossier, day by day, newest first; offline too.',
    input: z.object({ householdId: HouseholdId }),
    output: z.object({ rows: z.array(LogDay) }),
    errors: ['HouseholdMissing', 'DocumentMissing'],
    audit: 'view',
  }),
  'log.unusual': command({
    doc: 'For a lead: looking that stands out, and logs that went back. Codes and marks of dossiers, no names of residents.',
    input: z.object({}),
    output: z.object({
      looks: z.array(
        z.object({
          on: z.string(),
          userId: UserId,
          name: z.string(),
          code: z.enum(UNUSUAL_CODES),
          count: z.number().int(),
          marks: z.array(z.string()),
        }),
      ),
      setBack: z.array(z.object({ userId: UserId, name: z.string(), mark: z.string(), saidAtMs: z.number() })),
    }),
    errors: ['NoTeam', 'NotTeamLead'],
    audit: 'view',
  }),
  'team.work': command({
    doc: 'For a lead: how the work of the team stands, counted from index facts. No names of residents, small counts hidden.',
    input: z.object({}),
    output: z.object({
      minimum: z.number().int(),
      open: Cell,
      withoutRegisseur: Cell,
      byStatus: z.array(z.object({ status: z.enum(HOUSEHOLD_STATUSES), count: Cell })),
      ladder: z.array(z.object({ step: z.enum(LADDER), count: Cell })),
      people: z.array(TeamPerson),
      /** Dossiers without a regisseur that the team knows of (a shielded one tells none), and whose list they are in. */
      unassigned: z.array(
        z.object({ documentId: DocumentId, mark: z.string(), area: z.string(), withName: z.string().nullable() }),
      ),
      signals: z.array(
        z.object({ on: z.string(), theme: z.enum(PERSPECTIVES).nullable(), area: z.string(), text: z.string() }),
      ),
    }),
    errors: ['NoTeam', 'NotTeamLead'],
    audit: 'view',
  }),
} as const;
