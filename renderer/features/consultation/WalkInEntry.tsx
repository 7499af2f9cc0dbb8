/** Rapid capture by keyboard: who, question, what about, and now. Only the question is asked for. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { WalkIn } from '../../../shared/contract/commands/consultation.ts';
import { PERSPECTIVES } from '../../../shared/domain/codes.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { DocumentId, RecordId } from '../../../shared/domain/ids.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { MultiChoiceChips } from '../../ui/ChoiceChips.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { parseTypedDate } from '../../ui/dateText.ts';
import { undoToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { NextStep } from './NextStep.tsx';
import { useWalkInDraft } from './useWalkInDraft.ts';
import { isEmptyForm } from './walkInText.ts';
import { WhoField } from './WhoField.tsx';

interface WalkInEntryProps {
  readonly documentId: DocumentId;
  readonly start: WalkIn | null;
  readonly today: string;
  /** Set to what keeps the form before another walk-in takes its place. */
  readonly leave: RefObject<() => Promise<void>>;
  readonly onSaved: (walkInId: RecordId) => void;
  readonly onPutAside: () => void;
}

const NO_QUESTION = 'Vul in wat de vraag is.';
const KEYS = ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5'] as const;

export function WalkInEntry({ documentId, start, today, leave, onSaved, onPutAside }: WalkInEntryProps) {
  const { profile } = useVault();
  const draft = useWalkInDraft(documentId, start);
  const { form } = draft;
  const [typed, setTyped] = useState(form.who.kind === 'LATER' ? form.who.name : '');
  const [missing, setMissing] = useState(false);
  const question = useRef<HTMLTextAreaElement>(null);
  const root = useRef<HTMLFormElement>(null);
  const toQuestion = (): void => question.current?.focus();
  useEffect(() => {
    // Somebody who is known already: on with the question.
    if (start !== null && start.who.kind !== 'LEEG' && start.who.kind !== 'LATER') question.current?.focus();
  }, [start]);

  const save = (): void => {
    if (form.question.trim() === '') {
      setMissing(true);
      toQuestion();
      return;
    }
    // A date or a word that stands in a field counts, also when the field was not left.
    const date = root.current?.querySelector<HTMLInputElement>('[data-field="walkIn.dueOn"]');
    if (date && parseTypedDate(date.value, today) === null) {
      date.focus();
      date.blur();
      return;
    }
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    void draft.save().then((id) => id !== null && onSaved(id));
  };
  useEffect(() => {
    leave.current = async () => void (await draft.putAside());
  });
  const putAside = (): void => void draft.putAside().then((done) => done && onPutAside());
  const toggleAnonymous = (): void => {
    const anonymous = form.who.kind === 'ANONIEM';
    setTyped('');
    draft.change({ who: anonymous ? { kind: 'LEEG' } : { kind: 'ANONIEM' } });
    if (!anonymous) toQuestion();
  };
  const toggle = (index: number): void => {
    const code = PERSPECTIVES[index];
    if (code === undefined) return;
    const chosen = form.perspectives.includes(code);
    draft.change({
      perspectives: chosen ? form.perspectives.filter((each) => each !== code) : [...form.perspectives, code],
    });
  };
  useShortcut('Ctrl+Enter', save, { label: 'Bewaar gesprek' });
  useShortcut('Alt+A', toggleAnonymous, { label: 'Anoniem' });
  useShortcut('Alt+L', putAside, { label: 'Later afmaken' });
  useShortcut(KEYS[0], () => toggle(0), { label: 'Waar gaat het over? (Alt+1 tot Alt+5)' });
  useShortcut(KEYS[1], () => toggle(1));
  useShortcut(KEYS[2], () => toggle(2));
  useShortcut(KEYS[3], () => toggle(3));
  useShortcut(KEYS[4], () => toggle(4));
  // In a form that is still empty, undo is about the walk-in that was saved last.
  useShortcut('Ctrl+Z', () => (isEmptyForm(form) ? undoToast() : false));

  return (
    <form
      ref={root}
      className="walk-in"
      aria-label="Nieuw inloopgesprek"
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      {draft.error ? <CallError error={draft.error} /> : null}
      <WhoField
        who={form.who}
        typed={typed}
        today={today}
        onTyped={(text) => {
          setTyped(text);
          draft.change({ who: text.trim() === '' ? { kind: 'LEEG' } : { kind: 'LATER', name: text.trim() } });
        }}
        onChosen={(who) => {
          if (who.kind === 'LATER') setTyped(who.name);
          draft.change({ who });
          // Who typed ahead is further on already.
          if (document.activeElement?.closest('.who-picker')) toQuestion();
        }}
        onAhead={toQuestion}
        onAgain={() => {
          setTyped('');
          draft.change({ who: { kind: 'LEEG' } });
        }}
      />
      <TextArea
        ref={question}
        label="Wat is de vraag?"
        field="walkIn.question"
        hint="Liefst in de eigen woorden van de inwoner."
        voice
        rows={2}
        maxLength={2_000}
        spellCheck
        value={form.question}
        error={missing && form.question.trim() === '' ? NO_QUESTION : undefined}
        onChange={(event) => draft.change({ question: event.target.value })}
      />
      <MultiChoiceChips
        label="Waar gaat het over?"
        optional
        field="walkIn.perspective"
        values={form.perspectives}
        chips={PERSPECTIVES.map((code, index) => ({
          value: code,
          label: perspectiveLabel(profile, code),
          perspective: code,
          count: index + 1,
        }))}
        onChange={(perspectives) => draft.change({ perspectives: [...perspectives] })}
      />
      <NextStep form={form} today={today} onChange={draft.change} />
      <div className="walk-in-foot">
        <Button variant="primary" keys="Ctrl Enter" field="walkIn.save" onPress={save}>
          Bewaar gesprek
        </Button>
        <Button variant="quiet" field="walkIn.later" onPress={putAside}>
          Later afmaken
        </Button>
        <Checkbox
          field="walkIn.anonymous"
          selected={form.who.kind === 'ANONIEM'}
          onChange={() => {
            const anonymous = form.who.kind === 'ANONIEM';
            toggleAnonymous();
            // A press of the mouse leaves the focus on the box, after this.
            if (!anonymous) requestAnimationFrame(toQuestion);
          }}
        >
          Anoniem
        </Checkbox>
      </div>
    </form>
  );
}
