import { useState } from 'react';
import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import { ErrorReport } from '../../app/ErrorReport.tsx';
import { WorkLine } from '../../app/WorkLine.tsx';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { showToast } from '../../ui/toasts.ts';
import { backupMeta, momentText } from './backupText.ts';
import { lastRepairText } from './repairText.ts';

const SHOWN = 8;

/** Encrypted copies on this laptop: make one, or go back to one. */
export function Backups() {
  const { today, replicas } = useVault();
  const list = useQuery('backup.list', {});
  const repaired = useQuery('vault.lastRepair', {});
  const create = useCommand('backup.create');
  const restore = useCommand('backup.restore');
  const [chosen, setChosen] = useState<BackupRow | null>(null);
  const [all, setAll] = useState(false);
  const rows = list.data ?? [];

  async function make(): Promise<void> {
    await replicas.flushAll();
    const made = await create.run({});
    if (!made) return;
    list.reload();
    showToast({ text: 'De reservekopie is gemaakt en gecontroleerd.' });
  }

  async function goBack(row: BackupRow): Promise<void> {
    await replicas.flushAll();
    // A restore locks afterwards; the session shows the unlock screen by itself.
    if (await restore.run({ backupId: row.backupId })) setChosen(null);
  }

  return (
    <Section
      title="Reservekopieën"
      count={rows.length}
      aside={
        <Button
          variant="quiet"
          icon="plus"
          field="backup.create"
          busy={create.busy ? 'Bezig met kopiëren…' : undefined}
          onPress={() => void make()}
        >
          Maak een reservekopie
        </Button>
      }
    >
      <WorkLine work="BACKUP" />
      {create.error ? <ErrorReport error={create.error} /> : null}
      {list.error ? <ErrorReport error={list.error} /> : null}
      {repaired.data?.repair ? <p className="settings-note">{lastRepairText(repaired.data.repair)}</p> : null}
      {list.data && rows.length === 0 ? (
        <p className="muted settings-note">Er is nog geen reservekopie. Samenspel maakt er elke dag vanzelf een.</p>
      ) : null}
      <ul>
        {rows.slice(0, all ? undefined : SHOWN).map((row) => (
          <ListRow
            key={row.backupId}
            title={momentText(row.madeAtMs, today)}
            meta={backupMeta(row)}
            trail={
              <Button variant="quiet" field={`backup.restore.${row.backupId}`} onPress={() => setChosen(row)}>
                Zet terug
              </Button>
            }
          />
        ))}
      </ul>
      {rows.length > SHOWN && !all ? (
        <Button variant="quiet" field="backup.all" onPress={() => setAll(true)}>
          Toon alle {rows.length}
        </Button>
      ) : null}
      <Dialog
        title="Zet deze reservekopie terug?"
        alert
        isOpen={chosen !== null}
        onClose={() => {
          restore.clearError();
          setChosen(null);
        }}
        actions={
          <>
            <Button
              variant="primary"
              field="backup.confirm"
              busy={restore.busy ? 'Bezig met terugzetten…' : undefined}
              onPress={() => {
                if (chosen) void goBack(chosen);
              }}
            >
              Zet terug en vergrendel
            </Button>
            <Button variant="quiet" autoFocus field="backup.cancel" onPress={() => setChosen(null)}>
              Laat zo
            </Button>
          </>
        }
      >
        <p>
          Alles wordt weer zoals op {chosen ? momentText(chosen.madeAtMs, today) : ''}. Wat je daarna schreef, bewaren
          we eerst in een eigen reservekopie. Daarna ontgrendel je opnieuw.
        </p>
        <WorkLine work="RESTORE" />
        {restore.error ? <ErrorReport error={restore.error} /> : null}
      </Dialog>
    </Section>
  );
}
