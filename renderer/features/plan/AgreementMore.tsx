/**
 * What the plan wants to know about an agreement beyond who, what and when. Which questions stand here follows the
 * chair: for the municipality why a lower step is not enough, for professional help its end and how it gets less.
 * They are questions; an agreement is saved without their answers.
 */
import { ACTION_KINDS } from '../../../shared/domain/codes.ts';
import { isProfessional } from '../../../shared/domain/ladder.ts';
import { ladderAction } from '../../../shared/documents/dossierPlan.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { HistoryButton } from '../history/HistoryButton.tsx';
import { CodeSelect, DateInput, LongTextInput, TextInput } from '../household/RecordFields.tsx';
import { fullName } from '../household/personText.ts';
import type { RecordForm } from '../household/recordForm.ts';

export function AgreementMore({ form }: { readonly form: RecordForm<'actions'> }) {
  const { today } = useVault();
  const persons = useRecords(form.replica, 'persons');
  const action = ladderAction(form.view);
  const professional = isProfessional(action);
  const ends = action.endOn !== '' && action.endOn <= today;
  const wrongWay = action.startOn !== '' && action.endOn !== '' && action.endOn < action.startOn;
  return (
    <div className="agreement-more">
      {action.ladder === '4_GEMEENTE' ? (
        <LongTextInput
          form={form}
          field="motivation"
          label="Wat kan iemand zelf of met hulp van anderen? En waarom is dat niet genoeg?"
          optional
        />
      ) : null}
      <div className="form-grid">
        <CodeSelect
          form={form}
          field="kind"
          label="Soort oplossing"
          optional
          emptyLabel="Niet gekozen"
          codes={ACTION_KINDS}
          labels={labels.actionKind}
        />
        <TextInput form={form} field="repeat" label="Hoe vaak?" optional hint="Bijvoorbeeld: elke woensdag" />
        <CodeSelect
          form={form}
          field="beneficiaryPersonId"
          label="Voor wie is het?"
          optional
          emptyLabel="Voor wie de vraag heeft"
          codes={persons.map(({ id }) => id as string)}
          labels={Object.fromEntries(persons.map((person) => [person.id, fullName(person)]))}
        />
        <TextInput
          form={form}
          field="beneficiaryName"
          label="Of voor iemand buiten het huishouden"
          optional
          maxLength={200}
          hint="Bijvoorbeeld: tante Els, die voor de kinderen zorgt"
        />
      </div>
      {professional ? (
        <>
          <div className="form-grid">
            <DateInput form={form} field="startOn" label="Begint op" optional />
            <DateInput form={form} field="endOn" label="Tot wanneer duurt deze hulp?" optional />
          </div>
          {wrongWay ? <p className="tip late">Het einde ligt vóór het begin. Klopt de datum?</p> : null}
          <LongTextInput form={form} field="windingDown" label="Hoe bouwen we deze hulp af?" optional />
          {ends || form.text('resultAnswer') !== '' ? (
            <LongTextInput
              form={form}
              field="resultAnswer"
              label="Is de inwoner geholpen? Kan hij of zij nu meer zelf?"
              hint="Beantwoord dit vóór je de hulp verlengt."
              optional
              onSaved={() => form.text('resultAskedOn') === '' && form.set('resultAskedOn', today)}
            />
          ) : null}
        </>
      ) : null}
      <HistoryButton replica={form.replica} kind="actions" id={form.id} about="deze afspraak" />
    </div>
  );
}
