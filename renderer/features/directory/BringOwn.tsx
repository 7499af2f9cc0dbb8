import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';

/** After joining a team: own organisations that the team does not have yet. Two equal choices. */
export function BringOwn() {
  const own = useQuery('organisation.own', {});
  const bring = useCommand('organisation.bringOwn');
  const missing = own.data?.missing ?? 0;
  if (missing === 0) return null;
  const choose = async (take: boolean): Promise<void> => {
    const done = await bring.run({ take });
    own.reload();
    if (done !== null && take)
      showToast({ text: `${String(done.added)} toegevoegd aan de sociale kaart van je team.` });
  };
  return (
    <section className="directory-own" aria-label="Je eigen lijst">
      <p>
        Je had zelf {missing === 1 ? 'één organisatie' : `${String(missing)} organisaties`} die je team nog niet heeft.
        Wil je die delen met je team?
      </p>
      <div className="row">
        <Button field="directory.bring" busy={bring.busy ? 'Bezig' : undefined} onPress={() => void choose(true)}>
          Voeg toe aan het team
        </Button>
        <Button field="directory.leave" onPress={() => void choose(false)}>
          Gooi mijn lijst weg
        </Button>
      </div>
    </section>
  );
}
