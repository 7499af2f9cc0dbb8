/** A colleague is ill or leaves: the lead passes dossiers on without reading them, or looks into one with a reason. No names. */
import { useState } from 'react';
import type { CaseloadRow } from '../../../shared/contract/commands/access.ts';
import type { TeamMember, TeamOverview } from '../../../shared/contract/commands/sharing.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconTile, ListRow } from '../../ui/ListRow.tsx';
import { RadioChoice } from '../../ui/RadioChoice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { firstName } from './teamText.ts';
import { EMPTY_PAPERS, papersFilled, papersOf, TwoPapers, type TypedPaper } from './TwoPapers.tsx';
import { useTeamQuery } from './useSharing.ts';

interface CaseloadProps {
  readonly member: TeamMember;
  readonly team: TeamOverview;
}

export function Caseload({ member, team }: CaseloadProps) {
  const { today } = useVault();
  const { data } = useTeamQuery('access.caseload', { userId: member.userId });
  const [open, setOpen] = useState<CaseloadRow | null>(null);
  if (!data || data.rows.length === 0) return null;
  return (
    <>
      <h3 className="sub-head">Dossiers</h3>
      <ul>
        {data.rows.map((row) => (
          <ListRow
            key={row.documentId}
            lead={<IconTile name={row.kind === 'household' ? 'notebook' : 'lock-simple'} />}
            title={`${row.kind === 'household' ? 'Dossier' : 'Apart stuk'} ${row.mark}`}
            meta={[
              row.area,
              row.lastContactOn === '' ? '' : `laatste gesprek ${shortDate(row.lastContactOn, today)}`,
              row.otherHolders === 0 && !row.iHaveAccess ? 'alleen op deze laptop te lezen' : '',
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
      {open ? <PassOn key={open.documentId} {...{ row: open, member, team }} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

const WHY = [
  { value: 'ZIEK', label: 'Mijn collega is ziek of weg' },
  { value: 'VERTREK', label: 'Mijn collega gaat uit het team' },
  { value: 'INZIEN', label: 'Ik wil zelf inzien' },
] as const;
type Why = (typeof WHY)[number]['value'];

function PassOn({
  row,
  member,
  team,
  onClose,
}: CaseloadProps & { readonly row: CaseloadRow; readonly onClose: () => void }) {
  const { me } = useVault();
  const takeOver = useCommand('access.takeOver');
  const useParts = useCommand('team.useParts');
  const [why, setWhy] = useState<Why>('ZIEK');
  const [to, setTo] = useState('');
  const [words, setWords] = useState('');
  const [papers, setPapers] = useState<readonly TypedPaper[]>(EMPTY_PAPERS);
  const people = team.members.filter(
    ({ userId, revoked, roles }) => userId !== member.userId && !revoked && roles.some((role) => role !== 'BEHEER'),
  );
  const needsPapers = row.otherHolders === 0 && !row.iHaveAccess;
  const user = why === 'INZIEN' ? me.userId : to;
  const ready = user !== '' && words.trim() !== '' && (!needsPapers || papersFilled(papers));
  const save = async (): Promise<void> => {
    const input = { documentId: row.documentId, words: words.trim() };
    if (
      !(await takeOver.run({
        ...input,
        code: why === 'INZIEN' || user !== me.userId ? why : 'INZIEN',
        userId: user as UserId,
      }))
    )
      return;
    // The key can only be opened here: the lead's laptop must be in the dossier for as long as it takes to pass it on.
    if (needsPapers && user !== me.userId && !(await takeOver.run({ ...input, code: 'INZIEN', userId: me.userId })))
      return;
    if (needsPapers && !(await useParts.run({ parts: papersOf(papers) }))) return;
    showToast({ text: 'Gedaan. Iedereen in dit dossier ziet wie er toegang kreeg, en waarom.' });
    onClose();
  };
  return (
    <Dialog
      title={`Geef dossier ${row.mark} door`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            field="passOn.save"
            disabled={!ready}
            busy={takeOver.busy || useParts.busy ? 'Bezig' : undefined}
            onPress={() => void save()}
          >
            Geef toegang
          </Button>
          <Button field="passOn.cancel" onPress={onClose}>
            Toch niet
          </Button>
        </>
      }
    >
      <RadioChoice label="Waarom?" field="passOn.why" value={why} options={WHY} onChange={setWhy} />
      {why === 'INZIEN' ? null : (
        <Select
          label="Wie neemt het over?"
          field="passOn.to"
          value={to}
          emptyLabel="Kies een collega"
          options={people.map(({ userId, name }) => ({ value: userId as string, label: name }))}
          onChange={setTo}
        />
      )}
      <TextArea
        label="Schrijf de reden op"
        hint="De mensen in dit dossier lezen dit. De server niet."
        field="passOn.words"
        value={words}
        maxLength={500}
        onChange={(event) => setWords(event.target.value)}
      />
      {needsPapers ? (
        <>
          <p>
            Alleen de laptop van {firstName(member.name)} heeft de sleutel. Twee bewaarders typen daarom hun papier
            over. Jouw laptop krijgt het dossier dan ook; stop daarna bij Wie werkt mee met inzien.
          </p>
          <TwoPapers papers={papers} onChange={setPapers} />
        </>
      ) : (
        <p className="hint">De sleutel komt van een collega die hem heeft, zodra die verbinding maakt.</p>
      )}
      {takeOver.error ? <CallError error={takeOver.error} /> : null}
      {useParts.error ? <CallError error={useParts.error} /> : null}
    </Dialog>
  );
}
