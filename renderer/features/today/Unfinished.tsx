/** Verder waar je was: conversations of yours that are not vastgesteld yet, last touched on top. */
import { useState } from 'react';
import type { ConversationRow } from '../../../shared/contract/commands/dossier.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { timeOfDay } from '../../data/saveState.ts';
import { Button } from '../../ui/Button.tsx';
import { IconTile, ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { longDate, shortDate } from '../../ui/dateText.ts';

interface UnfinishedProps {
  readonly rows: readonly ConversationRow[];
  readonly today: string;
}

/** What fits under what is due; the rest is one press away. */
const SHOWN = 5;

export function Unfinished({ rows, today }: UnfinishedProps) {
  const router = useRouter();
  const [all, setAll] = useState(false);
  return (
    <Section title="Verder waar je was">
      <ul>
        {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
          <ListRow
            key={row.conversationId}
            lead={<IconTile name="note-pencil" />}
            title={`Gesprek ${row.householdName}`}
            meta={
              <span className="excerpt">
                {`${labels.context[row.context]}, ${longDate(row.date, today)}. ${row.excerpt || 'Nog geen tekst.'}`}
              </span>
            }
            trail={
              <>
                <span className="muted touched">{touched(row.changedAtMs, today)}</span>
                <Button
                  field={`unfinished.${row.conversationId}`}
                  onPress={() =>
                    router.go({
                      screen: 'gesprek',
                      householdId: row.householdId,
                      documentId: row.documentId,
                      conversationId: row.conversationId,
                    })
                  }
                >
                  Ga verder
                  <span className="visually-hidden"> met gesprek {row.householdName}</span>
                </Button>
              </>
            }
          />
        ))}
      </ul>
      {rows.length > SHOWN && !all ? (
        <Button variant="quiet" field="unfinished.more" onPress={() => setAll(true)}>
          {`Toon meer (${rows.length - SHOWN})`}
        </Button>
      ) : null}
    </Section>
  );
}

/** "16:12" today, else "ma 16 nov". */
function touched(ms: number, today: string): string {
  const day = calendarDateAt(ms);
  return day === today ? timeOfDay(ms) : shortDate(day, today);
}
