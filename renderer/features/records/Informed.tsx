/** Uitgelegd wat we met gegevens doen: to whom, when and how. */
import { useState } from 'react';
import { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { readDated } from '../../../shared/documents/dossierCare.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading, useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
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

export function Informed({ replica }: { readonly replica: Replica }) {
  const { today, nameOf } = useVault();
  const persons = useRecords(replica, 'persons');
  const told = useReading(replica, ['informed'], (doc) => readDated(doc, 'informed'));
  const [open, setOpen] = useState(false);
  const nobody = persons.filter(
    ({ id, values }) =>
      (values.membership ?? 'WOONT_HIER') === 'WOONT_HIER' && !told.some((view) => view.values.personId === id),
  );
  return (
    <Section title={labels.careRecord.GEINFORMEERD} count={told.length}>
      <p className="explained">
        Vertel wat je opschrijft, wie het ziet en welke rechten iemand heeft. Ook aan kinderen, op hun manier.
      </p>
      {told.length > 0 ? (
        <ul>
          {told.map(({ id, values }) => {
            const person = persons.find((each) => each.id === values.personId);
            return (
              <ListRow
                key={id}
                title={person ? fullName(person) : (values.name ?? '') || 'Het huishouden'}
                meta={[
                  values.on ? longDate(values.on, today) : '',
                  values.how ?? '',
                  values.language ?? '',
                  values.byUser ? `door ${nameOf(values.byUser)}` : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            );
          })}
        </ul>
      ) : null}
      {nobody.length > 0 ? (
        <p className="section-text muted">{`Nog niet uitgelegd aan ${nobody.map(fullName).join(', ')}.`}</p>
      ) : null}
      {open ? (
        <InformedForm replica={replica} onDone={() => setOpen(false)} />
      ) : (
        <Button icon="plus" field="informed.add" disabled={!replica.writable} onPress={() => setOpen(true)}>
          Leg vast dat je het uitlegde
        </Button>
      )}
    </Section>
  );
}

function InformedForm({ replica, onDone }: { readonly replica: Replica; readonly onDone: () => void }) {
  const { today, me } = useVault();
  const maker = useRecordMaker(replica);
  const draft = useFormDraft(`${replica.documentId}.informed`, {
    personId: '',
    on: today as string,
    how: '',
    language: '',
  });
  const { personId, on, how, language } = draft.values;
  const save = (): void => {
    if (on === '') return;
    maker.createLast('informed', {
      on,
      byUser: me.userId,
      ...(personId === '' ? {} : { personId: RecordId.parse(personId) }),
      ...(how.trim() === '' ? {} : { how: how.trim() }),
      ...(language.trim() === '' ? {} : { language: language.trim() }),
    });
    draft.done();
    onDone();
  };
  return (
    <div className="record-form">
      <PersonSelect
        replica={replica}
        label="Aan wie?"
        field="informed.personId"
        value={personId}
        rights="file"
        onChange={(next) => draft.change({ personId: next })}
      />
      <TextField
        label="Hoe?"
        optional
        field="informed.how"
        value={how}
        maxLength={200}
        spellCheck
        hint="Bijvoorbeeld: aan de keukentafel, met de folder"
        onChange={(next) => draft.change({ how: next })}
      />
      <TextField
        label="In welke taal?"
        optional
        field="informed.language"
        value={language}
        maxLength={200}
        onChange={(next) => draft.change({ language: next })}
      />
      <DateField
        label="Wanneer?"
        field="informed.on"
        value={on}
        today={today}
        onChange={(next) => draft.change({ on: next })}
      />
      <FormActions field="informed" onSave={save} onCancel={onDone} />
    </div>
  );
}
