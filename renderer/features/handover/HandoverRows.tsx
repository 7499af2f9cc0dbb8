/** Vandaag: who asks me to take the regie over, and what a colleague answered to me. Nothing when nothing waits. */
import type { HandoverRow } from '../../../shared/contract/commands/access.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Avatar, ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { firstName } from '../team/teamText.ts';
import { useTeamQuery } from '../team/useSharing.ts';
import { handoverSentence } from './handoverText.ts';

export function HandoverRows() {
  const router = useRouter();
  const { data } = useTeamQuery('handover.waiting', {});
  if (!data || data.rows.length === 0) return null;
  const open = ({ householdId }: HandoverRow): void =>
    router.go({ screen: 'huishouden', householdId, tab: 'overzicht' });
  return (
    <Section title="Regie" count={data.rows.length}>
      <ul>
        {data.rows.map((row) => (
          <ListRow
            key={row.handoverId}
            lead={<Avatar name={row.name} />}
            title={handoverSentence({ ...row, name: firstName(row.name) })}
            meta={row.reason === '' ? undefined : <span className="excerpt">{row.reason}</span>}
            trail={
              <Button
                variant={row.what === 'ASKED' ? 'secondary' : 'quiet'}
                field={`handover.${row.handoverId}`}
                onPress={() => open(row)}
              >
                Bekijk<span className="visually-hidden"> {row.householdName}</span>
              </Button>
            }
          />
        ))}
      </ul>
    </Section>
  );
}
