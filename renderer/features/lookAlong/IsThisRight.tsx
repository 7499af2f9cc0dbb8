/**
 * Klopt dit? Always at the bottom. A yes is kept, with what was on screen, and can be taken back at once. What a resident wants changed is kept in their own words: as a quote in the
 * conversation that is being written, or else as something for the worker to come back to. The plan itself changes only
 * when both talk about it.
 */
import { useRef, useState } from 'react';
import { createRecord, markDeleted, replaceText } from '../../../shared/documents/accessors.ts';
import { orderKeyAtEnd } from '../../../shared/documents/order.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { ResidentText } from '../../../shared/resident/residentTexts.ts';
import type { Replica } from '../../data/replica.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { keepYes } from './residentYes.ts';

const LONGEST = 400;

interface IsThisRightProps {
  readonly replica: Replica;
  readonly texts: Readonly<Record<ResidentText, string>>;
  /** What was on screen, so that the words can be understood later. */
  readonly about: string;
  /** The goal that was on screen; empty when it was something else. */
  readonly goalId: RecordId | '';
}

export function IsThisRight({ replica, texts, about, goalId }: IsThisRightProps) {
  const [answer, setAnswer] = useState('');
  const draft = useFormDraft(`${replica.documentId}.lookAlong`, { words: '' });
  const { words } = draft.values;
  const [writing, setWriting] = useState(draft.begun);
  const keep = useKeepWords(replica);
  const { me, today, writer } = useVault();
  const [kept, setKept] = useState<RecordId | null>(null);
  // Not on the next button: who presses Enter twice would take back what was just said.
  const question = useRef<HTMLHeadingElement>(null);
  const agree = (): void => {
    setKept(replica.change((doc) => keepYes(doc, { goalId, about, worker: me.userId, today }, writer)));
    setAnswer(texts.goodToHear);
    question.current?.focus();
    void replica.flush();
  };
  const takeBack = (id: RecordId): void => {
    replica.change((doc) => markDeleted(doc, 'residentAgreements', id, writer));
    setKept(null);
    setAnswer('');
    question.current?.focus();
    void replica.flush();
  };
  const done = (): void => {
    if (words.trim() === '') return;
    keep(words.trim(), about);
    draft.done();
    setWriting(false);
    setAnswer(texts.thanks);
  };
  return (
    <footer className="look-along-foot">
      {writing ? (
        <div className="look-along-change">
          <TextArea
            label={texts.changeWhat}
            hint={texts.changeHelp}
            field="lookAlong.words"
            rows={2}
            autoFocus
            maxLength={LONGEST}
            value={words}
            onChange={(event) => draft.change({ words: event.target.value })}
          />
          <Button variant="primary" icon="check" field="lookAlong.keep" onPress={done}>
            Schrijf op
          </Button>
          <Button field="lookAlong.back" onPress={() => setWriting(false)}>
            Terug
          </Button>
        </div>
      ) : (
        <>
          <p role="status">{answer}</p>
          <h2 ref={question} tabIndex={-1}>
            {texts.isThisRight}
          </h2>
          {kept === null ? (
            <Button
              key="yes"
              variant="primary"
              icon="check"
              field="lookAlong.yes"
              disabled={!replica.writable}
              onPress={agree}
            >
              {texts.yes}
            </Button>
          ) : (
            <Button key="notYes" field="lookAlong.notYes" onPress={() => takeBack(kept)}>
              {texts.notYes}
            </Button>
          )}
          <Button
            icon="pencil-simple-line"
            field="lookAlong.change"
            disabled={!replica.writable}
            onPress={() => setWriting(true)}
          >
            {texts.change}
          </Button>
        </>
      )}
    </footer>
  );
}

/** Keeps the words of a resident where the worker finds them back. */
function useKeepWords(replica: Replica): (words: string, about: string) => void {
  const { me, writer, today } = useVault();
  return (words, about) => {
    replica.change((doc) => {
      const open = readRecords(doc, 'conversations')
        .filter(({ values }) => !values.finalizedAt && values.author === me.userId && values.date === today)
        .at(-1);
      if (open) {
        const others = readRecords(doc, 'lines', { withDeleted: true }).map(({ id, values }) => ({
          id,
          ord: values.ord ?? '',
        }));
        const line = { conversationId: open.id, kind: 'CITAAT', ord: orderKeyAtEnd(others) } as const;
        const id = createRecord(doc, 'lines', line, writer);
        replaceText(doc, 'lines', id, 'text', words);
        return;
      }
      const others = readRecords(doc, 'actions', { withDeleted: true }).map(({ id, values }) => ({
        id,
        ord: values.ord ?? '',
      }));
      const what =
        `Bespreek wat de inwoner wil veranderen${about ? ` bij ‘${about.slice(0, 60)}’` : ''}: ${words}`.slice(0, 500);
      const action = {
        what,
        ladder: '4_GEMEENTE',
        whoUser: me.userId,
        status: 'GEPLAND',
        ord: orderKeyAtEnd(others),
      } as const;
      createRecord(doc, 'actions', action, writer);
    });
    void replica.flush();
  };
}
