/**
 * What stood in a record before, who changed it and when; of a text, which words went and came. Earlier versions may be
 * taken away, because something may have been written down that should not be there.
 */
import { useState } from 'react';
import type { HistoryEntry } from '../../../shared/contract/commands/plan.ts';
import type { RecordKind } from '../../../shared/documents/schema.ts';
import { fieldName } from '../../../shared/domain/fieldLabels.ts';
import { wordChanges } from '../../../shared/domain/wordChanges.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CallError } from '../household/CallError.tsx';
import { momentText } from '../household/TwoVersions.tsx';
import { useValueText } from './valueText.ts';
import './history.css';

interface HistoryDialogProps {
  readonly replica: Replica;
  readonly kind: RecordKind;
  readonly id: string;
  readonly onClose: () => void;
}

export function HistoryDialog({ replica, kind, id, onClose }: HistoryDialogProps) {
  const what = { documentId: replica.documentId, kind, recordId: id };
  const { today, nameOf, me } = useVault();
  const history = useQuery('history.list', what);
  const erase = useCommand('history.erase');
  const [asking, setAsking] = useState(false);
  const entries = history.data?.entries ?? [];
  const eraseAll = async (): Promise<void> => {
    if (!(await replica.flush()) || (await erase.run(what)) === null) return;
    setAsking(false);
    history.reload();
  };
  return (
    <Dialog
      title="Wie schreef wat, wanneer"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" field="history.close" onPress={onClose}>
            Klaar
          </Button>
          {entries.length > 0 && !asking ? (
            <Button icon="trash" field="history.erase" disabled={!replica.writable} onPress={() => setAsking(true)}>
              Haal eerdere versies weg
            </Button>
          ) : null}
        </>
      }
    >
      {history.error ? <CallError error={history.error} retry={history.reload} /> : null}
      {history.data ? (
        <p className="muted">
          Gemaakt door {history.data.madeBy === me.userId ? 'jou' : nameOf(history.data.madeBy)},{' '}
          {momentText(Math.floor(history.data.madeAtMs / 60_000), today)}.
          {entries.length === 0 ? ' Er zijn geen eerdere versies.' : ''}
        </p>
      ) : null}
      {asking ? (
        <div className="well" role="group" aria-label="Eerdere versies weghalen">
          <p>Wat er nu staat, blijft. Eerdere versies gaan weg van deze laptop en komen niet terug.</p>
          <p>
            <Button field="history.erase.yes" busy={erase.busy ? 'Bezig' : undefined} onPress={() => void eraseAll()}>
              Haal ze weg
            </Button>{' '}
            <Button variant="quiet" field="history.erase.no" onPress={() => setAsking(false)}>
              Toch niet
            </Button>
          </p>
        </div>
      ) : null}
      {erase.error ? <CallError error={erase.error} /> : null}
      <ol className="history">
        {entries.map((entry) => (
          <Entry key={`${entry.part} ${entry.atMs}`} replica={replica} kind={kind} entry={entry} />
        ))}
      </ol>
      {entries.length > 0 ? <p className="muted">Zoals deze laptop het weet.</p> : null}
    </Dialog>
  );
}

interface EntryProps {
  readonly replica: Replica;
  readonly kind: RecordKind;
  readonly entry: HistoryEntry;
}

function Entry({ replica, kind, entry }: EntryProps) {
  const { today, nameOf } = useVault();
  const valueText = useValueText(replica, kind);
  const { part, before, after } = entry;
  return (
    <li>
      <p className="history-head">
        <b>{fieldName(part)}</b>
        <span className="meta">
          {nameOf(entry.userId)}, {momentText(Math.floor(entry.atMs / 60_000), today)}
        </span>
      </p>
      {entry.text ? (
        <p className="history-text">
          {wordChanges(before, after).map((change, index) =>
            change.kind === 'kept' ? (
              <span key={index}>{change.text}</span>
            ) : change.kind === 'removed' ? (
              <del key={index}>
                <span className="visually-hidden"> weggehaald: </span>
                {change.text}
              </del>
            ) : (
              <ins key={index}>
                <span className="visually-hidden"> erbij: </span>
                {change.text}
              </ins>
            ),
          )}
        </p>
      ) : (
        <p className="history-text">
          {valueText(part, after)}
          {before === '' ? null : <span className="meta">Eerst: {valueText(part, before)}</span>}
        </p>
      )}
    </li>
  );
}
