/** A list of small records that open in place, one at a time. An item that was added and left empty goes by itself. */
import { useState, type ReactNode } from 'react';
import { markDeleted } from '../../../shared/documents/accessors.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { commitDrafts } from '../../data/drafts.ts';
import type { Replica } from '../../data/replica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRecordMaker, type OrderedKind } from './newRecord.ts';

interface EditableListProps<K extends OrderedKind> {
  readonly replica: Replica;
  readonly kind: K;
  /** What one of them is called, for buttons that are read aloud. */
  readonly name: string;
  readonly items: readonly { readonly id: string; readonly title: ReactNode; readonly meta: ReactNode }[];
  /** What a new one starts with. */
  readonly blank: RecordValues<K>;
  readonly addLabel: string;
  readonly removed: string;
  /** The fields that make an item worth keeping. */
  readonly words?: readonly string[];
  readonly editor: (id: string, onRemove: () => void) => ReactNode;
}

export function EditableList<K extends OrderedKind>({ replica, kind, items, blank, ...texts }: EditableListProps<K>) {
  const maker = useRecordMaker(replica);
  const { writer } = useVault();
  const returnField = useReturnField();
  const [openId, setOpenId] = useState<string | null>(() => recordIdIn(returnField, kind));
  const close = (): void => {
    commitDrafts();
    if (openId !== null && isEmpty(replica, kind, openId, texts.words ?? ['text']))
      replica.change((doc) => markDeleted(doc, kind, openId, writer));
    setOpenId(null);
  };
  return (
    <>
      <ul className="editable-list">
        {items.map(({ id, title, meta }) => (
          <li key={id} data-open={openId === id ? true : undefined}>
            <div className="person-head">
              <span className="list-row-text">
                {title || <span className="muted">Nog leeg</span>}
                {meta ? <span className="meta">{meta}</span> : null}
              </span>
              <Button
                icon={openId === id ? 'caret-up' : 'pencil-simple-line'}
                expanded={openId === id}
                field={`${kind}.${id}.open`}
                onPress={() => {
                  close();
                  if (openId !== id) setOpenId(id);
                }}
              >
                {openId === id ? 'Klaar' : 'Wijzig'}
                <span className="visually-hidden"> {title || texts.name}</span>
              </Button>
            </div>
            {openId === id
              ? texts.editor(id, () => {
                  setOpenId(null);
                  maker.removeWithUndo(kind, id, texts.removed);
                })
              : null}
          </li>
        ))}
      </ul>
      <Button
        icon="plus"
        field={`${kind}.add.${Object.values(blank).join('.')}`}
        disabled={!replica.writable}
        onPress={() => {
          close();
          setOpenId(maker.createLast(kind, blank as RecordValues<OrderedKind>));
        }}
      >
        {texts.addLabel}
        <span className="visually-hidden"> aan {texts.name}</span>
      </Button>
    </>
  );
}

function isEmpty(replica: Replica, kind: OrderedKind, id: string, words: readonly string[]): boolean {
  const view = readRecord(replica.doc, kind, id);
  if (view === null || view.deleted) return false;
  const values: Readonly<Record<string, unknown>> = view.values;
  return words.every((field) => typeof values[field] !== 'string' || values[field].trim() === '');
}
