import { useState } from 'react';
import { useOpenSession, useSession, useSessionView } from '../../data/sessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Backups } from '../care/Backups.tsx';
import { Checks } from '../care/Checks.tsx';
import { MunicipalitySetting } from '../municipality/MunicipalitySetting.tsx';
import { TeamSetting } from '../team/TeamSetting.tsx';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { ChangePin } from './ChangePin.tsx';
import { LookSettings } from './LookSettings.tsx';
import { TRIAL_TEXT } from './DoorScreen.tsx';

/** How the screen looks, the own secrets, looking after the data, and what this is. */
export function SettingsScreen() {
  const session = useSession();
  const view = useSessionView();
  const { me } = useOpenSession();
  const [dialog, setDialog] = useState<'passphrase' | 'pin' | null>(null);
  const close = (): void => setDialog(null);
  const version = view.kind === 'open' ? view.info.version : '';

  return (
    <Sheet title="Instellingen" sub={[me.name, me.jobTitle].filter(Boolean).join(', ')}>
      <div className="settings">
        <LookSettings />
        <Section title="Beveiliging">
          <ul>
            <ListRow
              title="Wachtzin"
              meta="Hiermee ontgrendel je de laptop."
              trail={
                <Button field="settings.passphrase" onPress={() => setDialog('passphrase')}>
                  Verander
                </Button>
              }
            />
            <ListRow
              title="Pincode"
              meta="Hiermee ga je verder na Verbergen."
              trail={
                <Button field="settings.pin" onPress={() => setDialog('pin')}>
                  Verander
                </Button>
              }
            />
            <ListRow
              title="Vergrendelen"
              meta="Alles wordt bewaard en de sleutels verdwijnen uit het geheugen."
              trail={
                <Button icon="lock-simple" field="settings.lock" onPress={() => void session.lock()}>
                  Vergrendel
                </Button>
              }
            />
          </ul>
        </Section>
        <TeamSetting />
        <MunicipalitySetting />
        <Backups />
        <Checks />
        <Section title="Over Samenspel">
          <ul>
            <ListRow title={TRIAL_TEXT} meta={`Versie ${version}`} />
            <ListRow
              title="Open source, licentie EUPL-1.2"
              meta="Lettertypen Atkinson Hyperlegible Next en Literata (OFL-1.1). Pictogrammen Phosphor (MIT)."
            />
          </ul>
        </Section>
      </div>
      <ChangePassphrase isOpen={dialog === 'passphrase'} onClose={close} />
      <ChangePin isOpen={dialog === 'pin'} onClose={close} />
    </Sheet>
  );
}
