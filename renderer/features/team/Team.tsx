import type { TeamOverview } from '../../../shared/contract/commands/sharing.ts';
import { WorkLine } from '../../app/WorkLine.tsx';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Invite } from './Invite.tsx';
import { JoinRequests } from './JoinRequests.tsx';
import { Members } from './Members.tsx';
import { Quarantine } from './Quarantine.tsx';
import { OwnHouseholds } from './OwnHouseholds.tsx';
import { TeamWork, UnusualLooks } from './TeamWork.tsx';
import { colleaguesText } from './teamText.ts';

interface TeamProps {
  readonly team: TeamOverview;
  readonly reload: () => void;
}

/** Who is in the team, who asks to come in, and the own households that are not shared yet. */
export function Team({ team, reload }: TeamProps) {
  const { me } = useVault();
  const colleagues = team.members.filter(({ userId, revoked }) => userId !== me.userId && !revoked).length;
  return (
    <Sheet title={team.name} sub={colleagues === 0 ? 'Nog zonder collega’s' : `Jij en ${colleaguesText(colleagues)}`}>
      <div className="cols team">
        <div>
          <WorkLine work="RECEIVE" />
          {team.secondLeadMissing ? <SecondLead iAmLead={team.iAmLead} /> : null}
          {team.iAmLead ? <JoinRequests teamName={team.name} onAnswered={reload} /> : null}
          {team.iAmLead ? <Quarantine /> : null}
          {team.iAmLead ? <TeamWork team={team} /> : null}
          {team.iAmLead ? <UnusualLooks /> : null}
          <OwnHouseholds />
          <Members team={team} onChanged={reload} />
        </div>
        <aside aria-label="Uitnodigen en uitleg">
          {/* A code works once: it leaves the screen with the laptop that used it. */}
          {team.iAmLead ? <Invite key={team.members.length} /> : null}
          <Section title="Zo werkt het">
            <ul className="explain">
              <li>
                <Icon name="lock-simple" />
                <span>
                  Alleen laptops van dit team kunnen lezen wat jullie delen. Wie het bewaart, ziet geheimschrift.
                </span>
              </li>
              <li>
                <Icon name="users" />
                <span>Wie een dossier kan openen, staat bij het huishouden onder Wie werkt mee?</span>
              </li>
              <li>
                <Icon name="laptop" />
                <span>Laptop kwijt? Zeg het meteen je teamleider. Die sluit hem af.</span>
              </li>
            </ul>
            <p className="hint team-address">Adres van je team: {team.server}</p>
          </Section>
        </aside>
      </div>
    </Sheet>
  );
}

/** Stays until there is a second lead: with one, a lost laptop shuts the door for new colleagues. */
function SecondLead({ iAmLead }: { readonly iAmLead: boolean }) {
  return (
    <p className="well team-banner">
      <Icon name="info" />
      <span>
        <b className="strong">Er is één teamleider.</b> Raakt die laptop kwijt, dan kan niemand meer een collega
        toelaten. {iAmLead ? 'Maak daarom nog iemand teamleider.' : 'Vraag of er nog iemand teamleider wordt.'}
      </span>
    </p>
  );
}
