import { useState } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';

/** After joining a team: own organisations that the team does not have yet. Two equal choices. */
export function BringOwn() {
  const { calls } = useVault();
  const own = useQuery('organisation.own', {});
  const bring = useCommand('organisation.bringOwn');
  const [throwing, setThrowing] = useState(false);
  const missing = own.data?.missing ?? 0;
  if (missing === 0) return null;
  const choose = async (take: boolean): Promise<void> => {
    const done = await bring.run({ take });
    own.reload();
    if (done === null || !take) return;
    const { added, organisationIds } = done;
    showToast({
      text: `${String(added)} toegevoegd aan de sociale kaart van je team.`,
      ...(organisationIds.length === 0
        ? {}
        : { undo: () => void calls.call('organisation.bringOwn', { back: organisationIds }) }),
    });
  };
  return (
    <section className="directory-own" aria-label="Je eigen lijst">
      <p>
        Je had zelf {missing === 1 ? 'één organisatie' : `${String(missing)} organisaties`} die je team nog niet heeft.
        Wil je die delen met je team?
      </p>
      {bring.error ? <CallError error={bring.error} /> : null}
      {throwing ? (
        <>
          <p role="status">Gooi je de lijst weg, dan komt hij niet terug. Weet je het zeker?</p>
          <div className="row">
            <Button field="directory.leave.sure" onPress={() => void choose(false)}>
              Ja, gooi mijn lijst weg
            </Button>
            <Button field="directory.leave.back" onPress={() => setThrowing(false)}>
              Toch niet
            </Button>
          </div>
        </>
      ) : (
        <div className="row">
          <Button field="directory.bring" busy={bring.busy ? 'Bezig' : undefined} onPress={() => void choose(true)}>
            Voeg toe aan het team
          </Button>
          <Button field="directory.leave" onPress={() => setThrowing(true)}>
            Gooi mijn lijst weg
          </Button>
        </div>
      )}
    </section>
  );
}
