import { useState } from 'react';
import type { TeamMember, TeamOverview, TeamRoleCode } from '../../../shared/contract/commands/sharing.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Avatar } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { Caseload } from './Caseload.tsx';
import { Laptops } from './Laptops.tsx';
import { Leaving } from './Leaving.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { laptopsText, memberMeta } from './teamText.ts';

interface MembersProps {
  readonly team: TeamOverview;
  readonly onChanged: () => void;
}

/** Colleagues with what they do and their laptops. A lead changes it in place, one person at a time. */
export function Members({ team, onChanged }: MembersProps) {
  const { me } = useVault();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <Section title="Collega’s" count={team.members.length}>
      <ul className="members">
        {team.members.map((member) => {
          const open = openId === member.userId;
          return (
            <li key={member.userId} className="member">
              <div className="member-row">
                <Avatar name={member.name} />
                <span className="list-row-text">
                  {member.name}
                  {member.userId === me.userId ? <span className="muted"> (jij)</span> : null}
                  <span className="meta">
                    {[member.revoked ? 'hoort er niet meer bij' : memberMeta(member), laptopsText(member.devices)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                {((team.iAmLead || team.iDoBeheer) && !member.revoked) ||
                member.devices.some(({ revoked }) => revoked) ? (
                  <Button
                    field={`team.member.${member.userId}`}
                    expanded={open}
                    onPress={() => setOpenId(open ? null : member.userId)}
                  >
                    {open ? 'Klaar' : team.iAmLead && !member.revoked ? 'Wijzig' : 'Laptops'}
                    <span className="visually-hidden"> {member.name}</span>
                  </Button>
                ) : null}
              </div>
              {open ? <MemberEditor member={member} team={team} onChanged={onChanged} /> : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

interface MemberEditorProps extends MembersProps {
  readonly member: TeamMember;
}

function MemberEditor({ member, team, onChanged }: MemberEditorProps) {
  const { me } = useVault();
  const mayCut = (team.iAmLead || team.iDoBeheer) && !member.revoked;
  const isMe = member.userId === me.userId;
  return (
    <div className="member-editor">
      {team.iAmLead && !member.revoked ? <Roles member={member} onChanged={onChanged} /> : null}
      <Laptops member={member} mayCut={mayCut} onChanged={onChanged} />
      {team.iAmLead && !isMe ? (
        <>
          <h3 className="sub-head">Dossiers</h3>
          <Caseload member={member} team={team} />
        </>
      ) : null}
      {mayCut && !isMe ? <Leaving member={member} onChanged={onChanged} /> : null}
    </div>
  );
}

function Roles({ member, onChanged }: { readonly member: TeamMember; readonly onChanged: () => void }) {
  const set = useCommand('team.setRoles');
  const [roles, setRoles] = useState<readonly TeamRoleCode[]>(member.roles);
  const changed = [...roles].toSorted().join() !== [...member.roles].toSorted().join();
  const save = async (): Promise<void> => {
    if (!(await set.run({ userId: member.userId, roles: [...roles] }))) return;
    showToast({
      text: `De rollen van ${member.name} zijn bewaard. Andere laptops horen het bij hun volgende contact.`,
    });
    onChanged();
  };
  return (
    <>
      <RoleChoice label={`Wat doet ${member.name}?`} field="member.role" roles={roles} onChange={setRoles} />
      {set.error ? <CallError error={set.error} /> : null}
      <Button
        field="member.saveRoles"
        disabled={!changed || roles.length === 0}
        busy={set.busy ? 'Bezig…' : undefined}
        onPress={() => void save()}
      >
        Bewaar rollen
      </Button>
    </>
  );
}
