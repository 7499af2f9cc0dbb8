/** All laptops are gone: two of the three papers bring the team back on this one. */
import { useState } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { EMPTY_PAPERS, papersFilled, papersOf, TwoPapers, type TypedPaper } from './TwoPapers.tsx';

export function RecoverTeam({ onBack }: { readonly onBack: () => void }) {
  const recover = useCommand('team.recover');
  const [server, setServer] = useState('');
  const [name, setName] = useState('');
  const [papers, setPapers] = useState<readonly TypedPaper[]>(EMPTY_PAPERS);
  const ready = server.trim() !== '' && name.trim() !== '' && papersFilled(papers);
  const go = async (): Promise<void> => {
    const done = await recover.run({ server: server.trim(), name, parts: papersOf(papers), everything: true });
    if (done) showToast({ text: 'Gelukt. De dossiers komen nu binnen.' });
  };
  return (
    <form
      className="team-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void go();
      }}
    >
      <p className="read team-lead">
        Twee bewaarders typen hun papier over. Deze laptop wordt dan teamleider en krijgt alle dossiers van de server.
        In het logboek van het team staat dat dit gebeurde. Sluit daarna de oude laptops af.
      </p>
      <TextField
        label="Naam van je team"
        field="recover.name"
        hint="Staat op de papieren"
        maxLength={120}
        autoFocus
        value={name}
        onChange={setName}
      />
      <TextField
        label="Adres van je team"
        field="recover.server"
        hint="Je beheerder weet het. Begint met wss://"
        maxLength={300}
        value={server}
        onChange={setServer}
      />
      <TwoPapers papers={papers} onChange={setPapers} />
      {recover.error ? <CallError error={recover.error} /> : null}
      <div className="row">
        <Button
          type="submit"
          variant="primary"
          field="recover.go"
          disabled={!ready}
          busy={recover.busy ? 'Bezig met herstellen…' : undefined}
        >
          Herstel het team
        </Button>
        <Button field="recover.back" onPress={onBack}>
          Terug
        </Button>
      </div>
    </form>
  );
}
