import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { PracticeBar } from '../../ui/PracticeBar.tsx';
import { KitchenTable } from './KitchenTable.tsx';

export const TRIAL_TEXT = 'Proefversie: nog niet voor echte dossiers.';

interface DoorScreenProps {
  readonly title: string;
  /** One quiet line above the title. */
  readonly above?: string;
  /** Unsent work waits behind the lock. */
  readonly waitingToShare?: boolean;
  readonly practice?: boolean;
  readonly children: ReactNode;
}

/** Before unlock: one question on paper, the kitchen table beside it. */
export function DoorScreen({ title, above, waitingToShare = false, practice = false, children }: DoorScreenProps) {
  return (
    <div className="door-window">
      {practice ? <PracticeBar /> : null}
      <div className="door">
        <main className="door-sheet">
          <div className="brand">
            <Logo size={30} />
            Samenspel
          </div>
          <div className="door-middle">
            {above ? <p className="door-above">{above}</p> : null}
            <h1>{title}</h1>
            {children}
          </div>
          <div className="door-foot">
            <p>
              <Icon name="flag" />
              <b className="strong">{TRIAL_TEXT}</b>
            </p>
            <p role="status">
              <Icon name={waitingToShare ? 'arrows-clockwise' : 'lock-simple'} />
              {waitingToShare ? 'Ontgrendel om te delen.' : 'Je gegevens staan versleuteld op deze laptop.'}
            </p>
          </div>
        </main>
        <div className="door-picture" aria-hidden="true">
          <KitchenTable />
        </div>
      </div>
    </div>
  );
}
