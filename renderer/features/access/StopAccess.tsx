import type { DocumentId, UserId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { firstName } from '../team/teamText.ts';

interface StopAccessProps {
  readonly name: string;
  readonly userId: UserId;
  readonly documentId: DocumentId;
  readonly onKeep: () => void;
  readonly onStopped: () => void;
}

/** Asks in place, and admits what cannot be taken back. Two equal buttons. */
export function StopAccess({ name, userId, documentId, onKeep, onStopped }: StopAccessProps) {
  const set = useCommand('access.set');
  const first = firstName(name);
  const stop = async (): Promise<void> => {
    if (!(await set.run({ documentId, userId, access: false }))) return;
    showToast({ text: `${first} krijgt niets nieuws meer uit dit dossier.` });
    onStopped();
  };
  return (
    <div className="ask-in-place" role="group" aria-label={`Stop met ${name}?`}>
      <p>
        <b className="strong">Stop met {first}?</b> Nieuwe stukken komen daar niet meer aan. Wat {first} al las of al op
        de laptop had, kunnen we niet terughalen.
      </p>
      {set.error ? <CallError error={set.error} /> : null}
      <div className="row">
        <Button field="access.stop.yes" busy={set.busy ? 'Bezig…' : undefined} onPress={() => void stop()}>
          Stop met {first}
        </Button>
        <Button field="access.stop.no" onPress={onKeep}>
          Laat zo
        </Button>
      </div>
    </div>
  );
}
