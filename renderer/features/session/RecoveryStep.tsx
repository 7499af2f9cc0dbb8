import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { screenClock } from '../../data/platform.ts';
import { timeOfDay } from '../../data/saveState.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldDate } from '../../ui/dateText.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RecoveryPaper } from './RecoveryPaper.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';
import { StepHead } from './StepHead.tsx';
import { TypeBackGroups, type TypedGroup } from './TypeBackGroups.tsx';

interface RecoveryStepProps {
  readonly code: readonly string[];
  readonly asked: readonly number[];
  readonly name: string;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onDone: (groups: readonly TypedGroup[]) => void;
}

type Stage =
  | { readonly kind: 'shown' }
  /** The code has left the screen: one types from paper. */
  | { readonly kind: 'onPaper'; readonly how: 'printed' | 'written'; readonly atMs: number };

/** The recovery code: on paper first, then a part of it typed back, so that we know that the paper is readable. */
export function RecoveryStep({ code, asked, name, busy, onBack, onDone }: RecoveryStepProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'shown' });
  const [printing, setPrinting] = useState(false);
  const [typed, setTyped] = useState<readonly TypedGroup[]>([]);
  const today = fieldDate(calendarDateAt(screenClock.nowMs()));

  useEffect(() => {
    const printed = (): void => {
      setPrinting(false);
      setStage({ kind: 'onPaper', how: 'printed', atMs: screenClock.nowMs() });
    };
    window.addEventListener('afterprint', printed);
    return () => window.removeEventListener('afterprint', printed);
  }, []);

  function print(): void {
    // The sheet must be in the document before the print window opens.
    flushSync(() => setPrinting(true));
    window.print();
  }

  const complete = typed.length === asked.length;
  return (
    <div className="recovery">
      <div>
        <StepHead title="Bewaar je herstelcode op papier">
          Ben je je wachtzin kwijt? Dan kom je met deze code weer bij je werk. Niemand anders heeft hem, ook de gemeente
          niet.
        </StepHead>
        {stage.kind === 'shown' ? (
          <>
            <ol className="code-groups" aria-label="Je herstelcode">
              {code.map((group, index) => (
                <li key={index}>{group}</li>
              ))}
            </ol>
            <div className="setup-actions">
              <Button variant="primary" tall icon="printer" autoFocus field="setup.print" onPress={print}>
                Druk af
              </Button>
              <Button
                tall
                field="setup.written"
                onPress={() => setStage({ kind: 'onPaper', how: 'written', atMs: screenClock.nowMs() })}
              >
                Ik heb hem overgeschreven
              </Button>
              <Button variant="quiet" tall field="setup.back" onPress={onBack}>
                Terug
              </Button>
            </div>
            <p className="hint">Geen printer? Schrijf de code over en bewaar het papier goed.</p>
          </>
        ) : (
          <>
            <div className="printed">
              <Icon name="check-circle" filled />
              <span className="printed-text">
                <b className="strong">
                  {stage.how === 'printed' ? 'Afgedrukt om' : 'Overgeschreven om'} {timeOfDay(stage.atMs)}.
                </b>{' '}
                <span className="muted">De code staat niet meer op het scherm.</span>
              </span>
              {stage.how === 'printed' ? (
                <Button variant="quiet" icon="printer" field="setup.printAgain" onPress={print}>
                  Druk nog eens af
                </Button>
              ) : (
                <Button variant="quiet" icon="eye" field="setup.showAgain" onPress={() => setStage({ kind: 'shown' })}>
                  Laat nog eens zien
                </Button>
              )}
            </div>
            <TypeBackGroups code={code} asked={asked} onTyped={setTyped} />
            <div className="setup-actions">
              <Button
                variant="primary"
                tall
                field="setup.done"
                disabled={!complete}
                describedBy="typed-count"
                busy={busy ? 'Bezig met bewaren…' : undefined}
                onPress={() => onDone(typed)}
              >
                Klaar, naar Vandaag
              </Button>
              <Button variant="quiet" tall field="setup.back" onPress={onBack}>
                Terug
              </Button>
            </div>
          </>
        )}
      </div>
      <RecoveryPaper groups={code.length} />
      {printing ? <RecoverySheet code={code} name={name} date={today} /> : null}
    </div>
  );
}
