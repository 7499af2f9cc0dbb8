/** Regisseur overdragen: who takes over, what was done, and why. The other confirms; until then nothing changes. */
import { HANDOVER_CHECKS } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { firstName } from '../team/teamText.ts';
import './handover.css';

interface HandoverDialogProps {
  readonly replica: Replica;
  readonly onClose: () => void;
}

/** Checks as codes with a space between: a draft holds plain values. */
type ProposalForm = {
  readonly to: string;
  readonly done: string;
  readonly reason: string;
  readonly withRestricted: boolean;
};

export function HandoverDialog({ replica, onClose }: HandoverDialogProps) {
  const { me } = useVault();
  const team = useQuery('team.get', {}).data?.team?.members ?? [];
  const people = team.filter(({ userId, revoked }) => userId !== me.userId && !revoked);
  const propose = useCommand('handover.propose');
  const draft = useFormDraft<ProposalForm>(`${replica.documentId}.handover`, {
    to: '',
    done: '',
    reason: '',
    withRestricted: false,
  });
  const { to, reason, withRestricted } = draft.values;
  const done = HANDOVER_CHECKS.filter((code) => draft.values.done.split(' ').includes(code));
  const chosen = people.find(({ userId }) => userId === to);
  const name = chosen ? firstName(chosen.name) : 'Je collega';
  const save = async (): Promise<void> => {
    if (!chosen || !(await replica.flush())) return;
    const answer = await propose.run({
      documentId: replica.documentId,
      to: chosen.userId,
      done: [...done],
      reason: reason.trim(),
      withRestricted,
    });
    if (!answer) return;
    draft.done();
    showToast({ text: `${name} krijgt de vraag zodra beide laptops verbinding hebben gehad.` });
    onClose();
  };
  return (
    <Dialog
      title="Draag de regie over"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            field="handover.propose"
            disabled={!chosen}
            busy={propose.busy ? 'Bezig' : undefined}
            onPress={() => void save()}
          >
            Stel voor
          </Button>
          <Button
            field="handover.cancel"
            onPress={() => {
              draft.done();
              onClose();
            }}
          >
            Toch niet
          </Button>
        </>
      }
    >
      <p className="handover-lead">
        Jij blijft regisseur tot je collega het overneemt. Je kunt het tot die tijd terugtrekken.
      </p>
      <Select
        label="Wie neemt de regie over?"
        field="handover.to"
        value={to}
        emptyLabel="Kies een collega"
        options={people.map(({ userId, name: label }) => ({ value: userId as string, label }))}
        onChange={(chosenUser) => draft.change({ to: chosenUser })}
      />
      <fieldset className="field">
        <legend className="label">Wat is er gedaan?</legend>
        {HANDOVER_CHECKS.map((code) => (
          <Checkbox
            key={code}
            field={`handover.check.${code}`}
            selected={done.includes(code)}
            onChange={(on) =>
              draft.change({
                done: HANDOVER_CHECKS.filter((each) => (each === code ? on : done.includes(each))).join(' '),
              })
            }
          >
            {labels.handoverCheck[code]}
          </Checkbox>
        ))}
        <p className="hint">Niets hiervan hoeft. {name} ziet wat nog open staat.</p>
      </fieldset>
      <TextArea
        label="Waarom, en wat is goed om te weten?"
        optional
        field="handover.reason"
        value={reason}
        maxLength={2_000}
        onChange={(event) => draft.change({ reason: event.target.value })}
      />
      <Checkbox
        field="handover.restricted"
        selected={withRestricted}
        onChange={(on) => draft.change({ withRestricted: on })}
      >
        Geef ook Veiligheid door
        <span className="meta">Alleen als jij het mag openen.</span>
      </Checkbox>
      <p className="hint">{name} kan het dossier openen zodra jij dit voorstelt, ook als het antwoord nee is.</p>
      {propose.error ? <CallError error={propose.error} /> : null}
    </Dialog>
  );
}
