/** Op papier: what a household can take home. What is on it comes from what a resident may see. */
import { useState } from 'react';
import type { HouseholdId, RecordId } from '../../../shared/domain/ids.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { CallError } from '../household/CallError.tsx';
import { usePaper } from './savePaper.ts';

interface OnPaperProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}

const PAPERS = [
  { paper: 'ONS_PLAN', label: 'Ons plan', field: 'paper.plan' },
  { paper: 'WIE_DOET_WAT', label: 'Wie doet wat', field: 'paper.sheet' },
  { paper: 'LEEG_ECOGRAM', label: 'Leeg ecogram', field: 'paper.ecogram' },
] as const;

/** Three papers of this household, each one press. */
export function OnPaper({ replica, householdId }: OnPaperProps) {
  const paper = usePaper();
  const [making, setMaking] = useState('');
  const make = async (kind: (typeof PAPERS)[number]['paper']): Promise<void> => {
    if (paper.busy) return;
    setMaking(kind);
    // What was just typed belongs on it.
    await replica.flush();
    await paper.make(kind === 'LEEG_ECOGRAM' ? { paper: kind } : { paper: kind, householdId });
  };
  useShortcut('Ctrl+P', () => void make('ONS_PLAN'), { label: 'Maak PDF: Ons plan', icon: 'file-pdf' });
  return (
    <Section title="Op papier">
      <div className="row on-paper">
        {PAPERS.map(({ paper: kind, label, field }) => (
          <Button
            key={kind}
            icon="file-pdf"
            field={field}
            busy={paper.busy && making === kind ? 'Bezig' : undefined}
            onPress={() => void make(kind)}
          >
            {label}
          </Button>
        ))}
      </div>
      <p className="section-text muted">Je maakt een PDF. Daarop staat alleen wat de inwoner mag zien.</p>
      {paper.error ? <CallError error={paper.error} /> : null}
    </Section>
  );
}

interface TalkOnPaperProps extends OnPaperProps {
  readonly conversationId: RecordId;
}

/** Verslag van ons gesprek, beside the conversation. */
export function TalkOnPaper({ replica, householdId, conversationId }: TalkOnPaperProps) {
  const paper = usePaper();
  const make = async (): Promise<void> => {
    await replica.flush();
    await paper.make({ paper: 'VERSLAG', householdId, conversationId });
  };
  return (
    <>
      <Button icon="file-pdf" field="paper.talk" busy={paper.busy ? 'Bezig' : undefined} onPress={() => void make()}>
        Maak PDF
      </Button>
      {paper.error ? <CallError error={paper.error} /> : null}
    </>
  );
}
