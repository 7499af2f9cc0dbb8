/** Vandaag: what is due, where you were, and the week beside it. */
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useFrame } from '../../app/frameContext.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { longDate } from '../../ui/dateText.ts';
import { CallError } from '../household/CallError.tsx';
import { useNewConversation } from '../conversation/NewConversation.tsx';
import { LaterWalkIns } from '../consultation/LaterWalkIns.tsx';
import { HandoverRows } from '../handover/HandoverRows.tsx';
import { QuickNote } from '../worknotes/QuickNote.tsx';
import { DueRow } from './DueRow.tsx';
import { News } from './News.tsx';
import { Unfinished } from './Unfinished.tsx';
import { Week } from './Week.tsx';
import './today.css';

type TodayData = OutputOf<'today.get'>;

/** The screen Vandaag. */
export function Today() {
  const router = useRouter();
  const { me, today: sessionToday } = useVault();
  const { newConversationKeys } = useFrame();
  const query = useQuery('today.get', {});
  const conversation = useNewConversation();
  const { data } = query;
  const today = data?.today ?? sessionToday;
  return (
    <Sheet
      title={capital(longDate(today, today))}
      sub={data ? greeting(data, me.name) : undefined}
      actions={
        <>
          <Button
            variant="quiet"
            field="today.households"
            icon="notebook"
            onPress={() => router.go({ screen: 'huishoudens' })}
          >
            Huishoudens
          </Button>
          <Button field="today.consultation" icon="chats-circle" onPress={() => router.go({ screen: 'spreekuur' })}>
            Start spreekuur
          </Button>
          <Button
            variant="primary"
            icon="plus"
            keys={newConversationKeys}
            field="today.newConversation"
            onPress={conversation.open}
          >
            Nieuw gesprek
          </Button>
        </>
      }
    >
      {query.error ? <CallError error={query.error} retry={query.reload} /> : null}
      {data ? (
        <TodayBody data={data} today={today} reload={query.reload} onNewConversation={conversation.open} />
      ) : null}
    </Sheet>
  );
}

interface TodayBodyProps {
  readonly data: TodayData;
  readonly today: string;
  readonly reload: () => void;
  readonly onNewConversation: () => void;
}

function TodayBody({ data, today, reload, onNewConversation }: TodayBodyProps) {
  const { openPalette } = useFrame();
  const router = useRouter();
  const { due, unfinished, week, agenda } = data;
  if (due.length === 0 && unfinished.length === 0 && week.length === 0 && agenda.length === 0) {
    return (
      <>
        <HandoverRows />
        <EmptyState
          text={
            data.householdCount === 0
              ? 'Nog niets voor vandaag. Begin een gesprek; een huishouden maak je onderweg.'
              : 'Niets voor vandaag. Begin een gesprek of zoek een huishouden.'
          }
          actions={
            <>
              <Button icon="plus" field="today.firstConversation" onPress={onNewConversation}>
                Nieuw gesprek
              </Button>
              {data.householdCount > 0 ? (
                <Button icon="magnifying-glass" field="today.search" onPress={openPalette}>
                  Zoek
                </Button>
              ) : null}
            </>
          }
        />
        <LaterWalkIns today={today} />
        <News today={today} />
        <QuickNote householdId={null} />
      </>
    );
  }
  return (
    <div className="cols today">
      <div>
        <HandoverRows />
        <Section
          title="Nu doen"
          count={due.length}
          aside={
            <TextLink field="today.tasks" onPress={() => router.go({ screen: 'taken' })}>
              Alle taken
            </TextLink>
          }
        >
          {due.length === 0 ? (
            <p className="section-text muted">Niets voor vandaag.</p>
          ) : (
            <ul>
              {due.map((item) => (
                <DueRow key={dueKey(item)} item={item} today={today} reload={reload} />
              ))}
            </ul>
          )}
        </Section>
        {unfinished.length > 0 ? <Unfinished rows={unfinished} today={today} /> : null}
        <LaterWalkIns today={today} />
        <News today={today} />
      </div>
      <aside aria-label="Deze week">
        <Section title="Deze week">
          <Week items={week} agenda={agenda} today={today} />
        </Section>
        <QuickNote householdId={null} />
      </aside>
    </div>
  );
}

/** One household may have two terms on a day, and an agreement a term of its own. */
const dueKey = ({
  kind,
  householdId,
  actionId,
  conversationId,
  deadlineCode,
  dueOn,
}: TodayData['due'][number]): string => [kind, householdId, actionId, conversationId, deadlineCode, dueOn].join('.');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const COUNTS = ['Niets', 'Eén ding', 'Twee dingen', 'Drie dingen', 'Vier dingen', 'Vijf dingen', 'Zes dingen'];

function greeting({ due }: TodayData, name: string): string {
  const first = name.split(' ')[0] ?? name;
  return `Dag ${first}. ${COUNTS[due.length] ?? `${due.length} dingen`} voor vandaag.`;
}
