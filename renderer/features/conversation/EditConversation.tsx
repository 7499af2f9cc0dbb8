/** Writing a conversation: what is going on first, lines and agreements as they come, perspectives when needed. */
import { useState } from 'react';
import { useFrame } from '../../app/frameContext.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useShortcut } from '../../app/shortcutContext.tsx';
import { useRecord } from '../../data/useReplica.ts';
import { useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { FOLLOW_UP_DATES } from '../../ui/DateField.tsx';
import { SectionHead } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { longDate } from '../../ui/dateText.ts';
import { conversationTitle } from '../household/Conversations.tsx';
import { DateInput, FlagInput, TextInput } from '../household/RecordFields.tsx';
import { SaveLine, Unsaved } from '../household/SaveLine.tsx';
import { TalkOnPaper } from '../paper/OnPaper.tsx';
import { SectionText } from '../household/SectionText.tsx';
import { useRecordForm } from '../household/recordForm.ts';
import { AboutConversation } from './AboutConversation.tsx';
import { Attendees } from './Attendees.tsx';
import type { OpenConversationProps } from './Conversation.tsx';
import { dropEmptyLines } from './emptyLines.ts';
import { Finalize } from './Finalize.tsx';
import { Notes } from './Notes.tsx';
import { Summary } from './Summary.tsx';
import { PerspectivePanels } from './PerspectivePanels.tsx';
import { PlaceAndDate } from './PlaceAndDate.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { HistoryButton } from '../history/HistoryButton.tsx';

const OPENING = 'Vraag bijvoorbeeld: Hoe gaat het thuis?';

export function EditConversation({ replica, householdId, conversationId }: OpenConversationProps) {
  const router = useRouter();
  const { today, writer } = useVault();
  const maker = useRecordMaker(replica);
  const household = useRecord(replica, 'household', 'household');
  const form = useRecordForm(replica, 'conversations', conversationId);
  // As it was on opening: the field stays while someone empties it.
  const [moved] = useState(form !== null && form.text('nextContactReason') !== '');
  const returnField = useReturnField();
  const { lookAlong } = useFrame();
  const [finalizing, setFinalizing] = useState(false);
  const toHousehold = () => router.go({ screen: 'huishouden', householdId, tab: 'gesprekken' });
  const done = () => {
    dropEmptyLines(replica, conversationId, writer);
    void replica.flush();
    toHousehold();
  };
  useShortcut('Ctrl+Enter', done, { label: 'Klaar met dit gesprek' });
  if (!form) return null;
  const name = household?.values.name ?? 'Huishouden';
  return (
    <Sheet
      crumb={{ label: `${name} · Gesprekken`, onPress: toHousehold }}
      title={`${conversationTitle(form.view)}, ${longDate(form.text('date'), today)}`}
      actions={
        <>
          <SaveLine replica={replica} />
          <Button icon="eye" field="conversation.lookAlong" onPress={() => lookAlong(householdId)}>
            Meekijken
          </Button>
          <Button field="conversation.finalize" onPress={() => setFinalizing(true)}>
            Vaststellen
          </Button>
          <Button variant="primary" field="conversation.done" onPress={done}>
            Klaar
          </Button>
        </>
      }
    >
      <Unsaved replica={replica} />
      <div className="cols conversation">
        <div>
          <PlaceAndDate form={form} />
          <Attendees replica={replica} conversationId={conversationId} />
          <section aria-labelledby="what-is-going-on" className="going-on">
            <SectionHead
              id="what-is-going-on"
              title="Wat speelt er?"
              aside={<span className="muted">{OPENING}</span>}
            />
            <SectionText
              replica={replica}
              kind="conversations"
              id={conversationId}
              section="whatIsGoingOn"
              label="Wat speelt er?"
              hideLabel
              rows={4}
              autoFocus={returnField === ''}
            />
          </section>
          <Notes replica={replica} conversationId={conversationId} />
          <div className="conversation-foot">
            <FlagInput
              form={form}
              field="teamOnly"
              label="Alleen voor het team (niet in Meekijken en niet in het plan)"
            />
            <DateInput form={form} field="nextContactOn" label="Volgend contact" quick={FOLLOW_UP_DATES} />
            {moved ? (
              <TextInput
                form={form}
                field="nextContactReason"
                label="Waarom is het verzet?"
                optional
                maxLength={2_000}
              />
            ) : null}
            <Summary form={form} />
            <AboutConversation form={form} />
            <Button
              variant="quiet"
              icon="trash"
              field="conversation.remove"
              disabled={!replica.writable}
              onPress={() => {
                maker.removeWithUndo(
                  'conversations',
                  conversationId,
                  'Het gesprek is weggehaald. De afspraken blijven staan.',
                );
                toHousehold();
              }}
            >
              Haal dit gesprek weg
            </Button>
            <HistoryButton replica={replica} kind="conversations" id={conversationId} about="dit gesprek" />
            {form.view.values.teamOnly ? null : <TalkOnPaper {...{ replica, householdId, conversationId }} />}
          </div>
        </div>
        <PerspectivePanels form={form} />
      </div>
      <Finalize
        replica={replica}
        conversationId={conversationId}
        isOpen={finalizing}
        onClose={() => setFinalizing(false)}
      />
    </Sheet>
  );
}
