/** Afspraken uit dit gesprek: who does what and when. Each is an action record, in the list and on Vandaag at once. */
import { useState, type ReactNode } from 'react';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useRecordMaker } from '../household/newRecord.ts';
import { ActionEditor } from './ActionEditor.tsx';
import { ActionRow } from './ActionRow.tsx';

interface AgreementParts {
  /** List items, for the list of notes. */
  readonly rows: ReactNode;
  readonly count: number;
  add(): void;
}

/** The agreements of a conversation, one open at a time, and how to add one (also Ctrl+Shift+A). */
export function useAgreements(replica: Replica, conversationId: RecordId): AgreementParts {
  const maker = useRecordMaker(replica);
  const returnField = useReturnField();
  const [openId, setOpenId] = useState<string | null>(() => recordIdIn(returnField, 'actions'));
  /** `turn` counts the new ones, so that each starts with an empty editor. */
  const [adding, setAdding] = useState<{ readonly turn: number; readonly id: string | null } | null>(null);
  const actions = useRecords(replica, 'actions').filter(({ values }) => values.conversationId === conversationId);
  const add = (): void => {
    setOpenId(null);
    setAdding({ turn: (adding?.turn ?? 0) + 1, id: null });
  };
  useShortcut('Ctrl+Shift+A', add, { label: 'Nieuwe afspraak' });
  useShortcut('Alt+A', add, { label: 'Nieuwe afspraak', keyOnly: true }); // a browser tab keeps Ctrl+Shift+A for itself
  const remove = (id: string): void => {
    setOpenId(null);
    setAdding(null);
    maker.removeWithUndo('actions', id, 'De afspraak is weggehaald.');
  };
  const known = actions.filter(({ id }) => id !== adding?.id);
  const rows = (
    <>
      {known.map((action) =>
        action.id === openId ? (
          <li key={action.id} className="note-line editing">
            <ActionEditor
              replica={replica}
              conversationId={conversationId}
              startId={action.id}
              onDone={() => setOpenId(null)}
              onRemove={() => remove(action.id)}
            />
          </li>
        ) : (
          <ActionRow
            key={action.id}
            replica={replica}
            action={action}
            onEdit={() => {
              setAdding(null);
              setOpenId(action.id);
            }}
          />
        ),
      )}
      {adding ? (
        <li key={`new.${adding.turn}`} className="note-line editing">
          <ActionEditor
            replica={replica}
            conversationId={conversationId}
            startId={null}
            onCreated={(id) => setAdding({ ...adding, id })}
            onDone={() => setAdding(null)}
            onRemove={() => (adding.id ? remove(adding.id) : setAdding(null))}
          />
        </li>
      ) : null}
    </>
  );
  return { rows, count: known.length + (adding ? 1 : 0), add };
}
