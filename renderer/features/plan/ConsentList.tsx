/** Instemming per person by the rules of age: who has to agree, and what each answered. Not the consent of the AVG. */
import { useState } from 'react';
import { CONSENT_ANSWERS, CONSENT_FORMS, type ConsentAnswer, type ConsentForm } from '../../../shared/domain/codes.ts';
import { partyInWords, type PersonConsent } from '../../../shared/domain/consents.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import { readConsents } from '../../../shared/documents/dossierPeople.ts';
import type { Replica } from '../../data/replica.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useReading, useRecords } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { useRecordMaker } from '../household/newRecord.ts';
import { fullName, type PersonView } from '../household/personText.ts';

type Party = PersonConsent['parties'][number];

export function ConsentList({ replica, planId }: { readonly replica: Replica; readonly planId: RecordId }) {
  const { today } = useVault();
  const persons = useRecords(replica, 'persons');
  const consents = useReading(replica, ['consents', 'persons'], (doc) => readConsents(doc, planId, today));
  const { drafts } = useVault();
  const returnField = useReturnField();
  const [openId, setOpenId] = useState<string | null>(
    () => recordIdIn(returnField, 'consents') ?? begunFor(drafts.begun(`${replica.documentId}.consent.${planId}.`)),
  );
  if (consents.length === 0) return null;
  return (
    <Section title="Is iedereen het eens?" aside={<span className="muted">Met het plan en de hulp</span>}>
      <ul className="consents">
        {consents.map((consent) => {
          const person = persons.find(({ id }) => id === consent.personId);
          if (!person) return null;
          return (
            <ConsentRow
              key={consent.personId}
              {...{ replica, planId, person, consent }}
              open={openId === consent.personId}
              onToggle={() => setOpenId(openId === consent.personId ? null : consent.personId)}
            />
          );
        })}
      </ul>
    </Section>
  );
}

interface ConsentRowProps {
  readonly replica: Replica;
  readonly planId: RecordId;
  readonly person: PersonView;
  readonly consent: PersonConsent;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function ConsentRow({ replica, planId, person, consent, open, onToggle }: ConsentRowProps) {
  const { today } = useVault();
  const answers = useRecords(replica, 'consents')
    .filter(({ values }) => values.planId === planId && values.personId === person.id)
    .toReversed()
    .toSorted((a, b) => b.createdMinute - a.createdMinute);
  return (
    <>
      <ListRow
        title={fullName(person)}
        meta={consent.sentence}
        trail={
          <Button
            expanded={open}
            field={`consents.${person.id}.open`}
            disabled={!replica.writable || consent.parties.length === 0}
            onPress={onToggle}
          >
            {open ? 'Sluit' : 'Leg vast'}
            <span className="visually-hidden"> voor {fullName(person)}</span>
          </Button>
        }
      />
      {open ? (
        <li className="consent-form">
          <ConsentForm replica={replica} planId={planId} person={person} parties={consent.parties} onDone={onToggle} />
        </li>
      ) : null}
      {answers.map(({ id, values }) => (
        <li key={id} className="meta consent-answer">
          {[
            values.on ? shortDate(values.on, today) : '',
            values.party ? partyInWords(values.party) : '',
            values.partyName ?? '',
            values.answer ? labels.consentAnswer[values.answer].toLowerCase() : '',
            values.form ? labels.consentForm[values.form].toLowerCase() : '',
            values.remark ?? '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </>
  );
}

interface ConsentFormProps {
  readonly replica: Replica;
  readonly planId: RecordId;
  readonly person: PersonView;
  readonly parties: readonly Party[];
  readonly onDone: () => void;
}

function ConsentForm({ replica, planId, person, parties, onDone }: ConsentFormProps) {
  const { today } = useVault();
  const maker = useRecordMaker(replica);
  const field = (name: string): string => `consents.${person.id}.${name}`;
  const draft = useFormDraft(`${replica.documentId}.consent.${planId}.${person.id}`, {
    party: (parties.length === 1 ? (parties[0] ?? null) : null) as Party | null,
    answer: null as ConsentAnswer | null,
    form: null as ConsentForm | null,
    on: today as string,
    remark: '',
    partyName: '',
  });
  const { answer, form, on, remark, partyName } = draft.values;
  // Who may answer follows from the age; a choice that does not fit any more is made again.
  const party = draft.values.party !== null && parties.includes(draft.values.party) ? draft.values.party : null;
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (party === null || answer === null || on === '') return;
    maker.createLast('consents', {
      planId,
      personId: RecordId.parse(person.id),
      party,
      answer,
      on,
      ...(form === null ? {} : { form }),
      ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
      ...(partyName.trim() === '' ? {} : { partyName: partyName.trim() }),
    });
    draft.done();
    onDone();
  };
  return (
    <>
      {parties.length > 1 ? (
        <ChoiceChips
          label="Wie antwoordt?"
          field={field('party')}
          value={party}
          chips={parties.map((code) => ({ value: code, label: capital(partyInWords(code)) }))}
          onChange={(chosen) => draft.change({ party: chosen })}
        />
      ) : null}
      <ChoiceChips
        label="Wat is het antwoord?"
        field={field('answer')}
        value={answer}
        chips={CONSENT_ANSWERS.map((code) => ({ value: code, label: labels.consentAnswer[code] }))}
        onChange={(chosen) => draft.change({ answer: chosen })}
      />
      <ChoiceChips
        label="Hoe?"
        optional
        field={field('form')}
        value={form}
        chips={CONSENT_FORMS.map((code) => ({ value: code, label: labels.consentForm[code] }))}
        onChange={(chosen) => draft.change({ form: chosen })}
      />
      {party !== null && party !== 'ZELF' ? (
        <TextField
          label="Naam van wie antwoordt"
          optional
          field={field('partyName')}
          value={partyName}
          maxLength={200}
          onChange={(name) => draft.change({ partyName: name })}
        />
      ) : null}
      <DateField
        label="Wanneer?"
        field={field('on')}
        value={on}
        today={today}
        onChange={(date) => draft.change({ on: date })}
      />
      <TextField
        label="Opmerking"
        optional
        field={field('remark')}
        value={remark}
        maxLength={2_000}
        spellCheck
        onChange={(words) => draft.change({ remark: words })}
      />
      {tried && (party === null || answer === null) ? (
        <p className="tip" role="alert">
          Kies {party === null ? 'wie antwoordt' : 'het antwoord'}.
        </p>
      ) : null}
      <Button field={field('save')} onPress={save}>
        Leg vast
      </Button>
    </>
  );
}

/** The person of the first form that was begun. */
const begunFor = (keys: readonly string[]): string | null => keys[0]?.split('.').at(-1) ?? null;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
