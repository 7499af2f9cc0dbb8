/** Wie werkt mee? Who can open this dossier, asking someone in, and stopping with what that cannot undo. */
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Avatar } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { useTeamQuery } from '../team/useSharing.ts';
import { AccessExplained, FamilyKnows } from './AccessExplained.tsx';
import { LookedIn } from './LookedIn.tsx';
import { WhoLooked } from './WhoLooked.tsx';
import { StopAccess } from './StopAccess.tsx';
import './access.css';

type Member = OutputOf<'access.get'>['members'][number];

/** The screen Wie werkt mee? of one household. */
export function WhoWorksAlong({ householdId }: { readonly householdId: HouseholdId }) {
  const router = useRouter();
  const { data, error, reload } = useQuery('household.get', { householdId });
  const name = data?.household.name ?? 'dit huishouden';
  return (
    <Sheet
      title="Wie werkt mee?"
      sub={data ? `Alleen deze mensen kunnen het dossier van ${name} openen` : undefined}
      crumb={{
        label: data?.household.name ?? 'Huishouden',
        onPress: () => router.go({ screen: 'huishouden', householdId, tab: 'overzicht' }),
      }}
    >
      {error ? <CallError error={error} retry={reload} /> : null}
      {data ? <Access documentId={data.household.documentId} householdId={householdId} /> : null}
      {data ? <WhoLooked householdId={householdId} /> : null}
    </Sheet>
  );
}

interface AccessProps {
  readonly documentId: DocumentId;
  readonly householdId: HouseholdId;
}

function Access({ documentId, householdId }: AccessProps) {
  const router = useRouter();
  const access = useTeamQuery('access.get', { documentId });
  if (access.error?.tag === 'NoTeam') {
    return (
      <EmptyState
        text="Je hebt nog geen team. Alleen jij kunt dit dossier openen, op deze laptop."
        actions={
          <Button field="access.toTeam" onPress={() => router.go({ screen: 'team' })}>
            Verbind met een team
          </Button>
        }
      />
    );
  }
  if (access.error) return <CallError error={access.error} retry={access.reload} />;
  if (!access.data) return null;
  const inside = access.data.members.filter((member) => member.hasAccess);
  const outside = access.data.members.filter((member) => !member.hasAccess);
  return (
    <div className="cols access">
      <div>
        <Section title="Kan het dossier openen" count={inside.length}>
          <ul className="access-list">
            {inside.map((member) => (
              <Insider key={member.userId} {...{ member, documentId }} onChanged={access.reload} />
            ))}
          </ul>
        </Section>
        {outside.length > 0 ? (
          <Section title="Vraag iemand erbij">
            <ul className="access-list">
              {outside.map((member) => (
                <Outsider key={member.userId} {...{ member, documentId }} onChanged={access.reload} />
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
      <aside aria-label="Het gezin en uitleg">
        <LookedIn documentId={documentId} />
        <FamilyKnows householdId={householdId} />
        <AccessExplained />
      </aside>
    </div>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly documentId: DocumentId;
  readonly onChanged: () => void;
}

function Insider({ member, documentId, onChanged }: MemberRowProps) {
  const [asking, setAsking] = useState(false);
  return (
    <li>
      <div className="access-row">
        <Avatar name={member.name} />
        <span className="list-row-text">
          {member.name}
          <span className="meta">{[member.isMe ? 'jij' : '', member.jobTitle].filter(Boolean).join(', ')}</span>
        </span>
        <span className="access-sees">hele dossier</span>
        {member.isMe || asking ? null : (
          <Button variant="quiet" field={`access.stop.${member.userId}`} onPress={() => setAsking(true)}>
            Stop<span className="visually-hidden"> met {member.name}</span>
          </Button>
        )}
      </div>
      {asking ? (
        <StopAccess
          name={member.name}
          userId={member.userId}
          documentId={documentId}
          onKeep={() => setAsking(false)}
          onStopped={onChanged}
        />
      ) : null}
    </li>
  );
}

function Outsider({ member, documentId, onChanged }: MemberRowProps) {
  const set = useCommand('access.set');
  const add = async (): Promise<void> => {
    if (!(await set.run({ documentId, userId: member.userId, access: true }))) return;
    showToast({ text: `${member.name} kan dit dossier openen zodra beide laptops verbinding hebben gehad.` });
    onChanged();
  };
  return (
    <li>
      <div className="access-row">
        <Avatar name={member.name} />
        <span className="list-row-text">
          {member.name}
          {member.jobTitle ? <span className="meta">{member.jobTitle}</span> : null}
        </span>
        <Button field={`access.add.${member.userId}`} busy={set.busy ? 'Bezig…' : undefined} onPress={() => void add()}>
          Vraag erbij<span className="visually-hidden">: {member.name}</span>
        </Button>
      </div>
      {set.error ? <CallError error={set.error} /> : null}
    </li>
  );
}
