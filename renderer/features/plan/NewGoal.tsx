/** A new goal starts with the words of the person; everything else may come later. */
import { useState } from 'react';
import type { Perspective } from '../../../shared/domain/codes.ts';
import type { Replica } from '../../data/replica.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
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

/** The name under which a goal that is being written is kept. */
export const newGoalDraft = (replica: Replica): string => `${replica.documentId}.goals.new`;

export function NewGoal({ replica, first, onClose }: NewGoalProps) {
  const { profile } = useVault();
  const addGoal = useAddGoal(replica);
  const persons = useRecords(replica, 'persons').filter(livesHere);
  const draft = useFormDraft(newGoalDraft(replica), {
    text: '',
    owner: null as string | null,
    perspective: null as Perspective | null,
  });
  const { text, owner, perspective } = draft.values;
  const [error, setError] = useState<string | undefined>(undefined);
  const save = (): void => {
    if (text.trim() === '') {
      setError('Schrijf op wat iemand graag wil. Eén zin is genoeg.');
      return;
    }
    addGoal(text, {
      ...(owner === null ? {} : { ownerPersonId: owner as (typeof persons)[number]['id'] }),
      ...(perspective === null ? {} : { perspective }),
    });
    draft.done();
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
        onChange={(event) => draft.change({ text: event.target.value })}
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
          onChange={(chosen) => draft.change({ owner: chosen })}
        />
      ) : null}
      <ChoiceChips
        label="Bij welk perspectief hoort het?"
        optional
        field="goals.new.perspective"
        value={perspective}
        chips={perspectiveChips(profile)}
        onChange={(chosen) => draft.change({ perspective: chosen })}
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
              draft.done();
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
