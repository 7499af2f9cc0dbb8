/** Putting a household away is a decision: asked once, logged, and undone with one press. */
import { useState } from 'react';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from './CallError.tsx';

interface ArchiveProps {
  readonly householdId: HouseholdId;
  readonly onArchived: () => void;
}

export function Archive({ householdId, onArchived }: ArchiveProps) {
  const { calls } = useVault();
  const archive = useCommand('household.archive');
  const [asking, setAsking] = useState(false);
  const putAway = async (): Promise<void> => {
    if (!(await archive.run({ householdId, archived: true }))) return;
    setAsking(false);
    onArchived();
    showToast({
      text: 'Dit huishouden is opgeborgen.',
      undo: () => void calls.call('household.archive', { householdId, archived: false }).then(onArchived),
    });
  };
  return (
    <Section title="Opbergen">
      <p className="section-text">
        Klaar met dit huishouden? Berg het op. Alles blijft bewaard en je kunt het terughalen.
      </p>
      <Button icon="archive" field="household.archive" onPress={() => setAsking(true)}>
        Berg dit huishouden op
      </Button>
      <Dialog
        title="Berg dit huishouden op?"
        isOpen={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              variant="primary"
              field="archive.confirm"
              busy={archive.busy ? 'Bezig' : undefined}
              onPress={() => void putAway()}
            >
              Berg op
            </Button>
            <Button field="archive.cancel" onPress={() => setAsking(false)}>
              Laat staan
            </Button>
          </>
        }
      >
        {archive.error ? <CallError error={archive.error} /> : null}
        <p>
          Het huishouden staat dan niet meer in je lijst en niet meer op Vandaag. Je vindt het terug onder Opgeborgen.
          Er wordt niets gewist.
        </p>
      </Dialog>
    </Section>
  );
}

/** Above a household that was put away. */
export function ArchivedNote({
  householdId,
  onRestored,
}: {
  readonly householdId: HouseholdId;
  readonly onRestored: () => void;
}) {
  const archive = useCommand('household.archive');
  return (
    <div className="well archived-note">
      <p>Dit huishouden is opgeborgen. Je kunt alles lezen.</p>
      <Button
        field="household.restore"
        busy={archive.busy ? 'Bezig' : undefined}
        onPress={() => void archive.run({ householdId, archived: false }).then((done) => done && onRestored())}
      >
        Haal terug
      </Button>
      {archive.error ? <CallError error={archive.error} /> : null}
    </div>
  );
}
