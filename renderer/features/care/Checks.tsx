import type { ReactNode } from 'react';
import { ErrorReport } from '../../app/ErrorReport.tsx';
import { WorkLine } from '../../app/WorkLine.tsx';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { useState } from 'react';

/** Checking what should always be right: the log that cannot be changed, and the lists made from the dossiers. */
export function Checks() {
  const verify = useCommand('audit.verify');
  const rebuild = useCommand('projection.rebuild');
  const [logAnswer, setLogAnswer] = useState<ReactNode>(null);
  const [listAnswer, setListAnswer] = useState<ReactNode>(null);

  async function checkLog(): Promise<void> {
    const answer = await verify.run({});
    if (!answer) return;
    setLogAnswer(
      answer.firstBadRow === null
        ? `Het logboek klopt: ${answer.rows} regels.`
        : `Het logboek klopt niet vanaf regel ${answer.firstBadRow}. Bel de helpdesk en verwijder niets.`,
    );
  }

  async function rebuildLists(): Promise<void> {
    const answer = await rebuild.run({});
    if (answer) setListAnswer(`De lijsten zijn opnieuw gemaakt uit ${answer.documents} dossiers.`);
  }

  return (
    <Section title="Controle">
      <ul>
        <ListRow
          title="Logboek"
          meta={<span role="status">{logAnswer ?? 'Wie keek en wat veranderde. Elke regel hoort bij de vorige.'}</span>}
          trail={
            <Button
              field="check.log"
              busy={verify.busy ? 'Bezig met controleren…' : undefined}
              onPress={() => void checkLog()}
            >
              Controleer
            </Button>
          }
        />
        <ListRow
          title="Lijsten en zoeken"
          meta={
            <span role="status">{listAnswer ?? 'Klopt een lijst niet? Maak hem dan opnieuw uit de dossiers.'}</span>
          }
          trail={
            <Button
              field="check.lists"
              busy={rebuild.busy ? 'Bezig met opbouwen…' : undefined}
              onPress={() => void rebuildLists()}
            >
              Maak opnieuw
            </Button>
          }
        />
      </ul>
      <WorkLine work="LOG_CHECK" />
      <WorkLine work="REBUILD" />
      {verify.error ? <ErrorReport error={verify.error} /> : null}
      {rebuild.error ? <ErrorReport error={rebuild.error} /> : null}
    </Section>
  );
}
