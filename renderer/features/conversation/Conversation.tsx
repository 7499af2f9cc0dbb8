/** One conversation: being written by its author, or read by everyone. */
import type { DocumentId, HouseholdId, RecordId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useRecord, useReplica } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { CallError } from '../household/CallError.tsx';
import { EditConversation } from './EditConversation.tsx';
import { ReadConversation } from './ReadConversation.tsx';
import './conversation.css';

interface ConversationProps {
  readonly householdId: HouseholdId;
  readonly documentId: DocumentId;
  readonly conversationId: RecordId;
}

/** The screen of one conversation. */
export function Conversation(props: ConversationProps) {
  const router = useRouter();
  const opened = useReplica(props.documentId);
  const back = {
    label: 'Gesprekken',
    onPress: () => router.go({ screen: 'huishouden', householdId: props.householdId, tab: 'gesprekken' }),
  };
  if (opened.state === 'failed') {
    return (
      <Sheet title="Gesprek" crumb={back}>
        <CallError error={opened.error} retry={opened.retry} />
      </Sheet>
    );
  }
  if (opened.state === 'opening') return <Sheet title="Gesprek">{null}</Sheet>;
  return <OpenConversation {...props} replica={opened.replica} />;
}

export interface OpenConversationProps extends ConversationProps {
  readonly replica: NonNullable<ReturnType<typeof useReplica>['replica']>;
}

function OpenConversation(props: OpenConversationProps) {
  const router = useRouter();
  const { me } = useVault();
  const conversation = useRecord(props.replica, 'conversations', props.conversationId);
  if (!conversation || conversation.deleted) {
    return (
      <Sheet
        title="Dit gesprek is er niet meer"
        crumb={{
          label: 'Gesprekken',
          onPress: () => router.go({ screen: 'huishouden', householdId: props.householdId, tab: 'gesprekken' }),
        }}
      >
        <p>Misschien haalde een collega het weg. Kijk bij de gesprekken van dit huishouden.</p>
      </Sheet>
    );
  }
  const writing =
    !conversation.values.finalizedAt && conversation.values.author === me.userId && props.replica.writable;
  return writing ? (
    <EditConversation key={props.conversationId} {...props} />
  ) : (
    <ReadConversation key={props.conversationId} {...props} />
  );
}
