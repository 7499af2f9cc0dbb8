import type { ImportKind } from '../../../shared/domain/importColumns.ts';
import { WorkLine } from '../../app/WorkLine.tsx';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { longDate } from '../../ui/dateText.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { useVault } from '../../data/useVault.tsx';
import { CallError } from '../household/CallError.tsx';
import { countText } from './importText.ts';

/** What was read before on this laptop, each to be taken back as a whole. */
export function EarlierImports({ kind }: { readonly kind: ImportKind }) {
  const { today } = useVault();
  const list = useQuery('import.list', {});
  const undo = useCommand('import.undo');
  const runs = (list.data?.runs ?? []).filter((run) => run.kind === kind);
  if (runs.length === 0) return null;
  return (
    <Section title="Eerder ingelezen" count={runs.length}>
      {undo.error ? <CallError error={undo.error} /> : null}
      <WorkLine work="IMPORT_UNDO" />
      <ul>
        {runs.map((run) => (
          <ListRow
            key={run.importId}
            title={countText(kind, run.made)}
            meta={longDate(calendarDateAt(run.madeAtMs), today)}
            trail={
              run.undone ? (
                <span className="muted">Ongedaan gemaakt</span>
              ) : (
                <Button
                  field={`import.undo.${run.importId}`}
                  onPress={() => void undo.run({ importId: run.importId }).then(list.reload)}
                >
                  Maak ongedaan
                </Button>
              )
            }
          />
        ))}
      </ul>
    </Section>
  );
}
