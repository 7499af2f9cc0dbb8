/**
 * A new household: only a name is needed; a first person and an address may come along. With an address it says at once
 * whether a colleague already knows this door.
 */
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { setFields } from '../../../shared/documents/accessors.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useFormDraft, useHasDraft } from '../../data/useFormDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { KnownInTeam } from '../access/KnownInTeam.tsx';
import { CallError } from '../household/CallError.tsx';

/** Where it is asked from; each place keeps its own half-typed household, and opens it again. */
type Opener = 'list' | 'search' | 'conversation';
const draftOf = (from: Opener): string => `households.create.${from}`;

/** Whether somebody hid or locked the screen while making a household from here. */
export const useHouseholdBegun = (from: Opener): boolean => useHasDraft(draftOf(from));

interface CreateHouseholdProps {
  readonly from: Opener;
  /** Already typed somewhere, such as in the search field. */
  readonly name?: string;
  readonly onClose: () => void;
  readonly onCreated: (made: OutputOf<'household.create'>) => void;
}

export function CreateHousehold({ from, name: startName = '', onClose, onCreated }: CreateHouseholdProps) {
  const create = useCommand('household.create');
  const draft = useFormDraft(draftOf(from), { name: '', firstName: '', lastName: '', postcode: '', houseNumber: '' });
  const { name, firstName, lastName, postcode, houseNumber } = draft.values;
  // What was typed to get here is typed work too.
  const { change } = draft;
  useEffect(() => {
    if (startName !== '') change({ name: startName });
  }, [change, startName]);
  const { replicas, writer } = useVault();
  const [missing, setMissing] = useState<'name' | 'firstName' | null>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const firstNameInput = useRef<HTMLInputElement>(null);

  const close = (): void => {
    draft.done();
    onClose();
  };
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
    await writeAddress(made.documentId);
    close();
    onCreated(made);
  };

  /** The address is a part of the document, like every later change of it. */
  const writeAddress = async (documentId: DocumentId): Promise<void> => {
    const address = {
      ...(postcode.trim() ? { postcode: postcode.trim() } : {}),
      ...(houseNumber.trim() ? { houseNumber: houseNumber.trim() } : {}),
    };
    if (Object.keys(address).length === 0) return;
    const opened = await replicas.acquire(documentId);
    if (!opened.ok) return;
    opened.value.change((doc) => setFields(doc, 'household', 'household', address, writer));
    await opened.value.flush();
    replicas.release(documentId);
  };

  return (
    <Dialog title="Maak een nieuw huishouden" isOpen onClose={close}>
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
          onChange={(next) => draft.change({ name: next })}
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
              onChange={(next) => draft.change({ firstName: next })}
              maxLength={80}
              inputRef={firstNameInput}
              error={missing === 'firstName' ? 'Vul ook een roepnaam in, of maak de achternaam leeg.' : undefined}
            />
            <TextField
              label="Achternaam"
              field="createHousehold.lastName"
              value={lastName}
              onChange={(next) => draft.change({ lastName: next })}
              maxLength={120}
            />
          </div>
        </fieldset>
        <fieldset className="pair">
          <legend className="label">
            Adres <small>(niet verplicht)</small>
          </legend>
          <div className="pair-fields">
            <TextField
              label="Postcode"
              field="createHousehold.postcode"
              value={postcode}
              onChange={(next) => draft.change({ postcode: next })}
              maxLength={10}
            />
            <TextField
              label="Huisnummer"
              field="createHousehold.houseNumber"
              value={houseNumber}
              onChange={(next) => draft.change({ houseNumber: next })}
              maxLength={20}
            />
          </div>
        </fieldset>
        <KnownInTeam postcode={postcode} houseNumber={houseNumber} exceptDocumentId={null} />
        <div className="dialog-actions">
          <Button type="submit" variant="primary" field="createHousehold.save" busy={create.busy ? 'Bezig' : undefined}>
            Maak huishouden
          </Button>
          <Button field="createHousehold.cancel" onPress={close}>
            Terug
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
