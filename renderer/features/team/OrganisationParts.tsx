import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { useCommand } from '../../data/useCommand.ts';
import { screenClock } from '../../data/platform.ts';
import { timeOfDay } from '../../data/saveState.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { fieldDate } from '../../ui/dateText.ts';
import { OrganisationSheet } from './OrganisationSheet.tsx';
import { dropParts, type KeptParts } from './organisationParts.ts';

type OnPaper = { readonly how: 'printed' | 'written'; readonly atMs: number } | null;

/** Three papers for three keepers, one after the other. Each leaves the screen once it is on paper. */
export function OrganisationParts({ kept }: { readonly kept: KeptParts }) {
  const [index, setIndex] = useState(0);
  const [keeper, setKeeper] = useState('');
  const [onPaper, setOnPaper] = useState<OnPaper>(null);
  const [shown, setShown] = useState(false);
  const [printing, setPrinting] = useState(false);
  const done = useCommand('team.partsOnPaper');
  const part = kept.parts[index];
  const last = index === kept.parts.length - 1;

  useEffect(() => {
    const printed = (): void => {
      setPrinting(false);
      setShown(false);
      setOnPaper({ how: 'printed', atMs: screenClock.nowMs() });
    };
    window.addEventListener('afterprint', printed);
    return () => window.removeEventListener('afterprint', printed);
  }, []);

  if (!part) return null;

  async function onPaperDone(): Promise<void> {
    if (await done.run({})) dropParts();
  }

  function print(): void {
    // The sheet must be in the document before the print window opens.
    flushSync(() => setPrinting(true));
    window.print();
  }
  function next(): void {
    if (last) return void onPaperDone();
    setIndex(index + 1);
    setKeeper('');
    setOnPaper(null);
    setShown(false);
  }

  return (
    <Sheet title="Drie papieren voor je team" sub={`${kept.teamName} staat. Nog één ding.`}>
      <div className="horizontal-steps">
        <Stepper
          label="Drie papieren"
          current={index}
          steps={kept.parts.map((_, at) => ({ label: `Papier ${at + 1}` }))}
        />
      </div>
      <div className="team-form">
        <p className="read team-lead">
          Zijn alle laptops weg of stuk? Met twee van de drie papieren krijgt je team de dossiers terug. Met één papier
          kan niemand iets. Geef ze daarom aan drie mensen, en bewaar ze niet bij elkaar.
        </p>
        <h2>Papier {index + 1} van 3</h2>
        {onPaper ? (
          <div className="printed" role="status">
            <Icon name="check-circle" filled />
            <span className="printed-text">
              <b className="strong">
                {onPaper.how === 'printed' ? 'Afgedrukt om' : 'Overgeschreven om'} {timeOfDay(onPaper.atMs)}.
              </b>{' '}
              <span className="muted">De code staat niet meer op het scherm.</span>
            </span>
            <Button variant="quiet" icon="printer" field="parts.again" onPress={print}>
              Druk nog eens af
            </Button>
          </div>
        ) : (
          <TextField
            label="Wie bewaart dit papier?"
            field="parts.keeper"
            optional
            hint="Bijvoorbeeld: de teamleider, de beheerder, de gemeentesecretaris"
            maxLength={120}
            value={keeper}
            onChange={setKeeper}
          />
        )}
        {shown && !onPaper ? (
          <>
            <p>
              Schrijf op: <b className="strong">nummer {part.number}</b>, en deze code.
            </p>
            <ol className="code-groups" aria-label={`Code van papier ${index + 1}`}>
              {part.groups.map((group, at) => (
                <li key={at}>{group}</li>
              ))}
            </ol>
          </>
        ) : null}
        <div className="row">
          {onPaper ? (
            <Button variant="primary" field="parts.next" autoFocus onPress={next}>
              {last ? 'Klaar' : 'Volgende papier'}
            </Button>
          ) : shown ? (
            <Button
              variant="primary"
              field="parts.written"
              onPress={() => setOnPaper({ how: 'written', atMs: screenClock.nowMs() })}
            >
              Ik heb hem overgeschreven
            </Button>
          ) : (
            <>
              <Button variant="primary" icon="printer" field="parts.print" onPress={print}>
                Druk papier {String(index + 1)} af
              </Button>
              <Button field="parts.show" onPress={() => setShown(true)}>
                Ik kan niet printen
              </Button>
            </>
          )}
        </div>
        <p className="hint">Blijf op dit scherm tot alle drie op papier staan. Vergrendel je nu, dan zijn ze weg.</p>
      </div>
      {printing ? (
        <OrganisationSheet
          teamName={kept.teamName}
          part={part}
          paper={index + 1}
          keeper={keeper.trim()}
          date={fieldDate(calendarDateAt(screenClock.nowMs()))}
        />
      ) : null}
    </Sheet>
  );
}
