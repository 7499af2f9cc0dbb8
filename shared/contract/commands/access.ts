/** Who may see what, and what happens when somebody leaves, loses a laptop or hands over. Rights are the team log's. */
import { z } from 'zod';
import { DIRECTION_FORMS, HANDOVER_CHECKS } from '../../domain/codes.ts';
import { DeviceId, DocumentId, HouseholdId, RecordId, UserId } from '../../domain/ids.ts';
import { command } from '../define.ts';

/** A paper of the organisation key: its number and its code. */
const Paper = z.object({ number: z.number().int().min(1).max(255), code: z.string().max(200) });
const TwoPapers = z.array(Paper).length(2);
const Item = z.string().regex(/^[0-9a-f]{32}$/);
const words = z.string().trim().max(500);

export const CaseloadRow = z.object({
  documentId: DocumentId,
  /** Tells dossiers apart without a name. */
  mark: z.string(),
  kind: z.enum(['household', 'restricted']),
  area: z.string(),
  regisseur: z.object({ userId: UserId, name: z.string() }).nullable(),
  lastContactOn: z.string(),
  /** Colleagues who hold the key, beside the one it is about. Nobody: two papers are needed. */
  otherHolders: z.number().int(),
  iHaveAccess: z.boolean(),
});
export type CaseloadRow = z.infer<typeof CaseloadRow>;

export const QuarantineRow = z.object({
  item: Item,
  documentId: DocumentId,
  mark: z.string(),
  /** Only when this worker may open the dossier. */
  householdName: z.string().nullable(),
  userId: UserId,
  name: z.string(),
  receivedAtMs: z.number(),
  /** Every part came in. */
  complete: z.boolean(),
  /** The dossier is open to this worker, so the work can be taken over into it. */
  canTake: z.boolean(),
});
export type QuarantineRow = z.infer<typeof QuarantineRow>;

export const HandoverRow = z.object({
  householdId: HouseholdId,
  documentId: DocumentId,
  householdName: z.string(),
  handoverId: RecordId,
  /** ASKED: somebody asks me. The others until I open the dossier: a lead gave it to me, or what a colleague answered to me. */
  what: z.enum(['ASKED', 'GIVEN', 'TAKEN', 'REFUSED']),
  /** Who asks, gave or answered. */
  userId: UserId,
  name: z.string(),
  /** Why, in the words of who asks or answered. */
  reason: z.string(),
});
export type HandoverRow = z.infer<typeof HandoverRow>;

export const accessCommands = {
  'access.reasons': command({
    doc: 'Inzien met reden: who let whom into this dossier without being in it, why, and whether it still holds.',
    input: z.object({ documentId: DocumentId }),
    output: z.object({
      rows: z.array(
        z.object({
          byName: z.string(),
          userId: UserId,
          userName: z.string(),
          code: z.enum(['INZIEN', 'ZIEK', 'VERTREK']),
          /** Null when the words have not come to this laptop, or were not for it. */
          words: z.string().nullable(),
          atMs: z.number(),
          holds: z.boolean(),
        }),
      ),
    }),
    errors: ['NoTeam', 'DocumentMissing'],
    audit: 'none',
  }),
  'access.caseload': command({
    doc: 'For a lead: the dossiers of one colleague, or (null) those without a regisseur; no names of residents, with who else holds the key.',
    input: z.object({ userId: UserId.nullable() }),
    output: z.object({ rows: z.array(CaseloadRow) }),
    errors: ['NoTeam', 'NotTeamLead'],
    audit: 'view',
  }),
  'access.takeOver': command({
    doc: 'A lead lets somebody into a dossier that was not given to the lead, with a reason that the case team reads.',
    input: z.object({
      documentId: DocumentId,
      /** Who is let in; for INZIEN the lead self. */
      userId: UserId,
      code: z.enum(['INZIEN', 'ZIEK', 'VERTREK']),
      words,
    }),
    output: z.object({}),
    errors: ['NoTeam', 'NotTeamLead', 'NotShared', 'ColleagueUnknown', 'ReasonMissing'],
    audit: 'change',
  }),
  'access.leave': command({
    doc: 'Ends the own access to a dossier: its key is replaced.',
    input: z.object({ documentId: DocumentId }),
    output: z.object({}),
    errors: ['NoTeam', 'NotShared'],
    audit: 'change',
  }),
  'team.useParts': command({
    doc: 'Two papers bring the organisation key back for ten minutes, to open what no colleague can give a key of.',
    input: z.object({ parts: TwoPapers }),
    output: z.object({}),
    errors: ['NoTeam', 'NotTeamLead', 'PartsWrong'],
    audit: 'change',
  }),
  'team.dropParts': command({
    doc: 'Overwrites the organisation key in memory before its ten minutes are over.',
    input: z.object({}),
    output: z.object({}),
    audit: 'none',
  }),
  'team.recover': command({
    doc: 'Herstel: two custodians let this laptop in as lead, also when every other laptop is gone.',
    input: z.object({
      server: z.string().trim().max(300),
      name: z.string().trim().min(1).max(120),
      parts: TwoPapers,
      /** In the team already: also read every dossier. A new laptop always does. */
      everything: z.boolean(),
    }),
    output: z.object({}),
    errors: ['AlreadyInTeam', 'ServerAddressInvalid', 'ServerUnreachable', 'PartsWrong'],
    audit: 'change',
    timeoutMs: 90_000,
  }),
  'team.revokeUser': command({
    doc: 'A colleague leaves: every laptop is cut off, keys are replaced, and each is wiped at its next contact when asked.',
    input: z.object({ userId: UserId, wipe: z.boolean() }),
    output: z.object({}),
    errors: ['NoTeam', 'NotTeamLead', 'LastLead', 'ColleagueUnknown'],
    audit: 'change',
  }),
  'team.lostLaptop': command({
    doc: 'What was on a lost laptop: counts for everybody, names of the own dossiers, and whether it was wiped.',
    input: z.object({ deviceId: DeviceId }),
    output: z.object({
      userId: UserId,
      name: z.string(),
      revoked: z.boolean(),
      wipeAsked: z.boolean(),
      wipedAtMs: z.number().nullable(),
      households: z.number().int(),
      restricted: z.number().int(),
      /** Dossiers of which the key was replaced since, of those that this laptop can see. */
      rotated: z.number().int(),
      regisseurs: z.array(z.object({ name: z.string(), count: z.number().int() })),
      mine: z.array(z.object({ householdId: HouseholdId, name: z.string() })),
    }),
    errors: ['NoTeam', 'ColleagueUnknown'],
    audit: 'view',
  }),
  'quarantine.list': command({
    doc: 'For a lead: work of people who lost access before it was shared.',
    input: z.object({}),
    output: z.object({ rows: z.array(QuarantineRow) }),
    errors: ['NoTeam', 'NotTeamLead'],
    audit: 'view',
  }),
  'quarantine.take': command({
    doc: 'Takes such work over into its dossier; stamps keep saying who wrote it.',
    input: z.object({ item: Item }),
    output: z.object({ documentId: DocumentId }),
    errors: [
      'NoTeam',
      'NotTeamLead',
      'NotConnected',
      'QuarantineGone',
      'QuarantineUnreadable',
      'QuarantineIncomplete',
      'NoAccess',
      'DocumentReadOnly',
    ],
    audit: 'change',
  }),
  'quarantine.decline': command({
    doc: 'Declines such work with a reason, which the log keeps; the work itself goes.',
    input: z.object({ item: Item, reason: words }),
    output: z.object({}),
    errors: ['NoTeam', 'NotTeamLead', 'NotConnected', 'QuarantineGone', 'ReasonMissing'],
    audit: 'change',
  }),
  'handover.propose': command({
    doc: 'The regisseur proposes a colleague as the next one; the colleague gets access, and decides.',
    input: z.object({
      documentId: DocumentId,
      to: UserId,
      form: z.enum(DIRECTION_FORMS).optional(),
      done: z.array(z.enum(HANDOVER_CHECKS)).max(20),
      reason: z.string().trim().max(2_000),
      /** Veiligheid is given along. */
      withRestricted: z.boolean(),
    }),
    output: z.object({ handoverId: RecordId }),
    errors: ['NoTeam', 'NotShared', 'DocumentMissing', 'DocumentReadOnly', 'NotRegisseur', 'ColleagueUnknown'],
    audit: 'change',
  }),
  'handover.waiting': command({
    doc: 'Vandaag: handovers that wait for an answer of this worker; answers and dossiers of a lead that were not seen yet.',
    input: z.object({}),
    output: z.object({ rows: z.array(HandoverRow) }),
    audit: 'none',
  }),
  'handover.answer': command({
    doc: 'The receiver takes it over or refuses, or the proposer withdraws. Made apart, both stay until a person chooses.',
    input: z.object({
      documentId: DocumentId,
      handoverId: RecordId,
      answer: z.enum(['OVERGENOMEN', 'GEWEIGERD', 'INGETROKKEN']),
      reason: z.string().trim().max(2_000),
    }),
    output: z.object({}),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'HandoverClosed'],
    audit: 'change',
  }),
} as const;
