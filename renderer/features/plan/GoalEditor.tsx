/** What belongs to a goal: whose it is, the own scale, and the questions that make it clear. Nothing is required. */
import { GOAL_STATUSES } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { CodeSelect, DateInput, LongTextInput, ScoreInput, TextInput } from '../household/RecordFields.tsx';
import { RecordFoot } from '../household/RecordFoot.tsx';
import { TwoVersions } from '../household/TwoVersions.tsx';
import { perspectiveChips } from '../household/perspectiveChips.ts';
import { shortName } from '../household/personText.ts';
import type { RecordForm } from '../household/recordForm.ts';

interface GoalEditorProps {
  readonly form: RecordForm<'goals'>;
  readonly onRemove: () => void;
}

export function GoalEditor({ form, onRemove }: GoalEditorProps) {
  const { profile } = useVault();
  const persons = useRecords(form.replica, 'persons');
  const concerns = useRecords(form.replica, 'concerns');
  const nameOf = (id: unknown): string => {
    const person = persons.find((one) => one.id === id);
    return person ? shortName(person) : 'niemand';
  };
  return (
    <div className="goal-editor">
      <LongTextInput
        form={form}
        field="text"
        label="Doel in eigen woorden"
        voice
        required="Een doel heeft woorden nodig. Haal het anders weg."
      />
      {persons.length > 0 ? (
        <>
          <ChoiceChips
            label="Van wie is dit doel?"
            field={form.fieldId('ownerPersonId')}
            value={form.text('ownerPersonId') || null}
            disabled={form.readOnly}
            chips={persons.map((person) => ({ value: person.id as string, label: shortName(person) }))}
            onChange={(owner) => form.set('ownerPersonId', owner ?? '')}
          />
          <TwoVersions form={form} field="ownerPersonId" label="Van wie is dit doel?" show={nameOf} />
        </>
      ) : null}
      <ChoiceChips
        label="Perspectief"
        field={form.fieldId('perspective')}
        value={perspectiveChips(profile).find(({ value }) => value === form.text('perspective'))?.value ?? null}
        disabled={form.readOnly}
        chips={perspectiveChips(profile)}
        onChange={(perspective) => form.set('perspective', perspective ?? '')}
      />
      <TwoVersions
        form={form}
        field="perspective"
        label="Perspectief"
        show={(value) => perspectiveChips(profile).find((chip) => chip.value === value)?.label ?? ''}
      />
      <div className="score-row">
        <ScoreInput form={form} field="score" label="Waar sta je nu?" hint="0 tot 10, jouw eigen cijfer" />
        <ScoreInput form={form} field="goodEnough" label="Wat is goed genoeg?" hint="Dat hoeft geen 10 te zijn" />
      </div>
      <div className="form-grid">
        <LongTextInput form={form} field="why" label="Waarom wil je dit?" optional />
        <LongTextInput form={form} field="howWeKnow" label="Hoe merken we dat het lukt?" optional />
        <DateInput form={form} field="byWhen" label="Wanneer?" optional />
        <CodeSelect
          form={form}
          field="status"
          label="Hoe staat het met dit doel?"
          codes={GOAL_STATUSES}
          labels={labels.goalStatus}
        />
        {concerns.length > 0 ? (
          <CodeSelect
            form={form}
            field="concernId"
            label="Komt dit uit een zorg?"
            emptyLabel="Nee, of niet gekozen"
            optional
            codes={concerns.map(({ id }) => id as string)}
            labels={Object.fromEntries(concerns.map(({ id, values }) => [id, (values.text ?? '').slice(0, 60)]))}
          />
        ) : null}
        <TextInput form={form} field="statusReason" label="Wat wil je daarover kwijt?" optional maxLength={2_000} />
      </div>
      <RecordFoot form={form} onRemove={onRemove} label="Haal dit doel weg" about="dit doel" />
    </div>
  );
}
