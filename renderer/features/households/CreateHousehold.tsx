/** A new household: only a name is needed; a first person may come along. */
import { useRef, useState, type FormEvent } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CallError } from '../household/CallError.tsx';

interface CreateHouseholdProps {
  /** Already typed somewhere, such as in the search field. */
  readonly name?: string;
  readonly onClose: () => void;
  readonly onCreated: (made: OutputOf<'household.create'>) => void;
}

export function CreateHousehold({ name: startName = '', onClose, onCreated }: CreateHouseholdProps) {
  const create = useCommand('household.create');
  const [name, setName] = useState(startName);
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [missing, setMissing] = useState<'name' | 'firstName' | null>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const firstNameInput = useRef<HTMLInputElement>(null);

  const save = async (): Promise<void> => {
    if (name.trim() === '') {
      setMissing('name');
      nameInput.current?.focus();
      return;
    }
    if (firstName.trim() === '' && lastName.trim() !== '') {
      setMissing('firstName');
      firstNameInput.current?.focus();
      return;
    }
    setMissing(null);
    const person = firstName.trim()
      ? { firstName: firstName.trim(), ...(lastName.trim() ? { lastName: lastName.trim() } : {}) }
      : null;
    const made = await create.run({ name: name.trim(), ...(person ? { person } : {}) });
    if (!made) return;
    onClose();
    onCreated(made);
  };

  return (
    <Dialog title="Maak een nieuw huishouden" isOpen onClose={onClose}>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        {create.error ? <CallError error={create.error} /> : null}
        <TextField
          label="Hoe noem je dit huishouden?"
          field="createHousehold.name"
          hint="Bijvoorbeeld: fam. De Wit, of Huishouden Kade 12"
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
          inputRef={nameInput}
          error={missing === 'name' ? 'Vul een naam in. Een werknaam is genoeg.' : undefined}
        />
        <fieldset className="pair">
          <legend className="label">
            Eerste persoon <small>(niet verplicht)</small>
          </legend>
          <div className="pair-fields">
            <TextField
              label="Roepnaam"
              field="createHousehold.firstName"
              value={firstName}
              onChange={setFirstName}
              maxLength={80}
              inputRef={firstNameInput}
              error={missing === 'firstName' ? 'Vul ook een roepnaam in, of maak de achternaam leeg.' : undefined}
            />
            <TextField
              label="Achternaam"
              field="createHousehold.lastName"
              value={lastName}
              onChange={setLastName}
              maxLength={120}
            />
          </div>
        </fieldset>
        <div className="dialog-actions">
          <Button type="submit" variant="primary" field="createHousehold.save" busy={create.busy ? 'Bezig' : undefined}>
            Maak huishouden
          </Button>
          <Button field="createHousehold.cancel" onPress={onClose}>
            Terug
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
