import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { FoundTeam } from './FoundTeam.tsx';
import { RecoverTeam } from './RecoverTeam.tsx';
import { JoinTeam } from './JoinTeam.tsx';

interface NoTeamProps {
  /** The lead said no, or the code ran out. */
  readonly refused: boolean;
}

/** Before there is a team: join one with a code, or begin one. Two equal ways, and one for the worst day. */
export function NoTeam({ refused }: NoTeamProps) {
  const [way, setWay] = useState<'join' | 'found' | 'recover' | null>(null);
  if (way === 'join') return <JoinTeam onBack={() => setWay(null)} />;
  if (way === 'found') return <FoundTeam onBack={() => setWay(null)} />;
  if (way === 'recover') return <RecoverTeam onBack={() => setWay(null)} />;
  return (
    <div className="settings">
      {refused ? (
        <ErrorNote title="Deze laptop is niet toegelaten.">
          Er is niets gedeeld. Bel je teamleider. Wilden jullie wel verbinden? Vraag dan een nieuwe code.
        </ErrorNote>
      ) : null}
      <p className="read team-lead">
        Met een team zien collega’s dezelfde dossiers, ook als jullie om de beurt zonder internet werken. Alles gaat
        versleuteld: alleen jullie laptops kunnen het lezen.
      </p>
      <Section title="Hoe wil je beginnen?">
        <ul>
          <ListRow
            title="Ik heb een code gekregen"
            meta="Je teamleider heeft je uitgenodigd. Je hebt het adres en de code nodig."
            trail={
              <Button field="team.way.join" onPress={() => setWay('join')}>
                Doe mee<span className="visually-hidden"> met een team</span>
              </Button>
            }
          />
          <ListRow
            title="Ik ben de eerste van mijn team"
            meta="Je beheerder heeft je een adres en een begincode gegeven. Zorg dat je kunt printen."
            trail={
              <Button field="team.way.found" onPress={() => setWay('found')}>
                Begin een team
              </Button>
            }
          />
          <ListRow
            title="Alle laptops van mijn team zijn weg"
            meta="Met twee van de drie papieren krijgt je team de dossiers terug op deze laptop."
            trail={
              <Button field="team.way.recover" onPress={() => setWay('recover')}>
                Herstel het team
              </Button>
            }
          />
        </ul>
      </Section>
    </div>
  );
}
