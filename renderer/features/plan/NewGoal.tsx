/** A new goal starts with the words of the person; everything else may come later. */
import { useRef, useState } from 'react';
import type { Perspective } from '../../../shared/domain/codes.ts';
import type { Replica } from '../../data/replica.ts';
import { useKeepOnLeave } from '../../data/useKeepOnLeave.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { perspectiveChips } from '../household/perspectiveChips.ts';
import { livesHere, shortName } from '../household/personText.ts';
import { useAddGoal } from './useAddGoal.ts';

interface NewGoalProps {
  readonly replica: Replica;
  readonly first: boolean;
  readonly onClose: () => void;
}

export function NewGoal({ replica, first, onClose }: NewGoalProps) {
  const { profile } = useVault();
  const addGoal = useAddGoal(replica);
  const persons = useRecords(replica, 'persons').filter(livesHere);
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [perspective, setPerspective] = useState<Perspective | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  /** What was added or given up already; leaving keeps the rest. */
  const settled = useRef('');
  const keep = (): void => {
    if (text.trim() === '' || settled.current === text) return;
    settled.current = text;
    addGoal(text, {
      ...(owner === null ? {} : { ownerPersonId: owner as (typeof persons)[number]['id'] }),
      ...(perspective === null ? {} : { perspective }),
    });
  };
  useKeepOnLeave(replica, keep);
  const save = (): void => {
    if (text.trim() === '') {
      setError('Schrijf op wat iemand graag wil. Eén zin is genoeg.');
      return;
    }
    keep();
    setText('');
    setOwner(null);
    setPerspective(null);
    onClose();
  };
  return (
    <form
      className="goal new-goal"
      aria-label="Nieuw doel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextArea
        label="Wat wil iemand bereiken, in eigen woorden?"
        field="goals.new.text"
        voice
        prompt="Vraag bijvoorbeeld: Waar bent u over een half jaar blij mee?"
        value={text}
        error={error}
        maxLength={1_000}
        autoFocus={!first}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            save();
          }
        }}
      />
      {persons.length > 0 ? (
        <ChoiceChips
          label="Van wie is dit doel?"
          optional
          field="goals.new.owner"
          value={owner}
          chips={persons.map((person) => ({ value: person.id as string, label: shortName(person) }))}
          onChange={setOwner}
        />
      ) : null}
      <ChoiceChips
        label="Bij welk perspectief hoort het?"
        optional
        field="goals.new.perspective"
        value={perspective}
        chips={perspectiveChips(profile)}
        onChange={setPerspective}
      />
      <div className="row">
        <Button type="submit" field="goals.new.save">
          Voeg dit doel toe
        </Button>
        {first ? null : (
          <Button
            variant="quiet"
            field="goals.new.cancel"
            onPress={() => {
              settled.current = text;
              onClose();
            }}
          >
            Toch niet
          </Button>
        )}
      </div>
    </form>
  );
}
