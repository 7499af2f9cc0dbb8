/** Vaststellen is a decision: everything is saved first, then the vault makes the conversation read-only. */
import { useState } from 'react';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { commitDrafts } from '../../data/drafts.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { CallError } from '../household/CallError.tsx';
import { dropEmptyLines } from './emptyLines.ts';

interface FinalizeProps {
  readonly replica: Replica;
  readonly conversationId: RecordId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function Finalize({ replica, conversationId, isOpen, onClose }: FinalizeProps) {
  const { writer } = useVault();
  const finalize = useCommand('conversation.finalize');
  const [notSaved, setNotSaved] = useState(false);
  const run = async (): Promise<void> => {
    commitDrafts();
    dropEmptyLines(replica, conversationId, writer);
    const saved = await replica.flush();
    setNotSaved(!saved);
    if (saved && (await finalize.run({ documentId: replica.documentId, conversationId }))) onClose();
  };
  return (
    <Dialog
      title="Stel dit gesprek vast?"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            field="finalize.confirm"
            busy={finalize.busy ? 'Bezig' : undefined}
            onPress={() => void run()}
          >
            Stel vast
          </Button>
          <Button field="finalize.cancel" onPress={onClose}>
            Nog niet
          </Button>
        </>
      }
    >
      {notSaved ? (
        <ErrorNote title="Nog niet alles is bewaard.">
          Sluit dit venster en kijk wat er bij het gesprek staat.
        </ErrorNote>
      ) : null}
      {finalize.error ? <CallError error={finalize.error} /> : null}
      <p>
        Daarna verandert niemand de tekst meer, ook jij niet. Wil je later iets toevoegen? Dan schrijf je een
        aanvulling.
      </p>
      <p className="muted">Afspraken kun je wel blijven afvinken.</p>
    </Dialog>
  );
}
