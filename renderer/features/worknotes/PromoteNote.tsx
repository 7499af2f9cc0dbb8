/** Maak hier een gesprek van: of which household, and as text or as one line with its kind. Then it is in the dossier. */
import { useState } from 'react';
import type { PrivateNote } from '../../../shared/contract/commands/plan.ts';
import type { LineKind } from '../../../shared/domain/codes.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useCommand } from '../../data/useCommand.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';

const KINDS = ['CITAAT', 'FEIT', 'MENING'] as const satisfies readonly LineKind[];

export function PromoteNote({ note, onClose }: { readonly note: PrivateNote; readonly onClose: () => void }) {
  const router = useRouter();
  const promote = useCommand('worknote.promote');
  const households = useQuery('household.list', { withoutClosed: true, limit: 500 });
  const draft = useFormDraft(`${note.noteId}.promote`, {
    chosen: (note.householdId ?? '') as HouseholdId | '',
    kind: '' as (typeof KINDS)[number] | '',
  });
  const { chosen, kind } = draft.values;
  const [tried, setTried] = useState(false);
  const rows = (households.data?.rows ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  const go = async (): Promise<void> => {
    setTried(true);
    if (chosen === '') return;
    const made = await promote.run({
      noteId: note.noteId,
      householdId: chosen,
      ...(kind === '' ? {} : { lineKind: kind }),
    });
    if (made === null) return;
    draft.done();
    onClose();
    showToast({ text: 'De aantekening staat nu in een gesprek. Als werkaantekening is hij weg.' });
    router.go({ screen: 'gesprek', householdId: chosen, ...made });
  };
  return (
    <Dialog
      title="Maak hier een gesprek van"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            field="promote.go"
            busy={promote.busy ? 'Bezig' : undefined}
            onPress={() => void go()}
          >
            Zet in het dossier
          </Button>
          <Button field="promote.cancel" onPress={onClose}>
            Laat zo
          </Button>
        </>
      }
    >
      <p>Vanaf nu hoort het bij het dossier. Wie meewerkt, kan het lezen.</p>
      <Select<HouseholdId>
        label="Bij welk huishouden?"
        field="promote.household"
        value={chosen}
        emptyLabel="Kies een huishouden"
        options={rows.map(({ householdId, name }) => ({ value: householdId, label: name }))}
        error={tried && chosen === '' ? 'Kies een huishouden.' : undefined}
        onChange={(next) => draft.change({ chosen: next })}
      />
      <Select<(typeof KINDS)[number]>
        label="Hoe zet je het erin?"
        field="promote.kind"
        value={kind}
        emptyLabel="Als gewone tekst"
        options={KINDS.map((code) => ({ value: code, label: `Als regel: ${labels.lineKind[code].toLowerCase()}` }))}
        onChange={(next) => draft.change({ kind: next })}
      />
      {promote.error ? <CallError error={promote.error} /> : null}
    </Dialog>
  );
}
