/** Termijnen of one household that ask for attention now, each with its reason in one sentence. Nothing when there are none. */
import { useState } from 'react';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Late } from '../../ui/Standing.tsx';
import { dueText } from '../../ui/dateText.ts';
import { CallError } from '../household/CallError.tsx';

export function Deadlines({ householdId }: { readonly householdId: HouseholdId }) {
  const { data, error, reload } = useQuery('household.deadlines', { householdId });
  const [all, setAll] = useState(false);
  if (error && !data) return <CallError error={error} retry={reload} />;
  if (!data || data.rows.length === 0) return null;
  const inView = data.rows.filter(({ showFrom }) => showFrom <= data.today);
  const shown = all ? data.rows : inView;
  const later = data.rows.length - inView.length;
  return (
    <Section title="Termijnen" count={inView.length}>
      {data.clockDoubt ? (
        <p className="section-text">De klok van deze laptop klopt misschien niet. Controleer de datums.</p>
      ) : null}
      <ul className="deadlines">
        {shown.map((row) => {
          const due = dueText(row.dueOn, data.today);
          return (
            <ListRow
              key={`${row.code}.${row.subjectId}`}
              title={row.reason}
              meta={row.source}
              trail={due.late ? <Late>{due.text}</Late> : <span>{due.text}</span>}
            />
          );
        })}
      </ul>
      {later > 0 ? (
        <Button
          variant="quiet"
          icon={all ? 'caret-up' : 'caret-down'}
          expanded={all}
          field="deadlines.all"
          onPress={() => setAll(!all)}
        >
          {all ? 'Alleen wat nu telt' : `Later: ${later}`}
        </Button>
      ) : null}
    </Section>
  );
}
