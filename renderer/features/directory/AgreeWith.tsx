/** Maak een afspraak: from the sociale kaart into the dossier of a household, without leaving the screen. */
import { useState } from 'react';
import type { OrganisationRow } from '../../../shared/contract/commands/organisations.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useCommand } from '../../data/useCommand.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField, FOLLOW_UP_DATES } from '../../ui/DateField.tsx';
import { RadioChoice } from '../../ui/RadioChoice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { CallError } from '../household/CallError.tsx';

const SHOWN = 6;

export function AgreeWith({ organisation }: { readonly organisation: OrganisationRow }) {
  const { today } = useVault();
  const router = useRouter();
  const agree = useCommand('organisation.agree');
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const [householdId, setHouseholdId] = useState<HouseholdId | null>(null);
  const draft = useFormDraft(`organisation.agree.${organisation.organisationId}`, { what: '', dueOn: '' });
  const { what, dueOn } = draft.values;
  const [missing, setMissing] = useState<{ readonly household?: string; readonly what?: string }>({});
  const [made, setMade] = useState<HouseholdId | null>(null);
  const list = useQuery(
    'household.list',
    filter.trim() === '' ? { limit: SHOWN } : { filter: filter.trim(), limit: SHOWN },
  );
  const households = list.data?.rows ?? [];
  if (made !== null)
    return (
      <p role="status" className="directory-made">
        De afspraak staat in het dossier.{' '}
        <TextLink onPress={() => router.go({ screen: 'huishouden', householdId: made, tab: 'plan' })}>
          Open het plan
        </TextLink>
      </p>
    );
  if (!open)
    return (
      <div className="row">
        <Button variant="primary" field="organisation.agree" onPress={() => setOpen(true)}>
          Maak een afspraak
        </Button>
      </div>
    );
  const giveUp = (): void => {
    draft.done();
    setOpen(false);
  };
  const save = async (): Promise<void> => {
    const wrong = {
      ...(householdId === null ? { household: 'Kies een huishouden.' } : {}),
      ...(what.trim() === '' ? { what: 'Vul in wat jullie afspreken.' } : {}),
    };
    setMissing(wrong);
    if (householdId === null || what.trim() === '') return;
    const done = await agree.run({
      organisationId: organisation.organisationId,
      householdId,
      what: what.trim(),
      dueOn,
    });
    if (done === null) return;
    draft.done();
    setMade(householdId);
  };
  return (
    <form
      className="directory-agree"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label="Zoek een huishouden"
        type="search"
        maxLength={200}
        field="agree.filter"
        value={filter}
        onChange={setFilter}
        error={missing.household}
        autoFocus
      />
      {households.length === 0 ? (
        <p className="muted">Geen huishouden gevonden.</p>
      ) : (
        <RadioChoice<HouseholdId>
          label="Bij welk huishouden?"
          field="agree.household"
          value={householdId}
          options={households.map((one) => ({
            value: one.householdId,
            label: [one.name, one.address].filter(Boolean).join(', '),
          }))}
          onChange={setHouseholdId}
        />
      )}
      <TextField
        label="Wat spreken jullie af?"
        field="agree.what"
        value={what}
        onChange={(words) => draft.change({ what: words })}
        error={missing.what}
        maxLength={500}
        spellCheck
      />
      <DateField
        label="Wanneer is het klaar?"
        optional
        field="agree.dueOn"
        today={today}
        value={dueOn}
        quick={FOLLOW_UP_DATES}
        onChange={(date) => draft.change({ dueOn: date })}
      />
      {agree.error ? <CallError error={agree.error} /> : null}
      <div className="row">
        <Button variant="primary" type="submit" field="agree.save" busy={agree.busy ? 'Bezig' : undefined}>
          Bewaar de afspraak
        </Button>
        <Button variant="quiet" field="agree.cancel" onPress={giveUp}>
          Toch niet
        </Button>
      </div>
    </form>
  );
}
