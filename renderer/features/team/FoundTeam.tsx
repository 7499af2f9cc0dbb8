import type { FormEvent } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CallError } from '../household/CallError.tsx';
import { keepParts } from './organisationParts.ts';
import { useRequiredFields } from './useRequiredFields.ts';

/** The first lead begins the team; the three papers come right after. */
export function FoundTeam({ onBack }: { readonly onBack: () => void }) {
  const found = useCommand('team.found');
  const form = useRequiredFields({
    name: 'Vul de naam van je team in.',
    server: 'Vul het adres in dat je van je beheerder kreeg.',
    setupCode: 'Vul de begincode in.',
  });
  const save = async (): Promise<void> => {
    if (!form.check()) return;
    const answer = await found.run({
      name: form.values.name.trim(),
      server: form.values.server.trim(),
      setupCode: form.values.setupCode,
    });
    if (answer) keepParts(form.values.name.trim(), answer.organisationParts);
  };
  return (
    <form
      className="team-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>Begin een team</h2>
      <p className="read team-lead">
        Jij wordt de eerste teamleider. Daarna print je drie papieren. Met twee ervan zijn de dossiers terug te halen
        als alle laptops weg zijn.
      </p>
      {found.error ? <CallError error={found.error} /> : null}
      <TextField
        label="Hoe heet je team?"
        field="team.found.name"
        hint="Bijvoorbeeld: Gebiedsteam Noord"
        maxLength={120}
        autoFocus
        value={form.values.name}
        onChange={(value) => form.set('name', value)}
        inputRef={form.inputOf('name')}
        error={form.errorOf('name')}
      />
      <TextField
        label="Adres van je team"
        field="team.found.server"
        hint="Van je beheerder. Begint met wss://"
        maxLength={300}
        value={form.values.server}
        onChange={(value) => form.set('server', value)}
        inputRef={form.inputOf('server')}
        error={form.errorOf('server')}
      />
      <TextField
        label="Begincode"
        field="team.found.code"
        hint="Van je beheerder. Werkt één keer"
        className="code-field"
        maxLength={60}
        value={form.values.setupCode}
        onChange={(value) => form.set('setupCode', value)}
        inputRef={form.inputOf('setupCode')}
        error={form.errorOf('setupCode')}
      />
      <div className="row">
        <Button
          type="submit"
          variant="primary"
          field="team.found.save"
          busy={found.busy ? 'Bezig met verbinden…' : undefined}
        >
          Begin dit team
        </Button>
        <Button field="team.found.back" onPress={onBack}>
          Terug
        </Button>
      </div>
    </form>
  );
}
