import { useRouter } from '../../app/routerContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { useTeamQuery } from './useSharing.ts';

/** The way to the team from the settings; the only one before there is a team. */
export function TeamSetting() {
  const router = useRouter();
  const { data } = useTeamQuery('team.get', {});
  const team = data?.team ?? null;
  return (
    <Section title="Team">
      <ul>
        <ListRow
          title={team ? team.name : 'Nog geen team'}
          meta={team ? 'Collega’s, laptops en uitnodigen.' : 'Wat je maakt, staat alleen op deze laptop.'}
          trail={
            <Button field="settings.team" onPress={() => router.go({ screen: 'team' })}>
              {team ? 'Bekijk' : 'Verbind'}
              <span className="visually-hidden">{team ? ' je team' : ' met een team'}</span>
            </Button>
          }
        />
      </ul>
    </Section>
  );
}
