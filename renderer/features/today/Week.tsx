/** Deze week: the days ahead with what is planned and agreed on them; an empty working day says so. */
import type { AgendaItem, DueItem } from '../../../shared/contract/commands/overview.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { longDate } from '../../ui/dateText.ts';

interface WeekProps {
  readonly items: readonly DueItem[];
  readonly agenda: readonly AgendaItem[];
  readonly today: string;
}

/** Today and the six days after it; a free weekend day is left out. */
export function weekDays(
  items: readonly DueItem[],
  agenda: readonly AgendaItem[],
  today: string,
): readonly { readonly date: string; readonly items: readonly DueItem[]; readonly agenda: readonly AgendaItem[] }[] {
  return Array.from({ length: 7 }, (_, index) => addDays(today, index))
    .map((date) => ({
      date,
      items: items.filter((item) => item.dueOn === date),
      agenda: agenda.filter((item) => item.on === date),
    }))
    .filter(({ date, items: here, agenda: planned }) => here.length + planned.length > 0 || !isWeekend(date));
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

export function Week({ items, agenda, today }: WeekProps) {
  const router = useRouter();
  return (
    <ol className="week">
      {weekDays(items, agenda, today).map((day) => (
        <li key={day.date} data-today={day.date === today || undefined}>
          <span className="day">
            <span className="visually-hidden">{longDate(day.date, today)}</span>
            <span aria-hidden="true">{longDate(day.date, today).slice(0, 2)}</span>
            <b aria-hidden="true">{Number(day.date.slice(8))}</b>
          </span>
          <div>
            {day.agenda.map((item) => (
              <Planned key={item.visitId ?? `${item.what}.${item.from}`} item={item} />
            ))}
            {day.items.length + day.agenda.length === 0 ? (
              <p className="muted">Geen afspraken</p>
            ) : (
              day.items.map((item) => (
                <p key={item.actionId ?? `${item.householdId}.${item.dueOn}`}>
                  <TextLink
                    title
                    field={`week.${item.actionId ?? item.householdId}`}
                    onPress={() => router.go({ screen: 'huishouden', householdId: item.householdId, tab: 'overzicht' })}
                  >
                    {item.what}
                  </TextLink>
                  <span className="meta">{item.householdName}</span>
                </p>
              ))
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Planned({ item }: { readonly item: AgendaItem }) {
  const router = useRouter();
  const { kind, from, until, what, householdId, visitId } = item;
  const time = from && until ? `${from}–${until}` : from;
  return (
    <p>
      <TextLink
        title
        field={`week.${visitId ?? `spreekuur.${item.on}.${from}`}`}
        onPress={() =>
          router.go(
            householdId !== null && visitId !== null
              ? { screen: 'huisbezoek', householdId, visitId }
              : { screen: 'spreekuur' },
          )
        }
      >
        {[time, kind === 'visit' ? 'Huisbezoek' : 'Spreekuur'].filter(Boolean).join(' ')}
      </TextLink>
      <span className="meta">{what}</span>
    </p>
  );
}
