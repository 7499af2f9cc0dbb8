/** Instemming per person by the rules of age: who has to agree, and what each answered. Not the consent of the AVG. */
import { useState } from 'react';
import { CONSENT_ANSWERS, CONSENT_FORMS, type ConsentAnswer, type ConsentForm } from '../../../shared/domain/codes.ts';
import { partyInWords, type PersonConsent } from '../../../shared/domain/consents.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import { readConsents } from '../../../shared/documents/dossierPeople.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading, useRecords } from '../../data/useReplica.ts';
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
  const [openId, setOpenId] = useState<string | null>(null);
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
  const [party, setParty] = useState<Party | null>(parties.length === 1 ? (parties[0] ?? null) : null);
  const [answer, setAnswer] = useState<ConsentAnswer | null>(null);
  const [form, setForm] = useState<ConsentForm | null>(null);
  const [on, setOn] = useState(today);
  const [remark, setRemark] = useState('');
  const [partyName, setPartyName] = useState('');
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (party === null || answer === null || on === '') return;
    maker.create('consents', {
      planId,
      personId: RecordId.parse(person.id),
      party,
      answer,
      on,
      ...(form === null ? {} : { form }),
      ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
      ...(partyName.trim() === '' ? {} : { partyName: partyName.trim() }),
    });
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
          onChange={setParty}
        />
      ) : null}
      <ChoiceChips
        label="Wat is het antwoord?"
        field={field('answer')}
        value={answer}
        chips={CONSENT_ANSWERS.map((code) => ({ value: code, label: labels.consentAnswer[code] }))}
        onChange={setAnswer}
      />
      <ChoiceChips
        label="Hoe?"
        optional
        field={field('form')}
        value={form}
        chips={CONSENT_FORMS.map((code) => ({ value: code, label: labels.consentForm[code] }))}
        onChange={setForm}
      />
      {party !== null && party !== 'ZELF' ? (
        <TextField
          label="Naam van wie antwoordt"
          optional
          field={field('partyName')}
          value={partyName}
          maxLength={200}
          onChange={setPartyName}
        />
      ) : null}
      <DateField label="Wanneer?" field={field('on')} value={on} today={today} onChange={setOn} />
      <TextField
        label="Opmerking"
        optional
        field={field('remark')}
        value={remark}
        maxLength={2_000}
        spellCheck
        onChange={setRemark}
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
