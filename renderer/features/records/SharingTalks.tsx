/** Overleg met … besproken: per recipient what, why, until when and what the answer was. Taking back is a next answer. */
import { useState } from 'react';
import { SHARING_ANSWERS, type SharingAnswer } from '../../../shared/domain/codes.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { readSharing, type SharingStanding } from '../../../shared/documents/dossierCare.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading, useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { longDate } from '../../ui/dateText.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useRecordMaker } from '../household/newRecord.ts';
import { fullName } from '../household/personText.ts';
import { FormActions } from './LegalBases.tsx';
import { PersonSelect } from './PersonSelect.tsx';

interface Begun {
  readonly personId: string;
  readonly recipient: string;
}

export function SharingTalks({ replica }: { readonly replica: Replica }) {
  const { today } = useVault();
  const persons = useRecords(replica, 'persons');
  const standing = useReading(replica, ['sharingTalks'], (doc) => readSharing(doc, today));
  const [open, setOpen] = useState<Begun | null>(null);
  const nameOfPerson = (id: string): string => {
    const person = persons.find((each) => each.id === id);
    return person ? fullName(person) : '';
  };
  return (
    <Section title={labels.careRecord.DELEN_BESPROKEN} count={standing.length}>
      <p className="explained">
        Wil je iets vragen aan of vertellen aan een ander? Bespreek het eerst. Schrijf op wat het antwoord was.
      </p>
      <ul>
        {standing.map((each) => (
          <Standing
            key={each.now.id}
            {...each}
            about={nameOfPerson(each.personId)}
            writable={replica.writable}
            onAgain={() => setOpen({ personId: each.personId, recipient: each.recipient })}
          />
        ))}
      </ul>
      {open ? (
        <SharingForm
          key={`${open.personId}.${open.recipient}`}
          replica={replica}
          begun={open}
          onDone={() => setOpen(null)}
        />
      ) : (
        <Button
          icon="plus"
          field="sharingTalks.add"
          disabled={!replica.writable}
          onPress={() => setOpen({ personId: '', recipient: '' })}
        >
          Leg vast dat je delen besprak
        </Button>
      )}
    </Section>
  );
}

type StandingProps = SharingStanding & {
  readonly about: string;
  readonly writable: boolean;
  readonly onAgain: () => void;
};

function Standing({ now, before, recipient, about, allowed, ended, writable, onAgain }: StandingProps) {
  const { today } = useVault();
  const words = ended ? 'Deze afspraak is voorbij' : now.values.answer ? labels.sharingAnswer[now.values.answer] : '';
  return (
    <>
      <ListRow
        title={about === '' ? recipient : `${recipient}, over ${about}`}
        meta={[words, detailsOf(now, today)].filter(Boolean).join(' · ')}
        trail={
          <Button field={`sharingTalks.${now.id}.again`} disabled={!writable} onPress={onAgain}>
            {allowed ? 'Antwoord veranderd' : 'Opnieuw besproken'}
            <span className="visually-hidden"> met {recipient}</span>
          </Button>
        }
      />
      {before.map((view) => (
        <li key={view.id} className="meta consent-answer">
          {[
            'Eerder',
            view.values.answer ? labels.sharingAnswer[view.values.answer].toLowerCase() : '',
            detailsOf(view, today),
          ]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </>
  );
}

const detailsOf = ({ values }: RecordView<'sharingTalks'>, today: string): string =>
  [
    values.what ?? '',
    values.why ?? '',
    values.until ? `tot en met ${longDate(values.until, today)}` : '',
    values.answerReason ?? '',
    values.withoutAgreement === true ? 'toch gedeeld, omdat het moest' : '',
    values.on ? `besproken op ${longDate(values.on, today)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');

interface SharingFormProps {
  readonly replica: Replica;
  readonly begun: Begun;
  readonly onDone: () => void;
}

function SharingForm({ replica, begun, onDone }: SharingFormProps) {
  const { today } = useVault();
  const maker = useRecordMaker(replica);
  const draft = useFormDraft(`${replica.documentId}.sharing`, {
    personId: begun.personId,
    recipient: begun.recipient,
    what: '',
    why: '',
    until: '',
    answer: null as SharingAnswer | null,
    answerReason: '',
    withoutAgreement: false as boolean,
    on: today as string,
  });
  const form = draft.values;
  const [tried, setTried] = useState(false);
  const notYes = form.answer === 'NEE' || form.answer === 'NIET_GEVRAAGD';
  const needsWhy =
    notYes && form.answerReason.trim() === '' && (form.answer === 'NIET_GEVRAAGD' || form.withoutAgreement);
  const save = (): void => {
    setTried(true);
    if (form.recipient.trim() === '' || form.answer === null || needsWhy || form.on === '') return;
    maker.createLast('sharingTalks', {
      recipient: form.recipient.trim(),
      what: form.what.trim(),
      why: form.why.trim(),
      until: form.until,
      answer: form.answer,
      answerReason: form.answerReason.trim(),
      withoutAgreement: notYes && form.withoutAgreement,
      on: form.on,
      ...(form.personId === '' ? {} : { personId: RecordId.parse(form.personId) }),
    });
    draft.done();
    onDone();
  };
  return (
    <div className="record-form">
      <TextField
        label="Met wie wil je delen?"
        field="sharingTalks.recipient"
        value={form.recipient}
        maxLength={200}
        hint="Bijvoorbeeld: huisarts, school, woningcorporatie"
        error={tried && form.recipient.trim() === '' ? 'Vul in met wie.' : undefined}
        onChange={(recipient) => draft.change({ recipient })}
      />
      <PersonSelect
        replica={replica}
        label="Over wie?"
        field="sharingTalks.personId"
        value={form.personId}
        rights="consent"
        onChange={(personId) => draft.change({ personId })}
      />
      <TextField
        label="Wat vertel of vraag je?"
        optional
        field="sharingTalks.what"
        value={form.what}
        maxLength={2_000}
        spellCheck
        onChange={(what) => draft.change({ what })}
      />
      <TextField
        label="Waarom is dat nodig?"
        optional
        field="sharingTalks.why"
        value={form.why}
        maxLength={2_000}
        spellCheck
        onChange={(why) => draft.change({ why })}
      />
      <ChoiceChips
        label="Wat is het antwoord?"
        field="sharingTalks.answer"
        value={form.answer}
        chips={SHARING_ANSWERS.map((code) => ({ value: code, label: labels.sharingAnswer[code] }))}
        onChange={(answer) => draft.change({ answer })}
      />
      {notYes ? (
        <Checkbox
          field="sharingTalks.withoutAgreement"
          selected={form.withoutAgreement}
          onChange={(withoutAgreement) => draft.change({ withoutAgreement })}
        >
          Ik deel het toch, omdat het moet voor de veiligheid of de wet
        </Checkbox>
      ) : null}
      <TextField
        label={form.answer === 'NIET_GEVRAAGD' ? 'Waarom vroeg je het niet?' : 'Toelichting'}
        optional={!needsWhy}
        field="sharingTalks.answerReason"
        value={form.answerReason}
        maxLength={2_000}
        spellCheck
        error={tried && needsWhy ? 'Schrijf op waarom. Dat moet je later kunnen uitleggen.' : undefined}
        onChange={(answerReason) => draft.change({ answerReason })}
      />
      <DateField
        label="Tot wanneer geldt het?"
        optional
        field="sharingTalks.until"
        value={form.until}
        today={today}
        quick={[
          { label: '3 maanden', days: 91 },
          { label: '6 maanden', days: 182 },
          { label: '1 jaar', days: 365 },
        ]}
        onChange={(until) => draft.change({ until })}
      />
      <DateField
        label="Wanneer besproken?"
        field="sharingTalks.on"
        value={form.on}
        today={today}
        onChange={(on) => draft.change({ on })}
      />
      {tried && form.answer === null ? (
        <p className="tip" role="alert">
          Kies het antwoord.
        </p>
      ) : null}
      <FormActions field="sharingTalks" onSave={save} onCancel={onDone} />
    </div>
  );
}
