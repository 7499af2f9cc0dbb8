import type { FormEvent } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CallError } from '../household/CallError.tsx';
import { useRequiredFields } from './useRequiredFields.ts';

/** A new laptop asks to join: the address and the code, both on the lead's screen. */
export function JoinTeam({ onBack }: { readonly onBack: () => void }) {
  const join = useCommand('team.join');
  const form = useRequiredFields({
    server: 'Vul het adres in dat bij de code staat.',
    code: 'Vul de code in.',
  });
  const ask = async (): Promise<void> => {
    if (form.check()) await join.run({ server: form.values.server.trim(), code: form.values.code });
  };
  return (
    <form
      className="team-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void ask();
      }}
    >
      <h2>Doe mee met een team</h2>
      <p className="read team-lead">
        Je teamleider maakt een code en geeft je het adres. Daarna vergelijken jullie vijf woorden. Je eigen huishoudens
        blijven op deze laptop tot jij kiest wat je deelt.
      </p>
      {join.error ? <CallError error={join.error} /> : null}
      <TextField
        label="Adres van je team"
        field="team.join.server"
        hint="Staat bij de code. Begint met wss://"
        maxLength={300}
        autoFocus
        value={form.values.server}
        onChange={(value) => form.set('server', value)}
        inputRef={form.inputOf('server')}
        error={form.errorOf('server')}
      />
      <TextField
        label="Code"
        field="team.join.code"
        hint="Vijf groepjes van vier. Hoofdletters maken niet uit"
        className="code-field"
        maxLength={60}
        value={form.values.code}
        onChange={(value) => form.set('code', value)}
        inputRef={form.inputOf('code')}
        error={form.errorOf('code')}
      />
      <div className="row">
        <Button
          type="submit"
          variant="primary"
          field="team.join.ask"
          busy={join.busy ? 'Bezig met verbinden…' : undefined}
        >
          Ga verder
        </Button>
        <Button field="team.join.back" onPress={onBack}>
          Terug
        </Button>
      </div>
    </form>
  );
}
