import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Profile } from '../../data/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Avatar } from '../../ui/ListRow.tsx';
import { DoorScreen } from './DoorScreen.tsx';

interface ChooseScreenProps {
  readonly profiles: readonly Profile[];
  readonly waitingToShare: boolean;
  /** What happened on this laptop before. */
  readonly note: ReactNode;
  readonly onChoose: (profile: Profile) => void;
  readonly onNew: (practice: boolean) => void;
}

/** Several workers on one laptop: who are you? Each has an own vault. */
export function ChooseScreen({ profiles, waitingToShare, note, onChoose, onNew }: ChooseScreenProps) {
  const hasPractice = profiles.some((profile) => profile.practice);
  return (
    <DoorScreen above="Samen één plan" title="Wie ben je?" waitingToShare={waitingToShare}>
      {note}
      <ul className="workers">
        {profiles.map((profile) => (
          <li key={profile.profileId}>
            <AriaButton className="worker" data-field={`choose.${profile.profileId}`} onPress={() => onChoose(profile)}>
              <Avatar name={profile.label} />
              <span className="worker-name">
                {profile.label}
                <span className="meta">{profile.practice ? 'Oefenen – geen echte gegevens' : profile.jobTitle}</span>
              </span>
              <Icon name="caret-right" />
            </AriaButton>
          </li>
        ))}
      </ul>
      <div className="door-choices">
        <Button variant="quiet" icon="user-plus" field="choose.new" onPress={() => onNew(false)}>
          Nieuwe collega op deze laptop
        </Button>
        {hasPractice ? null : (
          <Button variant="quiet" field="choose.practice" onPress={() => onNew(true)}>
            Oefenen met voorbeeldgezinnen
          </Button>
        )}
      </div>
    </DoorScreen>
  );
}
