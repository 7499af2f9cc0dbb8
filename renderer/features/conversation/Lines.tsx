/**
 * Regels: what was said literally, a fact, or an opinion, each a record of its own with who said it. Words of a
 * resident are set in the serif; an opinion is muted and carries a name. The three never mix in one text.
 */
import { useState } from 'react';
import { LINE_KINDS, type LineKind } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { markDeleted } from '../../../shared/documents/accessors.ts';
import { readText } from '../../../shared/documents/readers.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { LineEditor } from './LineEditor.tsx';
import { LineRow } from './LineRow.tsx';

export const lineIcons: Readonly<Record<LineKind, IconName>> = {
  CITAAT: 'quotes',
  FEIT: 'eye',
  MENING: 'chat-teardrop-text',
};

interface LinesProps {
  readonly replica: Replica;
  readonly conversationId: RecordId;
}

export function Lines({ replica, conversationId }: LinesProps) {
  const { me, writer } = useVault();
  const maker = useRecordMaker(replica);
  const returnField = useReturnField();
  const [openId, setOpenId] = useState<string | null>(() => recordIdIn(returnField, 'lines'));
  const lines = useRecords(replica, 'lines').filter(({ values }) => values.conversationId === conversationId);
  const attendees = useRecords(replica, 'attendees').filter(({ values }) => values.conversationId === conversationId);
  const isEmpty = (id: string): boolean => readText(replica.doc, 'lines', id, 'text').trim() === '';

  /** A line that was begun and left empty goes by itself. */
  const close = (): void => {
    if (openId !== null && lines.some(({ id }) => id === openId) && isEmpty(openId)) {
      replica.change((doc) => markDeleted(doc, 'lines', openId, writer));
    }
    setOpenId(null);
  };

  const add = (kind: LineKind): void => {
    if (openId !== null && isEmpty(openId)) {
      const open = lines.find(({ id }) => id === openId);
      if (open && open.values.kind !== kind) replica.change((doc) => markDeleted(doc, 'lines', openId, writer));
      else if (open) return;
    }
    const lastSpeaker = lines.findLast(({ values }) => values.kind === 'CITAAT')?.values;
    const only = attendees.filter(({ values }) => values.personId);
    const speaker =
      kind === 'MENING'
        ? { speakerName: me.name }
        : kind === 'CITAAT' && lastSpeaker
          ? { speakerPersonId: lastSpeaker.speakerPersonId ?? '', speakerName: lastSpeaker.speakerName ?? '' }
          : kind === 'CITAAT' && only.length === 1
            ? { speakerPersonId: only[0]?.values.personId ?? '' }
            : {};
    setOpenId(
      maker.createLast('lines', { conversationId, kind, ...speaker } as Parameters<
        typeof maker.createLast<'lines'>
      >[1]),
    );
  };

  useLineKey('Ctrl+1', 'CITAAT', add, true);
  useLineKey('Ctrl+2', 'FEIT', add, true);
  useLineKey('Ctrl+3', 'MENING', add, true);
  // A browser tab keeps Ctrl+1 to 3 for itself.
  useLineKey('Alt+Shift+1', 'CITAAT', add, false);
  useLineKey('Alt+Shift+2', 'FEIT', add, false);
  useLineKey('Alt+Shift+3', 'MENING', add, false);

  return (
    <>
      {lines.length > 0 ? (
        <ul className="note-lines" aria-label="Regels">
          {lines.map((line) =>
            line.id === openId ? (
              <LineEditor
                key={line.id}
                replica={replica}
                lineId={line.id}
                onDone={close}
                onRemove={() => {
                  setOpenId(null);
                  maker.removeWithUndo('lines', line.id, 'De regel is weggehaald.');
                }}
              />
            ) : (
              <LineRow
                key={line.id}
                replica={replica}
                line={line}
                onEdit={() => {
                  close();
                  setOpenId(line.id);
                }}
              />
            ),
          )}
        </ul>
      ) : null}
      <div className="row add-line" role="group" aria-label="Nieuwe regel">
        {LINE_KINDS.map((kind, index) => (
          <Button
            key={kind}
            icon={lineIcons[kind]}
            keys={`Ctrl ${index + 1}`}
            field={`lines.add.${kind}`}
            onPress={() => add(kind)}
          >
            {labels.lineKind[kind]}
          </Button>
        ))}
      </div>
    </>
  );
}

function useLineKey(keys: string, kind: LineKind, add: (kind: LineKind) => void, listed: boolean): void {
  useShortcut(keys, () => add(kind), listed ? { label: `Nieuwe regel: ${labels.lineKind[kind]}` } : {});
}
