/** Tijdlijn: what comes above the line of today, what was below it, newest on top. One neutral line, no Veiligheid. */
import { useState } from 'react';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { dayAndMonth } from '../../../shared/domain/dutchDates.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Late } from '../../ui/Standing.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { dueText, longDate } from '../../ui/dateText.ts';
import { Voice } from '../household/ReadText.tsx';
import { TIMELINE_KINDS, timelineItems, type TimelineItem, type TimelineKind } from './timelineItems.ts';
import './timeline.css';

const KINDS = [
  'conversations',
  'lines',
  'helpRequests',
  'plans',
  'planDecisions',
  'regisseurDecisions',
  'regisseurHandovers',
  'evaluations',
  'goals',
  'actions',
  'lifeEvents',
  'signals',
] as const;
const kindLabels: Readonly<Record<TimelineKind, string>> = {
  gesprekken: 'Gesprekken',
  plan: 'Plan en doelen',
  afspraken: 'Afspraken',
  vragen: 'Vragen',
  gebeurtenissen: 'Gebeurtenissen',
};
const ALL = 'alles';

interface TimelineProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}

export function Timeline({ replica, householdId }: TimelineProps) {
  const { today, nameOf } = useVault();
  const [kind, setKind] = useState<TimelineKind | typeof ALL>(ALL);
  const items = useReading(replica, KINDS, (doc) => timelineItems(doc, today, nameOf));
  const chosen = kind === ALL ? items : items.filter((item) => item.kind === kind);
  const row = (item: TimelineItem) => (
    <Row key={item.id} item={item} today={today} replica={replica} householdId={householdId} />
  );
  return (
    <>
      <ChoiceChips<TimelineKind | typeof ALL>
        label="Wat wil je zien?"
        hideLabel
        required
        field="timeline.kind"
        value={kind}
        chips={[
          { value: ALL, label: 'Alles' },
          ...TIMELINE_KINDS.map((value) => ({
            value,
            label: kindLabels[value],
            count: items.filter((item) => item.kind === value).length,
          })),
        ]}
        onChange={(next) => setKind(next ?? ALL)}
      />
      <h2 className="timeline-caption">Wat komt</h2>
      <ol className="timeline" aria-label="Wat komt">
        {chosen.filter(({ on }) => on > today).map(row)}
      </ol>
      <h2 className="timeline-today">Vandaag, {longDate(today, today)}</h2>
      <ol className="timeline" aria-label="Wat was">
        {chosen.filter(({ on }) => on <= today).map(row)}
      </ol>
      {chosen.length === 0 ? <p className="muted">Hier is nog niets gebeurd.</p> : null}
    </>
  );
}

interface RowProps extends TimelineProps {
  readonly item: TimelineItem;
  readonly today: string;
}

function Row({ item, today, replica, householdId }: RowProps) {
  const router = useRouter();
  const { conversationId } = item;
  return (
    <li className="timeline-item" data-coming={item.on > today || undefined}>
      <span className="timeline-date">{dayAndMonth(item.on, today)}</span>
      <span className="timeline-mark">
        <Icon name={item.late ? 'clock' : item.icon} filled={item.late} />
      </span>
      <div>
        {conversationId ? (
          <TextLink
            title
            field={`timeline.${item.id}`}
            onPress={() =>
              router.go({ screen: 'gesprek', householdId, documentId: replica.documentId, conversationId })
            }
          >
            {item.title}
          </TextLink>
        ) : (
          <b className="strong">{item.title}</b>
        )}{' '}
        {item.late ? <Late>{dueText(item.on, today).text}</Late> : <span className="muted">{item.meta}</span>}
        {item.quote ? (
          <p>
            <Voice>{item.quote.slice(0, 300)}</Voice>
          </p>
        ) : null}
      </div>
    </li>
  );
}
