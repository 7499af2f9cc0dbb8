/** One household: title row, tabs, and what the current tab shows. */
import { Fragment } from 'react';
import { isClosed } from '../../../shared/domain/codes.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useFrame } from '../../app/frameContext.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { HouseholdTab } from '../../app/routes.ts';
import type { Replica } from '../../data/replica.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useRecord, useRecords, useReplica } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { useWantedField } from '../../data/wantedField.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Tabs, type TabItem } from '../../ui/Tabs.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { DocumentSharing } from '../access/DocumentSharing.tsx';
import { useStartConversation } from '../conversation/startConversation.ts';
import { personsText } from '../households/householdText.ts';
import { Network } from '../network/Network.tsx';
import { Perspectives } from '../perspectives/Perspectives.tsx';
import { Plan } from '../plan/Plan.tsx';
import { PositiveHealth } from '../positiveHealth/PositiveHealth.tsx';
import { Safety } from '../safety/Safety.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { ClosedNote } from '../closing/ClosedNote.tsx';
import { ArchivedNote } from './Archive.tsx';
import { CallError } from './CallError.tsx';
import { Conversations } from './Conversations.tsx';
import { Details } from './Details.tsx';
import { Overview } from './Overview.tsx';
import { SaveLine, Unsaved } from './SaveLine.tsx';
import './household.css';

const TABS: readonly TabItem<HouseholdTab>[] = [
  { value: 'overzicht', label: 'Overzicht' },
  { value: 'gesprekken', label: 'Gesprekken' },
  { value: 'perspectieven', label: 'Vijf perspectieven' },
  { value: 'gezondheid', label: 'Positieve gezondheid' },
  { value: 'plan', label: 'Plan' },
  { value: 'netwerk', label: 'Netwerk' },
  { value: 'tijdlijn', label: 'Tijdlijn' },
  { value: 'veiligheid', label: 'Veiligheid', icon: 'lock-simple' },
  { value: 'gegevens', label: 'Gegevens' },
];

/** Tabs with a filled button of their own: one per view. */
const OWN_ACTION: ReadonlySet<HouseholdTab> = new Set(['plan', 'gezondheid', 'veiligheid']);

interface HouseholdProps {
  readonly householdId: HouseholdId;
  readonly tab: HouseholdTab;
}

/** The screen of one household. */
export function Household({ householdId, tab }: HouseholdProps) {
  const router = useRouter();
  const query = useQuery('household.get', { householdId });
  const opened = useReplica(query.data?.household.documentId ?? null);
  const toList = { label: 'Huishoudens', onPress: () => router.go({ screen: 'huishoudens' }) };

  if (query.error && !query.data) {
    return (
      <Sheet title="Huishouden" crumb={toList}>
        <CallError error={query.error} retry={query.reload} />
      </Sheet>
    );
  }
  if (opened.state === 'failed') {
    return (
      <Sheet title={query.data?.household.name ?? 'Huishouden'} crumb={toList}>
        <CallError error={opened.error} retry={opened.retry} />
      </Sheet>
    );
  }
  if (opened.state === 'opening' || !query.data)
    return <Sheet title={query.data?.household.name ?? 'Huishouden'}>{null}</Sheet>;
  return (
    <OpenHousehold {...{ householdId, tab }} replica={opened.replica} household={query.data} reload={query.reload} />
  );
}

interface OpenHouseholdProps extends HouseholdProps {
  readonly replica: Replica;
  readonly household: NonNullable<ReturnType<typeof useQuery<'household.get'>>['data']>;
  readonly reload: () => void;
}

function OpenHousehold({ householdId, tab, replica, household: rows, reload }: OpenHouseholdProps) {
  const router = useRouter();
  const { nameOf } = useVault();
  const { lookAlong } = useFrame();
  const view = useRecord(replica, 'household', 'household');
  const persons = useRecords(replica, 'persons');
  const start = useStartConversation();
  const wanted = useWantedField();
  const values = view?.values ?? {};
  const street = [values.street, values.houseNumber].filter(Boolean).join(' ');
  const living = persons.filter((person) => person.values.membership !== 'BELANGRIJK_BUITENSHUIS').length;
  const sub = [
    [street, values.city].filter(Boolean).join(', '),
    living > 0 ? personsText(living) : '',
    values.regisseur ? `regisseur: ${nameOf(values.regisseur as Parameters<typeof nameOf>[0])}` : 'nog geen regisseur',
  ].filter(Boolean);

  return (
    <Sheet
      title={values.name ?? rows.household.name}
      sub={
        <span className="household-sub">
          <span>{sub.join(' · ')}</span>
          <DocumentSharing documentId={rows.household.documentId} />
          <TextLink field="household.access" onPress={() => router.go({ screen: 'meewerkers', householdId })}>
            Wie werkt mee?
          </TextLink>
        </span>
      }
      actions={
        <>
          <SaveLine replica={replica} />
          <Button icon="eye" field="household.lookAlong" onPress={() => lookAlong(householdId)}>
            Meekijken
          </Button>
          {rows.household.archived || isClosed(rows.household.status) ? null : (
            <Button
              variant={OWN_ACTION.has(tab) ? 'secondary' : 'primary'}
              icon="plus"
              field="household.newConversation"
              busy={start.busy ? 'Bezig' : undefined}
              onPress={() => void start.run(householdId)}
            >
              Nieuw gesprek
            </Button>
          )}
        </>
      }
    >
      {start.error ? <CallError error={start.error} /> : null}
      <Unsaved replica={replica} />
      {rows.household.archived ? <ArchivedNote householdId={householdId} onRestored={reload} /> : null}
      {isClosed(rows.household.status) ? <ClosedNote householdId={householdId} /> : null}
      <Tabs
        label="Onderdelen van dit huishouden"
        items={TABS}
        current={tab}
        onChange={(next) => router.replace({ screen: 'huishouden', householdId, tab: next })}
      >
        <Fragment key={wanted.count}>
          {tab === 'overzicht' ? <Overview replica={replica} householdId={householdId} /> : null}
          {tab === 'gesprekken' ? <Conversations replica={replica} householdId={householdId} /> : null}
          {tab === 'perspectieven' ? <Perspectives replica={replica} /> : null}
          {tab === 'gezondheid' ? <PositiveHealth replica={replica} /> : null}
          {tab === 'netwerk' ? <Network replica={replica} /> : null}
          {tab === 'tijdlijn' ? <Timeline replica={replica} householdId={householdId} /> : null}
          {tab === 'veiligheid' ? <Safety householdId={householdId} /> : null}
          {tab === 'plan' ? <Plan replica={replica} householdId={householdId} /> : null}
          {tab === 'gegevens' ? (
            <Details
              replica={replica}
              householdId={householdId}
              archived={rows.household.archived}
              restrictedDocumentId={rows.restrictedDocumentId}
              onArchived={reload}
            />
          ) : null}
        </Fragment>
      </Tabs>
    </Sheet>
  );
}
