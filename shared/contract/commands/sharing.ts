/** Sharing with the team: what is shared, founding, joining, who has access, the same family twice. */
import { z } from 'zod';
import { DeviceId, DocumentId, HouseholdId, UserId } from '../../domain/ids.ts';
import { command } from '../define.ts';

/** Roles of this release; the codes stand in the signed team log. */
export const TeamRoleCode = z.enum(['MEDEWERKER', 'TEAMLEIDER', 'AANDACHTSFUNCTIONARIS', 'BEHEER']);
export type TeamRoleCode = z.infer<typeof TeamRoleCode>;

export const SharingFailure = z.object({
  /** UNREACHABLE: no answer. TLS: certificate not trusted. REFUSED: something else answered. REVOKED, FALSE_LOG, NEWER_APP: see docs/sync-server.md. */
  reason: z.enum(['UNREACHABLE', 'TLS', 'REFUSED', 'REVOKED', 'FALSE_LOG', 'NEWER_APP']),
  /** HTTP status of a refused upgrade, for the helpdesk. */
  status: z.number().nullable(),
});

export const SharingSummary = z.object({
  state: z.enum(['noTeam', 'offline', 'sending', 'shared', 'failed']),
  /** Changes that are not on the server's disk, as a person counts them: a stretch of work in one document is one. */
  waiting: z.number().int(),
  lastSharedAtMs: z.number().nullable(),
  lastContactAtMs: z.number().nullable(),
  /** Whole days since the oldest unshared change could last be shared; 0 when nothing waits. */
  daysUnshared: z.number().int(),
  failure: SharingFailure.nullable(),
  /** Something of this colleague was seen by others and does not come here; when we last received anything of them. */
  withheld: z.object({ name: z.string(), lastReceivedAtMs: z.number().nullable() }).nullable(),
  /** Something came that only a newer app reads: it is kept and passed on. */
  newerApp: z.boolean(),
  openChoices: z.number().int(),
});
export type SharingSummary = z.infer<typeof SharingSummary>;

export const TeamMember = z.object({
  userId: UserId,
  name: z.string(),
  jobTitle: z.string(),
  roles: z.array(TeamRoleCode),
  revoked: z.boolean(),
  devices: z.array(
    z.object({
      deviceId: DeviceId,
      revoked: z.boolean(),
      wipeAsked: z.boolean(),
      /** The receipt: when the laptop said that it wiped itself. */
      wipedAtMs: z.number().nullable(),
      isThis: z.boolean(),
    }),
  ),
});
export type TeamMember = z.infer<typeof TeamMember>;

export const TeamOverview = z.object({
  name: z.string(),
  server: z.string(),
  members: z.array(TeamMember),
  iAmLead: z.boolean(),
  /** May cut laptops off. */
  iDoBeheer: z.boolean(),
  /** A team with one lead can lose its way in: a banner stays until there is a second. */
  secondLeadMissing: z.boolean(),
});
export type TeamOverview = z.infer<typeof TeamOverview>;

export const JoinRequestRow = z.object({
  invite: z.string(),
  name: z.string(),
  jobTitle: z.string(),
  /** Five words; the same on the other screen. */
  words: z.array(z.string()).length(5),
});

const ServerAddress = z.string().trim().max(300);

export const sharingCommands = {
  'sharing.status': command({
    doc: 'What is shared and what waits, from acknowledgements of the server only.',
    input: z.object({}),
    output: SharingSummary,
    audit: 'none',
  }),
  'sharing.now': command({
    doc: 'Deel nu: tries at once and always answers how it ended, within twenty seconds.',
    input: z.object({}),
    output: z.object({ outcome: z.enum(['shared', 'noTeam', 'failed']), summary: SharingSummary }),
    audit: 'none',
    timeoutMs: 30_000,
  }),
  'document.sharing': command({
    doc: 'One document: shared, waiting or only here, and which colleagues have seen our last change.',
    input: z.object({ documentId: DocumentId }),
    output: z.object({
      state: z.enum(['local', 'waiting', 'shared']),
      sharedAtMs: z.number().nullable(),
      /** Something of a colleague has not come yet, or could not be trusted: what is here can be read. */
      incomplete: z.boolean(),
      seenBy: z.array(z.object({ userId: UserId, name: z.string() })),
      members: z.array(z.object({ userId: UserId, name: z.string() })),
    }),
    errors: ['DocumentMissing'],
    audit: 'none',
  }),
  'team.get': command({
    doc: 'The team this vault belongs to, or null before there is one.',
    input: z.object({}),
    output: z.object({ team: TeamOverview.nullable() }),
    audit: 'none',
  }),
  'team.found': command({
    doc: 'The first lead begins the team on a server, with its one-time code. Answers the three parts of the organisation key, once.',
    input: z.object({ name: z.string().trim().min(1).max(120), server: ServerAddress, setupCode: z.string().max(60) }),
    output: z.object({
      /** Three printed parts; any two bring the team's documents back. Groups of four characters, with the part's number. */
      organisationParts: z.array(z.object({ number: z.number().int(), groups: z.array(z.string()) })).length(3),
    }),
    errors: ['AlreadyInTeam', 'ServerAddressInvalid', 'CodeWrong', 'ServerUnreachable'],
    audit: 'change',
    timeoutMs: 40_000,
  }),
  'team.organisationParts': command({
    doc: 'The three parts that were not put on paper yet, or null. They are kept encrypted until team.partsOnPaper.',
    input: z.object({}),
    output: z.object({
      teamName: z.string(),
      parts: z.array(z.object({ number: z.number().int(), groups: z.array(z.string()) })).nullable(),
    }),
    audit: 'none',
  }),
  'team.partsOnPaper': command({
    doc: 'All three parts are on paper: from now on they are nowhere else.',
    input: z.object({}),
    output: z.object({}),
    audit: 'change',
  }),
  'team.invite': command({
    doc: 'A code for one new laptop, valid for 24 hours.',
    input: z.object({}),
    output: z.object({
      code: z.string(),
      server: z.string(),
      expiresAtMs: z.number(),
      qr: z.object({ size: z.number().int(), dark: z.string() }),
    }),
    errors: ['NoTeam', 'NotTeamLead', 'NotConnected'],
    audit: 'change',
  }),
  'team.joinRequests': command({
    doc: 'Laptops that wait for a lead.',
    input: z.object({}),
    output: z.array(JoinRequestRow),
    audit: 'none',
  }),
  'team.answerJoin': command({
    doc: 'The lead compared the five words and lets the laptop in, or not.',
    input: z.object({
      invite: z.string().max(40),
      approve: z.boolean(),
      roles: z.array(TeamRoleCode).min(1),
      openHouseholds: z.boolean(),
      /** A new laptop of this colleague, who keeps writing under the same name. */
      asUser: UserId.optional(),
    }),
    output: z.object({}),
    errors: ['NoTeam', 'NotTeamLead', 'NotConnected', 'InviteUnknown', 'ColleagueUnknown'],
    audit: 'change',
  }),
  'team.join': command({
    doc: 'The new laptop asks to join with a code. Answers the five words; team.joined tells when the lead answered.',
    input: z.object({ server: ServerAddress, code: z.string().max(60) }),
    output: z.object({ asked: z.boolean() }),
    errors: ['AlreadyInTeam', 'ServerAddressInvalid', 'CodeWrong', 'ServerUnreachable', 'InviteUnknown'],
    audit: 'change',
    timeoutMs: 40_000,
  }),
  'team.joinState': command({
    doc: 'How joining stands: nothing asked, waiting with the five words, refused, or in.',
    input: z.object({}),
    output: z.object({ state: z.enum(['none', 'waiting', 'refused', 'joined']), words: z.array(z.string()) }),
    audit: 'none',
  }),
  'team.cancelJoin': command({
    doc: 'Stops waiting for a lead.',
    input: z.object({}),
    output: z.object({}),
    audit: 'none',
  }),
  'team.ownHouseholds': command({
    doc: 'Households that were made here before there was a team, for the choice to share or keep them.',
    input: z.object({}),
    output: z.array(
      z.object({
        householdId: HouseholdId,
        documentId: DocumentId,
        name: z.string(),
        shared: z.boolean(),
        knownInTeam: z.boolean(),
        /** Whom to ask about the dossier that the team already has; null when that may not be said. */
        askName: z.string().nullable(),
      }),
    ),
    audit: 'view',
  }),
  'team.shareHouseholds': command({
    doc: 'Shares the chosen households with the team; the others stay on this laptop.',
    input: z.object({ documentIds: z.array(DocumentId).max(5_000) }),
    output: z.object({ shared: z.number().int() }),
    errors: ['NoTeam'],
    audit: 'change',
  }),
  'team.setRoles': command({
    doc: 'Changes what a colleague may do. There is always at least one lead.',
    input: z.object({ userId: UserId, roles: z.array(TeamRoleCode).min(1) }),
    output: z.object({}),
    errors: ['NoTeam', 'NotTeamLead', 'LastLead'],
    audit: 'change',
  }),
  'team.revokeDevice': command({
    doc: 'Laptop kwijt: cuts a device off, replaces keys, and wipes it at its next contact when asked.',
    input: z.object({ deviceId: DeviceId, wipe: z.boolean() }),
    output: z.object({}),
    errors: ['NoTeam', 'NotTeamLead'],
    audit: 'change',
  }),
  'team.news': command({
    doc: 'Nieuw van collega’s: households that a colleague wrote in since this worker last opened them, newest first.',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          householdId: HouseholdId,
          documentId: DocumentId,
          householdName: z.string(),
          userId: UserId,
          name: z.string(),
          what: z.enum(['conversation', 'addendum', 'line', 'action', 'person', 'household', 'other']),
          changedAtMs: z.number(),
        }),
      ),
    }),
    audit: 'view',
  }),
  'access.get': command({
    doc: 'Wie werkt mee? The colleagues who can open this document, and those who can be added.',
    input: z.object({ documentId: DocumentId }),
    output: z.object({
      members: z.array(
        z.object({ userId: UserId, name: z.string(), jobTitle: z.string(), hasAccess: z.boolean(), isMe: z.boolean() }),
      ),
    }),
    errors: ['NoTeam', 'DocumentMissing'],
    audit: 'view',
  }),
  'access.set': command({
    doc: 'Gives or withdraws access to one document. Withdrawing replaces its key; what somebody saw cannot be taken back.',
    input: z.object({ documentId: DocumentId, userId: UserId, access: z.boolean() }),
    output: z.object({}),
    errors: ['NoTeam', 'DocumentMissing', 'NotShared', 'ColleagueUnknown'],
    audit: 'change',
  }),
  'household.findMatches': command({
    doc: 'Whether the team already knows this address or person: a sentence, never a name of a resident.',
    input: z.object({
      postcode: z.string().max(20),
      houseNumber: z.string().max(20),
      persons: z.array(z.object({ lastName: z.string().max(120), birthDate: z.string().max(10) })).max(30),
      exceptDocumentId: DocumentId.nullable(),
    }),
    output: z.object({
      matches: z.array(
        z.object({
          on: z.enum(['address', 'person']),
          regisseurName: z.string().nullable(),
          documentId: DocumentId.nullable(),
        }),
      ),
    }),
    audit: 'search',
  }),
} as const;
