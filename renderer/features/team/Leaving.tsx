/** A colleague leaves the team: every laptop at once. Asks in place, and admits what cannot be taken back. */
import { useState } from 'react';
import type { TeamMember } from '../../../shared/contract/commands/sharing.ts';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { firstName } from './teamText.ts';

export function Leaving({ member, onChanged }: { readonly member: TeamMember; readonly onChanged: () => void }) {
  const revoke = useCommand('team.revokeUser');
  const [asking, setAsking] = useState(false);
  const first = firstName(member.name);
  const go = async (): Promise<void> => {
    if (!(await revoke.run({ userId: member.userId, wipe: true }))) return;
    showToast({ text: `${first} hoort niet meer bij het team.` });
    onChanged();
  };
  if (!asking) {
    return (
      <p>
        <Button variant="quiet" field="member.leaves" onPress={() => setAsking(true)}>
          {first} gaat weg uit het team
        </Button>
      </p>
    );
  }
  return (
    <div className="ask-in-place" role="group" aria-label={`${member.name} gaat weg`}>
      <p>
        <b className="strong">Gaat {first} weg?</b> Alle laptops van {first} worden afgesloten en gewist zodra ze
        verbinding maken. Het team krijgt nieuwe sleutels. Werk dat nog niet gedeeld was, komt eerst bij jou. Wat{' '}
        {first} al las, kunnen we niet terughalen.
      </p>
      <p>Draag eerst de dossiers over waarvan {first} regisseur is.</p>
      {revoke.error ? <CallError error={revoke.error} /> : null}
      <div className="row">
        <Button field="member.leaves.yes" busy={revoke.busy ? 'Bezig…' : undefined} onPress={() => void go()}>
          Sluit {first} af
        </Button>
        <Button field="member.leaves.no" onPress={() => setAsking(false)}>
          Laat zo
        </Button>
      </div>
    </div>
  );
}
