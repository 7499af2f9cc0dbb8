import { ladderAction } from '../../../shared/documents/dossierPlan.ts';
import { stackingOn } from '../../../shared/domain/ladder.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** Stapeling: a question when many professionals help at once. Nothing when it is not so. */
export function StackingNote({ replica }: { readonly replica: Replica }) {
  const { today, profile } = useVault();
  const actions = useRecords(replica, 'actions').map(ladderAction);
  const stacking = stackingOn(actions, today, profile.stackingThreshold);
  if (stacking === null) return null;
  return (
    <p className="well plan-tip" role="note">
      <Icon name="info" />
      <span>{stacking.sentence}</span>
    </p>
  );
}
