/** Additions, the question behind it, how it came in, what came of it; and last of all the law. */
import { CHANNELS, LAWS, QUESTION_OUTCOMES, REFERRERS, URGENCIES } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { CalendarDate } from '../../../shared/domain/dates.ts';
import type { HelpRequest } from '../../../shared/documents/dossierQuestions.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import type { FieldOf } from '../../../shared/documents/schema.ts';
import type { Replica } from '../../data/replica.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useOpenAround } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { HistoryButton } from '../history/HistoryButton.tsx';
import { Disclosure } from '../household/Disclosure.tsx';
import { CodeSelect, DateInput, FlagInput, LongTextInput, TextInput } from '../household/RecordFields.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { useRecordForm, type RecordForm } from '../household/recordForm.ts';

export function QuestionDetails({ replica, question }: { readonly replica: Replica; readonly question: HelpRequest }) {
  const { me, today } = useVault();
  const maker = useRecordMaker(replica);
  const form = useRecordForm(replica, 'helpRequests', question.request.id);
  if (!form) return null;
  const written = { helpRequestId: question.request.id, author: me.userId, writtenOn: CalendarDate.parse(today) };
  return (
    <div className="question-details">
      <AddWords
        replica={replica}
        label="Vul de vraag aan"
        prompt="Wat er staat, blijft staan. Een aanvulling komt eronder."
        field={form.fieldId('aanvulling')}
        save="Voeg toe"
        voice
        disabled={form.readOnly}
        onSave={(text) => maker.create('helpRequestAdditions', { ...written, text })}
      />
      <AddWords
        replica={replica}
        label={
          question.deeper.length === 0
            ? 'Wat is de vraag achter de vraag?'
            : 'Nieuwe versie van de vraag achter de vraag'
        }
        prompt="Wat is er echt nodig? Schrijf het samen op; eerdere versies blijven te lezen."
        field={form.fieldId('deeper')}
        save="Bewaar deze versie"
        disabled={form.readOnly}
        onSave={(text) => maker.create('deeperQuestions', { ...written, text })}
      />
      {question.deeper.map((version, index) => (
        <DeeperVersion key={version.id} replica={replica} version={version} latest={index === 0} />
      ))}
      <div className="form-grid">
        <CodeSelect
          form={form}
          field="channel"
          label="Hoe kwam de vraag binnen?"
          optional
          emptyLabel="Niet gekozen"
          codes={CHANNELS}
          labels={labels.channel}
        />
        <CodeSelect
          form={form}
          field="urgency"
          label="Is er spoed?"
          optional
          emptyLabel="Niet gekozen"
          codes={URGENCIES}
          labels={labels.urgency}
        />
        <CodeSelect
          form={form}
          field="referrer"
          label="Wie verwees?"
          optional
          emptyLabel="Niet gekozen"
          codes={REFERRERS}
          labels={labels.referrer}
        />
        <TextInput form={form} field="referrerName" label="Naam van de verwijzer" optional maxLength={200} />
        <DateInput form={form} field="receivedOn" label="Binnengekomen op" />
        <CodeSelect
          form={form}
          field="outcome"
          label="Wat is de uitkomst?"
          optional
          emptyLabel="Nog open"
          codes={QUESTION_OUTCOMES}
          labels={labels.questionOutcome}
        />
      </div>
      <LongTextInput form={form} field="outcomeReason" label="Hoe is dat uitgelegd?" optional />
      <Told form={form} />
      <LawLast form={form} />
      <HistoryButton replica={replica} kind="helpRequests" id={question.request.id} about="deze vraag" />
    </div>
  );
}

const TOLD: readonly FieldOf<'helpRequests'>[] = [
  'confirmedOn',
  'pointedAtSupportOn',
  'pointedAtSupportHow',
  'pointedAtOwnPlanOn',
  'pointedAtFamilyPlanOn',
  'firstTalkPlannedOn',
  'researchDoneOn',
  'accountGivenOn',
  'appliedOn',
  'decidedOn',
  'decisionExtendedTo',
  'withdrawnOn',
  'costsExplained',
  'municipalityChecked',
  'noCarer',
  'debtThreat',
  'familyPlanExcepted',
];
const LAST: readonly FieldOf<'helpRequests'>[] = ['testEffect', 'testPurpose', 'testConsequences', 'testLegal', 'law'];

/** What was told and arranged; each date ends a term. */
function Told({ form }: { readonly form: RecordForm<'helpRequests'> }) {
  const [open, setOpen] = useOpenAround((field) => TOLD.some((part) => field === form.fieldId(part)));
  return (
    <Disclosure open={open} onToggle={() => setOpen(!open)} label="Verteld en geregeld" field={form.fieldId('verteld')}>
      <div className="form-grid">
        <DateInput form={form} field="confirmedOn" label="Ontvangst bevestigd" optional />
        <DateInput form={form} field="pointedAtSupportOn" label="Verteld over cliëntondersteuning" optional />
        <TextInput form={form} field="pointedAtSupportHow" label="Hoe is dat verteld?" optional maxLength={200} />
        <DateInput form={form} field="pointedAtOwnPlanOn" label="Verteld over een eigen plan" optional />
        <DateInput form={form} field="pointedAtFamilyPlanOn" label="Familiegroepsplan aangeboden" optional />
        <DateInput form={form} field="firstTalkPlannedOn" label="Eerste gesprek gepland" optional />
        <DateInput form={form} field="researchDoneOn" label="Onderzoek klaar" optional />
        <DateInput form={form} field="accountGivenOn" label="Verslag gegeven" optional />
        <DateInput form={form} field="appliedOn" label="Aanvraag gedaan" optional />
        <DateInput form={form} field="decidedOn" label="Besluit genomen" optional />
        <DateInput form={form} field="decisionExtendedTo" label="Besluit verlengd tot" optional />
        <DateInput form={form} field="withdrawnOn" label="Vraag ingetrokken" optional />
      </div>
      <div className="form-flags">
        <FlagInput form={form} field="costsExplained" label="Uitgelegd wat iemand zelf betaalt" />
        <FlagInput form={form} field="municipalityChecked" label="Nagegaan dat onze gemeente verantwoordelijk is" />
        <FlagInput form={form} field="noCarer" label="Er is geen mantelzorger" />
        <FlagInput form={form} field="debtThreat" label="Er dreigt uitzetting, of energie of water gaat dicht" />
        <FlagInput
          form={form}
          field="familyPlanExcepted"
          label="Voogdij of jeugdreclassering: geen familiegroepsplan"
        />
      </div>
    </Disclosure>
  );
}

/** Omgekeerde toets: what is needed first, the law last. */
function LawLast({ form }: { readonly form: RecordForm<'helpRequests'> }) {
  const [open, setOpen] = useOpenAround((field) => LAST.some((part) => field === form.fieldId(part)));
  return (
    <Disclosure
      open={open}
      onToggle={() => setOpen(!open)}
      label="Eerst wat nodig is, dan de wet"
      field={form.fieldId('toets')}
    >
      <LongTextInput form={form} field="testEffect" label={labels.reversedTestStep.EFFECT} optional />
      <LongTextInput form={form} field="testPurpose" label={labels.reversedTestStep.BEDOELING} optional />
      <LongTextInput form={form} field="testConsequences" label={labels.reversedTestStep.GEVOLGEN} optional />
      <LongTextInput form={form} field="testLegal" label={labels.reversedTestStep.JURIDISCH} optional />
      <CodeSelect
        form={form}
        field="law"
        label="Welke wet hoort hierbij?"
        optional
        emptyLabel="Nog niet gekozen"
        codes={LAWS}
        labels={labels.law}
      />
    </Disclosure>
  );
}

function DeeperVersion({
  replica,
  version,
  latest,
}: {
  readonly replica: Replica;
  readonly version: RecordView<'deeperQuestions'>;
  readonly latest: boolean;
}) {
  const { today, nameOf } = useVault();
  const form = useRecordForm(replica, 'deeperQuestions', version.id);
  if (!form) return null;
  return (
    <div className="deeper-version">
      <p>{version.values.text}</p>
      <p className="meta">
        {shortDate(version.values.writtenOn ?? '', today)}, {nameOf(version.values.author ?? null)}
        {latest ? '' : ' · eerdere versie'}
      </p>
      {latest ? (
        <div className="form-grid">
          <DateInput
            form={form}
            field="discussedOn"
            label="Besproken met de inwoner op"
            quick={[{ label: 'Vandaag', days: 0 }]}
            optional
          />
          <TextInput form={form} field="discussedWith" label="Met wie?" optional maxLength={200} />
        </div>
      ) : null}
    </div>
  );
}

interface AddWordsProps {
  readonly replica: Replica;
  readonly label: string;
  readonly prompt: string;
  readonly field: string;
  readonly save: string;
  readonly voice?: boolean;
  readonly disabled: boolean;
  readonly onSave: (text: string) => void;
}

/** Words that are made once and then stay: a draft until the button. */
function AddWords({ replica, label, prompt, field, save, voice, disabled, onSave }: AddWordsProps) {
  const draft = useFormDraft(`${replica.documentId}.${field}`, { text: '' });
  const { text } = draft.values;
  return (
    <div className="add-words">
      <TextArea
        label={label}
        prompt={prompt}
        field={field}
        voice={voice ?? false}
        value={text}
        maxLength={10_000}
        readOnly={disabled}
        onChange={(event) => draft.change({ text: event.target.value })}
      />
      {text.trim() === '' ? null : (
        <Button
          field={`${field}.save`}
          onPress={() => {
            onSave(text.trim());
            draft.done();
          }}
        >
          {save}
        </Button>
      )}
    </div>
  );
}
