/**
 * The own words, written once. Until they are saved they are a draft: hiding or locking halfway never makes half a
 * sentence into the question that stays.
 */
import { useState } from 'react';
import { CHANNELS, URGENCIES, type Channel, type Urgency } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { CalendarDate } from '../../../shared/domain/dates.ts';
import type { Replica } from '../../data/replica.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { livesHere, shortName } from '../household/personText.ts';

/** The name under which a question that is being written is kept. */
export const newQuestionDraft = (replica: Replica): string => `${replica.documentId}.question.new`;

export function NewQuestion({ replica, onClose }: { readonly replica: Replica; readonly onClose: () => void }) {
  const { today } = useVault();
  const maker = useRecordMaker(replica);
  const persons = useRecords(replica, 'persons').filter(livesHere);
  const draft = useFormDraft(newQuestionDraft(replica), {
    words: '',
    who: (persons.length === 1 ? (persons[0]?.id ?? null) : null) as string | null,
    channel: null as Channel | null,
    urgency: null as Urgency | null,
  });
  const { words, who, channel, urgency } = draft.values;
  const [error, setError] = useState<string | undefined>(undefined);
  const save = (): boolean => {
    if (words.trim() === '') return false;
    maker.create('helpRequests', {
      words: words.trim(),
      receivedOn: CalendarDate.parse(today),
      ...(who === null ? {} : { saidByPersonId: who as (typeof persons)[number]['id'] }),
      ...(channel === null ? {} : { channel }),
      ...(urgency === null ? {} : { urgency }),
    });
    draft.done();
    return true;
  };
  return (
    <form
      className="new-question"
      aria-label="Nieuwe vraag"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (save()) onClose();
        else setError('Schrijf op wat de inwoner zegt. Een halve zin is genoeg.');
      }}
    >
      <TextArea
        label="Wat is de vraag, in eigen woorden?"
        field="question.words"
        voice
        autoFocus
        value={words}
        error={error}
        maxLength={10_000}
        prompt="Schrijf het op zoals het gezegd wordt. Na bewaren verandert het niet meer; aanvullen kan altijd."
        onChange={(event) => draft.change({ words: event.target.value })}
      />
      {persons.length > 0 ? (
        <ChoiceChips
          label="Wie zegt dit?"
          optional
          field="question.who"
          value={who}
          chips={persons.map((person) => ({ value: person.id as string, label: shortName(person) }))}
          onChange={(chosen) => draft.change({ who: chosen })}
        />
      ) : null}
      <ChoiceChips
        label="Hoe kwam de vraag binnen?"
        optional
        field="question.channel"
        value={channel}
        chips={CHANNELS.map((code) => ({ value: code, label: labels.channel[code] }))}
        onChange={(chosen) => draft.change({ channel: chosen })}
      />
      <ChoiceChips
        label="Is er spoed?"
        optional
        field="question.urgency"
        value={urgency}
        chips={URGENCIES.map((code) => ({ value: code, label: labels.urgency[code] }))}
        onChange={(chosen) => draft.change({ urgency: chosen })}
      />
      <div className="row">
        <Button type="submit" field="question.save">
          Bewaar de vraag
        </Button>
        <Button
          variant="quiet"
          field="question.cancel"
          onPress={() => {
            draft.done();
            onClose();
          }}
        >
          Toch niet
        </Button>
      </div>
    </form>
  );
}
