/** One dossier, without a name: the lead lets a colleague in, or looks in with a reason. Everybody in the dossier reads why. */
import { useState } from 'react';
import type { CaseloadRow } from '../../../shared/contract/commands/access.ts';
import type { TeamMember, TeamOverview } from '../../../shared/contract/commands/sharing.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioChoice } from '../../ui/RadioChoice.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { firstName } from './teamText.ts';
import { EMPTY_PAPERS, papersFilled, papersOf, TwoPapers, type TypedPaper } from './TwoPapers.tsx';

type Why = 'ZIEK' | 'VERTREK' | 'INZIEN';

/** `name`: of the colleague who has it now; null when nobody has the regie. */
const why = (name: string | null): readonly { readonly value: Why; readonly label: string }[] => [
  { value: 'ZIEK', label: `${name ?? 'Wie het had,'} is ziek of weg` },
  { value: 'VERTREK', label: `${name ?? 'Wie het had,'} gaat uit het team` },
  { value: 'INZIEN', label: 'Ik wil zelf inzien' },
];

interface PassOnProps {
  readonly row: CaseloadRow;
  /** Whose dossier it is; null when nobody has the regie. */
  readonly member: Pick<TeamMember, 'userId' | 'name'> | null;
  readonly team: TeamOverview;
  readonly onClose: () => void;
}

export function PassOn({ row, member, team, onClose }: PassOnProps) {
  const { me } = useVault();
  const takeOver = useCommand('access.takeOver');
  const useParts = useCommand('team.useParts');
  const dropParts = useCommand('team.dropParts');
  const [reason, setReason] = useState<Why>('ZIEK');
  const [to, setTo] = useState('');
  const [words, setWords] = useState('');
  const [chosen, choosePapers] = useState<boolean | null>(null);
  const [papers, setPapers] = useState<readonly TypedPaper[]>(EMPTY_PAPERS);
  const people = team.members.filter(
    ({ userId, revoked, roles }) => userId !== member?.userId && !revoked && roles.some((role) => role !== 'BEHEER'),
  );
  const onlyTheirs = row.otherHolders === 0 && !row.iHaveAccess;
  // Looking in can wait for the colleague's own laptop; passing on, when the colleague is away, mostly cannot.
  const needsPapers = onlyTheirs && (member === null || (chosen ?? reason !== 'INZIEN'));
  const user = reason === 'INZIEN' ? me.userId : to;
  const forMe = user === me.userId;
  const ready = user !== '' && words.trim() !== '' && (!needsPapers || papersFilled(papers));
  const save = async (): Promise<void> => {
    const input = { documentId: row.documentId, words: words.trim() };
    // Wrong papers leave nothing behind: nobody was let in yet.
    if (needsPapers && !(await useParts.run({ parts: papersOf(papers) }))) return;
    const given = await takeOver.run({ ...input, code: forMe ? 'INZIEN' : reason, userId: user as UserId });
    // The key can only be opened here: the lead's laptop must be in the dossier for as long as it takes to pass it on.
    const needsMe = needsPapers && !forMe;
    const mine = !needsMe || (given && (await takeOver.run({ ...input, code: 'INZIEN', userId: me.userId })));
    if (!given || !mine) {
      if (needsPapers) await dropParts.run({});
      return;
    }
    showToast({ text: 'Gedaan. Iedereen in dit dossier ziet wie er toegang kreeg, en waarom.' });
    onClose();
  };
  const what = row.kind === 'household' ? 'dossier' : 'apart stuk';
  return (
    <Dialog
      title={reason === 'INZIEN' ? `Zie ${what} ${row.mark} in` : `Geef ${what} ${row.mark} door`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            field="passOn.save"
            disabled={!ready}
            busy={takeOver.busy || useParts.busy ? 'Bezig' : undefined}
            describedBy="passOn.needed"
            onPress={() => void save()}
          >
            {reason === 'INZIEN' ? 'Zie het in' : 'Geef toegang'}
          </Button>
          <Button field="passOn.cancel" onPress={onClose}>
            Toch niet
          </Button>
        </>
      }
    >
      <RadioChoice
        label="Waarom?"
        field="passOn.why"
        value={reason}
        options={why(member === null ? null : firstName(member.name))}
        onChange={setReason}
      />
      {reason === 'INZIEN' ? null : (
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
        hint="Alleen de mensen in dit dossier kunnen dit lezen."
        field="passOn.words"
        value={words}
        maxLength={500}
        onChange={(event) => setWords(event.target.value)}
      />
      {onlyTheirs && member !== null ? (
        <Checkbox field="passOn.papers" selected={needsPapers} onChange={choosePapers}>
          Gebruik twee papieren van bewaarders
          <span className="meta">
            Alleen de laptop van {firstName(member.name)} heeft de sleutel. Blijft die laptop voorlopig uit? Dan kan het
            alleen zo.
          </span>
        </Checkbox>
      ) : null}
      {needsPapers ? (
        <>
          <p className="pass-on-papers">
            {member === null ? 'Geen laptop van het team heeft de sleutel. ' : ''}
            Vraag twee bewaarders om hun papier over te typen.
            {forMe ? '' : ' Jouw laptop krijgt het dossier dan ook. Stop daarna met inzien, bij Wie werkt mee?'}
          </p>
          <TwoPapers papers={papers} onChange={setPapers} />
        </>
      ) : (
        <p className="hint">De sleutel komt van een collega die hem heeft, zodra die verbinding maakt.</p>
      )}
      {reason === 'INZIEN' ? null : (
        <p className="hint">Je collega hoort het op Vandaag, en kan daarna zelf regisseur worden, bij Plan.</p>
      )}
      <p className="hint" id="passOn.needed">
        {ready ? '' : notReady(user === '', words.trim() === '')}
      </p>
      {takeOver.error ? <CallError error={takeOver.error} /> : null}
      {useParts.error ? <CallError error={useParts.error} /> : null}
    </Dialog>
  );
}

function notReady(noPerson: boolean, noWords: boolean): string {
  if (noPerson) return 'Kies nog wie het overneemt.';
  return noWords ? 'Schrijf nog een reden op.' : 'Vul nog twee papieren in.';
}
