import { useRef, useState, type SubmitEvent } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { StepHead } from './StepHead.tsx';

export interface Who {
  readonly name: string;
  readonly jobTitle: string;
}

interface WhoStepProps {
  readonly start: Who;
  readonly practice: boolean;
  readonly onBack: () => void;
  readonly onNext: (who: Who) => void;
}

export function WhoStep({ start, practice, onBack, onNext }: WhoStepProps) {
  const [name, setName] = useState(start.name);
  const [jobTitle, setJobTitle] = useState(start.jobTitle);
  const [missing, setMissing] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);

  function next(event: SubmitEvent): void {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '') nameInput.current?.focus();
    else onNext({ name: name.trim(), jobTitle: jobTitle.trim() });
  }

  return (
    <form className="setup-form" onSubmit={next} noValidate>
      <StepHead title="Wie ben je?">
        {practice
          ? 'Je oefent met voorbeeldgezinnen. Je kunt niets stukmaken en niets wordt gedeeld.'
          : 'Je naam staat bij wat je schrijft. Zo weten collega’s van wie het is.'}
      </StepHead>
      <TextField
        label="Naam"
        field="setup.name"
        inputRef={nameInput}
        value={name}
        onChange={setName}
        maxLength={80}
        autoFocus
        autoComplete="name"
        error={missing ? 'Vul je naam in.' : undefined}
      />
      <TextField
        label="Functie"
        field="setup.jobTitle"
        value={jobTitle}
        onChange={setJobTitle}
        maxLength={80}
        optional
        hint="Bijvoorbeeld: maatschappelijk werker, of Gebiedsteam Noord."
      />
      <div className="setup-actions">
        <Button variant="primary" tall type="submit" field="setup.next">
          Verder
        </Button>
        <Button variant="quiet" tall field="setup.back" onPress={onBack}>
          Terug
        </Button>
      </div>
    </form>
  );
}
