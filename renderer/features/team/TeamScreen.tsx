/** Team: before there is one, while joining, the three papers, and the team itself. */
import { useEffect, useSyncExternalStore } from 'react';
import { useRouter } from '../../app/routerContext.tsx';
import { WorkLine } from '../../app/WorkLine.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { CallError } from '../household/CallError.tsx';
import { JoinWaiting } from './JoinWaiting.tsx';
import { NoTeam } from './NoTeam.tsx';
import { OrganisationParts } from './OrganisationParts.tsx';
import { keepParts, keptParts } from './organisationParts.ts';
import { Team } from './Team.tsx';
import { useTeamQuery } from './useSharing.ts';
import './team.css';

/** The screen Team. */
export function TeamScreen() {
  const router = useRouter();
  const kept = useSyncExternalStore(keptParts.subscribe, keptParts.snapshot);
  const team = useTeamQuery('team.get', {});
  const join = useTeamQuery('team.joinState', {});
  const waiting = useTeamQuery('team.organisationParts', {});
  const parts = waiting.data?.parts ?? null;
  const name = waiting.data?.teamName ?? '';
  // A lock came in the middle of printing: the vault still has the parts.
  useEffect(() => {
    if (parts !== null && keptParts.snapshot() === null) keepParts(name, parts);
  }, [parts, name]);
  const crumb = { label: 'Instellingen', onPress: () => router.go({ screen: 'instellingen' }) };

  if (kept) return <OrganisationParts kept={kept} />;
  if (team.data?.team) return <Team team={team.data.team} reload={team.reload} />;
  const failed = team.error ?? join.error;
  const joining = join.data?.state === 'waiting';
  return (
    <Sheet title={joining ? 'Verbind met je team' : 'Team'} crumb={crumb}>
      <WorkLine work="RECEIVE" />
      {failed ? <CallError error={failed} retry={team.reload} /> : null}
      {team.data && join.data ? (
        joining ? (
          <JoinWaiting words={join.data.words} />
        ) : (
          <NoTeam refused={join.data.state === 'refused'} />
        )
      ) : null}
    </Sheet>
  );
}
