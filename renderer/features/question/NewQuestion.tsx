/** The own words, written once. When the screen goes before they are saved, they are kept as they stand there. */
import { useRef, useState } from 'react';
import { CHANNELS, URGENCIES, type Channel, type Urgency } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { CalendarDate } from '../../../shared/domain/dates.ts';
import type { Replica } from '../../data/replica.ts';
import { useKeepOnLeave } from '../../data/useKeepOnLeave.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { livesHere, shortName } from '../household/personText.ts';

export function NewQuestion({ replica, onClose }: { readonly replica: Replica; readonly onClose: () => void }) {
  const { today } = useVault();
  const maker = useRecordMaker(replica);
  const persons = useRecords(replica, 'persons').filter(livesHere);
  const [words, setWords] = useState('');
  const [who, setWho] = useState<string | null>(persons.length === 1 ? (persons[0]?.id ?? null) : null);
  const [channel, setChannel] = useState<Channel | null>(null);
  const [urgency, setUrgency] = useState<Urgency | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  /** Saved, or given up: then leaving keeps nothing more. */
  const settled = useRef(false);
  const save = (): boolean => {
    if (settled.current || words.trim() === '') return false;
    settled.current = true;
    maker.create('helpRequests', {
      words: words.trim(),
      receivedOn: CalendarDate.parse(today),
      ...(who === null ? {} : { saidByPersonId: who as (typeof persons)[number]['id'] }),
      ...(channel === null ? {} : { channel }),
      ...(urgency === null ? {} : { urgency }),
    });
    return true;
  };
  useKeepOnLeave(replica, save);
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
        onChange={(event) => setWords(event.target.value)}
      />
      {persons.length > 0 ? (
        <ChoiceChips
          label="Wie zegt dit?"
          optional
          field="question.who"
          value={who}
          chips={persons.map((person) => ({ value: person.id as string, label: shortName(person) }))}
          onChange={setWho}
        />
      ) : null}
      <ChoiceChips
        label="Hoe kwam de vraag binnen?"
        optional
        field="question.channel"
        value={channel}
        chips={CHANNELS.map((code) => ({ value: code, label: labels.channel[code] }))}
        onChange={setChannel}
      />
      <ChoiceChips
        label="Is er spoed?"
        optional
        field="question.urgency"
        value={urgency}
        chips={URGENCIES.map((code) => ({ value: code, label: labels.urgency[code] }))}
        onChange={setUrgency}
      />
      <div className="row">
        <Button type="submit" field="question.save">
          Bewaar de vraag
        </Button>
        <Button
          variant="quiet"
          field="question.cancel"
          onPress={() => {
            settled.current = true;
            onClose();
          }}
        >
          Toch niet
        </Button>
      </div>
    </form>
  );
}
