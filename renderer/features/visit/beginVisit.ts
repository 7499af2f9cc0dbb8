/** From preparation to conversation: what was told beforehand and who come go along; nothing is typed twice. */
import { createRecord, setFields } from '../../../shared/documents/accessors.ts';
import { readRecord, readRecords } from '../../../shared/documents/readers.ts';
import type { ErrorsOf } from '../../../shared/contract/contract.ts';
import type { HouseholdId, RecordId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';

export interface BeginVisit {
  readonly busy: boolean;
  readonly error: ErrorsOf<'conversation.create'> | null;
  run(visitId: RecordId): Promise<void>;
}

export function useBeginVisit(replica: Replica, householdId: HouseholdId): BeginVisit {
  const router = useRouter();
  const { writer } = useVault();
  const create = useCommand('conversation.create');
  return {
    busy: create.busy,
    error: create.error,
    async run(visitId) {
      if (!(await replica.flush())) return;
      const visit = readRecord(replica.doc, 'visits', visitId)?.values ?? {};
      const known = visit.conversationId;
      if (known) {
        router.go({ screen: 'gesprek', householdId, documentId: replica.documentId, conversationId: known });
        return;
      }
      const made = await create.run({ householdId, context: 'THUIS', place: visit.place ?? '' });
      if (!made) return;
      const { conversationId } = made;
      replica.change((doc) => {
        const told = {
          purpose: visit.purpose ?? '',
          explainedBefore: visit.explained ?? false,
          disciplinesAnnounced: visit.announced ?? false,
        };
        setFields(doc, 'conversations', conversationId, told, writer);
        for (const { values } of readRecords(doc, 'visitGuests').filter((guest) => guest.values.visitId === visitId)) {
          const guest = { conversationId, name: values.name ?? '', capacity: values.capacity ?? ('' as const) };
          createRecord(doc, 'attendees', guest, writer);
        }
        setFields(doc, 'visits', visitId, { conversationId }, writer);
      });
      await replica.flush();
      router.go({ screen: 'gesprek', householdId, ...made });
    },
  };
}
