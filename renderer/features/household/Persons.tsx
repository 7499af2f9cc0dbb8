/** Who belongs to this household: a list that opens in place, one person at a time. Only a first name is needed. */
import { useEffect, useRef, useState } from 'react';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useFormDraft, useHasDraft } from '../../data/useFormDraft.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PersonEditor } from './PersonEditor.tsx';
import { useRecordMaker } from './newRecord.ts';
import { fullName, personMeta } from './personText.ts';

export function Persons({ replica }: { readonly replica: Replica }) {
  const { today } = useVault();
  const persons = useRecords(replica, 'persons');
  const maker = useRecordMaker(replica);
  const [openId, setOpenId] = useState<string | null>(null);
  const draftName = `${replica.documentId}.persons.new`;
  const begun = useHasDraft(draftName);
  const [adding, setAdding] = useState(begun);
  return (
    <Section title="Personen" count={persons.length}>
      {persons.length === 0 && !adding ? (
        <p className="section-text muted">Nog niemand. Een roepnaam is genoeg om te beginnen.</p>
      ) : null}
      <ul className="persons">
        {persons.map((person) => {
          const open = openId === person.id;
          return (
            <li key={person.id} className="person" data-open={open ? true : undefined}>
              <div className="person-head">
                <span className="list-row-text">
                  <span className="strong">{fullName(person)}</span>
                  <span className="meta">{personMeta(person, today) || 'nog niets ingevuld'}</span>
                </span>
                <Button
                  icon={open ? 'caret-up' : 'pencil-simple-line'}
                  expanded={open}
                  field={`persons.${person.id}.open`}
                  onPress={() => setOpenId(open ? null : person.id)}
                >
                  {open ? 'Klaar' : 'Wijzig'}
                  <span className="visually-hidden"> {fullName(person)}</span>
                </Button>
              </div>
              {open ? (
                <PersonEditor
                  replica={replica}
                  personId={person.id}
                  onRemove={() => {
                    setOpenId(null);
                    maker.removeWithUndo('persons', person.id, `${fullName(person)} is weggehaald.`);
                  }}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {adding ? (
        <AddPerson
          draftName={draftName}
          onAdd={(firstName, lastName) => {
            const id = maker.createLast('persons', {
              firstName,
              ...(lastName ? { lastName } : {}),
              membership: 'WOONT_HIER',
            });
            setAdding(false);
            setOpenId(id);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button icon="user-plus" field="persons.add" disabled={!replica.writable} onPress={() => setAdding(true)}>
          Voeg iemand toe
        </Button>
      )}
    </Section>
  );
}

interface AddPersonProps {
  readonly draftName: string;
  readonly onAdd: (firstName: string, lastName: string) => RecordId | void;
  readonly onCancel: () => void;
}

function AddPerson({ draftName, onAdd, onCancel }: AddPersonProps) {
  const draft = useFormDraft(draftName, { firstName: '', lastName: '' });
  const { firstName, lastName } = draft.values;
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      className="add-person"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(firstName.trim() === '');
        if (firstName.trim() === '') return input.current?.focus();
        draft.done();
        onAdd(firstName.trim(), lastName.trim());
      }}
    >
      <div className="form-grid">
        <TextField
          label="Roepnaam"
          field="persons.new.firstName"
          value={firstName}
          onChange={(next) => draft.change({ firstName: next })}
          maxLength={80}
          inputRef={input}
          error={missing ? 'Vul een roepnaam in.' : undefined}
        />
        <TextField
          label="Achternaam"
          optional
          field="persons.new.lastName"
          value={lastName}
          onChange={(next) => draft.change({ lastName: next })}
          maxLength={120}
        />
      </div>
      <div className="row">
        <Button type="submit" variant="primary" field="persons.new.save">
          Voeg toe
        </Button>
        <Button
          field="persons.new.cancel"
          onPress={() => {
            draft.done();
            onCancel();
          }}
        >
          Terug
        </Button>
      </div>
    </form>
  );
}
