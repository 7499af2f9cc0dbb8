/** A spreekuur that is going on: the form, and the walk-ins of today beside it; then the closing overview. */
import { useRef, useState } from 'react';
import type { WalkIn } from '../../../shared/contract/commands/consultation.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { timeOfDay } from '../../data/saveState.ts';
import { useHasDraft } from '../../data/useFormDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';
import { AreaSignal, signalDraft } from './AreaSignal.tsx';
import { ClosingOverview } from './ClosingOverview.tsx';
import { LinkWalkIn } from './LinkWalkIn.tsx';
import { WalkInEntry } from './WalkInEntry.tsx';
import { WalkInList } from './WalkInList.tsx';

export type Running = NonNullable<OutputOf<'consultation.get'>['running']>;

interface RunningConsultationProps {
  readonly running: Running;
  readonly today: string;
  readonly onStopped: () => void;
}

export function RunningConsultation({ running, today, onStopped }: RunningConsultationProps) {
  const { calls } = useVault();
  const { documentId } = running;
  const [entry, setEntry] = useState(() => ({ number: 0, start: conceptIn(running) }));
  const [closing, setClosing] = useState(false);
  const [linking, setLinking] = useState<WalkIn | null>(null);
  // A signal that was half written when the screen was hidden goes on where it was.
  const [signalling, setSignalling] = useState(useHasDraft(signalDraft(documentId)));
  const leave = useRef<() => Promise<void>>(() => Promise.resolve());
  const next = (start: WalkIn | null): void => setEntry((before) => ({ number: before.number + 1, start }));
  const shown = running.walkIns.filter(({ state }) => state !== 'CONCEPT');

  const undo = async (walkInId: RecordId): Promise<void> => {
    const undone = await calls.call('consultation.undo', { documentId, walkInId });
    const fresh = undone.ok ? await calls.call('consultation.get', {}) : null;
    if (fresh?.ok && fresh.value.running) next(conceptIn(fresh.value.running));
    else showToast({ text: 'Terughalen lukte niet. Het gesprek is nog bewaard.' });
  };
  const saved = (walkInId: RecordId): void => {
    next(null);
    showToast({ text: 'Bewaard op deze laptop.', undo: () => void undo(walkInId) });
  };
  const takeUp = async (walkIn: WalkIn): Promise<void> => {
    await leave.current();
    setEntry((before) => ({ number: before.number + 1, start: walkIn }));
  };

  if (closing)
    return (
      <ClosingOverview
        running={running}
        today={today}
        onBack={() => setClosing(false)}
        onTakeUp={(walkIn) => {
          setClosing(false);
          void takeUp(walkIn);
        }}
        onStopped={onStopped}
      />
    );
  return (
    <Sheet
      title="Spreekuur"
      sub={[running.place, hoursText(running, today), countText(shown.length)].filter(Boolean).join(' · ')}
      actions={
        <Button field="consultation.stop" onPress={() => setClosing(true)}>
          Stop spreekuur
        </Button>
      }
    >
      <div className="cols consultation">
        <div>
          <h2 className="visually-hidden">Nieuw inloopgesprek</h2>
          <WalkInEntry
            key={`${documentId}.${String(entry.number)}`}
            documentId={documentId}
            start={entry.start}
            today={today}
            leave={leave}
            onSaved={saved}
            onPutAside={() => {
              next(null);
              showToast({ text: 'Bewaard op deze laptop. Je vindt het terug bij Later afmaken.' });
            }}
          />
        </div>
        <aside aria-label="Gesprekken van dit spreekuur">
          <Section
            title="Vandaag"
            count={shown.length}
            aside={
              <TextLink field="consultation.signal" onPress={() => setSignalling(true)}>
                Wijksignaal
              </TextLink>
            }
          >
            {shown.length === 0 ? (
              <p className="section-text muted">Nog geen gesprekken. Wat je bewaart, komt hier te staan.</p>
            ) : (
              <WalkInList
                walkIns={shown}
                today={today}
                onTakeUp={(walkIn) => void takeUp(walkIn)}
                onLink={setLinking}
              />
            )}
          </Section>
        </aside>
      </div>
      {linking ? <LinkWalkIn walkIn={linking} today={today} onClose={() => setLinking(null)} /> : null}
      {signalling ? (
        <AreaSignal documentId={documentId} area={running.area} onClose={() => setSignalling(false)} />
      ) : null}
    </Sheet>
  );
}

const conceptIn = (running: Running): WalkIn | null => running.walkIns.find(({ state }) => state === 'CONCEPT') ?? null;

/** "09:00–11:00" when planned, else since when. */
function hoursText({ plannedFrom, plannedUntil, startedAtMs }: Running, today: string): string {
  const begun = startedAtMs === null ? '' : calendarDateAt(startedAtMs);
  const day = begun === '' || begun === today ? '' : `${shortDate(begun, today)} `;
  if (plannedFrom && plannedUntil) return `${day}${plannedFrom}–${plannedUntil}`;
  return startedAtMs === null ? '' : `sinds ${day}${timeOfDay(startedAtMs)}`;
}

const countText = (count: number): string => (count === 1 ? '1 gesprek' : `${String(count)} gesprekken`);
