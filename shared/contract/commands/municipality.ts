/** The gemeenteprofiel of the team, or of this laptop while there is no team. */
import { z } from 'zod';
import { Gemeenteprofiel } from '../../domain/gemeenteprofiel.ts';
import { UserId } from '../../domain/ids.ts';
import { MAX_PROFILE_CHARS } from '../../domain/profileLimits.ts';
import { command } from '../define.ts';

export const municipalityCommands = {
  'municipality.get': command({
    doc: 'The gemeenteprofiel in use, and the versions that wait for a choice when two people changed it at once.',
    input: z.object({}),
    output: z.object({
      profile: Gemeenteprofiel,
      /** Nobody set one: this is the profile that the product comes with. */
      standard: z.boolean(),
      changedBy: UserId.nullable(),
      changedAtMs: z.number().nullable(),
      /** Empty, or two and more: the latest, which is in use, last. */
      versions: z.array(z.object({ user: UserId, atMs: z.number(), profile: Gemeenteprofiel })),
      /** In a team only a team lead changes it. */
      mayChange: z.boolean(),
    }),
    audit: 'none',
  }),
  'municipality.set': command({
    doc: 'Takes a whole profile file into use, or answers every mistake in it. Adds partners that the sociale kaart lacks.',
    input: z.object({ file: z.string().max(MAX_PROFILE_CHARS + 1_000) }),
    output: z.object({ addedOrganisations: z.number().int() }),
    errors: ['ProfileInvalid', 'NotTeamLead', 'DocumentMissing', 'DocumentReadOnly'],
    audit: 'change',
    timeoutMs: 60_000,
  }),
  'municipality.export': command({
    doc: 'The profile in use as one file that another municipality or team can open.',
    input: z.object({}),
    output: z.object({ file: z.string(), fileName: z.string() }),
    audit: 'export',
  }),
} as const;
