/** Aanvullingen: what was added later, each with its writer and day. Only the writer types in it, on that day. */
import { useState } from 'react';
import type { RecordId, UserId } from '../../../shared/domain/ids.ts';
import { markDeleted } from '../../../shared/documents/accessors.ts';
import { readText, type RecordView } from '../../../shared/documents/readers.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords, useText } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { longDate } from '../../ui/dateText.ts';
import { ReadText } from '../household/ReadText.tsx';
import { SectionText } from '../household/SectionText.tsx';
import { useRecordMaker } from '../household/newRecord.ts';

export function Addenda({ replica, conversationId }: { readonly replica: Replica; readonly conversationId: RecordId }) {
  const { me, today, writer } = useVault();
  const maker = useRecordMaker(replica);
  const returnField = useReturnField();
  const [openId, setOpenId] = useState<string | null>(() => recordIdIn(returnField, 'addenda'));
  const addenda = useRecords(replica, 'addenda')
    .filter(({ values }) => values.conversationId === conversationId)
    .toSorted((a, b) => a.createdMinute - b.createdMinute);
  const close = (): void => {
    if (openId !== null && readText(replica.doc, 'addenda', openId, 'text').trim() === '') {
      replica.change((doc) => markDeleted(doc, 'addenda', openId, writer));
    }
    void replica.flush();
    setOpenId(null);
  };
  return (
    <Section title="Aanvullingen" count={addenda.length}>
      <ul className="addenda">
        {addenda.map((addendum) => (
          <li key={addendum.id}>
            {addendum.id === openId ? (
              <>
                <SectionText
                  replica={replica}
                  kind="addenda"
                  id={addendum.id}
                  section="text"
                  label="Aanvulling"
                  rows={3}
                  autoFocus
                />
                <Button field={`addenda.${addendum.id}.klaar`} onPress={close}>
                  Klaar
                </Button>
              </>
            ) : (
              <Addendum
                replica={replica}
                addendum={addendum}
                {...(addendum.values.author === me.userId && addendum.values.writtenOn === today && replica.writable
                  ? { onEdit: () => setOpenId(addendum.id) }
                  : {})}
              />
            )}
          </li>
        ))}
      </ul>
      {openId === null ? (
        <Button
          icon="plus"
          field="addenda.add"
          disabled={!replica.writable}
          onPress={() => setOpenId(maker.create('addenda', { conversationId, author: me.userId, writtenOn: today }))}
        >
          Schrijf een aanvulling
        </Button>
      ) : null}
    </Section>
  );
}

interface AddendumProps {
  readonly replica: Replica;
  readonly addendum: RecordView<'addenda'>;
  readonly onEdit?: () => void;
}

function Addendum({ replica, addendum, onEdit }: AddendumProps) {
  const { today, nameOf } = useVault();
  const text = useText(replica, 'addenda', addendum.id, 'text');
  const { author, writtenOn = '' } = addendum.values;
  return (
    <>
      <p className="meta">
        {author ? nameOf(author as UserId) : 'onbekend'}, {longDate(writtenOn, today)}
      </p>
      <ReadText text={text} />
      {onEdit ? (
        <Button variant="quiet" icon="pencil-simple-line" field={`addenda.${addendum.id}.open`} onPress={onEdit}>
          Wijzig
        </Button>
      ) : null}
    </>
  );
}
