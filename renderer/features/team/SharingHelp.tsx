import type { SharingSummary } from '../../../shared/contract/commands/sharing.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { failureAdvice, failureDetails } from './sharingText.ts';

interface SharingHelpProps {
  readonly isOpen: boolean;
  readonly failure: SharingSummary['failure'];
  readonly onClose: () => void;
}

/** Wat kan ik doen? Steps for the worker; the code for the helpdesk is folded away. */
export function SharingHelp({ isOpen, failure, onClose }: SharingHelpProps) {
  return (
    <Dialog
      title="Wat kan ik doen als delen niet lukt?"
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
          {failureAdvice(failure).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <details>
          <summary>Toon details voor de helpdesk</summary>
          <p>{failureDetails(failure)}</p>
        </details>
      </div>
    </Dialog>
  );
}
