/** Before a spreekuur ends: what still needs a household or an end, and a signal for the neighbourhood. Never a block. */
import { useState } from 'react';
import type { WalkIn } from '../../../shared/contract/commands/consultation.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { AreaSignal } from './AreaSignal.tsx';
import { LinkWalkIn } from './LinkWalkIn.tsx';
import type { Running } from './RunningConsultation.tsx';
import { WalkInList } from './WalkInList.tsx';

interface ClosingOverviewProps {
  readonly running: Running;
  readonly today: string;
  readonly onBack: () => void;
  readonly onTakeUp: (walkIn: WalkIn) => void;
  readonly onStopped: () => void;
}

export function ClosingOverview({ running, today, onBack, onTakeUp, onStopped }: ClosingOverviewProps) {
  const { calls } = useVault();
  const stop = useCommand('consultation.stop');
  const [linking, setLinking] = useState<WalkIn | null>(null);
  const [signalling, setSignalling] = useState(false);
  const { walkIns, signals, documentId } = running;
  const later = walkIns.filter(({ state }) => state !== 'BEWAARD');
  const unlinked = walkIns.filter(({ state, linked, who }) => state === 'BEWAARD' && !linked && who.kind !== 'ANONIEM');
  const anonymous = walkIns.filter(({ state, who }) => state === 'BEWAARD' && who.kind === 'ANONIEM').length;
  const linked = walkIns.filter((walkIn) => walkIn.linked).length;
  const goOn = async (): Promise<void> => {
    const begun = await calls.call('consultation.start', { documentId });
    if (begun.ok) await calls.call('session.setConsultation', { on: true });
  };
  const end = (): void =>
    void stop.run({ documentId }).then((stopped) => {
      if (stopped === null) return;
      void calls.call('session.setConsultation', { on: false });
      showToast({ text: 'Het spreekuur is gestopt.', undo: () => void goOn() });
      onStopped();
    });
  const list = { today, onTakeUp, onLink: setLinking };
  return (
    <Sheet
      title="Spreekuur afronden"
      sub={`${running.place} · ${String(linked)} in een huishouden · ${String(anonymous)} anoniem`}
      actions={
        <>
          <Button field="consultation.back" onPress={onBack}>
            Ga verder met het spreekuur
          </Button>
          <Button variant="primary" field="consultation.end" onPress={end}>
            Stop spreekuur
          </Button>
        </>
      }
    >
      {stop.error ? <CallError error={stop.error} /> : null}
      <div className="closing-overview">
        <Section title="Nog te koppelen" count={unlinked.length}>
          {unlinked.length === 0 ? (
            <p className="section-text muted">Alles met een naam staat in een huishouden.</p>
          ) : (
            <WalkInList walkIns={unlinked} {...list} />
          )}
        </Section>
        {later.length > 0 ? (
          <Section title="Later afmaken" count={later.length}>
            <WalkInList walkIns={later.map((walkIn) => ({ ...walkIn, state: 'LATER' as const }))} {...list} />
          </Section>
        ) : null}
        <Section title="Wijksignalen" count={signals.length}>
          <ul>
            {signals.map(({ signalId, text, area }) => (
              <li key={signalId} className="section-text">
                {text}
                {area ? <span className="meta">{area}</span> : null}
              </li>
            ))}
          </ul>
          <p className="section-text">
            <Button icon="plus" field="closing.signal" onPress={() => setSignalling(true)}>
              Wijksignaal
            </Button>
          </p>
        </Section>
        <p className="muted">Je kunt nu stoppen. Wat open staat, vind je terug bij Spreekuur.</p>
      </div>
      {linking ? <LinkWalkIn walkIn={linking} today={today} onClose={() => setLinking(null)} /> : null}
      {signalling ? (
        <AreaSignal documentId={documentId} area={running.area} onClose={() => setSignalling(false)} />
      ) : null}
    </Sheet>
  );
}
