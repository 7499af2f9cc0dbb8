/** Each closing and opening again, with what was said; and opening a closed household again, with a reason. */
import { useState } from 'react';
import type { HouseholdStatus } from '../../../shared/domain/codes.ts';
import { isClosed } from '../../../shared/domain/codes.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { readClosings } from '../../../shared/documents/dossierDecisions.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { longDate } from '../../ui/dateText.ts';
import { CallError } from '../household/CallError.tsx';
import { useFormDraft } from '../../data/useFormDraft.ts';

interface ClosingsProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
  readonly status: HouseholdStatus;
  readonly onReopened: () => void;
}

export function Closings({ replica, householdId, status, onReopened }: ClosingsProps) {
  const { today, nameOf } = useVault();
  const closings = useReading(replica, ['closings'], readClosings).toReversed();
  const mayReopen = closings[0]?.value === true;
  return (
    <>
      {isClosed(status) ? (
        <p className="section-text">Dit huishouden is afgesloten. Je kunt alles lezen en het hele dossier meenemen.</p>
      ) : null}
      {mayReopen ? <Reopen {...{ replica, householdId, onReopened }} /> : null}
      {closings.length > 0 ? (
        <Section title="Wat is er besloten?">
          <ul>
            {closings.map(({ id, value, values, decidedBy, decidedOn, reason }) => (
              <ListRow
                key={id}
                title={
                  value
                    ? `Afgesloten${values.closingReason ? `: ${labels.closingReason[values.closingReason].toLowerCase()}` : ''}`
                    : 'Weer geopend'
                }
                meta={[
                  decidedOn
                    ? `${longDate(decidedOn, today)}, ${nameOf(decidedBy as Parameters<typeof nameOf>[0])}`
                    : '',
                  values.resultAnswer ?? '',
                  values.keepContactOn ? `vinger aan de pols op ${longDate(values.keepContactOn, today)}` : '',
                  values.caseNumber ? `zaaknummer ${values.caseNumber}` : '',
                  reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Reopen({ replica, householdId, onReopened }: Omit<ClosingsProps, 'status'>) {
  const reopen = useCommand('household.reopen');
  const draft = useFormDraft(`${replica.documentId}.reopen`, { reason: '' });
  const { reason } = draft.values;
  const [tried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    if (reason.trim() === '') return setTried(true);
    if (!(await reopen.run({ householdId, reason: reason.trim() }))) return;
    draft.done();
    setTried(false);
    onReopened();
    showToast({ text: 'Het huishouden is weer open.' });
  };
  return (
    <Section title="Weer openen">
      <div className="reopen">
        <TextField
          label="Waarom open je het weer?"
          field="reopen.reason"
          value={reason}
          maxLength={2_000}
          spellCheck
          error={tried && reason.trim() === '' ? 'Een paar woorden is genoeg.' : undefined}
          onChange={(next) => draft.change({ reason: next })}
        />
        <Button field="reopen.save" busy={reopen.busy ? 'Bezig' : undefined} onPress={() => void save()}>
          Open weer
        </Button>
      </div>
      {reopen.error ? <CallError error={reopen.error} /> : null}
    </Section>
  );
}
