/** Wie was erbij? Everybody of the household is one press away; anybody else by name and capacity. */
import { useRef, useState } from 'react';
import { ATTENDEE_ROLES, type AttendeeRole } from '../../../shared/domain/codes.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { markDeleted } from '../../../shared/documents/accessors.ts';
import type { Replica } from '../../data/replica.ts';
import { useFormDraft, useHasDraft } from '../../data/useFormDraft.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { livesHere, shortName } from '../household/personText.ts';

export function Attendees({
  replica,
  conversationId,
}: {
  readonly replica: Replica;
  readonly conversationId: RecordId;
}) {
  const { writer } = useVault();
  const maker = useRecordMaker(replica);
  const persons = useRecords(replica, 'persons');
  const attendees = useRecords(replica, 'attendees').filter(({ values }) => values.conversationId === conversationId);
  const draftName = `${replica.documentId}.attendee.${conversationId}`;
  const begun = useHasDraft(draftName);
  const [adding, setAdding] = useState(begun);
  const addButton = useRef<HTMLButtonElement>(null);
  const others = attendees.filter(({ values }) => !values.personId);
  return (
    <div className="attendees" role="group" aria-labelledby="who-was-there">
      <div className="row">
        <b id="who-was-there">Wie was erbij?</b>
        {persons.map((person) => {
          const present = attendees.find(({ values }) => values.personId === person.id);
          return (
            <button
              key={person.id}
              type="button"
              className="person-chip"
              aria-pressed={present !== undefined}
              data-field={`attendees.${conversationId}.${person.id}`}
              onClick={() => {
                if (present) replica.change((doc) => markDeleted(doc, 'attendees', present.id, writer));
                else
                  maker.create('attendees', {
                    conversationId,
                    personId: person.id,
                    capacity: livesHere(person) ? 'INWONER' : 'NETWERK',
                  });
              }}
            >
              <Icon name={present ? 'check' : 'user'} />
              {shortName(person)}
            </button>
          );
        })}
        {others.map(({ id, values }) => (
          <button
            key={id}
            type="button"
            className="person-chip"
            aria-pressed
            data-field={`attendees.${id}.weg`}
            onClick={() => maker.removeWithUndo('attendees', id, `${values.name ?? 'Iemand'} staat er niet meer bij.`)}
          >
            <Icon name="check" />
            {[values.name, values.capacity ? labels.attendeeRole[values.capacity].toLowerCase() : '']
              .filter(Boolean)
              .join(', ')}
          </button>
        ))}
        <Button
          variant="quiet"
          icon="plus"
          ref={addButton}
          expanded={adding}
          field={`attendees.${conversationId}.add`}
          onPress={() => setAdding(!adding)}
        >
          Iemand
        </Button>
      </div>
      {adding ? (
        <AddAttendee
          draftName={draftName}
          onAdd={(name, capacity) => {
            maker.create('attendees', { conversationId, name, capacity });
            setAdding(false);
            addButton.current?.focus();
          }}
          onCancel={() => {
            setAdding(false);
            addButton.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

type NewAttendee = { readonly name: string; readonly capacity: AttendeeRole };

interface AddAttendeeProps {
  readonly draftName: string;
  readonly onAdd: (name: string, capacity: AttendeeRole) => void;
  readonly onCancel: () => void;
}

function AddAttendee({ draftName, onAdd, onCancel }: AddAttendeeProps) {
  const draft = useFormDraft<NewAttendee>(draftName, { name: '', capacity: 'NETWERK' });
  const { name, capacity } = draft.values;
  const cancel = (): void => {
    draft.done();
    onCancel();
  };
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
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
        if (name.trim() === '') return input.current?.focus();
        draft.done();
        onAdd(name.trim(), capacity);
      }}
    >
      <TextField
        label="Naam"
        field="attendees.new.name"
        hint="Bijvoorbeeld: Nadia, zus"
        value={name}
        onChange={(next) => draft.change({ name: next })}
        maxLength={200}
        autoFocus
        inputRef={input}
        error={missing ? 'Vul in wie erbij was.' : undefined}
      />
      <Select
        label="Als wie?"
        field="attendees.new.capacity"
        value={capacity}
        options={ATTENDEE_ROLES.map((code) => ({ value: code, label: labels.attendeeRole[code] }))}
        onChange={(next) => next !== '' && draft.change({ capacity: next })}
      />
      <div className="row">
        <Button type="submit" field="attendees.new.save">
          Voeg toe
        </Button>
        <Button variant="quiet" field="attendees.new.cancel" onPress={cancel}>
          Terug
        </Button>
      </div>
    </form>
  );
}
