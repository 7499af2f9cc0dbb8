/** On the overview of a household: home visits that are planned, and preparing one. */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useAppCommand } from '../../app/shortcutContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconTile, ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { longDate } from '../../ui/dateText.ts';
import { useRecordMaker } from '../household/newRecord.ts';

interface PlannedVisitsProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}

export function PlannedVisits({ replica, householdId }: PlannedVisitsProps) {
  const router = useRouter();
  const { me, today } = useVault();
  const maker = useRecordMaker(replica);
  const visits = useRecords(replica, 'visits')
    .filter(({ values }) => !values.conversationId)
    .toSorted((a, b) => (a.values.on || '9999').localeCompare(b.values.on || '9999'));
  const prepare = (): void => {
    if (!replica.writable) return;
    const visitId = maker.create('visits', { worker: me.userId });
    router.go({ screen: 'huisbezoek', householdId, visitId });
  };
  useAppCommand('Bereid een huisbezoek voor', prepare, { icon: 'house-line', enabled: replica.writable });
  return (
    <Section title="Huisbezoek" count={visits.length}>
      {visits.length === 0 ? null : (
        <ul>
          {visits.map(({ id, values }) => (
            <ListRow
              key={id}
              lead={<IconTile name="house-line" />}
              title={
                <TextLink
                  title
                  field={`visits.${id}.open`}
                  onPress={() => router.go({ screen: 'huisbezoek', householdId, visitId: id })}
                >
                  {values.on ? [longDate(values.on, today), values.from].filter(Boolean).join(', ') : 'Nog geen dag'}
                </TextLink>
              }
              meta={values.purpose}
            />
          ))}
        </ul>
      )}
      <Button icon="plus" field="visits.prepare" disabled={!replica.writable} onPress={prepare}>
        Bereid een huisbezoek voor
      </Button>
    </Section>
  );
}
