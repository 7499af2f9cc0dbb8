import { useRef, useState, type SubmitEvent } from 'react';
import { Button } from '../../ui/Button.tsx';
import { pinProblem } from './pinText.ts';
import { SecretField } from './SecretField.tsx';
import { StepHead } from './StepHead.tsx';

interface PinStepProps {
  /** In a practice vault this is the last step. */
  readonly last: boolean;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onNext: (pin: string) => void;
}

export function PinStep({ last, busy, onBack, onNext }: PinStepProps) {
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly [string | null, string | null]>([null, null]);

  function next(event: SubmitEvent): void {
    event.preventDefault();
    if (busy) return;
    const pin = first.current?.value ?? '';
    const problem = pin === '' ? 'Typ een pincode.' : pinProblem(pin);
    if (problem) {
      setProblems([problem, null]);
      first.current?.focus();
    } else if (second.current?.value !== pin) {
      setProblems([null, 'Dit is niet dezelfde pincode. Typ hem nog een keer.']);
      second.current?.focus();
      second.current?.select();
    } else {
      setProblems([null, null]);
      onNext(pin);
    }
  }

  return (
    <form className="setup-form" onSubmit={next} noValidate>
      <StepHead title="Kies een pincode">
        Kijk je even weg? Dan verbergt Samenspel je scherm. Met de pincode ga je verder waar je was. De pincode
        ontgrendelt de laptop niet.
      </StepHead>
      <SecretField
        label="Pincode"
        field="setup.pin"
        inputRef={first}
        digits
        isNew
        autoFocus
        hint="Vier, vijf of zes cijfers."
        error={problems[0] ?? undefined}
      />
      <SecretField
        label="Nog een keer"
        field="setup.pinAgain"
        inputRef={second}
        digits
        isNew
        error={problems[1] ?? undefined}
      />
      <div className="setup-actions">
        <Button
          variant="primary"
          tall
          type="submit"
          field="setup.next"
          busy={busy ? 'Bezig met je sleutels…' : undefined}
        >
          {last ? 'Klaar, naar Vandaag' : 'Verder'}
        </Button>
        <Button variant="quiet" tall field="setup.back" onPress={onBack}>
          Terug
        </Button>
      </div>
    </form>
  );
}
