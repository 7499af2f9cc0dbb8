/**
 * What age decides: phase of life, whose agreement help needs, and who may see a file. The bounds are those of
 * the Jeugdwet: 12, 16 and 18. Nothing is guessed: an unknown age or unknown custody is said, with what to do.
 * Each person is judged alone, so twins are no special case.
 */
import type { AgeGroup, Custody, LifeStage, RepresentativeKind } from './codes.ts';
import { addMonths, isCalendarDate } from './dates.ts';

export interface AgeFacts {
  /** Empty when unknown. */
  readonly birthDate: string;
  /** Used only without a birth date; empty when unknown. */
  readonly ageGroup: AgeGroup | '';
}

/**
 * The day on which someone reaches an age. Born on 29 February: 1 March in a year without that day, because the
 * year is full only when the last day of February has passed.
 */
export function birthdayAt(birthDate: string, age: number): string {
  const sameDay = `${String(Number(birthDate.slice(0, 4)) + age).padStart(4, '0')}${birthDate.slice(4)}`;
  return isCalendarDate(sameDay) ? sameDay : sameDay.replace('-02-29', '-03-01');
}

/** Whole years on a date; negative before birth. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date >= birthdayAt(birthDate, years) ? years : years - 1;
}

/** The day `months` before an age is reached, from which we prepare for it. */
export function daysAheadOfAge(birthDate: string, age: number, months: number): string {
  return addMonths(birthdayAt(birthDate, age), -months);
}

const GROUP_FROM: readonly (readonly [number, AgeGroup])[] = [
  [67, '67_PLUS'],
  [27, '27_66'],
  [18, '18_26'],
  [16, '16_17'],
  [12, '12_15'],
  [4, '4_11'],
  [0, '0_3'],
];

/** The group someone is in on a date: computed from the birth date, else as it was chosen; null when unknown. */
export function ageGroupOn(facts: AgeFacts, date: string): AgeGroup | null {
  if (!isCalendarDate(facts.birthDate)) return facts.ageGroup === '' ? null : facts.ageGroup;
  const age = ageOn(facts.birthDate, date);
  return GROUP_FROM.find(([from]) => age >= from)?.[1] ?? 'ONGEBOREN';
}

const STAGE_OF: Readonly<Record<AgeGroup, LifeStage>> = {
  ONGEBOREN: 'VOOR_GEBOORTE',
  '0_3': 'JONGE_KIND',
  '4_11': 'SCHOOLKIND',
  '12_15': 'JONGERE',
  '16_17': 'JONGERE',
  '18_26': 'JONGVOLWASSENE',
  '27_66': 'VOLWASSENE',
  '67_PLUS': 'OUDERE',
};

/** The phase of life on a date; null when the age is unknown. */
export function lifeStageOn(facts: AgeFacts, date: string): LifeStage | null {
  const group = ageGroupOn(facts, date);
  return group === null ? null : STAGE_OF[group];
}

const MINOR_STAGES: ReadonlySet<LifeStage> = new Set(['VOOR_GEBOORTE', 'JONGE_KIND', 'SCHOOLKIND', 'JONGERE']);

/** True, false, or null when the age is unknown. */
export function isMinorOn(facts: AgeFacts, date: string): boolean | null {
  const stage = lifeStageOn(facts, date);
  return stage === null ? null : MINOR_STAGES.has(stage);
}

/** Who decides or may look, apart from anyone the person lets in. */
export type Party = 'ZELF' | 'OUDERS_MET_GEZAG' | 'OUDER_MET_GEZAG' | 'VOOGD' | 'INSTELLING' | 'CURATOR' | 'MENTOR';

export interface RightsFacts extends AgeFacts {
  readonly custody: Custody | '';
  /** How an adult is represented; empty for nobody. */
  readonly representativeKind: RepresentativeKind | '';
}

export interface Rights {
  readonly parties: readonly Party[];
  /** What has to be found out before one can rely on `parties`. */
  readonly unsure: readonly ('AGE' | 'CUSTODY')[];
  /** One sentence for the worker. */
  readonly sentence: string;
}

const ASK_AGE = 'Vraag eerst naar de leeftijd: daarvan hangt af';
const CUSTODY_NOTE = ' Controleer zelf wie het gezag heeft; het woord van één ouder is niet genoeg.';

interface Parents {
  readonly parties: readonly Party[];
  readonly unsure: boolean;
  readonly words: string;
  readonly must: 'moet' | 'moeten';
}

function parentsOf(custody: Custody | ''): Parents {
  switch (custody) {
    case 'BEIDE_OUDERS':
      return { parties: ['OUDERS_MET_GEZAG'], unsure: false, words: 'beide ouders', must: 'moeten' };
    case 'EEN_OUDER':
      return { parties: ['OUDER_MET_GEZAG'], unsure: false, words: 'de ouder met gezag', must: 'moet' };
    case 'VOOGD':
      return { parties: ['VOOGD'], unsure: false, words: 'de voogd', must: 'moet' };
    case 'GECERTIFICEERDE_INSTELLING':
      return { parties: ['INSTELLING'], unsure: false, words: 'de gecertificeerde instelling', must: 'moet' };
    default:
      return { parties: ['OUDERS_MET_GEZAG'], unsure: true, words: 'de ouders met gezag', must: 'moeten' };
  }
}

interface Adult {
  readonly parties: readonly Party[];
  readonly words: string;
  readonly decides: 'beslist' | 'beslissen';
}

function adultOf(kind: RepresentativeKind | ''): Adult {
  if (kind === 'CURATOR') {
    return { parties: ['ZELF', 'CURATOR'], words: 'de persoon zelf en de curator', decides: 'beslissen' };
  }
  if (kind === 'MENTOR') {
    return { parties: ['ZELF', 'MENTOR'], words: 'de persoon zelf en de mentor', decides: 'beslissen' };
  }
  return { parties: ['ZELF'], words: 'de persoon zelf', decides: 'beslist' };
}

/** The four bands on which rights change. */
type Band = 'UNDER_12' | '12_15' | '16_17' | 'ADULT';

function bandOf(group: AgeGroup): Band {
  if (group === '12_15' || group === '16_17') return group;
  return group === 'ONGEBOREN' || group === '0_3' || group === '4_11' ? 'UNDER_12' : 'ADULT';
}

/** The parents of a minor, with the warning that comes with unknown custody. */
function parentRights(facts: RightsFacts, alsoChild: boolean, sentence: (parents: Parents) => string): Rights {
  const parents = parentsOf(facts.custody);
  return {
    parties: alsoChild ? ['ZELF', ...parents.parties] : parents.parties,
    unsure: parents.unsure ? ['CUSTODY'] : [],
    sentence: sentence(parents) + (parents.unsure ? CUSTODY_NOTE : ''),
  };
}

/** Whose agreement help to this person needs (instemming; not the consent of the AVG). */
export function consentRights(facts: RightsFacts, date: string): Rights {
  const group = ageGroupOn(facts, date);
  if (group === null) {
    return { parties: [], unsure: ['AGE'], sentence: `${ASK_AGE} wie het eens moet zijn met de hulp.` };
  }
  const adult = adultOf(facts.representativeKind);
  switch (bandOf(group)) {
    case 'UNDER_12':
      return parentRights(facts, false, ({ words, must }) => `Jonger dan 12: ${words} ${must} het eens zijn.`);
    case '12_15':
      return parentRights(
        facts,
        true,
        ({ words }) => `12 tot en met 15 jaar: het kind en ${words} moeten het eens zijn.`,
      );
    case '16_17':
      return { parties: ['ZELF'], unsure: [], sentence: '16 of 17 jaar: de jongere beslist zelf.' };
    case 'ADULT':
      return { parties: adult.parties, unsure: [], sentence: `18 jaar of ouder: ${adult.words} ${adult.decides}.` };
  }
}

/** Who may see the file about this person. */
export function fileRights(facts: RightsFacts, date: string): Rights {
  const group = ageGroupOn(facts, date);
  if (group === null) return { parties: [], unsure: ['AGE'], sentence: `${ASK_AGE} wie het dossier mag inzien.` };
  const adult = adultOf(facts.representativeKind);
  switch (bandOf(group)) {
    case 'UNDER_12':
      return parentRights(facts, false, ({ words }) => `Jonger dan 12: inzage voor ${words}.`);
    case '12_15':
      return parentRights(
        facts,
        true,
        ({ words }) =>
          `12 tot en met 15 jaar: inzage voor het kind en voor ${words}. Het kind mag bezwaar maken; jij weegt dat af.`,
      );
    case '16_17':
      return {
        parties: ['ZELF'],
        unsure: [],
        sentence:
          '16 of 17 jaar: inzage voor de jongere. Ouders zien het dossier alleen als de jongere dat goed vindt.',
      };
    case 'ADULT':
      return { parties: adult.parties, unsure: [], sentence: `18 jaar of ouder: inzage voor ${adult.words}.` };
  }
}
