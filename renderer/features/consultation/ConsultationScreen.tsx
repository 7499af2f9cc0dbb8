/** Spreekuur: the one that is going on, or where to start one. */
import { useEffect } from 'react';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { CallError } from '../household/CallError.tsx';
import { RunningConsultation } from './RunningConsultation.tsx';
import { StartConsultation } from './StartConsultation.tsx';
import './consultation.css';

export function ConsultationScreen() {
  const { calls, today } = useVault();
  const query = useQuery('consultation.get', {});
  const running = query.data?.running ?? null;
  const goesOn = running !== null;
  useEffect(() => {
    if (goesOn) void calls.call('session.setConsultation', { on: true });
  }, [calls, goesOn]);
  if (query.data === null)
    return (
      <Sheet title="Spreekuur">{query.error ? <CallError error={query.error} retry={query.reload} /> : null}</Sheet>
    );
  return running === null ? (
    <StartConsultation data={query.data} today={today} onStarted={query.reload} />
  ) : (
    <RunningConsultation key={running.documentId} running={running} today={today} onStopped={query.reload} />
  );
}
