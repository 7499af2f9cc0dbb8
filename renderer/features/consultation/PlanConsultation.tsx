/** Plan een spreekuur: where, on which day, from when until when. */
import { useState } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { hourFrom } from './hourText.ts';

/** The name under which a plan that is being made is kept. */
export const PLAN_DRAFT = 'consultation.plan';

const DATES = [
  { label: 'Morgen', days: 1 },
  { label: 'Over 1 week', days: 7 },
] as const;
const NO_HOUR = 'Schrijf een tijd, bijvoorbeeld 9:00.';

export function PlanConsultation({ today, onClose }: { readonly today: string; readonly onClose: () => void }) {
  const { profile, calls } = useVault();
  const plan = useCommand('consultation.plan');
  const draft = useFormDraft(PLAN_DRAFT, { place: profile.places[0]?.name ?? '', on: '', from: '', until: '' });
  const { place, on, from, until } = draft.values;
  const [tried, setTried] = useState(false);
  const hours = { from: hourFrom(from), until: hourFrom(until) };
  const save = (): void => {
    setTried(true);
    const chosen = profile.places.find(({ name }) => name === place);
    if (chosen === undefined || on === '' || hours.from === null || hours.until === null) return;
    const { name, context, area } = chosen;
    void plan.run({ place: name, context, area, on, from: hours.from, until: hours.until }).then((made) => {
      if (made === null) return;
      showToast({
        text: 'Het spreekuur staat gepland.',
        undo: () => void calls.call('consultation.stop', { documentId: made.documentId }),
      });
      draft.done();
      onClose();
    });
  };
  return (
    <Dialog title="Plan een spreekuur" isOpen onClose={onClose}>
      {plan.error ? <CallError error={plan.error} /> : null}
      <Select
        label="Waar?"
        field="plan.place"
        value={place}
        options={profile.places.map(({ name }) => ({ value: name, label: name }))}
        onChange={(name) => draft.change({ place: name })}
      />
      <DateField
        label="Wanneer?"
        field="plan.on"
        today={today}
        quick={DATES}
        value={on}
        error={tried && on === '' ? 'Kies een dag.' : undefined}
        onChange={(day) => draft.change({ on: day })}
      />
      <div className="row">
        <TextField
          label="Van"
          optional
          field="plan.from"
          value={from}
          error={tried && hours.from === null ? NO_HOUR : undefined}
          onChange={(hour) => draft.change({ from: hour })}
        />
        <TextField
          label="Tot"
          optional
          field="plan.until"
          value={until}
          error={tried && hours.until === null ? NO_HOUR : undefined}
          onChange={(hour) => draft.change({ until: hour })}
        />
      </div>
      <div className="row">
        <Button variant="primary" field="plan.save" onPress={save}>
          Plan dit spreekuur
        </Button>
        <Button
          field="plan.cancel"
          onPress={() => {
            draft.done();
            onClose();
          }}
        >
          Toch niet
        </Button>
      </div>
    </Dialog>
  );
}
