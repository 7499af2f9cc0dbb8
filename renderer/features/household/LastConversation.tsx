/** The last conversation in one quote or a few words, with who said it. */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { readText } from '../../../shared/documents/readers.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { newestFirst } from './Conversations.tsx';
import { Voice } from './ReadText.tsx';
import { speakerText } from './speakerText.ts';

export function LastConversation({
  replica,
  householdId,
}: {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}) {
  const router = useRouter();
  const { today } = useVault();
  const last = newestFirst(useRecords(replica, 'conversations'))[0];
  const persons = useRecords(replica, 'persons');
  const lines = useRecords(replica, 'lines');
  if (!last) return null;
  const quote = lines.findLast(
    ({ id, values }) =>
      values.conversationId === last.id &&
      values.kind === 'CITAAT' &&
      readText(replica.doc, 'lines', id, 'text').trim() !== '',
  );
  const words = readText(replica.doc, 'conversations', last.id, 'whatIsGoingOn').trim();
  return (
    <Section
      title="Laatste gesprek"
      aside={
        <TextLink
          field="overview.lastConversation"
          onPress={() =>
            router.go({ screen: 'gesprek', householdId, documentId: replica.documentId, conversationId: last.id })
          }
        >
          {shortDate(last.values.date ?? '', today)}
        </TextLink>
      }
    >
      {quote ? (
        <>
          <p className="last-words">
            <Voice>{readText(replica.doc, 'lines', quote.id, 'text')}</Voice>
          </p>
          <p className="meta">{[speakerText(quote, persons), 'letterlijk'].filter(Boolean).join(', ')}</p>
        </>
      ) : (
        <p className="section-text">{words ? words.slice(0, 220) : 'Nog geen tekst.'}</p>
      )}
    </Section>
  );
}
