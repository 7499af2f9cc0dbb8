/**
 * One agreement being written. The order of who is fixed: first the resident, last the municipality. The record is made
 * as soon as there are words, so that a half-typed agreement survives a lock.
 */
import { useRef, useState, type ReactNode } from 'react';
import { ACTION_STATUSES, LADDER, type LadderStep, type Perspective } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { setFields } from '../../../shared/documents/accessors.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useDraft } from '../../data/useDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { DateField, FOLLOW_UP_DATES } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { longDate } from '../../ui/dateText.ts';
import { CodeSelect } from '../household/RecordFields.tsx';
import { DeletedBesideEdit, TwoVersions } from '../household/TwoVersions.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { useRecordForm, type RecordForm } from '../household/recordForm.ts';
import { PerspectivePick } from './PerspectivePick.tsx';
import { WhoPick } from './WhoPick.tsx';

type ActionValues = RecordValues<'actions'>;

interface ActionEditorProps {
  readonly replica: Replica;
  /** Null: it was not agreed in a conversation, but in the plan. */
  readonly conversationId: RecordId | null;
  /** Null: a new one. */
  readonly startId: string | null;
  /** What a new one starts with besides its words. */
  readonly startWith?: ActionValues;
  /** Questions under the usual ones, once there are words. */
  readonly more?: (form: RecordForm<'actions'>) => ReactNode;
  readonly onCreated?: (id: string) => void;
  readonly onDone: () => void;
  readonly onRemove: () => void;
}

export function ActionEditor(props: ActionEditorProps) {
  const { replica, conversationId, startId, onCreated, onDone, onRemove } = props;
  const { today, writer } = useVault();
  const maker = useRecordMaker(replica);
  const [id, setId] = useState(startId);
  /** Known at once, also when the screen goes before it is drawn again: one agreement, never two. */
  const made = useRef(startId);
  const root = useRef<HTMLFormElement>(null);
  const [before, setBefore] = useState<ActionValues>({ ladder: '1_ZELF', status: 'GEPLAND', ...props.startWith });
  const form = useRecordForm(replica, 'actions', id ?? '');
  const values: ActionValues = form?.view.values ?? before;
  const field = (name: string): string => `actions.${id ?? 'new'}.${name}`;

  const set = (changes: ActionValues): void => {
    if (form) for (const [name, value] of Object.entries(changes)) form.set(name as keyof ActionValues, value);
    else setBefore({ ...before, ...changes });
  };
  const what = useDraft(values.what ?? '', (next) => {
    if (next.trim() === '') return 'Vul in wat er is afgesproken.';
    const words = next.trim().slice(0, 500);
    const known = made.current;
    if (known !== null) {
      replica.change((doc) => setFields(doc, 'actions', known, { what: words }, writer));
      return undefined;
    }
    made.current = maker.createLast('actions', {
      ...before,
      what: words,
      ...(conversationId === null ? {} : { conversationId }),
    });
    setId(made.current);
    onCreated?.(made.current);
    return undefined;
  });
  const done = (): void => {
    if (what.value.trim() === '' && !form) onDone();
    else {
      what.settle();
      if (what.value.trim() !== '') onDone();
    }
  };
  // In a conversation this key ends the conversation, which settles its agreements.
  useShortcut('Ctrl+Enter', () => (root.current?.contains(document.activeElement) ? done() : false), {
    enabled: conversationId === null,
    label: 'Klaar met deze afspraak',
  });

  return (
    <form
      ref={root}
      className="action-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        done();
      }}
    >
      {form ? <DeletedBesideEdit form={form} what="Een collega haalde deze afspraak weg." /> : null}
      <TextField
        label="Wat spreken jullie af?"
        field={field('what')}
        value={what.value}
        error={what.error}
        onChange={what.change}
        onBlur={what.settle}
        maxLength={500}
        spellCheck
        autoFocus
      />
      {form ? <TwoVersions form={form} field="what" label="Afspraak" /> : null}
      <ChoiceChips<LadderStep>
        label="Wie doet het?"
        required
        field={field('ladder')}
        value={values.ladder ?? '1_ZELF'}
        chips={LADDER.map((step) => ({ value: step, label: labels.ladder[step] }))}
        onChange={(ladder) => ladder && set({ ladder, whoPersonId: '', whoName: '', whoUser: '' } as ActionValues)}
      />
      {form ? (
        <TwoVersions
          form={form}
          field="ladder"
          label="Wie doet het?"
          show={(value) => labels.ladder[value as LadderStep] ?? ''}
        />
      ) : null}
      <WhoPick replica={replica} values={values} field={field} onChange={set} />
      <DateField
        label="Wanneer is het klaar?"
        optional
        field={field('dueOn')}
        today={today}
        value={values.dueOn ?? ''}
        quick={FOLLOW_UP_DATES}
        onChange={(dueOn) => set({ dueOn })}
      />
      {form ? (
        <TwoVersions form={form} field="dueOn" label="Wanneer" show={(value) => longDate(String(value), today)} />
      ) : null}
      <div className="row">
        <span className="label">Hoort bij</span>
        <PerspectivePick
          field={field('perspective')}
          value={values.perspective ?? ''}
          onChange={(perspective: Perspective | '') => set({ perspective })}
        />
      </div>
      {form ? props.more?.(form) : null}
      {form && startId !== null ? (
        <CodeSelect
          form={form}
          field="status"
          label="Hoe gaat het?"
          codes={ACTION_STATUSES}
          labels={labels.actionStatus}
        />
      ) : null}
      <div className="row">
        <Button type="submit" field={field('klaar')}>
          Klaar met deze afspraak
        </Button>
        <Button variant="quiet" icon="trash" field={field('verwijder')} onPress={onRemove}>
          {form ? 'Haal weg' : 'Toch niet'}
        </Button>
      </div>
    </form>
  );
}
