import type { SessionView } from '../data/session.ts';
import { useSession } from '../data/sessionContext.tsx';
import { GoneScreen, QuietScreen, WaitingScreen } from '../features/session/BetweenScreens.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorReport } from './ErrorReport.tsx';

interface BetweenScreenViewProps {
  readonly view: Extract<SessionView, { kind: 'connecting' | 'leaving' | 'gone' | 'failed' }>;
}

/** The moments in which there is nothing to work with. */
export function BetweenScreenView({ view }: BetweenScreenViewProps) {
  const session = useSession();
  switch (view.kind) {
    case 'connecting':
      return <WaitingScreen text="Bezig met starten…" />;
    case 'leaving':
      return <WaitingScreen text="Bezig met bewaren en vergrendelen…" />;
    case 'gone':
      return <GoneScreen reason={view.reason} />;
    case 'failed':
      return (
        <QuietScreen title="Samenspel kan nu niet verder">
          <ErrorReport
            error={view.error}
            actions={
              <Button field="failed.retry" onPress={() => void session.refresh()}>
                Probeer opnieuw
              </Button>
            }
          />
        </QuietScreen>
      );
  }
}
