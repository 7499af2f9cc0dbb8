/** Koppel: the words of a walk-in go to a household, known or new. */
import { useState } from 'react';
import type { WalkIn, WalkInWho } from '../../../shared/contract/commands/consultation.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { WhoPicker } from './WhoPicker.tsx';

interface LinkWalkInProps {
  readonly walkIn: WalkIn;
  readonly today: string;
  readonly onClose: () => void;
}

export function LinkWalkIn({ walkIn, today, onClose }: LinkWalkInProps) {
  const { calls } = useVault();
  const link = useCommand('consultation.link');
  const known = walkIn.who.kind === 'LATER' || walkIn.who.kind === 'NIEUW' ? walkIn.who.name : '';
  const [text, setText] = useState(known);
  const choose = (who: WalkInWho): void => {
    if (who.kind !== 'BEKEND' && who.kind !== 'NIEUW') return;
    const { documentId, walkInId } = walkIn;
    void link.run({ documentId, walkInId, who }).then((linked) => {
      if (linked === null) return;
      const unlinked = { name: known, state: walkIn.state === 'BEWAARD' ? 'BEWAARD' : 'LATER' } as const;
      showToast({
        text: 'Gekoppeld. Het gesprek staat nu in het huishouden.',
        undo: () => void calls.call('consultation.undo', { documentId, walkInId, unlinked }),
      });
      onClose();
    });
  };
  return (
    <Dialog title="Koppel aan een huishouden" isOpen onClose={onClose}>
      <p className="section-text">{walkIn.question}</p>
      {link.error ? <CallError error={link.error} /> : null}
      <WhoPicker
        label="Bij wie hoort dit gesprek?"
        field="link.who"
        today={today}
        text={text}
        autoFocus
        hint="Typ een naam of adres. Kies met Enter."
        onText={setText}
        onChosen={choose}
      />
    </Dialog>
  );
}
