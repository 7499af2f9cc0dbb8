/** What happened and what is coming in one household, from the records of its document. Never from Veiligheid. */
import { readRecord, readRecords, readText } from '../../../shared/documents/readers.ts';
import type { RecordId, UserId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { Replica } from '../../data/replica.ts';
import type { IconName } from '../../ui/icons.ts';

export const TIMELINE_KINDS = ['gesprekken', 'plan', 'afspraken', 'vragen', 'gebeurtenissen'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export interface TimelineItem {
  readonly id: string;
  readonly kind: TimelineKind;
  readonly on: string;
  readonly icon: IconName;
  readonly title: string;
  readonly meta: string;
  /** Words of a resident; at most one quote. */
  readonly quote: string;
  /** A date that has passed while it still should happen. */
  readonly late: boolean;
  readonly conversationId?: RecordId;
}

type NameOf = (user: UserId | null) => string;

/** All items, newest on top; on one day in a fixed order. */
export function timelineItems(doc: Replica['doc'], today: string, nameOf: NameOf): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  const add = (item: Omit<TimelineItem, 'meta' | 'quote' | 'late'> & Partial<TimelineItem>): void => {
    if (item.on !== '') items.push({ meta: '', quote: '', late: false, ...item });
  };
  const lines = readRecords(doc, 'lines');
  const { nextContactOn: contactOn = '', nextContactReason: contactReason = '' } =
    readRecord(doc, 'household', 'household')?.values ?? {};
  for (const { id, values } of readRecords(doc, 'conversations')) {
    const quote = lines.findLast((line) => line.values.conversationId === id && line.values.kind === 'CITAAT');
    add({
      id,
      kind: 'gesprekken',
      on: values.date ?? '',
      icon: 'chats-circle',
      title: [values.context ? labels.context[values.context] : 'Gesprek', values.place].filter(Boolean).join(', '),
      meta: nameOf(values.author ?? null),
      quote: quote ? readText(doc, 'lines', quote.id, 'text').trim() : '',
      conversationId: id,
    });
    // What the household plans later takes the place of the contact in a report.
    if (values.nextContactOn && values.nextContactOn >= today && values.nextContactOn > contactOn)
      add({
        id: `${id}.next`,
        kind: 'gesprekken',
        on: values.nextContactOn,
        icon: 'calendar-blank',
        title: 'Volgend contact',
        meta: values.nextContactReason ?? '',
      });
  }
  if (contactOn >= today)
    add({
      id: 'household.next',
      kind: 'gesprekken',
      on: contactOn,
      icon: 'calendar-blank',
      title: 'Volgend contact',
      meta: contactReason,
    });
  for (const { id, values } of readRecords(doc, 'helpRequests'))
    add({ id, kind: 'vragen', on: values.receivedOn ?? '', icon: 'quotes', title: 'Vraag', quote: values.words ?? '' });
  for (const { id, values } of readRecords(doc, 'planDecisions'))
    add({
      id,
      kind: 'plan',
      on: values.decidedOn ?? '',
      icon: 'notebook',
      title: `Plan: ${values.status ? labels.planStatus[values.status].toLowerCase() : ''}`,
      meta: values.reason ?? '',
    });
  for (const view of readRecords(doc, 'regisseurDecisions'))
    add({
      id: view.id,
      kind: 'plan',
      on: view.values.decidedOn ?? '',
      icon: 'identification-badge',
      title: view.values.regisseur ? `Regisseur: ${nameOf(view.values.regisseur)}` : 'Geen regisseur',
      meta: view.values.reason ?? '',
    });
  for (const { id, values } of readRecords(doc, 'regisseurHandovers'))
    add({
      id,
      kind: 'plan',
      on: values.decidedOn ?? '',
      icon: 'identification-badge',
      title: `Regie overdragen aan ${nameOf(values.to || null)}: ${values.step ? labels.handoverStep[values.step].toLowerCase() : ''}`,
      meta: values.reason ?? '',
    });
  for (const { id, values } of readRecords(doc, 'plans'))
    if (values.evaluationOn && values.evaluationOn >= today)
      add({
        id: `${id}.evaluation`,
        kind: 'plan',
        on: values.evaluationOn,
        icon: 'flag',
        title: 'Evaluatie van het plan',
      });
  for (const { id, values } of readRecords(doc, 'evaluations'))
    add({
      id,
      kind: 'plan',
      on: values.date ?? '',
      icon: 'flag',
      title: 'Evaluatie',
      meta: values.decision ? labels.evaluationDecision[values.decision] : 'nog niet vastgelegd',
    });
  for (const { id, values } of readRecords(doc, 'residentAgreements'))
    add({
      id,
      kind: 'plan',
      on: values.receivedOn ?? '',
      icon: 'check-circle',
      title: `Dit klopt: ${values.about ?? ''}`,
      meta: ['gezegd bij Meekijken', values.saidBy ? `met ${values.saidBy}` : ''].filter(Boolean).join(', '),
    });
  for (const view of readRecords(doc, 'goals'))
    add({
      id: view.id,
      kind: 'plan',
      on: calendarDateAt(view.createdMinute * 60_000),
      icon: 'flag',
      title: 'Doel',
      quote: view.values.text ?? '',
    });
  for (const { id, values } of readRecords(doc, 'actions')) {
    const open = values.status === 'GEPLAND' || values.status === 'LOOPT';
    const on = values.dueOn ?? '';
    add({
      id,
      kind: 'afspraken',
      on,
      icon: values.status === 'KLAAR' ? 'check-circle' : 'check-square',
      title: [open || !values.status ? '' : labels.actionStatus[values.status], values.what].filter(Boolean).join(': '),
      meta: values.ladder ? labels.ladder[values.ladder].toLowerCase() : '',
      late: open && on !== '' && on < today,
    });
  }
  for (const { id, values } of readRecords(doc, 'lifeEvents'))
    add({ id, kind: 'gebeurtenissen', on: values.date ?? '', icon: 'heartbeat', title: values.text ?? '' });
  for (const { id, values } of readRecords(doc, 'signals'))
    add({
      id,
      kind: 'gebeurtenissen',
      on: values.on ?? '',
      icon: 'eye',
      title: ['Signaal', values.kind ? labels.signalKind[values.kind].toLowerCase() : ''].filter(Boolean).join(': '),
      meta: values.source ? `van ${values.source}` : '',
    });
  return items.toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1));
}
