/** What was agreed and is still open, to ask about at the table. */
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Late } from '../../ui/Standing.tsx';
import { dueText } from '../../ui/dateText.ts';

const SHOWN = 8;

export function OpenAgreements({ replica }: { readonly replica: Replica }) {
  const { today } = useVault();
  const open = useRecords(replica, 'actions')
    .filter(({ values }) => values.status === 'GEPLAND' || values.status === 'LOOPT' || !values.status)
    .toSorted((a, b) => (a.values.dueOn || '9999').localeCompare(b.values.dueOn || '9999'));
  return (
    <Section title="Wat is er afgesproken?" count={open.length}>
      {open.length === 0 ? (
        <p className="section-text muted">Nog niets. Dit kan een eerste gesprek zijn.</p>
      ) : (
        <ul>
          {open.slice(0, SHOWN).map(({ id, values }) => {
            const due = values.dueOn ? dueText(values.dueOn, today) : null;
            return (
              <ListRow
                key={id}
                title={values.what ?? ''}
                trail={
                  due === null ? null : due.late ? <Late>{due.text}</Late> : <span className="muted">{due.text}</span>
                }
              />
            );
          })}
        </ul>
      )}
    </Section>
  );
}
