/**
 * Papers for residents. Made here, so that nothing goes over the network and both hosts make the same bytes; what is on
 * them comes from the whitelist of shared/resident only. The dispatcher logs each as an export.
 */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { paperCommands, Paper } from '../../../shared/contract/commands/paper.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import type { Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { DocumentId, UserId } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { residentConversation } from '../../../shared/resident/residentConversation.ts';
import { residentView } from '../../../shared/resident/residentView.ts';
import type { OpenVault } from '../openVault.ts';
import type { PaperSetting } from '../paper/letterhead.ts';
import { lookedAtHousehold } from './lookedAt.ts';
import { colleagueNames } from './colleagueNames.ts';

/** What this command needs of an open vault. */
export type PaperVault = Pick<OpenVault, 'store' | 'documents' | 'me' | 'practice' | 'audit'> & {
  readonly deps: Pick<OpenVault['deps'], 'clock'>;
};

/** Neutral: a file in a list of downloads tells nobody who it is about. */
const FILE_NAMES: Readonly<Record<Paper, string>> = {
  ONS_PLAN: 'ons-plan',
  VERSLAG: 'verslag-gesprek',
  WIE_DOET_WAT: 'wie-doet-wat',
  LEEG_ECOGRAM: 'leeg-ecogram',
  OVERDRACHT: 'overdracht',
  LOGBOEK: 'wie-heeft-gekeken',
};

export function paperHandlers(
  vault: PaperVault,
  profile: () => Gemeenteprofiel = () => defaultProfile,
): Pick<Handlers, keyof typeof paperCommands> {
  const { db } = vault.store;
  const documentOf = db
    .prepare<[string], DocumentId>(`SELECT document_id FROM household WHERE household_id = ?`)
    .pluck();
  return {
    'paper.make': async (input) => {
      const nowMs = vault.deps.clock.nowMs();
      const today = calendarDateAt(nowMs);
      const setting: PaperSetting = { profile: profile(), practice: vault.practice, nowMs, today };
      const fileName = `${FILE_NAMES[input.paper]}-${today}.pdf`;
      // Loaded when the first paper is made: the fonts and the writer are not needed to unlock.
      const { ecogramPaper, handoverPaper, logPaper, planPaper, sheetPaper, talkPaper } =
        await import('../paper/papers.ts');
      if (input.paper === 'LEEG_ECOGRAM') return ok({ ...(await ecogramPaper(setting)), fileName });
      const documentId = documentOf.get(input.householdId);
      if (documentId === undefined) return err({ tag: 'HouseholdMissing' });
      const options = { nameOf: colleagueNames(vault) };
      if (input.paper === 'VERSLAG') {
        const talk = vault.documents.read(documentId, (doc) =>
          residentConversation(doc, input.conversationId, options),
        );
        if (!talk.ok) return talk;
        if (talk.value === null) return err({ tag: 'RecordMissing' });
        return ok({ ...(await talkPaper(talk.value, setting)), fileName });
      }
      if (input.paper === 'OVERDRACHT') {
        const facts = vault.documents.read(documentId, (doc) => {
          const record = readRecord(doc, 'handovers', input.handoverId);
          if (record === null || record.deleted) return null;
          const { values } = record;
          const from = options.nameOf(values.fromUser || record.createdBy || vault.me.userId);
          const to = values.toName || (values.toUser ? options.nameOf(values.toUser) : '');
          return { handover: values, view: residentView(doc, options), from, to };
        });
        if (!facts.ok) return facts;
        if (facts.value === null) return err({ tag: 'RecordMissing' });
        return ok({ ...(await handoverPaper(facts.value, setting)), fileName });
      }
      if (input.paper === 'LOGBOEK') {
        const log = lookedAtHousehold(
          vault,
          input.householdId,
          (user) => options.nameOf(user as UserId) || 'Een collega',
        );
        if (!log.ok) return err({ tag: 'HouseholdMissing' });
        const name = vault.documents.read(documentId, (doc) => readRecord(doc, 'household', 'household')?.values.name);
        return ok({ ...(await logPaper(log.value.rows, (name.ok ? name.value : '') ?? '', setting)), fileName });
      }
      const view = vault.documents.read(documentId, (doc) => residentView(doc, options));
      if (!view.ok) return view;
      const make = input.paper === 'ONS_PLAN' ? planPaper : sheetPaper;
      return ok({ ...(await make(view.value, setting)), fileName });
    },
  };
}
