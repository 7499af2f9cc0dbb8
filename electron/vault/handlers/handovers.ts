/**
 * Regisseur overdragen: a proposal by the regisseur, an answer by the receiver. Both are records, so it works offline on either
 * side; who confirms becomes regisseur by a decision of the same moment. Answers that were made apart surface as twee voorstellen.
 */
import type * as Y from 'yjs';
import type { accessCommands } from '../../../shared/contract/commands/access.ts';
import type { Handlers, ResultOf } from '../../../shared/contract/contract.ts';
import { createRecord, type Writer } from '../../../shared/documents/accessors.ts';
import { readRegisseur } from '../../../shared/documents/dossierDecisions.ts';
import { openHandovers } from '../../../shared/documents/dossierHandover.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import type { TeamEvent } from '../../../shared/sync/teamLog.ts';
import type { OpenVault } from '../openVault.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { SyncEngine } from '../sync/syncEngine.ts';
import { decideRegisseur } from './plan.ts';
import { waitingHandovers } from './waitingHandovers.ts';

type HandoverCommand = Extract<keyof typeof accessCommands, `handover.${string}`>;

export function handoverHandlers(
  vault: OpenVault,
  engine: SyncEngine,
  nameOf: (user: string) => string,
): Pick<Handlers, HandoverCommand> {
  const { documents, me, store } = vault;
  const dayOf = (writer: Writer): string => calendarDateAt(writer.nowMs());
  const restrictedOf = store.db
    .prepare<[string], DocumentId>(
      `SELECT document_id FROM document WHERE kind = 'restricted' AND household_id = (SELECT household_id FROM document WHERE document_id = ?)`,
    )
    .pluck();
  const isHousehold = (documentId: DocumentId): boolean => documents.facts(documentId)?.kind === 'household';

  return {
    'handover.waiting': () =>
      storeResult(() => ok({ rows: [...waitingHandovers(vault, engine.keeper.state, nameOf)] })),

    'handover.propose': ({ documentId, to, form, done, reason, withRestricted }, call) =>
      storeResult((): ResultOf<'handover.propose'> => {
        const { state } = engine.keeper;
        if (!state) return err({ tag: 'NoTeam' });
        if (!isHousehold(documentId)) return err({ tag: 'DocumentMissing' });
        const room = state.rooms.get(documentId);
        if (!room) return err({ tag: 'NotShared' });
        if (to === me.userId || state.revokedUsers.has(to) || !state.rolesByUser.has(to))
          return err({ tag: 'ColleagueUnknown' });
        const grants = [documentId, ...(withRestricted ? restrictedOf.all(documentId) : [])].flatMap(
          (id): TeamEvent[] => {
            const users = state.rooms.get(id)?.users;
            return users?.has(me.userId) && !users.has(to)
              ? [{ type: 'GRANT', room: id, user: to, reason: 'OVERDRACHT' }]
              : [];
          },
        );
        const outcome = documents.change(
          documentId,
          (doc, writer): ResultOf<'handover.propose'> => {
            if (readRegisseur(doc).user !== me.userId) return err({ tag: 'NotRegisseur' });
            const handoverId = createRecord(
              doc,
              'regisseurHandovers',
              {
                step: 'VOORGESTELD',
                from: me.userId,
                to,
                form: form ?? readRegisseur(doc).inForce?.value.form ?? '',
                done: [...new Set(done)],
                replaces: openHandovers(doc).map(({ id }) => id),
                decidedOn: dayOf(writer),
                reason,
              },
              writer,
            );
            return ok({ handoverId });
          },
          {
            inTransaction: () => {
              engine.decide(...grants);
              vault.audit.appendFor(call);
            },
          },
        );
        if (outcome.ok) engine.announce();
        return outcome;
      }),

    'handover.answer': ({ documentId, handoverId, answer, reason }, call) =>
      storeResult((): ResultOf<'handover.answer'> => {
        if (!isHousehold(documentId)) return err({ tag: 'DocumentMissing' });
        return documents.change(
          documentId,
          (doc: Y.Doc, writer): ResultOf<'handover.answer'> => {
            const open = openHandovers(doc).find(({ id }) => id === handoverId);
            const mayAnswer = answer === 'INGETROKKEN' ? open?.from : open?.to;
            if (!open || mayAnswer !== me.userId) return err({ tag: 'HandoverClosed' });
            createRecord(
              doc,
              'regisseurHandovers',
              {
                step: answer,
                handoverId,
                from: open.from,
                to: open.to,
                replaces: [],
                decidedOn: dayOf(writer),
                reason,
              },
              writer,
            );
            // Named again: a confirmation that was made apart is then seen beside it, and a person chooses.
            const regisseur = answer === 'OVERGENOMEN' ? open.to : answer === 'INGETROKKEN' ? open.from : null;
            if (regisseur !== null) decideRegisseur(doc, { user: regisseur, form: open.form }, reason, writer);
            return ok({});
          },
          { inTransaction: () => vault.audit.appendFor(call) },
        );
      }),
  };
}
