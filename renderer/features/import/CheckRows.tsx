/** What would be made, and only the rows that need a person. Doubles have no choice made for you. */
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { ImportKind } from '../../../shared/domain/importColumns.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioChoice } from '../../ui/RadioChoice.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { countText } from './importText.ts';
import type { Checked } from './useReading.ts';

type Choice = 'SKIP' | 'ADD';

interface CheckRowsProps {
  readonly kind: ImportKind;
  readonly checked: Checked;
  readonly onMake: (choices: Omit<InputOf<'import.run'>, 'importId'>) => void;
  readonly onBack: () => void;
}

const CHOICES = [
  { value: 'SKIP', label: 'Sla over' },
  { value: 'ADD', label: 'Voeg toch toe' },
] as const;

export function CheckRows({ kind, checked, onMake, onBack }: CheckRowsProps) {
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [others, setOthers] = useState<Choice | null>(null);
  const count = kind === 'HUISHOUDENS' ? checked.households : checked.organisations;
  const unshown = checked.doubleCount - checked.doubles.length;
  const undecided = others !== null ? 0 : checked.doubles.filter(({ row }) => !choices.has(row)).length + unshown;
  return (
    <>
      <Section title="Dit gaan we doen">
        <ul className="import-counts">
          <li>
            <b>{countText(kind, count)}</b> uit {checked.good} goede {checked.good === 1 ? 'rij' : 'rijen'}
          </li>
          <li>
            {checked.badCount === 0
              ? 'Geen foute rijen'
              : `${String(checked.badCount)} foute ${checked.badCount === 1 ? 'rij' : 'rijen'}: die slaan we over`}
          </li>
          <li>
            {checked.doubleCount === 0
              ? 'Niets lijkt dubbel'
              : `${String(checked.doubleCount)} ${checked.doubleCount === 1 ? 'lijkt' : 'lijken'} dubbel: kies zelf`}
          </li>
          {checked.bsnColumn ? <li>De kolom met BSN nemen we niet over.</li> : null}
          {checked.unknownAreas.length > 0 ? (
            <li>Deze wijken staan niet in jullie profiel: {checked.unknownAreas.join(', ')}</li>
          ) : null}
        </ul>
      </Section>
      {checked.badCount > 0 ? (
        <Section title="Foute rijen" count={checked.badCount}>
          <ul className="import-rows">
            {checked.bad.map(({ row, reason }) => (
              <li key={row}>
                <b>Rij {row}</b> {reason}
              </li>
            ))}
          </ul>
          {checked.badCount > checked.bad.length ? (
            <p className="muted">En nog {checked.badCount - checked.bad.length}.</p>
          ) : null}
        </Section>
      ) : null}
      {checked.formulas.length > 0 ? (
        <Section title="Lijkt op een formule" count={checked.formulas.length}>
          <p className="muted">We rekenen niets uit. Deze vakjes blijven tekst, precies zoals ze er staan.</p>
          <ul className="import-rows">
            {checked.formulas.map(({ row, text }) => (
              <li key={row}>
                <b>Rij {row}</b> {text}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {checked.doubleCount > 0 ? (
        <Section title="Lijkt dubbel" count={checked.doubleCount}>
          <div className="row">
            <Button
              field="import.skipAll"
              pressed={others === 'SKIP'}
              onPress={() => setOthers(others === 'SKIP' ? null : 'SKIP')}
            >
              Sla alle andere over
            </Button>
            <Button
              field="import.addAll"
              pressed={others === 'ADD'}
              onPress={() => setOthers(others === 'ADD' ? null : 'ADD')}
            >
              Voeg alle andere toch toe
            </Button>
          </div>
          <ul className="import-doubles">
            {checked.doubles.map(({ row, what, like }) => (
              <li key={row}>
                <RadioChoice<Choice>
                  label={`Rij ${String(row)}: ${what}. ${like}`}
                  inline
                  field={`import.double.${String(row)}`}
                  value={choices.get(row) ?? others}
                  options={CHOICES}
                  onChange={(choice) => setChoices(new Map([...choices, [row, choice]]))}
                />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {undecided > 0 ? (
        <p id="import-undecided">
          Kies eerst bij {undecided} dubbele {undecided === 1 ? 'rij' : 'rijen'}.
        </p>
      ) : null}
      <div className="row">
        <Button
          variant="primary"
          field="import.make"
          disabled={undecided > 0 || count === 0}
          describedBy={undecided > 0 ? 'import-undecided' : undefined}
          onPress={() => onMake({ choices: [...choices].map(([row, choice]) => ({ row, choice })), others })}
        >
          Lees in
        </Button>
        <Button variant="quiet" field="import.columns" onPress={onBack}>
          Terug naar de kolommen
        </Button>
      </div>
    </>
  );
}
