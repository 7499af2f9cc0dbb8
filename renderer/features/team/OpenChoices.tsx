import { useRouter } from '../../app/routerContext.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { CallError } from '../household/CallError.tsx';
import { choicesText } from './sharingText.ts';
import './team.css';

const MOST = 500;

/** Where two versions wait for a person, per household. */
export function OpenChoices() {
  const router = useRouter();
  const list = useQuery('household.list', { limit: MOST });
  const rows = list.data?.rows.filter((row) => row.openChoices > 0) ?? [];
  const count = rows.reduce((sum, row) => sum + row.openChoices, 0);
  return (
    <Sheet
      title={count === 0 ? 'Samen bekijken' : choicesText(count)}
      sub="Twee mensen pasten hetzelfde aan. Niets is weg; jij kiest wat blijft staan."
    >
      {list.error ? <CallError error={list.error} retry={list.reload} /> : null}
      {list.data && rows.length === 0 ? <EmptyState text="Er is nu niets om samen te bekijken." /> : null}
      <ul className="settings">
        {rows.map((row) => (
          <ListRow
            key={row.householdId}
            lead={<Icon name="arrows-split" />}
            title={row.name}
            meta={choicesText(row.openChoices)}
            trail={
              <Button
                field={`choices.${row.householdId}`}
                onPress={() => router.go({ screen: 'huishouden', householdId: row.householdId, tab: 'gegevens' })}
              >
                Bekijk<span className="visually-hidden"> {row.name}</span>
              </Button>
            }
          />
        ))}
      </ul>
    </Sheet>
  );
}
