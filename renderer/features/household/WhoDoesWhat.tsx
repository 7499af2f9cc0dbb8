/** Wie doet wat: open agreements per chair, in the fixed order, as units and as a number. Not a score. */
import { LADDER } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { ChairGlyph } from '../../ui/ChairGlyph.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { shortName, type PersonView } from './personText.ts';
import type { UserId } from '../../../shared/domain/ids.ts';

export type ActionView = RecordView<'actions'>;

/** Who carries an agreement out, in a word: "Fatima", "zus Nadia", "jij"; '' when only the chair is known. */
export function whoText(
  action: ActionView,
  persons: readonly PersonView[],
  nameOf: (user: UserId | null) => string,
): string {
  const { whoPersonId, whoName, whoUser } = action.values;
  const person = whoPersonId ? persons.find(({ id }) => id === whoPersonId) : undefined;
  if (person) return shortName(person);
  if (whoName) return whoName;
  return whoUser ? nameOf(whoUser as UserId) : '';
}

export function WhoDoesWhat({ replica }: { readonly replica: Replica }) {
  const { nameOf } = useVault();
  const persons = useRecords(replica, 'persons');
  const actions = useRecords(replica, 'actions').filter(
    ({ values }) => values.status === 'GEPLAND' || values.status === 'LOOPT',
  );
  return (
    <Section title="Wie doet wat">
      {actions.length === 0 ? (
        <p className="section-text muted">
          Er zijn nog geen afspraken. Maak ze in een gesprek, het liefst eerst met de inwoner zelf.
        </p>
      ) : (
        <ul className="who-does-what">
          {LADDER.map((step) => {
            const here = actions.filter(({ values }) => values.ladder === step);
            const counts = new Map<string, number>();
            for (const action of here) {
              const who = whoText(action, persons, nameOf);
              if (who) counts.set(who, (counts.get(who) ?? 0) + 1);
            }
            return (
              <li key={step} data-step={step}>
                <ChairGlyph step={step} label={labels.ladder[step]} />
                <span className="units" aria-hidden="true">
                  {here.slice(0, 6).map(({ id }) => (
                    <i key={id} />
                  ))}
                </span>
                <b>{here.length}</b>
                <span className="muted">
                  {[...counts].map(([who, count]) => (count > 1 ? `${who} ${count}` : who)).join(' · ')}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
