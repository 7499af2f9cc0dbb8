/** The dossiers of one colleague, or those that nobody has, as marks: a lead passes them on without reading them. */
import { useState } from 'react';
import type { CaseloadRow } from '../../../shared/contract/commands/access.ts';
import type { TeamMember, TeamOverview } from '../../../shared/contract/commands/sharing.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconTile, ListRow } from '../../ui/ListRow.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { CallError } from '../household/CallError.tsx';
import { PassOn } from './PassOn.tsx';
import { firstName } from './teamText.ts';
import { useTeamQuery } from './useSharing.ts';

const SHOWN = 20;

interface CaseloadProps {
  /** Null: the households without a regisseur. */
  readonly member: Pick<TeamMember, 'userId' | 'name'> | null;
  readonly team: TeamOverview;
}

export function Caseload({ member, team }: CaseloadProps) {
  const { today } = useVault();
  const { data, error, reload } = useTeamQuery('access.caseload', { userId: member?.userId ?? null });
  const [open, setOpen] = useState<CaseloadRow | null>(null);
  const [all, setAll] = useState(false);
  const holder = member === null ? 'een oude laptop' : firstName(member.name);
  if (error) return <CallError error={error} retry={reload} />;
  if (!data) return null;
  if (data.rows.length === 0)
    return <p className="muted">{member === null ? 'Elk dossier heeft een regisseur.' : 'Geen dossiers.'}</p>;
  return (
    <>
      {data.rows.some(({ kind }) => kind === 'restricted') ? (
        <p className="hint">Een apart stuk is wat bij Veiligheid staat. Dat heeft een eigen sleutel.</p>
      ) : null}
      <ul>
        {data.rows.slice(0, all ? undefined : SHOWN).map((row) => (
          <ListRow
            key={row.documentId}
            lead={<IconTile name={row.kind === 'household' ? 'notebook' : 'lock-simple'} />}
            title={`${row.kind === 'household' ? 'Dossier' : 'Apart stuk'} ${row.mark}`}
            meta={[
              row.area,
              row.lastContactOn === '' ? '' : `laatste gesprek ${shortDate(row.lastContactOn, today)}`,
              row.otherHolders === 0 && !row.iHaveAccess ? `alleen ${holder} heeft de sleutel` : '',
              row.iHaveAccess ? 'jij kunt dit openen' : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            trail={
              <Button field={`caseload.${row.documentId}`} onPress={() => setOpen(row)}>
                Geef door<span className="visually-hidden">: {row.mark}</span>
              </Button>
            }
          />
        ))}
      </ul>
      {data.rows.length > SHOWN && !all ? (
        <Button variant="quiet" field="caseload.all" onPress={() => setAll(true)}>
          Toon alle {data.rows.length}
        </Button>
      ) : null}
      {open ? <PassOn key={open.documentId} {...{ row: open, member, team }} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
