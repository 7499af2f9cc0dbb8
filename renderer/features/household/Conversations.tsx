/** All conversations of a household, newest on top, with the first words or a quote. */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { readText, type RecordView } from '../../../shared/documents/readers.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { longDate } from '../../ui/dateText.ts';

export type ConversationView = RecordView<'conversations'>;

/** Newest first: by the day of the conversation, then by when it was made. */
export function newestFirst(conversations: readonly ConversationView[]): readonly ConversationView[] {
  return conversations.toSorted(
    (a, b) => (b.values.date ?? '').localeCompare(a.values.date ?? '') || b.createdMinute - a.createdMinute,
  );
}

/** "Huisbezoek" or "Spreekuur op school, OBS De Regenboog" */
export function conversationTitle(conversation: ConversationView): string {
  const { context, place } = conversation.values;
  return [context ? labels.context[context] : 'Gesprek', place].filter(Boolean).join(', ');
}

export function Conversations({
  replica,
  householdId,
}: {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}) {
  const router = useRouter();
  const { today, nameOf } = useVault();
  const conversations = newestFirst(useRecords(replica, 'conversations'));
  if (conversations.length === 0) {
    return (
      <EmptyState text="Er is nog geen gesprek. Begin er een met de knop Nieuw gesprek; je hoeft niets in te vullen om te beginnen." />
    );
  }
  return (
    <ul className="conversation-list">
      {conversations.map((conversation) => {
        const words = readText(replica.doc, 'conversations', conversation.id, 'whatIsGoingOn').trim();
        const by = conversation.values.author ? nameOf(conversation.values.author as Parameters<typeof nameOf>[0]) : '';
        return (
          <ListRow
            key={conversation.id}
            title={
              <TextLink
                title
                field={`conversation.${conversation.id}`}
                onPress={() =>
                  router.go({
                    screen: 'gesprek',
                    householdId,
                    documentId: replica.documentId,
                    conversationId: conversation.id,
                  })
                }
              >
                {conversationTitle(conversation)}, {longDate(conversation.values.date ?? '', today)}
              </TextLink>
            }
            meta={words ? words.slice(0, 160) : 'Nog geen tekst'}
            trail={
              <span className="muted">
                {by && by !== 'jij' ? `${by} · ` : ''}
                {conversation.values.finalizedAt ? 'vastgesteld' : 'nog niet vastgesteld'}
              </span>
            }
          />
        );
      })}
    </ul>
  );
}
