/** What the fields of the profile are called on screen, so that a sentence about one names what a person sees. */
import { RETENTION_CLASSES } from '../../../shared/domain/codes.ts';
import type { ProfileProblem, Terms } from '../../../shared/domain/gemeenteprofiel.ts';
import { labels } from '../../../shared/domain/labels.ts';

export const COLOURS = [
  ['primary', 'Kleur (licht)'],
  ['onPrimary', 'Letters op die kleur (licht)'],
  ['primaryDark', 'Kleur (donker)'],
  ['onPrimaryDark', 'Letters op die kleur (donker)'],
] as const;

export const TERMS: Readonly<Record<keyof Terms, string>> = {
  wmoResearchDays: 'Wmo-onderzoek, dagen',
  personalPlanDays: 'Persoonlijk plan inleveren, dagen',
  wmoDecisionDays: 'Wmo-besluit, dagen',
  youthDecisionDays: 'Besluit jeugdhulp, dagen',
  debtFirstTalkDays: 'Eerste gesprek schulden, dagen',
  debtUrgentWorkingDays: 'Spoed bij schulden, werkdagen',
  debtDecisionDays: 'Besluit schulden, dagen',
  evaluationComplexDays: 'Evalueren bij complex, dagen',
  evaluationNormalMonths: 'Evalueren gewoon, maanden',
  evaluationLightMonths: 'Evalueren licht, maanden',
  planReviewAheadDays: 'Evaluatie vooraf op Vandaag, dagen',
  actionEndAheadDays: 'Einde van hulp vooraf op Vandaag, dagen',
  ageAheadMonths: 'Verjaardag die telt vooraf, maanden',
  meldcodeNudgeWorkingDays: 'Meldcode: volgende stap, werkdagen',
  withdrawnDays: 'Ingetrokken vraag bewaren, dagen',
  workNoteDays: 'Werkaantekening bewaren, dagen',
  rightsAnswerMonths: 'Antwoord op een verzoek om inzage, maanden',
};

export const NAMES = {
  municipality: 'Gemeente',
  teamName: 'Naam van het team',
  teamNamePlural: 'Hoe noem je meer teams?',
  veiligThuisNumber: 'Nummer van Veilig Thuis',
} as const;

const named: ReadonlyMap<string, string> = new Map([
  ...Object.entries(NAMES),
  ...COLOURS.map(([name, label]) => [`theme.${name}`, label] as const),
  ...Object.entries(TERMS).map(([name, label]) => [`terms.${name}`, label] as const),
  ...RETENTION_CLASSES.map((code) => [`retentionDays.${code}`, `${labels.retentionClass[code]}, dagen`] as const),
]);

const LISTS: readonly (readonly [start: RegExp, name: string])[] = [
  [/^places\.(\d+)/, 'Plek'],
  [/^partners\.(\d+)/, 'Partner'],
  [/^areas\.(\d+)/, 'Wijk'],
];

/** The name on screen of this field; as it stands in the file when the screen has no field for it. */
export function fieldInWords(field: string): string {
  const name = named.get(field);
  if (name !== undefined) return name;
  for (const [start, list] of LISTS) {
    const at = start.exec(field)?.[1];
    if (at !== undefined) return `${list} ${String(Number(at) + 1)}`;
  }
  return field;
}

/** The sentence, with the name on screen instead of the name in the file. */
export const problemInWords = ({ field, message }: ProfileProblem): string =>
  message.replace(`Het veld "${field}"`, `‘${fieldInWords(field)}’`);
