/** Writing down one step: when, with whom, what. It is a logged decision and never changes afterwards. */
import { useState } from 'react';
import { CalendarDate } from '../../../shared/domain/dates.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { stepProblem, type StepGuide } from '../../../shared/domain/meldcode.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CallError } from '../household/CallError.tsx';

interface StepFormProps {
  readonly replica: Replica;
  readonly meldcodeId: RecordId;
  readonly guide: StepGuide;
  readonly onDone: () => void;
}

export function StepForm({ replica, meldcodeId, guide, onDone }: StepFormProps) {
  const { today, me } = useVault();
  const record = useCommand('meldcode.recordStep');
  const draft = useFormDraft(`${replica.documentId}.meldcode.${meldcodeId}.${guide.step}`, {
    on: today as string,
    by: me.name as string,
    reasoning: '',
    closes: false as boolean,
  });
  const { on, by, reasoning, closes } = draft.values;
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const field = (name: string): string => `meldcode.${guide.step}.${name}`;
  const save = async (skipped: boolean): Promise<void> => {
    const found = stepProblem({ step: guide.step, on, reasoning, skipped });
    const empty = reasoning.trim() === '' ? 'Schrijf op wat er is gebeurd. Een paar woorden is genoeg.' : undefined;
    setProblem(found?.sentence ?? empty);
    if (found || empty || !(await replica.flush())) return;
    const done = await record.run({
      documentId: replica.documentId,
      meldcodeId,
      step: guide.step,
      on: CalendarDate.parse(on),
      by: by.trim(),
      reasoning: reasoning.trim(),
      skipped,
      closes: closes && guide.step === '5_BESLISSEN',
    });
    if (!done) return;
    draft.done();
    onDone();
  };
  return (
    <div className="step-form">
      <ul className="bullets muted">
        {guide.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <TextArea
        label="Wat is er gebeurd, en wat vind je ervan?"
        field={field('reasoning')}
        value={reasoning}
        error={problem}
        rows={3}
        spellCheck
        maxLength={10_000}
        onChange={(event) => draft.change({ reasoning: event.target.value })}
      />
      <div className="form-grid">
        <DateField
          label="Wanneer?"
          field={field('on')}
          value={on}
          today={today}
          onChange={(date) => draft.change({ on: date })}
        />
        <TextField
          label="Wie deed dit?"
          field={field('by')}
          value={by}
          maxLength={200}
          onChange={(name) => draft.change({ by: name })}
        />
      </div>
      {guide.step === '5_BESLISSEN' ? (
        <Checkbox field={field('closes')} selected={closes} onChange={(chosen) => draft.change({ closes: chosen })}>
          Hiermee sluiten we deze meldcode af
        </Checkbox>
      ) : null}
      {record.error ? <CallError error={record.error} /> : null}
      <div className="row">
        <Button
          field={field('save')}
          busy={record.busy ? 'Bezig' : undefined}
          disabled={!replica.writable}
          onPress={() => void save(false)}
        >
          Leg deze stap vast
        </Button>
        {guide.maySkip ? (
          <Button variant="quiet" field={field('skip')} disabled={!replica.writable} onPress={() => void save(true)}>
            Gesprek kan nu niet, leg uit waarom
          </Button>
        ) : null}
      </div>
    </div>
  );
}
