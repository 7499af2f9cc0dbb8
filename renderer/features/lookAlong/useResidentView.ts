/** The whitelist view of an open document, and again when something in it changes. */
import type { RecordKind } from '../../../shared/documents/schema.ts';
import { residentView, type ResidentView } from '../../../shared/resident/residentView.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';

const KINDS: readonly RecordKind[] = [
  'household',
  'persons',
  'conversations',
  'actions',
  'strengths',
  'goals',
  'plans',
  'planDecisions',
  'helpRequests',
  'webs',
  'networkContacts',
];

export function useResidentView(replica: Replica): ResidentView {
  const { me, nameOf } = useVault();
  // A resident reads a name, never "jij".
  const named = { nameOf: (user: typeof me.userId) => (user === me.userId ? me.name : nameOf(user)) };
  return useReading(replica, KINDS, (doc) => residentView(doc, named));
}
