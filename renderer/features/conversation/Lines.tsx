/**
 * Regels: what was said literally, a fact, or an opinion, each a record of its own with who said it. Words of a
 * resident are set in the serif; an opinion is muted and carries a name. The three never mix in one text.
 */
import { useState, type ReactNode } from 'react';
import { type LineKind } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { markDeleted } from '../../../shared/documents/accessors.ts';
import { readText, type RecordView } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { LineEditor } from './LineEditor.tsx';
import { LineRow } from './LineRow.tsx';

interface NoteParts {
  /** List items, for the list of notes. */
  readonly rows: ReactNode;
  readonly count: number;
}

/** The lines of a conversation, one of them open at a time, and how to add one. Ctrl+1 to 3 add too. */
export function useLines(
  replica: Replica,
  conversationId: RecordId,
): NoteParts & { readonly add: (kind: LineKind) => void } {
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
    const open = lines.find(({ id }) => id === openId);
    if (open && open.values.kind === kind && isEmpty(open.id)) return;
    close();
    const present = attendees.flatMap(({ values }) => (values.personId ? [values.personId] : []));
    const speaker = speakerFor(kind, me.name, lines, present);
    setOpenId(maker.createLast('lines', { conversationId, kind, ...speaker }));
  };
  useLineKeys(add);

  const rows = lines.map((line) =>
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
  );
  return { rows, count: lines.length, add };
}

type LineValues = RecordValues<'lines'>;

/** Who a new line is from, when that can be known: an opinion is mine; words are from whoever spoke last or is alone. */
function speakerFor(
  kind: LineKind,
  myName: string,
  lines: readonly RecordView<'lines'>[],
  present: readonly NonNullable<LineValues['speakerPersonId']>[],
): LineValues {
  if (kind === 'MENING') return { speakerName: myName };
  if (kind === 'FEIT') return {};
  const last = lines.findLast(({ values }) => values.kind === 'CITAAT')?.values;
  if (last?.speakerPersonId) return { speakerPersonId: last.speakerPersonId };
  if (last?.speakerName) return { speakerName: last.speakerName };
  return present.length === 1 && present[0] ? { speakerPersonId: present[0] } : {};
}

function useLineKeys(add: (kind: LineKind) => void): void {
  useShortcut('Ctrl+1', () => add('CITAAT'), { label: `Nieuwe regel: ${labels.lineKind.CITAAT}` });
  useShortcut('Ctrl+2', () => add('FEIT'), { label: `Nieuwe regel: ${labels.lineKind.FEIT}` });
  useShortcut('Ctrl+3', () => add('MENING'), { label: `Nieuwe regel: ${labels.lineKind.MENING}` });
  // A browser tab keeps Ctrl+1 to 3 for itself.
  useShortcut('Alt+Shift+1', () => add('CITAAT'), { label: `Nieuwe regel: ${labels.lineKind.CITAAT}`, keyOnly: true });
  useShortcut('Alt+Shift+2', () => add('FEIT'), { label: `Nieuwe regel: ${labels.lineKind.FEIT}`, keyOnly: true });
  useShortcut('Alt+Shift+3', () => add('MENING'), { label: `Nieuwe regel: ${labels.lineKind.MENING}`, keyOnly: true });
}
