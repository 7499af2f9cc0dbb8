/** Nieuw van collega's: what others wrote in households since one last opened them. Nothing when there is none. */
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { Avatar, ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { momentSaid } from '../team/sharingText.ts';
import { firstName } from '../team/teamText.ts';
import { useTeamQuery } from '../team/useSharing.ts';

type Row = OutputOf<'team.news'>['rows'][number];

const WROTE: Readonly<Record<Row['what'], string>> = {
  conversation: 'schreef een gesprek bij',
  addendum: 'schreef een aanvulling bij',
  line: 'schreef iets op bij',
  action: 'paste een afspraak aan van',
  person: 'paste iets aan over iemand van',
  household: 'paste gegevens aan van',
  other: 'vulde iets aan bij',
};

export function News({ today }: { readonly today: string }) {
  const router = useRouter();
  const { data } = useTeamQuery('team.news', {});
  if (!data || data.rows.length === 0) return null;
  return (
    <Section title="Nieuw van collega’s" count={data.rows.length}>
      <ul>
        {data.rows.map((row) => (
          <ListRow
            key={row.householdId}
            lead={<Avatar name={row.name} />}
            title={
              <>
                <b className="strong">{firstName(row.name)}</b> {WROTE[row.what]}{' '}
                <TextLink
                  field={`news.${row.householdId}`}
                  onPress={() =>
                    router.go({
                      screen: 'huishouden',
                      householdId: row.householdId,
                      tab: row.what === 'person' || row.what === 'household' ? 'gegevens' : 'overzicht',
                    })
                  }
                >
                  {row.householdName}
                </TextLink>
              </>
            }
            trail={<span className="muted touched">{momentSaid(row.changedAtMs, today)}</span>}
          />
        ))}
      </ul>
    </Section>
  );
}
