/** Reading a list in three steps: the file, its columns, what needs a person. Nothing is made before the last button. */
import { useState } from 'react';
import type { ImportKind } from '../../../shared/domain/importColumns.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { WorkLine } from '../../app/WorkLine.tsx';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { FilePick } from '../../ui/FilePick.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { CallError } from '../household/CallError.tsx';
import { CheckRows } from './CheckRows.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { PickColumns } from './PickColumns.tsx';
import { resultText } from './importText.ts';
import { useReading } from './useReading.ts';
import './import.css';

const STEPS = [{ label: 'Bestand' }, { label: 'Kolommen' }, { label: 'Controle' }] as const;
const AT = { file: 0, columns: 1, check: 2, making: 2, done: 3 } as const;

export function ReadList({ kind }: { readonly kind: ImportKind }) {
  const router = useRouter();
  const reading = useReading(kind);
  const undo = useCommand('import.undo');
  const [undone, setUndone] = useState('');
  const isKaart = kind === 'SOCIALE_KAART';
  const leave = (): void => router.go(isKaart ? { screen: 'socialeKaart' } : { screen: 'huishoudens' });
  const takeBack = async (): Promise<void> => {
    if (reading.importId === null) return;
    const done = await undo.run({ importId: reading.importId });
    if (done !== null)
      setUndone(
        [
          `${String(done.removed)} weer weggehaald`,
          done.putAway > 0 ? `${String(done.putAway)} opgeborgen` : '',
          done.kept > 0 ? `${String(done.kept)} gebleven, omdat er al in is gewerkt` : '',
        ]
          .filter((part) => part !== '')
          .join(', '),
      );
  };
  return (
    <Sheet
      title={isKaart ? 'Sociale kaart inlezen' : 'Huishoudens inlezen'}
      crumb={{ label: isKaart ? 'Sociale kaart' : 'Huishoudens', onPress: leave }}
    >
      <div className="read-list">
        {reading.step === 'done' ? null : <Stepper label="Stappen" steps={STEPS} current={AT[reading.step]} />}
        {reading.error ? <CallError error={reading.error} /> : null}
        {reading.step === 'file' ? (
          <Section title="Kies een bestand">
            <p>
              We lezen <b>CSV</b>: een lijst met een komma of puntkomma tussen de kolommen, en de namen van de kolommen
              op de eerste regel. In Excel kies je Opslaan als, en dan CSV UTF-8.
            </p>
            <p className="muted">
              {isKaart
                ? 'Eén rij per organisatie. Alleen een naam is nodig.'
                : 'Eén rij per persoon. Staat bij meer rijen hetzelfde huishouden, dan komen ze bij elkaar. Een BSN nemen we nooit over.'}
            </p>
            <div className="row">
              <FilePick
                field="import.file"
                variant="primary"
                accept={['.csv', '.txt', 'text/csv']}
                busy={reading.busy ? 'Bezig met lezen' : undefined}
                onPick={(file) => void reading.give(file)}
              >
                Kies een bestand
              </FilePick>
            </div>
          </Section>
        ) : null}
        {reading.step === 'columns' && reading.columns ? (
          <PickColumns
            kind={kind}
            columns={reading.columns}
            busy={reading.busy}
            onDone={(mapping) => void reading.check(mapping)}
            onBack={() => reading.back('file')}
          />
        ) : null}
        {reading.step === 'check' && reading.checked ? (
          <CheckRows
            kind={kind}
            checked={reading.checked}
            onMake={(choices) => void reading.make(choices)}
            onBack={() => reading.back('columns')}
          />
        ) : null}
        {reading.step === 'making' ? (
          <section aria-label="Bezig met inlezen">
            <p role="status">Bezig met inlezen. Je kunt gewoon doorwerken.</p>
            <WorkLine work="IMPORT" />
            <WorkLine work="IMPORT_UNDO" />
            <div className="row">
              <Button field="import.cancel" onPress={reading.cancel}>
                Stop en neem niets over
              </Button>
            </div>
          </section>
        ) : null}
        {reading.step === 'done' && reading.result ? (
          <section aria-label="Klaar">
            <p role="status">{undone === '' ? resultText(kind, reading.result) : `Ongedaan gemaakt: ${undone}.`}</p>
            {undo.error ? <CallError error={undo.error} /> : null}
            <div className="row">
              <Button variant="primary" field="import.open" onPress={leave}>
                {isKaart ? 'Naar de sociale kaart' : 'Naar de huishoudens'}
              </Button>
              {undone === '' ? (
                <Button
                  field="import.undo"
                  busy={undo.busy ? 'Bezig met weghalen…' : undefined}
                  onPress={() => void takeBack()}
                >
                  Maak dit inlezen ongedaan
                </Button>
              ) : null}
            </div>
            <WorkLine work="IMPORT_UNDO" />
          </section>
        ) : null}
        {reading.busy ? <WorkLine work="IMPORT_CHECK" /> : null}
        {reading.step === 'file' ? <EarlierImports kind={kind} /> : null}
      </div>
    </Sheet>
  );
}
