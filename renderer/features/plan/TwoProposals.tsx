/**
 * Two plans or two regisseurs decided apart. The older is in force, marked, until a person chooses; nothing is chosen in
 * advance and nothing is lost.
 */
import { readRecord } from '../../../shared/documents/readers.ts';
import type { HouseholdId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { CallError } from '../household/CallError.tsx';
import { momentText, TwoNote } from '../household/TwoVersions.tsx';
import type { PlanState } from './usePlan.ts';

interface TwoProposalsProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
  readonly state: PlanState;
}

export function TwoProposals({ replica, state }: TwoProposalsProps) {
  const { nameOf, today } = useVault();
  const choosePlan = useCommand('plan.choose');
  const chooseRegisseur = useCommand('regisseur.choose');
  const { force, regisseur } = state;
  const by = (decision: { readonly decidedBy: string; readonly minute: number }): string =>
    `${nameOf((decision.decidedBy || null) as UserId | null)}, ${momentText(decision.minute, today)}`;
  return (
    <>
      {force.proposals.length > 1 ? (
        <TwoNote title="Er liggen twee voorstellen voor het plan. Niets is weg.">
          <p>Het oudste geldt, tot jullie samen kiezen.</p>
          <div className="two-options" role="group" aria-label="Kies: het plan">
            {force.proposals.map((proposal, index) => (
              <Button
                key={proposal.id}
                className="two-option"
                field={`plan.proposal.${index + 1}`}
                busy={choosePlan.busy ? 'Bezig' : undefined}
                disabled={!replica.writable}
                onPress={() =>
                  void choosePlan.run({ documentId: replica.documentId, decisionId: proposal.id as RecordId })
                }
              >
                <b>{planName(replica, proposal.value.planId)}</b>
                <span className="meta">
                  {by(proposal)}
                  {proposal.id === force.inForce?.id ? ' · geldt nu' : ''}
                </span>
              </Button>
            ))}
          </div>
          {choosePlan.error ? <CallError error={choosePlan.error} /> : null}
        </TwoNote>
      ) : null}
      {regisseur.proposals.length > 1 ? (
        <TwoNote title="Er zijn twee regisseurs voorgesteld. Niets is weg.">
          <p>De eerste is regisseur, tot jullie samen kiezen.</p>
          <div className="two-options" role="group" aria-label="Kies: de regisseur">
            {regisseur.proposals.map((proposal, index) => (
              <Button
                key={proposal.id}
                className="two-option"
                field={`regisseur.proposal.${index + 1}`}
                busy={chooseRegisseur.busy ? 'Bezig' : undefined}
                disabled={!replica.writable}
                onPress={() =>
                  void chooseRegisseur.run({ documentId: replica.documentId, decisionId: proposal.id as RecordId })
                }
              >
                <b>{proposal.value.user === '' ? 'Niemand' : nameOf(proposal.value.user)}</b>
                <span className="meta">
                  {by(proposal)}
                  {proposal.id === regisseur.inForce?.id ? ' · geldt nu' : ''}
                </span>
              </Button>
            ))}
          </div>
          {chooseRegisseur.error ? <CallError error={chooseRegisseur.error} /> : null}
        </TwoNote>
      ) : null}
    </>
  );
}

function planName(replica: Replica, planId: string): string {
  if (planId === '') return 'Geen plan';
  const title = readRecord(replica.doc, 'plans', planId)?.values.title ?? '';
  return title === '' ? 'Plan zonder titel' : `‘${title}’`;
}
