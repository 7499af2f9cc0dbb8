/** Wie heeft gekeken? Who opened, changed, printed, took out or searched this dossier, day by day; also without a network. */
import { useState } from 'react';
import { lookLabels, LOOK_KINDS, type LookKind } from '../../../shared/domain/looks.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Select } from '../../ui/Select.tsx';
import { longDate } from '../../ui/dateText.ts';
import { CallError } from '../household/CallError.tsx';
import { usePaper } from '../paper/savePaper.ts';

const SHOWN = 20;

export function WhoLooked({ householdId }: { readonly householdId: HouseholdId }) {
  const { today } = useVault();
  const { data, error, reload } = useQuery('log.household', { householdId });
  const paper = usePaper();
  const [person, setPerson] = useState('');
  const [kind, setKind] = useState('');
  const [all, setAll] = useState(false);
  const rows = data?.rows ?? [];
  const people = new Map(rows.map(({ userId, name, isMe }) => [userId as string, isMe ? 'Jij' : name]));
  const found = rows
    .filter((row) => person === '' || row.userId === person)
    .map((row) => ({ ...row, looks: row.looks.filter((look) => kind === '' || look.kind === kind) }))
    .filter(({ looks }) => looks.length > 0);
  return (
    <Section
      title="Wie heeft gekeken?"
      count={found.length}
      aside={
        <Button
          variant="quiet"
          icon="file-pdf"
          field="log.paper"
          busy={paper.busy ? 'Bezig' : undefined}
          onPress={() => void paper.make({ paper: 'LOGBOEK', householdId })}
        >
          Maak PDF
        </Button>
      }
    >
      <p className="section-text muted">
        Elke keer dat iemand dit dossier opent, verandert of afdrukt, staat hier. Niemand kan dat weghalen.
      </p>
      <div className="filters">
        <Select
          label="Wie"
          field="log.person"
          value={person}
          emptyLabel="Iedereen"
          options={[...people].map(([value, label]) => ({ value, label }))}
          onChange={setPerson}
        />
        <Select
          label="Wat"
          field="log.kind"
          value={kind}
          emptyLabel="Alles"
          options={LOOK_KINDS.map((value) => ({ value: value as string, label: lookLabels[value] }))}
          onChange={setKind}
        />
      </div>
      {error ? <CallError error={error} retry={reload} /> : null}
      {paper.error ? <CallError error={paper.error} /> : null}
      {data && found.length === 0 ? <p className="muted">Hier staat nog niets. Kies iemand anders of alles.</p> : null}
      <ul>
        {found.slice(0, all ? undefined : SHOWN).map((row) => (
          <ListRow
            key={`${row.on}.${row.userId}.${String(row.restricted)}`}
            title={`${row.isMe ? 'Jij' : row.name}${row.restricted ? ', bij Veiligheid' : ''}`}
            meta={`${longDate(row.on, today)}: ${row.looks.map(lookText).join(', ')}`}
          />
        ))}
      </ul>
      {found.length > SHOWN && !all ? (
        <Button variant="quiet" field="log.all" onPress={() => setAll(true)}>
          Toon alle {found.length}
        </Button>
      ) : null}
    </Section>
  );
}

/** "bekeken (3 keer, eerst 10:42)". */
function lookText({
  kind,
  at,
  times,
}: {
  readonly kind: LookKind;
  readonly at: string;
  readonly times: number | null;
}): string {
  const often = times !== null && times > 1 ? `${String(times)} keer, eerst ${at}` : at;
  return `${lookLabels[kind].toLowerCase()} (${often})`;
}
