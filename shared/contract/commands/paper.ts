/** Papers for residents: made in the vault, saved by the person. */
import { z } from 'zod';
import { HouseholdId, RecordId } from '../../domain/ids.ts';
import { Bytes } from '../bytes.ts';
import { command } from '../define.ts';

export const PAPERS = ['ONS_PLAN', 'VERSLAG', 'WIE_DOET_WAT', 'LEEG_ECOGRAM', 'OVERDRACHT', 'LOGBOEK'] as const;
export type Paper = (typeof PAPERS)[number];

export const paperCommands = {
  'paper.make': command({
    doc: 'Makes a tagged PDF of what a resident may see; a handover also says why and to whom. The file name names nobody.',
    input: z.discriminatedUnion('paper', [
      z.object({ paper: z.enum(['ONS_PLAN', 'WIE_DOET_WAT', 'LOGBOEK']), householdId: HouseholdId }),
      z.object({ paper: z.literal('VERSLAG'), householdId: HouseholdId, conversationId: RecordId }),
      z.object({ paper: z.literal('OVERDRACHT'), householdId: HouseholdId, handoverId: RecordId }),
      z.object({ paper: z.literal('LEEG_ECOGRAM') }),
    ]),
    output: z.object({ bytes: Bytes, fileName: z.string(), pages: z.number().int() }),
    errors: ['HouseholdMissing', 'RecordMissing', 'DocumentMissing'],
    audit: 'export',
    timeoutMs: 60_000,
  }),
} as const;
