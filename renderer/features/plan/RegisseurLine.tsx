/** Eén regisseur, and the aanspreekpunt who may be somebody else. Becoming regisseur is a logged decision. */
import { useState } from 'react';
import type { DirectionForm } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import type { RegisseurStanding } from '../../../shared/documents/dossierDecisions.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useFormDraft, useHasDraft } from '../../data/useFormDraft.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioChoice } from '../../ui/RadioChoice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { CallError } from '../household/CallError.tsx';
import { HandoverDialog } from '../handover/HandoverDialog.tsx';
import { useRecordForm } from '../household/recordForm.ts';

interface RegisseurLineProps {
  readonly replica: Replica;
  readonly standing: RegisseurStanding;
  readonly forms: readonly DirectionForm[];
}

export function RegisseurLine({ replica, standing, forms }: RegisseurLineProps) {
  const { me, nameOf } = useVault();
  const inTeam = (useQuery('team.get', {}).data?.team?.members.length ?? 0) > 1;
  const [handingOver, setHandingOver] = useState(false);
  const begun = useHasDraft(regisseurDraft(replica));
  const [open, setOpen] = useState(begun);
  const form = useRecordForm(replica, 'household', 'household');
  const contact = form?.text('contactUser') ?? '';
  const direction = standing.inForce?.value.form ?? '';
  return (
    <p className="muted regisseur-line">
      {standing.user === '' ? 'Nog geen regisseur' : `Regisseur: ${nameOf(standing.user)}`}
      {direction ? ` (${labels.directionForm[direction].toLowerCase()})` : ''}
      {contact ? ` · aanspreekpunt: ${nameOf(contact as UserId)}` : ''}{' '}
      {replica.writable ? (
        <TextLink field="regisseur.change" onPress={() => setOpen(true)}>
          Wijzig
        </TextLink>
      ) : null}{' '}
      {replica.writable && standing.user === me.userId && inTeam ? (
        <TextLink field="regisseur.handover" onPress={() => setHandingOver(true)}>
          Draag over
        </TextLink>
      ) : null}
      {handingOver ? <HandoverDialog replica={replica} onClose={() => setHandingOver(false)} /> : null}
      {open ? <RegisseurDialog {...{ replica, standing, forms }} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

const regisseurDraft = (replica: Replica): string => `${replica.documentId}.regisseur`;

function RegisseurDialog({ replica, standing, forms, onClose }: RegisseurLineProps & { readonly onClose: () => void }) {
  const { me, nameOf } = useVault();
  const team = useQuery('team.get', {}).data?.team?.members ?? [];
  const people = [
    { userId: me.userId, name: `${me.name} (jij)` },
    ...team.filter(({ userId }) => userId !== me.userId).map(({ userId, name }) => ({ userId, name })),
  ];
  const assign = useCommand('regisseur.assign');
  const form = useRecordForm(replica, 'household', 'household');
  const draft = useFormDraft(regisseurDraft(replica), {
    user: (standing.user || me.userId) as string,
    direction: (standing.inForce?.value.form || 'PLANREGIE') as DirectionForm,
    reason: '',
  });
  const { user, direction, reason } = draft.values;
  const giveUp = (): void => {
    draft.done();
    onClose();
  };
  const options = people.map(({ userId, name }) => ({ value: userId as string, label: name }));
  const save = async (): Promise<void> => {
    if (!(await replica.flush())) return;
    const done = await assign.run({
      documentId: replica.documentId,
      regisseur: user as UserId | '',
      ...(user === '' ? {} : { form: direction }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
    if (done) giveUp();
  };
  return (
    <Dialog
      title="Kies de regisseur"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            field="regisseur.save"
            busy={assign.busy ? 'Bezig' : undefined}
            onPress={() => void save()}
          >
            Leg vast
          </Button>
          <Button field="regisseur.cancel" onPress={giveUp}>
            Toch niet
          </Button>
        </>
      }
    >
      <Select
        label="Wie is regisseur?"
        field="regisseur.user"
        value={user}
        emptyLabel="Nog niemand"
        options={options}
        onChange={(chosen) => draft.change({ user: chosen })}
      />
      <RadioChoice
        label="Welke regie?"
        field="regisseur.form"
        inline
        value={direction}
        options={forms.map((code) => ({ value: code, label: labels.directionForm[code] }))}
        onChange={(chosen) => draft.change({ direction: chosen })}
      />
      <TextArea
        label="Waarom deze keuze?"
        optional
        field="regisseur.reason"
        value={reason}
        maxLength={2_000}
        onChange={(event) => draft.change({ reason: event.target.value })}
      />
      <Select
        label="Wie is het aanspreekpunt voor het gezin?"
        field="household.contactUser"
        value={form?.text('contactUser') ?? ''}
        emptyLabel={`De regisseur${standing.user ? ` (${nameOf(standing.user)})` : ''}`}
        options={options}
        onChange={(next) => form?.set('contactUser', next)}
      />
      {assign.error ? <CallError error={assign.error} /> : null}
    </Dialog>
  );
}
