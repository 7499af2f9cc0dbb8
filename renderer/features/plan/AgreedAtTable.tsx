/** Under a goal: the last time that the resident said "Ja, dit klopt" while looking along; it can be taken away. */
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { longDate } from '../../ui/dateText.ts';
import { useRecordMaker } from '../household/newRecord.ts';

export function AgreedAtTable({ replica, goalId }: { readonly replica: Replica; readonly goalId: RecordId }) {
  const { today } = useVault();
  const maker = useRecordMaker(replica);
  const last = useRecords(replica, 'residentAgreements')
    .filter(({ values }) => values.goalId === goalId)
    .toSorted((a, b) => (a.values.receivedOn ?? '').localeCompare(b.values.receivedOn ?? ''))
    .at(-1);
  if (!last) return null;
  const { receivedOn = '', saidBy = '' } = last.values;
  return (
    <p className="section-text muted">
      ‘Dit klopt’, gezegd bij Meekijken op {longDate(receivedOn, today)}
      {saidBy ? `, met ${saidBy}` : ''}{' '}
      <Button
        variant="quiet"
        icon="trash"
        iconOnly
        field={`residentAgreements.${last.id}.remove`}
        disabled={!replica.writable}
        onPress={() => maker.removeWithUndo('residentAgreements', last.id, '‘Dit klopt’ is weggehaald.')}
      >
        Haal ‘dit klopt’ weg
      </Button>
    </p>
  );
}
