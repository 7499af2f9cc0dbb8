import { useState } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { showToast } from '../../ui/toasts.ts';
import { FiveWords } from './FiveWords.tsx';
import { TwoLaptops } from './TwoLaptops.tsx';

const STEPS = [{ label: 'Code' }, { label: 'Vijf woorden' }, { label: 'Klaar' }];

/** The code was right. Compare the words, wait for the lead, or stop. */
export function JoinWaiting({ words }: { readonly words: readonly string[] }) {
  const cancel = useCommand('team.cancelJoin');
  const [compared, setCompared] = useState(false);
  const stop = async (): Promise<void> => {
    if (await cancel.run({})) showToast({ text: 'Gestopt. Er is niets gedeeld.' });
  };
  return (
    <>
      <div className="horizontal-steps">
        <Stepper label="Verbinden" steps={STEPS} current={1} />
      </div>
      <div className="compare">
        <div>
          {words.length === 0 ? (
            <>
              <p className="read team-lead" role="status">
                De code klopt. Zodra de laptop van je teamleider verbinding heeft, zie je hier vijf woorden.
              </p>
              <p className="hint">Bel je teamleider, dan kunnen jullie de woorden meteen vergelijken.</p>
            </>
          ) : (
            <>
              <p className="read team-lead">
                Bel je teamleider of ga ernaast zitten. Lees om de beurt een woord voor. Staan op beide schermen
                dezelfde vijf woorden?
              </p>
              <FiveWords words={words} />
              {compared ? (
                <p className="waiting-line" role="status">
                  <Icon name="clock" />
                  Mooi. Je teamleider laat je nu toe. Dit scherm gaat vanzelf verder; je mag intussen gewoon werken.
                </p>
              ) : (
                <div className="equal-choices">
                  <Button field="join.same" onPress={() => setCompared(true)}>
                    Ja, alle vijf gelijk
                  </Button>
                  <Button field="join.different" busy={cancel.busy ? 'Bezig' : undefined} onPress={() => void stop()}>
                    Nee, er is verschil
                  </Button>
                </div>
              )}
            </>
          )}
          {words.length === 0 || compared ? (
            <Button
              variant="quiet"
              field="join.stop"
              busy={cancel.busy ? 'Bezig' : undefined}
              onPress={() => void stop()}
            >
              Stop met verbinden
            </Button>
          ) : null}
        </div>
        <TwoLaptops other="teamleider" />
      </div>
    </>
  );
}
