import { useState } from 'react';
import type { TeamMember, TeamOverview, TeamRoleCode } from '../../../shared/contract/commands/sharing.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Avatar } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { Laptops } from './Laptops.tsx';
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
                {team.iAmLead && !member.revoked ? (
                  <Button
                    field={`team.member.${member.userId}`}
                    expanded={open}
                    onPress={() => setOpenId(open ? null : member.userId)}
                  >
                    {open ? 'Klaar' : 'Wijzig'}
                    <span className="visually-hidden"> {member.name}</span>
                  </Button>
                ) : null}
              </div>
              {open ? <MemberEditor member={member} onChanged={onChanged} /> : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function MemberEditor({ member, onChanged }: { readonly member: TeamMember; readonly onChanged: () => void }) {
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
    <div className="member-editor">
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
      <Laptops member={member} onChanged={onChanged} />
    </div>
  );
}
