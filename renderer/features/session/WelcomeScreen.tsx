import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DoorScreen } from './DoorScreen.tsx';

interface WelcomeScreenProps {
  /** What happened on this laptop before. */
  readonly note: ReactNode;
  readonly onBegin: (practice: boolean) => void;
}

/** The very first start: for real, or to practise. */
export function WelcomeScreen({ note, onBegin }: WelcomeScreenProps) {
  return (
    <DoorScreen above="Samen één plan" title="Welkom bij Samenspel">
      {note}
      <p className="door-lead">
        Hier leg je gesprekken vast en maak je samen met een gezin één plan. Het werkt ook zonder internet. In vier
        stappen is deze laptop klaar.
      </p>
      <div className="door-choices">
        <Button variant="primary" tall autoFocus field="welcome.begin" onPress={() => onBegin(false)}>
          Begin
        </Button>
        <Button variant="quiet" tall field="welcome.practice" onPress={() => onBegin(true)}>
          Oefenen met voorbeeldgezinnen
        </Button>
      </div>
    </DoorScreen>
  );
}
