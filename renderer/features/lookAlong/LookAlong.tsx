/**
 * Meekijken: the laptop is turned to the resident. Promises that nothing is drawn but what the whitelist of
 * shared/resident gives, that no other household can be reached from here, and that every way out hides the screen first,
 * so that going on takes the PIN.
 */
import { useEffect, useState } from 'react';
import { addressFor } from '../../../shared/domain/addressed.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { residentTexts } from '../../../shared/resident/residentTexts.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useSession } from '../../data/sessionContext.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { useReplica } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { GoalPage, NetworkPage, OtherPage, WebPage } from './LookAlongPages.tsx';
import { IsThisRight } from './IsThisRight.tsx';
import { forgetLookingAlong, markLookingAlong } from './interrupted.ts';
import { pagesOf, type LookAlongPage } from './pages.ts';
import { useResidentView } from './useResidentView.ts';
import './lookAlong.css';

export function LookAlong({ householdId }: { readonly householdId: HouseholdId }) {
  const session = useSession();
  const query = useQuery('household.get', { householdId });
  const opened = useReplica(query.data?.household.documentId ?? null);
  const stop = (): void => void session.hide();
  const scale = useLargeType();

  useShortcut('Ctrl+Shift+H', stop, { inDialog: true });
  // The key that turned it on turns it off.
  useShortcut('Ctrl+M', stop, { inDialog: true });
  useShortcut('Alt+M', stop, { inDialog: true });
  useShortcut('Ctrl+L', () => void session.lock(), { inDialog: true });
  // Loading the page again would bring the whole app back without the PIN.
  useShortcut('F5', stop, { inDialog: true });
  useShortcut('Ctrl+R', stop, { inDialog: true });
  useEffect(() => {
    markLookingAlong();
    return forgetLookingAlong;
  }, []);

  const failed = query.error !== null && !query.data ? true : opened.state === 'failed';
  return (
    <div className="look-along">
      <header>
        <h1 tabIndex={-1} ref={(title) => title?.focus()}>
          {query.data?.household.name ?? ''} <span>ons plan</span>
        </h1>
        <div className="look-along-tools">
          <Button field="lookAlong.smaller" disabled={scale.atSmallest} onPress={scale.smaller}>
            <span aria-hidden="true">A−</span>
            <span className="visually-hidden">Kleinere letters</span>
          </Button>
          <Button field="lookAlong.larger" disabled={scale.atLargest} onPress={scale.larger}>
            <span aria-hidden="true">A+</span>
            <span className="visually-hidden">Grotere letters</span>
          </Button>
          <Button icon="eye-slash" field="lookAlong.stop" onPress={stop}>
            Stop meekijken
          </Button>
        </div>
      </header>
      {failed ? (
        <main>
          <p>Dit is nu niet te openen. Kies Stop meekijken.</p>
        </main>
      ) : null}
      {opened.state === 'open' ? <Opened replica={opened.replica} /> : null}
    </div>
  );
}

function Opened({ replica }: { readonly replica: Replica }) {
  const { profile, today } = useVault();
  const view = useResidentView(replica);
  const texts = residentTexts(addressFor(null, profile.residentAddress));
  const pages = pagesOf(view, texts);
  const [chosen, setChosen] = useState('');
  const page = pages.find(({ id }) => id === chosen) ?? pages[0];
  return (
    <>
      <div className="look-along-body">
        {pages.length > 1 ? (
          <nav aria-label="Ons plan">
            <ul>
              {pages.map((entry) => (
                <li key={entry.id}>
                  <button
                    type="button"
                    className="look-along-item"
                    data-field={`lookAlong.page.${entry.id}`}
                    aria-current={entry.id === page?.id ? 'page' : undefined}
                    onClick={() => setChosen(entry.id)}
                  >
                    <Icon name={entry.icon} filled={entry.id === page?.id} />
                    <span>{entry.title}</span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <main id="inhoud" tabIndex={-1}>
          {view.twoVersions ? (
            <p className="look-along-note">
              <Icon name="arrows-split" /> {texts.twoVersions} {texts.twoVersionsMore}
            </p>
          ) : null}
          {page ? (
            <Page page={page} />
          ) : (
            <>
              <h2>{texts.noPlan}</h2>
              <p>{texts.noPlanMore}</p>
            </>
          )}
        </main>
      </div>
      <IsThisRight
        // Another page is another question.
        key={page?.id}
        replica={replica}
        texts={texts}
        about={page?.title ?? ''}
        goalId={page?.kind === 'goal' ? page.goal.id : ''}
      />
    </>
  );

  function Page({ page: shown }: { readonly page: LookAlongPage }) {
    switch (shown.kind) {
      case 'goal':
        return <GoalPage {...{ view, texts, today }} goal={shown.goal} number={shown.number} />;
      case 'other':
        return <OtherPage {...{ view, texts, today }} />;
      case 'web':
        return <WebPage web={shown.web} texts={texts} />;
      case 'network':
        return <NetworkPage view={view} texts={texts} />;
    }
  }
}

const STEPS = [0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5] as const;

/** Large letters on the whole page while someone looks along, in steps of ten percent. */
function useLargeType() {
  const [step, setStep] = useState<number>(STEPS.indexOf(1));
  const size = STEPS[step] ?? 1;
  useEffect(() => {
    const root = document.documentElement;
    const before = root.style.fontSize;
    root.dataset['view'] = 'meekijken';
    root.style.fontSize = size === 1 ? before : `${String(Math.round(size * 100))}%`;
    return () => {
      delete root.dataset['view'];
      root.style.fontSize = before;
    };
  }, [size]);
  return {
    atSmallest: step === 0,
    atLargest: step === STEPS.length - 1,
    smaller: () => setStep((now) => Math.max(0, now - 1)),
    larger: () => setStep((now) => Math.min(STEPS.length - 1, now + 1)),
  };
}
