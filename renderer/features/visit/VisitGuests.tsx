/** Wie komen er, en waarom? You go yourself; everybody else stands here with a reason that can be told at the door. */
import { useRef, useState } from 'react';
import { ATTENDEE_ROLES, type AttendeeRole } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useFormDraft, useHasDraft } from '../../data/useFormDraft.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Avatar, ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useRecordMaker } from '../household/newRecord.ts';

export function VisitGuests({ replica, visitId }: { readonly replica: Replica; readonly visitId: RecordId }) {
  const { me } = useVault();
  const maker = useRecordMaker(replica);
  const guests = useRecords(replica, 'visitGuests').filter(({ values }) => values.visitId === visitId);
  const begun = useHasDraft(`${replica.documentId}.visitGuest.${visitId}`);
  const [adding, setAdding] = useState(begun);
  const addButton = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setAdding(false);
    addButton.current?.focus();
  };
  return (
    <Section title="Wie komen er, en waarom?" count={guests.length + 1}>
      <ul>
        <ListRow lead={<Avatar name={me.name} />} title={`${me.name} (jij)`} meta={me.jobTitle} />
        {guests.map(({ id, values }) => (
          <ListRow
            key={id}
            lead={<Avatar name={values.name ?? ''} />}
            title={[values.name, values.capacity ? labels.attendeeRole[values.capacity].toLowerCase() : '']
              .filter(Boolean)
              .join(', ')}
            meta={values.why || 'Nog geen reden. Die hoort het gezin vooraf te weten.'}
            trail={
              <Button
                variant="quiet"
                icon="x"
                iconOnly
                field={`visitGuests.${id}.remove`}
                disabled={!replica.writable}
                onPress={() => maker.removeWithUndo('visitGuests', id, `${values.name ?? 'Iemand'} komt niet mee.`)}
              >
                {`Haal ${values.name ?? 'deze persoon'} weg`}
              </Button>
            }
          />
        ))}
      </ul>
      {adding ? (
        <AddGuest
          documentId={replica.documentId}
          visitId={visitId}
          onAdd={(guest) => {
            maker.create('visitGuests', { visitId, ...guest });
            close();
          }}
          onCancel={close}
        />
      ) : (
        <Button
          variant="quiet"
          icon="plus"
          ref={addButton}
          field="visitGuests.add"
          disabled={!replica.writable}
          onPress={() => setAdding(true)}
        >
          Iemand erbij
        </Button>
      )}
    </Section>
  );
}

interface Guest {
  readonly name: string;
  readonly capacity: AttendeeRole;
  readonly why: string;
}

interface AddGuestProps {
  readonly documentId: string;
  readonly visitId: string;
  readonly onAdd: (guest: Guest) => void;
  readonly onCancel: () => void;
}

function AddGuest({ documentId, visitId, onAdd, onCancel }: AddGuestProps) {
  const draft = useFormDraft(`${documentId}.visitGuest.${visitId}`, { name: '', capacity: 'COLLEGA', why: '' });
  const { name, why } = draft.values;
  const capacity = ATTENDEE_ROLES.find((code) => code === draft.values.capacity) ?? 'COLLEGA';
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const cancel = (): void => {
    draft.done();
    onCancel();
  };
  return (
    <form
      className="add-attendee"
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(name.trim() === '');
        if (name.trim() === '') input.current?.focus();
        else {
          onAdd({ name: name.trim(), capacity, why: why.trim() });
          draft.done();
        }
      }}
    >
      <TextField
        label="Naam"
        field="visitGuests.new.name"
        value={name}
        maxLength={200}
        autoFocus
        inputRef={input}
        error={missing ? 'Vul in wie er meekomt.' : undefined}
        onChange={(next) => draft.change({ name: next })}
      />
      <Select
        label="Als wie?"
        field="visitGuests.new.capacity"
        value={capacity}
        options={ATTENDEE_ROLES.map((code) => ({ value: code, label: labels.attendeeRole[code] }))}
        onChange={(next) => next !== '' && draft.change({ capacity: next })}
      />
      <TextField
        label="Waarom?"
        optional
        field="visitGuests.new.why"
        hint="Bijvoorbeeld: weet veel van schulden"
        value={why}
        maxLength={200}
        onChange={(next) => draft.change({ why: next })}
      />
      <div className="row">
        <Button type="submit" field="visitGuests.new.save">
          Voeg toe
        </Button>
        <Button variant="quiet" field="visitGuests.new.cancel" onPress={cancel}>
          Terug
        </Button>
      </div>
    </form>
  );
}
