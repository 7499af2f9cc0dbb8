import { useState } from 'react';
import type { TeamRoleCode } from '../../../shared/contract/commands/sharing.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Avatar, ListRow } from '../../ui/ListRow.tsx';
import { Select } from '../../ui/Select.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { FiveWords } from './FiveWords.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { firstName } from './teamText.ts';
import { useTeamQuery } from './useSharing.ts';

interface JoinRequestsProps {
  readonly teamName: string;
  readonly onAnswered: () => void;
}

/** Laptops that wait for this lead; nothing is shown when nobody waits. */
export function JoinRequests({ teamName, onAnswered }: JoinRequestsProps) {
  const { data } = useTeamQuery('team.joinRequests', {});
  const [open, setOpen] = useState<string | null>(null);
  const request = data?.find(({ invite }) => invite === open);
  if (!data || data.length === 0) return null;
  return (
    <Section title="Wil meedoen" count={data.length}>
      <ul>
        {data.map((row) => (
          <ListRow
            key={row.invite}
            lead={<Avatar name={row.name} />}
            title={row.name}
            meta={[row.jobTitle, 'wacht op jou'].filter(Boolean).join(', ')}
            trail={
              <Button field={`team.request.${row.invite}`} onPress={() => setOpen(row.invite)}>
                Vergelijk vijf woorden
                <span className="visually-hidden"> met {row.name}</span>
              </Button>
            }
          />
        ))}
      </ul>
      {request ? (
        <AnswerJoin
          request={request}
          teamName={teamName}
          onClose={() => setOpen(null)}
          onAnswered={() => {
            setOpen(null);
            onAnswered();
          }}
        />
      ) : null}
    </Section>
  );
}

interface AnswerJoinProps extends JoinRequestsProps {
  readonly request: OutputOf<'team.joinRequests'>[number];
  readonly onClose: () => void;
}

function AnswerJoin({ request, teamName, onClose, onAnswered }: AnswerJoinProps) {
  const answer = useCommand('team.answerJoin');
  const [roles, setRoles] = useState<readonly TeamRoleCode[]>(['MEDEWERKER']);
  const [openHouseholds, setOpenHouseholds] = useState(false);
  const members = useTeamQuery('team.get', {}).data?.team?.members.filter(({ revoked }) => !revoked) ?? [];
  const [asUser, setAsUser] = useState('');
  const known = members.find(({ userId }) => userId === asUser);
  const first = firstName(request.name);
  const decide = async (approve: boolean): Promise<void> => {
    if (
      !(await answer.run({
        invite: request.invite,
        approve,
        roles: [...roles],
        openHouseholds,
        ...(known ? { asUser: known.userId } : {}),
      }))
    )
      return;
    showToast({
      text: approve
        ? `${first} hoort nu bij ${teamName}.`
        : `${first} is niet toegelaten. Maak een nieuwe code als jullie het nog eens proberen.`,
    });
    onAnswered();
  };
  return (
    <Dialog title={`Laat ${request.name} toe?`} isOpen onClose={onClose}>
      <div className="answer-join">
        <p>
          Een nieuwe laptop wil bij {teamName}. Bel {first} of ga ernaast zitten. Lees om de beurt een woord voor. Is er
          één anders? Dan probeert iemand anders mee te doen.
        </p>
        <FiveWords words={request.words} />
        <Select
          label="Is dit een nieuwe laptop van een collega?"
          field="join.asUser"
          value={asUser}
          emptyLabel="Nee, een nieuwe collega"
          options={members.map(({ userId, name }) => ({ value: userId as string, label: name }))}
          onChange={setAsUser}
        />
        {known ? (
          <p className="hint" role="status">
            Deze laptop schrijft straks als {known.name}, met dezelfde rollen en dossiers. Sluit daarna de oude laptop
            af.
          </p>
        ) : (
          <>
            <RoleChoice label={`Wat doet ${first}?`} field="join.role" roles={roles} onChange={setRoles} />
            <Checkbox field="join.openHouseholds" selected={openHouseholds} onChange={setOpenHouseholds}>
              Ook de huishoudens van het team openen
            </Checkbox>
            <p className="hint" role="status">
              {openHouseholds
                ? `${first} kan straks alle dossiers openen die jij kunt openen. Veiligheid niet. Wat ${first} dan leest, kun je niet meer terughalen.`
                : `${first} kan nog geen dossiers openen. Wie een huishouden heeft, vraagt ${first} er zelf bij.`}
            </p>
          </>
        )}
        {answer.error ? <CallError error={answer.error} /> : null}
        <div className="equal-choices">
          <Button
            field="join.approve"
            disabled={roles.length === 0}
            busy={answer.busy ? 'Bezig…' : undefined}
            onPress={() => void decide(true)}
          >
            Ja, alle vijf gelijk
          </Button>
          <Button field="join.refuse" busy={answer.busy ? 'Bezig…' : undefined} onPress={() => void decide(false)}>
            Nee, er is verschil
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
