/** What waits: for the receiver the question with the checklist, for the proposer that it waits and how to take it back. */
import { useState } from 'react';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { openHandovers, type HandoverView } from '../../../shared/documents/dossierHandover.ts';
import { HANDOVER_CHECKS } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import './handover.css';

const KINDS = ['regisseurHandovers', 'regisseurDecisions', 'household'] as const;

export function HandoverNotice({ replica }: { readonly replica: Replica }) {
  const open = useReading(replica, KINDS, openHandovers);
  if (open.length === 0) return null;
  return (
    <div className="handovers">
      {open.map((handover) => (
        <Notice key={handover.id} {...{ handover, replica }} />
      ))}
    </div>
  );
}

interface NoticeProps {
  readonly handover: HandoverView;
  readonly replica: Replica;
}

function Notice({ handover, replica }: NoticeProps) {
  const { me, nameOf } = useVault();
  const forMe = handover.to === me.userId;
  const mine = handover.from === me.userId;
  const from = mine ? 'Je' : nameOf(handover.from);
  const title = forMe
    ? `${from} vraagt of jij de regie overneemt`
    : `${mine ? 'Je stelde' : `${from} stelde`} voor dat ${nameOf(handover.to)} de regie overneemt`;
  return (
    <section className="ask-in-place handover" aria-label="Regie overdragen">
      <p>
        <b className="strong">{title}.</b> {handover.reason}
      </p>
      <ul className="handover-checks">
        {HANDOVER_CHECKS.map((code) => (
          <li key={code} data-done={handover.done.includes(code) || undefined}>
            <Icon name={handover.done.includes(code) ? 'check-circle' : 'clock'} />
            <span>
              {labels.handoverCheck[code]}
              {handover.done.includes(code) ? null : <span className="muted"> (nog open)</span>}
            </span>
          </li>
        ))}
      </ul>
      {forMe || mine ? <Answer {...{ handover, replica, forMe }} /> : <p className="hint">Het antwoord komt nog.</p>}
    </section>
  );
}

function Answer({ handover, replica, forMe }: NoticeProps & { readonly forMe: boolean }) {
  const answer = useCommand('handover.answer');
  const draft = useFormDraft(`${replica.documentId}.handoverAnswer.${handover.id}`, { reason: '' });
  const { reason } = draft.values;
  const [refusing, setRefusing] = useState(false);
  const give = async (choice: 'OVERGENOMEN' | 'GEWEIGERD' | 'INGETROKKEN', text: string): Promise<void> => {
    if (!(await replica.flush())) return;
    const input = { documentId: replica.documentId, handoverId: handover.id, answer: choice, reason: reason.trim() };
    if (!(await answer.run(input))) return;
    draft.done();
    showToast({ text });
  };
  return (
    <>
      {refusing ? (
        <TextArea
          label="Waarom niet?"
          optional
          field="handover.answerReason"
          value={reason}
          maxLength={2_000}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      ) : null}
      {answer.error ? <CallError error={answer.error} /> : null}
      <div className="row">
        {forMe && refusing ? (
          <>
            <Button field="handover.refuseNow" onPress={() => void give('GEWEIGERD', 'Je nam de regie niet over.')}>
              Zeg nee
            </Button>
            <Button field="handover.back" onPress={() => setRefusing(false)}>
              Terug
            </Button>
          </>
        ) : forMe ? (
          <>
            <Button
              variant="primary"
              field="handover.accept"
              busy={answer.busy ? 'Bezig…' : undefined}
              onPress={() => void give('OVERGENOMEN', 'Jij bent nu regisseur.')}
            >
              Ik neem de regie over
            </Button>
            <Button field="handover.refuse" onPress={() => setRefusing(true)}>
              Nee, nu niet
            </Button>
          </>
        ) : (
          <Button
            field="handover.withdraw"
            busy={answer.busy ? 'Bezig…' : undefined}
            onPress={() => void give('INGETROKKEN', 'Teruggetrokken. Jij blijft regisseur.')}
          >
            Trek terug
          </Button>
        )}
      </div>
    </>
  );
}
