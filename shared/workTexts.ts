/** What a person reads about work that takes long: the step it is at, and its counts. For screens and for the terminal. */
import type { WorkProgress, WorkStep } from './contract/work.ts';

interface StepText {
  readonly what: string;
  /** What is counted; absent where nothing is. */
  readonly counted?: string;
}

const steps: Readonly<Record<WorkStep, StepText>> = {
  UNLOCK: { what: 'Slot openen' },
  COPY: { what: 'Kopie maken', counted: 'MB' },
  CHECK_COPY: { what: 'Kopie nalezen' },
  COMPARE: { what: 'Kopie vergelijken', counted: 'onderdelen' },
  LAY_READY: { what: 'Kopie klaarzetten', counted: 'MB' },
  UPDATE: { what: 'Bijwerken naar deze versie', counted: 'stappen' },
  DOSSIERS: { what: 'Lijsten en zoeken opbouwen', counted: 'dossiers' },
  TIDY: { what: 'Zoeken opruimen' },
  READ_PARTS: { what: 'Lezen wat nog te lezen is', counted: 'onderdelen' },
  WRITE_PARTS: { what: 'Nalezen wat terug is' },
  LOG_ROWS: { what: 'Logboek controleren', counted: 'regels' },
  ROWS: { what: 'Rijen nakijken', counted: 'rijen' },
  HOUSEHOLDS: { what: 'Huishoudens inlezen', counted: 'huishoudens' },
  ORGANISATIONS: { what: 'Organisaties inlezen', counted: 'organisaties' },
  HOUSEHOLDS_AWAY: { what: 'Huishoudens weer weghalen', counted: 'huishoudens' },
  ORGANISATIONS_AWAY: { what: 'Organisaties weer weghalen', counted: 'organisaties' },
  FINISH: { what: 'Afronden' },
  RECEIVE: { what: 'Dossiers van je team ophalen', counted: 'dossiers' },
};

const number = new Intl.NumberFormat('nl-NL');

/** "Stap 2 van 3: kopie nalezen", or only what is done when there is one step. */
export function workStepText({ step, at, of }: Pick<WorkProgress, 'step' | 'at' | 'of'>): string {
  const { what } = steps[step];
  return of < 2 ? what : `Stap ${String(at)} van ${String(of)}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}

/** "412 van 2.000 dossiers"; empty where nothing can be counted. */
export function workCountText({ step, done, total }: Pick<WorkProgress, 'step' | 'done' | 'total'>): string {
  const { counted } = steps[step];
  return counted === undefined || total === 0 ? '' : `${number.format(done)} van ${number.format(total)} ${counted}`;
}
