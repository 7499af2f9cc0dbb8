/** A conversation as a page: vastgesteld, or written by a colleague. What comes later is an Aanvulling beside it. */
import { PERSPECTIVES } from '../../../shared/domain/codes.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { PERSPECTIVE_SECTIONS } from '../../../shared/documents/schema.ts';
import { readText } from '../../../shared/documents/readers.ts';
import { useFrame } from '../../app/frameContext.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useRecord, useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { PerspectiveMark } from '../../ui/PerspectiveMark.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { longDate } from '../../ui/dateText.ts';
import { conversationTitle, type ConversationView } from '../household/Conversations.tsx';
import { ReadText } from '../household/ReadText.tsx';
import { SaveLine, Unsaved } from '../household/SaveLine.tsx';
import { shortName } from '../household/personText.ts';
import { sectionLabel } from '../household/whereText.ts';
import { ActionRow } from './ActionRow.tsx';
import { Addenda } from './Addenda.tsx';
import type { OpenConversationProps } from './Conversation.tsx';
import { LineRow } from './LineRow.tsx';
import { TalkOnPaper } from '../paper/OnPaper.tsx';
import { HistoryButton } from '../history/HistoryButton.tsx';

export function ReadConversation({ replica, householdId, conversationId }: OpenConversationProps) {
  const router = useRouter();
  const { today, nameOf } = useVault();
  const { lookAlong } = useFrame();
  const household = useRecord(replica, 'household', 'household');
  const conversation = useRecord(replica, 'conversations', conversationId);
  const lines = useRecords(replica, 'lines').filter(
    ({ id, values }) =>
      values.conversationId === conversationId && readText(replica.doc, 'lines', id, 'text').trim() !== '',
  );
  const actions = useRecords(replica, 'actions').filter(({ values }) => values.conversationId === conversationId);
  if (!conversation) return null;
  const { values } = conversation;
  const going = readText(replica.doc, 'conversations', conversationId, 'whatIsGoingOn');
  const summary = readText(replica.doc, 'conversations', conversationId, 'summary');
  const author = values.author ? nameOf(values.author as UserId) : 'onbekend';
  return (
    <Sheet
      crumb={{
        label: `${household?.values.name ?? 'Huishouden'} · Gesprekken`,
        onPress: () => router.go({ screen: 'huishouden', householdId, tab: 'gesprekken' }),
      }}
      title={`${conversationTitle(conversation)}, ${longDate(values.date ?? '', today)}`}
      sub={standing(values.finalizedAt, author, today)}
      actions={
        <>
          <SaveLine replica={replica} />
          {values.teamOnly ? null : <TalkOnPaper {...{ replica, householdId, conversationId }} />}
          <Button icon="eye" field="conversation.lookAlong" onPress={() => lookAlong(householdId)}>
            Meekijken
          </Button>
        </>
      }
    >
      <Unsaved replica={replica} />
      <div className="conversation-page">
        <Present replica={replica} conversation={conversation} />
        {going.trim() ? (
          <Section title="Wat speelt er?">
            <ReadText text={going} />
          </Section>
        ) : null}
        {lines.length > 0 ? (
          <ul className="note-lines" aria-label="Regels">
            {lines.map((line) => (
              <LineRow key={line.id} replica={replica} line={line} />
            ))}
          </ul>
        ) : null}
        <PerspectiveTexts replica={replica} conversationId={conversationId} />
        {actions.length > 0 ? (
          <Section title="Afspraken">
            <ul className="note-lines">
              {actions.map((action) => (
                <ActionRow key={action.id} replica={replica} action={action} />
              ))}
            </ul>
          </Section>
        ) : null}
        {values.nextContactOn ? (
          <p className="section-text">
            Volgend contact: {longDate(values.nextContactOn, today)}
            {values.nextContactReason ? <span className="meta">Verzet: {values.nextContactReason}</span> : null}
          </p>
        ) : null}
        {summary.trim() ? (
          <Section title="Samenvatting voor de inwoner">
            <ReadText text={summary} />
          </Section>
        ) : null}
        {going.trim() === '' && lines.length === 0 && actions.length === 0 ? (
          <p className="muted">Er staat geen tekst in dit gesprek.</p>
        ) : null}
        <Addenda replica={replica} conversationId={conversationId} />
        <HistoryButton replica={replica} kind="conversations" id={conversationId} about="dit gesprek" />
      </div>
    </Sheet>
  );
}

function standing(finalizedAt: string | undefined, author: string, today: string): string {
  if (!finalizedAt) return `Door ${author}. Nog niet vastgesteld.`;
  const at = Date.parse(finalizedAt);
  const day = Number.isNaN(at) ? finalizedAt.slice(0, 10) : calendarDateAt(at);
  return `Door ${author}. Vastgesteld op ${longDate(day, today)}; de tekst verandert niet meer.`;
}

function Present({ replica, conversation }: { readonly replica: Replica; readonly conversation: ConversationView }) {
  const persons = useRecords(replica, 'persons');
  const attendees = useRecords(replica, 'attendees').filter(({ values }) => values.conversationId === conversation.id);
  const names = attendees.map(({ values }) => {
    const person = persons.find(({ id }) => id === values.personId);
    const capacity = values.capacity && !person ? `, ${labels.attendeeRole[values.capacity].toLowerCase()}` : '';
    return `${person ? shortName(person) : (values.name ?? 'iemand')}${capacity}`;
  });
  if (names.length === 0 && !conversation.values.teamOnly) return null;
  return (
    <p className="section-text">
      {names.length > 0 ? `Erbij waren: ${names.join(' · ')}. ` : ''}
      {conversation.values.teamOnly ? <b>Alleen voor het team.</b> : null}
    </p>
  );
}

function PerspectiveTexts({ replica, conversationId }: { readonly replica: Replica; readonly conversationId: string }) {
  const { profile } = useVault();
  const read = (section: string): string => readText(replica.doc, 'conversations', conversationId, section);
  const filled = PERSPECTIVES.map((code) => ({
    code,
    parts: PERSPECTIVE_SECTIONS.filter((part) => read(`${code}.${part}`).trim() !== ''),
  })).filter(({ parts }) => parts.length > 0);
  if (filled.length === 0) return null;
  return (
    <Section title="Vijf perspectieven">
      {filled.map(({ code, parts }) => (
        <div key={code} className="perspective-page">
          <h3>
            <PerspectiveMark code={code} label={perspectiveLabel(profile, code)} />
          </h3>
          <dl>
            {parts.map((part) => (
              <div key={part}>
                <dt>{sectionLabel(part)}</dt>
                <dd>
                  <ReadText text={read(`${code}.${part}`)} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Section>
  );
}
