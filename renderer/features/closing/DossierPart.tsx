/** What belongs to a dossier as a whole, each on a screen of its own: what is recorded, handing over, taking out, closing. */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { DossierPartName } from '../../app/routes.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useReplica } from '../../data/useReplica.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { TakeOut } from '../export/TakeOut.tsx';
import { Handovers } from '../handover/Handovers.tsx';
import { CallError } from '../household/CallError.tsx';
import { SaveLine, Unsaved } from '../household/SaveLine.tsx';
import { Records } from '../records/Records.tsx';
import { Closing } from './Closing.tsx';
import './closing.css';

const TITLES: Readonly<Record<DossierPartName, string>> = {
  vastleggingen: 'Wat mag en wat is besproken',
  overdracht: 'Overdracht',
  meenemen: 'Het hele dossier meenemen',
  afsluiten: 'Afsluiten',
};

interface DossierPartProps {
  readonly householdId: HouseholdId;
  readonly part: DossierPartName;
}

export function DossierPart({ householdId, part }: DossierPartProps) {
  const router = useRouter();
  const query = useQuery('household.get', { householdId });
  const opened = useReplica(query.data?.household.documentId ?? null);
  const name = query.data?.household.name ?? 'Huishouden';
  const replica = opened.state === 'open' ? opened.replica : null;
  const error = query.data === null ? query.error : null;
  return (
    <Sheet
      title={TITLES[part]}
      sub={query.data ? name : undefined}
      crumb={{ label: name, onPress: () => router.go({ screen: 'huishouden', householdId, tab: 'overzicht' }) }}
      actions={replica ? <SaveLine replica={replica} /> : undefined}
    >
      {error ? <CallError error={error} retry={query.reload} /> : null}
      {opened.state === 'failed' ? <CallError error={opened.error} retry={opened.retry} /> : null}
      {replica && query.data ? (
        <>
          <Unsaved replica={replica} />
          {part === 'vastleggingen' ? <Records replica={replica} householdId={householdId} /> : null}
          {part === 'overdracht' ? <Handovers replica={replica} householdId={householdId} /> : null}
          {part === 'meenemen' ? (
            <TakeOut
              replica={replica}
              householdId={householdId}
              restricted={query.data.restrictedDocumentId !== null}
            />
          ) : null}
          {part === 'afsluiten' ? (
            <Closing
              replica={replica}
              householdId={householdId}
              status={query.data.household.status}
              reload={query.reload}
            />
          ) : null}
        </>
      ) : null}
    </Sheet>
  );
}
