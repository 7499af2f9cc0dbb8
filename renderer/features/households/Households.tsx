/** The caseload: search by name or street, one chip per standing with its count, late on top. */
import { useState } from 'react';
import { HOUSEHOLD_STATUSES, isClosed, type HouseholdStatus } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { WorkLine } from '../../app/WorkLine.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { useTypedText } from '../../data/useTypedText.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips, type Chip } from '../../ui/ChoiceChips.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CallError } from '../household/CallError.tsx';
import { CreateHousehold, useHouseholdBegun } from './CreateHousehold.tsx';
import { HouseholdTable } from './HouseholdTable.tsx';
import './households.css';

const PAGE = 100;
type Choice = HouseholdStatus | 'ALLE' | 'OPGEBORGEN';

/** The screen Huishoudens. */
export function Households() {
  const router = useRouter();
  const { text: filter, change } = useTypedText();
  const [choice, setChoice] = useState<Choice>('ALLE');
  const [limit, setLimit] = useState(PAGE);
  const begun = useHouseholdBegun('list');
  const [creating, setCreating] = useState(begun);
  const list = useQuery('household.list', {
    ...(filter.trim() ? { filter: filter.trim() } : {}),
    ...(choice === 'ALLE' || choice === 'OPGEBORGEN' ? {} : { status: choice }),
    archived: choice === 'OPGEBORGEN',
    // Somebody who searches looks for everything.
    withoutClosed: choice === 'ALLE' && filter.trim() === '',
    limit,
  });
  const { data } = list;
  const counts = data?.countsByStatus ?? {};
  const everything = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const closed = HOUSEHOLD_STATUSES.filter(isClosed).reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  const active = filter.trim() === '' ? everything - closed : everything;
  const chips: readonly Chip<Choice>[] = [
    { value: 'ALLE', label: 'Alle', count: active },
    ...HOUSEHOLD_STATUSES.filter((status) => (counts[status] ?? 0) > 0 || status === choice).map((status) => ({
      value: status,
      label: labels.householdStatus[status],
      count: counts[status] ?? 0,
    })),
    ...((data?.archivedCount ?? 0) > 0 || choice === 'OPGEBORGEN'
      ? [{ value: 'OPGEBORGEN' as const, label: 'Opgeborgen', count: data?.archivedCount ?? 0 }]
      : []),
  ];
  const nothingAtAll = data !== null && everything === 0 && data.archivedCount === 0 && filter.trim() === '';

  return (
    <Sheet
      title="Huishoudens"
      sub={data === null ? undefined : subText(active, data.archivedCount)}
      actions={
        <>
          <Button variant="quiet" field="households.takeIn" onPress={() => router.go({ screen: 'overnemen' })}>
            Neem een dossier over
          </Button>
          <Button icon="plus" field="households.new" onPress={() => setCreating(true)}>
            Nieuw huishouden
          </Button>
        </>
      }
    >
      <WorkLine work="RECEIVE" />
      {list.error ? <CallError error={list.error} retry={list.reload} /> : null}
      {nothingAtAll ? (
        <EmptyState
          text="Er staat nog niemand in. Maak het eerste huishouden; een naam is genoeg."
          actions={
            <Button variant="primary" icon="plus" field="households.first" onPress={() => setCreating(true)}>
              Nieuw huishouden
            </Button>
          }
        />
      ) : (
        <>
          <div className="filters">
            <TextField
              label="Zoek op naam of straat"
              hideLabel
              placeholder="Naam of straat"
              field="households.filter"
              type="search"
              maxLength={200}
              icon="magnifying-glass"
              onChange={(next) => {
                change(next);
                setLimit(PAGE);
              }}
            />
            <ChoiceChips
              label="Stand"
              hideLabel
              required
              field="households.status"
              chips={chips}
              value={choice}
              onChange={(next) => {
                setChoice(next ?? 'ALLE');
                setLimit(PAGE);
              }}
            />
          </div>
          {data === null ? null : data.rows.length === 0 ? (
            <EmptyState
              text={
                filter.trim()
                  ? `Geen huishouden gevonden met ‘${filter.trim()}’. Kijk of de naam klopt, of maak een nieuw huishouden.`
                  : 'Hier staat nu niemand.'
              }
              actions={
                filter.trim() ? (
                  <Button icon="plus" field="households.newFromFilter" onPress={() => setCreating(true)}>
                    Nieuw huishouden
                  </Button>
                ) : undefined
              }
            />
          ) : (
            <HouseholdTable rows={data.rows} />
          )}
          {data !== null && data.rows.length < data.total ? (
            <p className="more-rows">
              <span className="muted">
                {data.rows.length} van {data.total}
              </span>
              <Button field="households.more" onPress={() => setLimit((now) => Math.min(500, now + PAGE))}>
                Toon meer
              </Button>
            </p>
          ) : null}
        </>
      )}
      {creating ? (
        <CreateHousehold
          from="list"
          name={filter.trim()}
          onClose={() => setCreating(false)}
          onCreated={({ householdId }) => router.go({ screen: 'huishouden', householdId, tab: 'overzicht' })}
        />
      ) : null}
    </Sheet>
  );
}

function subText(active: number, archived: number): string {
  const here = active === 1 ? '1 huishouden' : `${active} huishoudens`;
  return archived === 0 ? here : `${here} · ${archived} opgeborgen`;
}
