import { useState } from 'react';
import type { TeamMember } from '../../../shared/contract/commands/sharing.ts';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconTile, ListRow } from '../../ui/ListRow.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { DeviceId } from '../../../shared/domain/ids.ts';
import { useVault } from '../../data/useVault.tsx';
import { LostFacts } from './LostFacts.tsx';
import { deviceText } from './teamText.ts';
import { CallError } from '../household/CallError.tsx';

type Device = TeamMember['devices'][number];

interface LaptopsProps {
  readonly member: TeamMember;
  /** Leads and BEHEER cut a laptop off. */
  readonly mayCut: boolean;
  readonly onChanged: () => void;
}

/** The laptops of one colleague, and Laptop kwijt. */
export function Laptops({ member, mayCut, onChanged }: LaptopsProps) {
  const { today } = useVault();
  const [shown, setShown] = useState<DeviceId | null>(null);
  const [lost, setLost] = useState<Device | null>(null);
  return (
    <>
      <h3 className="sub-head">Laptops</h3>
      <ul>
        {member.devices.map((device, index) => (
          <ListRow
            key={device.deviceId}
            lead={<IconTile name="laptop" />}
            title={`Laptop ${index + 1}${device.isThis ? ' (deze)' : ''}`}
            meta={deviceText(device, today)}
            trail={
              device.revoked ? (
                <Button
                  field={`team.lostFacts.${device.deviceId}`}
                  expanded={shown === device.deviceId}
                  onPress={() => setShown(shown === device.deviceId ? null : device.deviceId)}
                >
                  Wat stond erop?
                </Button>
              ) : device.isThis || !mayCut ? null : (
                <Button field={`team.lost.${device.deviceId}`} onPress={() => setLost(device)}>
                  Laptop kwijt
                </Button>
              )
            }
          />
        ))}
      </ul>
      {shown === null ? null : <LostFacts deviceId={shown} />}
      {lost ? (
        <LostLaptop
          device={lost}
          member={member}
          onClose={() => setLost(null)}
          onDone={() => {
            setLost(null);
            onChanged();
          }}
        />
      ) : null}
    </>
  );
}

interface LostLaptopProps {
  readonly device: Device;
  readonly member: TeamMember;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks in place, and admits what cannot be taken back. */
function LostLaptop({ device, member, onClose, onDone }: LostLaptopProps) {
  const revoke = useCommand('team.revokeDevice');
  const [wipe, setWipe] = useState(true);
  const cut = async (): Promise<void> => {
    if (!(await revoke.run({ deviceId: device.deviceId, wipe }))) return;
    showToast({ text: `De laptop van ${member.name} is afgesloten.` });
    onDone();
  };
  return (
    <div className="ask-in-place" role="group" aria-label={`Laptop van ${member.name} kwijt`}>
      <p>
        <b className="strong">Sluit je deze laptop van {member.name} af?</b> Hij krijgt niets nieuws meer, en het team
        krijgt nieuwe sleutels. Wat er al op stond, blijft versleuteld: zonder wachtzin kan niemand het lezen.
        Terughalen kunnen we het niet.
      </p>
      <Checkbox field="lost.wipe" selected={wipe} onChange={setWipe}>
        Wis hem zodra hij verbinding maakt
        <span className="meta">Werk dat daar nog niet gedeeld was, komt eerst versleuteld bij de teamleider.</span>
      </Checkbox>
      {revoke.error ? <CallError error={revoke.error} /> : null}
      <div className="row">
        <Button field="lost.cut" busy={revoke.busy ? 'Bezig…' : undefined} onPress={() => void cut()}>
          Sluit deze laptop af
        </Button>
        <Button field="lost.keep" onPress={onClose}>
          Laat zo
        </Button>
      </div>
      <p className="hint">
        Denk ook aan een melding: een kwijte laptop kan een datalek zijn. Overleg met je privacyfunctionaris.
      </p>
    </div>
  );
}
