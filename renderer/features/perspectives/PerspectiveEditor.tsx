/** Writing one look at one perspective, with a question that turns and the checks a worker asks himself. */
import { useState } from 'react';
import { DISCUSSED, IMPORTANCES, type Perspective } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { hintFor, perspectiveGuides } from '../../../shared/domain/perspectivePrompts.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CodeSelect, DateInput, LongTextInput, TextInput } from '../household/RecordFields.tsx';
import { RemoveButton } from '../household/RecordFoot.tsx';
import { DeletedBesideEdit } from '../household/TwoVersions.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { perspectiveChips } from '../household/perspectiveChips.ts';
import { shortName } from '../household/personText.ts';
import { useRecordForm } from '../household/recordForm.ts';
import { useAddGoal } from '../plan/useAddGoal.ts';
import { HistoryButton } from '../history/HistoryButton.tsx';

interface PerspectiveEditorProps {
  readonly replica: Replica;
  readonly code: Perspective;
  readonly id: string;
  readonly onClose: () => void;
}

export function PerspectiveEditor({ replica, code, id, onClose }: PerspectiveEditorProps) {
  const { profile } = useVault();
  const maker = useRecordMaker(replica);
  const addGoal = useAddGoal(replica);
  const form = useRecordForm(replica, 'perspectiveViews', id);
  const persons = useRecords(replica, 'persons');
  const [turn, setTurn] = useState(0);
  const [goalIn, setGoalIn] = useState<Perspective>(code);
  if (!form) return null;
  const { personId, saidByPersonId } = form.view.values;
  return (
    <div className="perspective-editor">
      <DeletedBesideEdit form={form} what="Een collega haalde dit weg." />
      <p className="prompt-turn">
        <span className="muted" aria-live="polite">
          {hintFor(code, profile.residentAddress, turn)}
        </span>
        <Button variant="quiet" field={form.fieldId('vraag')} onPress={() => setTurn(turn + 1)}>
          Andere vraag
        </Button>
      </p>
      <div className="form-grid">
        <LongTextInput form={form} field="goesWell" label="Wat gaat goed?" autoFocus />
        <LongTextInput form={form} field="couldBeBetter" label="Wat mag anders?" />
        <LongTextInput form={form} field="wish" label="Wens" voice />
        <LongTextInput form={form} field="nextStep" label="Eerstvolgende stap" />
      </div>
      {form.text('wish').trim() === '' ? null : (
        <div className="wish-to-goal">
          <ChoiceChips
            label="Een oplossing ligt soms in een ander perspectief. Waar hoort het doel bij?"
            required
            field={form.fieldId('doelIn')}
            value={goalIn}
            chips={perspectiveChips(profile)}
            onChange={(chosen) => setGoalIn(chosen ?? code)}
          />
          <Button
            icon="flag"
            field={form.fieldId('doel')}
            disabled={form.readOnly}
            onPress={() => {
              const owner = saidByPersonId || personId;
              addGoal(form.text('wish'), { perspective: goalIn, ...(owner ? { ownerPersonId: owner } : {}) });
              showToast({ text: 'Er staat een doel bij Plan, in dezelfde woorden.' });
            }}
          >
            Maak hier een doel van
          </Button>
        </div>
      )}
      <div className="form-grid">
        <CodeSelect
          form={form}
          field="saidByPersonId"
          label="Wie zegt dit?"
          optional
          emptyLabel="Niet gekozen"
          codes={persons.map((person) => person.id as string)}
          labels={Object.fromEntries(persons.map((person) => [person.id, shortName(person)]))}
        />
        <TextInput form={form} field="saidByName" label="Of iemand anders" optional maxLength={200} />
        <CodeSelect
          form={form}
          field="discussed"
          label="Besproken?"
          codes={DISCUSSED}
          labels={labels.discussed}
          emptyLabel="Niet gekozen"
        />
        <CodeSelect
          form={form}
          field="importance"
          label="Hoe belangrijk is dit, zeggen ze zelf?"
          optional
          emptyLabel="Niet gevraagd"
          codes={IMPORTANCES}
          labels={labels.importance}
        />
        <DateInput form={form} field="date" label="Datum" />
      </div>
      <details className="self-checks">
        <summary>Vragen aan jezelf</summary>
        <ul>
          {perspectiveGuides[code].uitgangspunten.map((point) => (
            <li key={point.code}>{point.selfCheck}</li>
          ))}
        </ul>
      </details>
      <div className="row">
        <Button field={form.fieldId('klaar')} onPress={onClose}>
          Klaar
        </Button>
        <RemoveButton
          form={form}
          onRemove={() => {
            onClose();
            maker.removeWithUndo('perspectiveViews', id, 'Weggehaald.');
          }}
        />
        <HistoryButton replica={replica} kind="perspectiveViews" id={id} about="dit perspectief" />
      </div>
    </div>
  );
}
