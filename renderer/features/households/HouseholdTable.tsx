import { memo } from 'react';
import type { HouseholdRow } from '../../../shared/contract/commands/dossier.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useVault } from '../../data/useVault.tsx';
import { Late, Standing } from '../../ui/Standing.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { dueText, shortDate } from '../../ui/dateText.ts';
import { householdMeta, statusIcons } from './householdText.ts';

/** One strong name and one meta line per row; the name is the link; only a late date has a colour. */
export const HouseholdTable = memo(function HouseholdTable({ rows }: { readonly rows: readonly HouseholdRow[] }) {
  const router = useRouter();
  const { today } = useVault();
  return (
    <table className="list-table households">
      <caption className="visually-hidden">Huishoudens, eerste datum boven</caption>
      <thead>
        <tr>
          <th scope="col">Huishouden</th>
          <th scope="col">Stand</th>
          <th scope="col">Eerstvolgende datum</th>
          <th scope="col">Laatste gesprek</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.householdId}>
            <th scope="row">
              <TextLink
                title
                field={`household.${row.householdId}`}
                onPress={() => router.go({ screen: 'huishouden', householdId: row.householdId, tab: 'overzicht' })}
              >
                {row.name}
              </TextLink>
              <span className="meta">{householdMeta(row)}</span>
              {row.openChoices > 0 ? (
                <span className="meta open-choices">
                  {row.openChoices === 1 ? '1 ding' : `${row.openChoices} dingen`} om samen te bekijken
                </span>
              ) : null}
            </th>
            <td>
              <Standing icon={statusIcons[row.status]}>{labels.householdStatus[row.status]}</Standing>
            </td>
            <td>
              <NextDate date={row.nextDate} what={row.nextWhat} today={today} />
            </td>
            <td className="muted">
              {row.lastConversationOn ? (
                <>
                  <span className="narrow-only">Laatste gesprek </span>
                  {shortDate(row.lastConversationOn, today)}
                </>
              ) : (
                'nog geen gesprek'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
});

function NextDate({
  date,
  what,
  today,
}: {
  readonly date: string | null;
  readonly what: string | null;
  readonly today: string;
}) {
  if (date === null) return <span className="muted">geen datum</span>;
  const due = dueText(date, today);
  return (
    <>
      {due.late ? <Late>{due.text}</Late> : <span>{due.text}</span>}
      {what ? <span className="meta">{what}</span> : null}
    </>
  );
}
