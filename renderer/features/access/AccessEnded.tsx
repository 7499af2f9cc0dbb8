/**
 * Around every screen of one dossier: when this worker may not open it any more, the screen says so in place of what it showed.
 * Text that was typed in the last moment and could not be saved stays to copy from.
 */
import { useEffect, useState, type ReactNode } from 'react';
import type { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useReplica } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Unsaved } from '../household/SaveLine.tsx';

interface WhileOpenProps {
  readonly householdId: HouseholdId;
  readonly children: ReactNode;
}

/** The screen of a dossier, for as long as it may be seen. */
export function WhileOpen({ householdId, children }: WhileOpenProps) {
  const { calls } = useVault();
  const [ended, setEnded] = useState<DocumentId | null>(null);
  useEffect(
    () =>
      calls.on('household.withdrawn', (gone) => {
        if (gone.householdId === householdId) setEnded(gone.documentId);
      }),
    [calls, householdId],
  );
  return ended === null ? children : <AccessEnded documentId={ended} />;
}

function AccessEnded({ documentId }: { readonly documentId: DocumentId }) {
  const router = useRouter();
  const opened = useReplica(documentId);
  return (
    <Sheet title="Dit dossier is voor jou dicht">
      <div role="status">
        <EmptyState
          text="Je werkt niet meer mee in dit dossier. Wat je eerder schreef, staat er nog, bij je team."
          actions={
            <Button field="ended.households" autoFocus onPress={() => router.go({ screen: 'huishoudens' })}>
              Naar Huishoudens
            </Button>
          }
        />
      </div>
      {opened.state === 'open' ? <Unsaved replica={opened.replica} /> : null}
    </Sheet>
  );
}
