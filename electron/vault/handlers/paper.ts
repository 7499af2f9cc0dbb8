/**
 * Papers for residents. Made here, so that nothing goes over the network and both hosts make the same bytes; what is on
 * them comes from the whitelist of shared/resident only. The dispatcher logs each as an export.
 */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { paperCommands, Paper } from '../../../shared/contract/commands/paper.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import type { DocumentId, UserId } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { residentConversation } from '../../../shared/resident/residentConversation.ts';
import { residentView } from '../../../shared/resident/residentView.ts';
import type { OpenVault } from '../openVault.ts';
import type { PaperSetting } from '../paper/letterhead.ts';

/** What this command needs of an open vault. */
export type PaperVault = Pick<OpenVault, 'store' | 'documents' | 'me' | 'practice'> & {
  readonly deps: Pick<OpenVault['deps'], 'clock'>;
};

/** Neutral: a file in a list of downloads tells nobody who it is about. */
const FILE_NAMES: Readonly<Record<Paper, string>> = {
  ONS_PLAN: 'ons-plan',
  VERSLAG: 'verslag-gesprek',
  WIE_DOET_WAT: 'wie-doet-wat',
  LEEG_ECOGRAM: 'leeg-ecogram',
};

export function paperHandlers(vault: PaperVault): Pick<Handlers, keyof typeof paperCommands> {
  const { db } = vault.store;
  const documentOf = db
    .prepare<[string], DocumentId>(`SELECT document_id FROM household WHERE household_id = ?`)
    .pluck();
  const teams = db.prepare<[], DocumentId>(`SELECT document_id FROM document WHERE kind = 'team'`).pluck();

  /** Colleagues by their own name; one we do not know is left unnamed. */
  function names(): (user: UserId) => string {
    const known = new Map<string, string>();
    for (const team of teams.all()) {
      const members = vault.documents.read(team, (doc) => readRecords(doc, 'teamMembers'));
      for (const { values } of members.ok ? members.value : []) {
        if (values.user && values.name) known.set(values.user, values.name);
      }
    }
    known.set(vault.me.userId, vault.me.name);
    return (user) => known.get(user) ?? '';
  }

  return {
    'paper.make': async (input) => {
      const nowMs = vault.deps.clock.nowMs();
      const today = calendarDateAt(nowMs);
      const setting: PaperSetting = { profile: defaultProfile, practice: vault.practice, nowMs, today };
      const fileName = `${FILE_NAMES[input.paper]}-${today}.pdf`;
      // Loaded when the first paper is made: the fonts and the writer are not needed to unlock.
      const { ecogramPaper, planPaper, sheetPaper, talkPaper } = await import('../paper/papers.ts');
      if (input.paper === 'LEEG_ECOGRAM') return ok({ ...(await ecogramPaper(setting)), fileName });
      const documentId = documentOf.get(input.householdId);
      if (documentId === undefined) return err({ tag: 'HouseholdMissing' });
      const options = { nameOf: names() };
      if (input.paper === 'VERSLAG') {
        const talk = vault.documents.read(documentId, (doc) =>
          residentConversation(doc, input.conversationId, options),
        );
        if (!talk.ok) return talk;
        if (talk.value === null) return err({ tag: 'RecordMissing' });
        return ok({ ...(await talkPaper(talk.value, setting)), fileName });
      }
      const view = vault.documents.read(documentId, (doc) => residentView(doc, options));
      if (!view.ok) return view;
      const make = input.paper === 'ONS_PLAN' ? planPaper : sheetPaper;
      return ok({ ...(await make(view.value, setting)), fileName });
    },
  };
}
