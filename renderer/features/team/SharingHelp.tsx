import type { SharingSummary } from '../../../shared/contract/commands/sharing.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { failureAdvice, failureDetails, withheldAdvice } from './sharingText.ts';

interface SharingHelpProps {
  readonly isOpen: boolean;
  readonly failure: SharingSummary['failure'];
  /** The colleague of whom something does not come, when that is what is wrong. */
  readonly missingFrom: string | null;
  readonly onClose: () => void;
}

/** Wat kan ik doen? Steps for the worker; the code for the helpdesk is folded away. */
export function SharingHelp({ isOpen, failure, missingFrom, onClose }: SharingHelpProps) {
  const advice = failure === null && missingFrom !== null ? withheldAdvice(missingFrom) : null;
  return (
    <Dialog
      title={advice === null ? 'Wat kan ik doen als delen niet lukt?' : 'Wat kan ik doen als er iets mist?'}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button field="sharingHelp.close" autoFocus onPress={onClose}>
          Sluit
        </Button>
      }
    >
      <div className="sharing-help">
        <p>Je werk staat veilig op deze laptop. Je kunt gewoon doorwerken; Samenspel blijft het proberen.</p>
        <ol>
          {(advice ?? failureAdvice(failure)).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <details>
          <summary>Toon details voor de helpdesk</summary>
          <p>{advice === null ? failureDetails(failure) : 'WITHHELD'}</p>
        </details>
      </div>
    </Dialog>
  );
}
