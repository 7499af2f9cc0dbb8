/**
 * What differs per municipality: names, labels, places, areas, partners, terms in days, lenses and theme. One
 * file, checked as a whole: a profile with a mistake is refused with sentences that name the field, and the
 * one in use stays.
 */
import { z } from 'zod';
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { CONTEXTS, LENSES, PERSPECTIVES, RETENTION_CLASSES, WORKER_ROLES } from './codes.ts';
import { labels } from './labels.ts';
import { foldText } from './matchFolding.ts';
import { MAX_PROFILE_CHARS } from './profileLimits.ts';
import { repeatedNames } from './repeatedNames.ts';
import { ThemeTokens, themeProblems } from './themeTokens.ts';

const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, 'heeft tekens die je niet ziet. Typ het opnieuw');
const days = (max: number) => z.number().int().min(0).max(max);
const address = z.enum(['je', 'u']);
/** A missing code keeps the standard word; an unknown one is a mistake. */
const wordsFor = <const T extends readonly string[]>(codes: T) => z.partialRecord(z.enum(codes), text(80)).default({});

const Place = z.object({ name: text(120), context: z.enum(CONTEXTS), area: z.string().max(80).default('') });
const Partner = z.object({
  name: text(120),
  category: text(80),
  phone: z.string().max(40).default(''),
  remark: z.string().max(500).default(''),
});

const Terms = z.object({
  /** Wmo research, days after the melding. */
  wmoResearchDays: days(42).default(42),
  personalPlanDays: days(42).default(7),
  wmoDecisionDays: days(56).default(14),
  youthDecisionDays: days(56).default(56),
  debtFirstTalkDays: days(28).default(28),
  debtUrgentWorkingDays: days(3).default(3),
  debtDecisionDays: days(56).default(56),
  evaluationComplexDays: days(366).default(42),
  evaluationNormalMonths: z.number().int().min(1).max(24).default(3),
  evaluationLightMonths: z.number().int().min(1).max(24).default(6),
  planReviewAheadDays: days(90).default(14),
  actionEndAheadDays: days(180).default(30),
  ageAheadMonths: z.number().int().min(0).max(12).default(3),
  meldcodeNudgeWorkingDays: days(30).default(5),
  withdrawnDays: days(42).default(42),
  workNoteDays: days(90).default(30),
  rightsAnswerMonths: z.number().int().min(1).max(3).default(1),
});
export type Terms = Readonly<z.infer<typeof Terms>>;

const Lenses = z.partialRecord(z.enum(LENSES), z.boolean()).default({});
const Retention = z.partialRecord(z.enum(RETENTION_CLASSES), z.number().int().min(1).max(36_500)).default({});

export const Gemeenteprofiel = z.object({
  version: z.literal(1),
  municipality: text(120),
  teamName: text(80),
  teamNamePlural: text(80),
  /** How we speak to adults who come with a question; children are always je. */
  residentAddress: address.default('u'),
  printAddress: address.default('u'),
  perspectiveLabels: wordsFor(PERSPECTIVES),
  roleLabels: wordsFor(WORKER_ROLES),
  places: z.array(Place).max(200),
  areas: z.array(text(80)).max(200),
  partners: z.array(Partner).max(2_000),
  terms: Terms.prefault({}),
  lenses: Lenses,
  /** Other terms in days than the standard, after advice of the archivist. */
  retentionDays: Retention,
  /** Parallel professional actions from which the plan asks whether it is too much. */
  stackingThreshold: z.number().int().min(2).max(20).default(4),
  minimumCellSize: z.number().int().min(5).max(100).default(10),
  veiligThuisNumber: text(20).default('0800-2000'),
  /** The Wams is not in force; nothing may depend on it being true. */
  wamsActief: z.literal(false).default(false),
  theme: ThemeTokens,
});
export type Gemeenteprofiel = Readonly<z.infer<typeof Gemeenteprofiel>>;

export interface ProfileProblem {
  /** Dotted path in the file, such as `places.2.name`; empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

/** What went wrong with one field, in Dutch. */
function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'ontbreekt' : `moet ${SORTS[issue.expected] ?? 'iets anders'} zijn`;
    case 'too_small':
      return issue.origin === 'string' ? 'mag niet leeg zijn' : `moet minstens ${String(issue.minimum)} zijn`;
    case 'too_big':
      return issue.origin === 'string'
        ? `mag hooguit ${String(issue.maximum)} tekens zijn`
        : issue.origin === 'array'
          ? `mag hooguit ${String(issue.maximum)} regels hebben`
          : `mag hooguit ${String(issue.maximum)} zijn`;
    case 'invalid_value':
      return issue.input === undefined ? 'ontbreekt' : `moet een van deze zijn: ${issue.values.map(String).join(', ')}`;
    case 'invalid_key':
      return 'heeft een naam die we niet kennen';
    case 'unrecognized_keys':
      return `heeft namen die we niet kennen: ${issue.keys.join(', ')}`;
    default:
      return issue.message.replace(/\.$/, '');
  }
}

const SORTS: Readonly<Record<string, string>> = {
  string: 'een tekst tussen aanhalingstekens',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst tussen [ en ]',
  object: 'een blok tussen { en }',
  record: 'een blok tussen { en }',
};

function problemOf(issue: z.core.$ZodIssue): ProfileProblem {
  const field = issue.path.map(String).join('.');
  if (field === '' && issue.code === 'invalid_type')
    return { field, message: 'Dit bestand is geen gemeenteprofiel. Kies een bestand dat uit Samenspel komt.' };
  if (field === 'version' && issue.input !== undefined) {
    const message = `Dit profiel heeft versie ${JSON.stringify(issue.input).slice(0, 20)}. Deze Samenspel leest versie 1. Werk Samenspel bij, of vraag om een bestand met versie 1.`;
    return { field, message };
  }
  return { field, message: `Het veld "${field}" ${sentence(issue)}.` };
}

/**
 * Reads a profile file. Gives either the whole profile or every mistake in it, each with a Dutch sentence that
 * names the field.
 */
export function parseGemeenteprofiel(fileText: string): Result<Gemeenteprofiel, readonly ProfileProblem[]> {
  if (fileText.length > MAX_PROFILE_CHARS) {
    return err([{ field: '', message: 'Dit bestand is te groot voor een gemeenteprofiel.' }]);
  }
  // Some editors put a mark in front that nobody sees.
  const written = fileText.replace(/^\ufeff/, '');
  let raw: unknown;
  try {
    raw = JSON.parse(written);
  } catch {
    return err([
      {
        field: '',
        message: 'Dit bestand is geen geldige JSON. Controleer of het bestand compleet is en probeer het opnieuw.',
      },
    ]);
  }
  const parsed = Gemeenteprofiel.safeParse(raw, { reportInput: true });
  if (!parsed.success) return err(parsed.error.issues.map(problemOf));
  const unreadable = themeProblems(parsed.data.theme).map(({ field, message }) => ({
    field: `theme.${field}`,
    message: `Het veld "theme.${field}" is niet goed te lezen. ${message}`,
  }));
  const unknown = unknownFields(raw, parsed.data, '');
  const unknownAreas = parsed.data.places.flatMap((place, index) =>
    place.area === '' || parsed.data.areas.includes(place.area)
      ? []
      : [
          {
            field: `places.${index}.area`,
            message: `Het veld "places.${index}.area" noemt "${place.area}". Die wijk staat niet in "areas".`,
          },
        ],
  );
  const problems = [...unknown, ...unreadable, ...unknownAreas, ...twiceWritten(written), ...twiceNamed(parsed.data)];
  return problems.length > 0 ? err(problems) : ok(parsed.data);
}

/** Of a name that stands twice the first would be dropped in silence. */
const twiceWritten = (fileText: string): readonly ProfileProblem[] =>
  repeatedNames(fileText).map((field) => ({
    field,
    message: `Het veld "${field}" staat er twee keer in. Haal er een weg.`,
  }));

/** Two things with one name: nobody could tell them apart on a screen or in a list that is read in. */
function twiceNamed(profile: Gemeenteprofiel): readonly ProfileProblem[] {
  const lists: readonly (readonly { readonly name: string; readonly field: string }[])[] = [
    profile.areas.map((name, at) => ({ name, field: `areas.${String(at)}` })),
    profile.places.map(({ name }, at) => ({ name, field: `places.${String(at)}.name` })),
    PERSPECTIVES.map((code) => ({ name: perspectiveLabel(profile, code), field: `perspectiveLabels.${code}` })),
    WORKER_ROLES.map((code) => ({ name: roleLabel(profile, code), field: `roleLabels.${code}` })),
  ];
  return lists.flatMap((list) => {
    const seen = new Set<string>();
    return list.flatMap(({ name, field }) => {
      const folded = foldText(name) || name;
      const isNew = !seen.has(folded);
      seen.add(folded);
      if (isNew) return [];
      return [{ field, message: `Het veld "${field}" is "${name}". Die naam staat er al. Kies een andere.` }];
    });
  });
}

/** Fields that the file has and the profile does not: most often a typing mistake in a name. */
function unknownFields(raw: unknown, known: unknown, path: string): readonly ProfileProblem[] {
  if (typeof raw !== 'object' || raw === null || typeof known !== 'object' || known === null) return [];
  return Object.entries(raw).flatMap(([name, value]: [string, unknown]) => {
    const field = path === '' ? name : `${path}.${name}`;
    if (!Object.hasOwn(known, name)) {
      return [
        { field, message: `Het veld "${field}" kennen we niet. Haal het weg, of controleer hoe het geschreven is.` },
      ];
    }
    return unknownFields(value, (known as Readonly<Record<string, unknown>>)[name], field);
  });
}

/** Reads a profile that was checked before it was kept; fields of a newer version are left aside. Null when unreadable. */
export function readKeptProfile(fileText: string): Gemeenteprofiel | null {
  try {
    return Gemeenteprofiel.safeParse(JSON.parse(fileText)).data ?? null;
  } catch {
    return null;
  }
}

/** The word this municipality uses for a perspective. */
export function perspectiveLabel(profile: Gemeenteprofiel, code: keyof typeof labels.perspective): string {
  return profile.perspectiveLabels[code] ?? labels.perspective[code];
}

/** The word this municipality uses for a role. */
export function roleLabel(profile: Gemeenteprofiel, code: keyof typeof labels.workerRole): string {
  return profile.roleLabels[code] ?? labels.workerRole[code];
}

/** Whether a lens is switched on; only positieve gezondheid is on when the profile says nothing. */
export function lensActive(profile: Gemeenteprofiel, code: (typeof LENSES)[number]): boolean {
  return profile.lenses[code] ?? code === 'POSITIEVE_GEZONDHEID';
}
