/** Perspectives, webs and consents as screens show them: per person, in time. */
import type * as Y from 'yjs';
import type { Perspective, PgDimension } from '../domain/codes.ts';
import { AGE_GROUPS, PERSPECTIVES, PG_DIMENSIONS, REPRESENTATIVES } from '../domain/codes.ts';
import { consentOf, type ConsentRecord, type PersonConsent } from '../domain/consents.ts';
import type { RecordId } from '../domain/ids.ts';
import { readScore, type Scores } from '../domain/positiveHealth.ts';
import { readRecords, type RecordView } from './readers.ts';
import { writtenOrder } from './writtenOrder.ts';

/** The latest day first; of one day what was written last. */
function later<K extends 'perspectiveViews' | 'webs'>(doc: Y.Doc, kind: K) {
  const written = writtenOrder<K>(doc, kind);
  return (a: RecordView<K>, b: RecordView<K>): number => {
    const one = (a.values as { readonly date?: string }).date ?? '';
    const other = (b.values as { readonly date?: string }).date ?? '';
    return one === other ? written(b, a) : one < other ? 1 : -1;
  };
}

/** Looks at the perspectives of one person ('' is the household), per perspective, the latest first. */
export function readPerspectives(
  doc: Y.Doc,
  personId: RecordId | '',
): Readonly<Record<Perspective, readonly RecordView<'perspectiveViews'>[]>> {
  const all = readRecords(doc, 'perspectiveViews')
    .filter(({ values }) => (values.personId ?? '') === personId)
    .toSorted(later(doc, 'perspectiveViews'));
  return Object.fromEntries(
    PERSPECTIVES.map((code) => [code, all.filter(({ values }) => values.perspective === code)]),
  ) as Record<Perspective, RecordView<'perspectiveViews'>[]>;
}

/** The webs of one person, the latest first. */
export const readWebs = (doc: Y.Doc, personId: RecordId | ''): RecordView<'webs'>[] =>
  readRecords(doc, 'webs')
    .filter(({ values }) => (values.personId ?? '') === personId)
    .toSorted(later(doc, 'webs'));

/** The field of a web that holds the score, or the note, of a dimension. */
export const WEB_FIELDS = {
  LICHAAM: { score: 'scoreLichaam', note: 'noteLichaam' },
  MENTAAL: { score: 'scoreMentaal', note: 'noteMentaal' },
  ZINGEVING: { score: 'scoreZingeving', note: 'noteZingeving' },
  KWALITEIT: { score: 'scoreKwaliteit', note: 'noteKwaliteit' },
  MEEDOEN: { score: 'scoreMeedoen', note: 'noteMeedoen' },
  DAGELIJKS: { score: 'scoreDagelijks', note: 'noteDagelijks' },
} as const satisfies Record<PgDimension, { readonly score: string; readonly note: string }>;

/** The six scores of a web; null is not filled in, which is never 0. */
export function webScores(web: RecordView<'webs'>): Scores {
  return Object.fromEntries(
    PG_DIMENSIONS.map((code) => [code, readScore(web.values[WEB_FIELDS[code].score])]),
  ) as Scores;
}

/** Whose agreement a plan still needs, per person who lives here. */
export function readConsents(doc: Y.Doc, planId: string, today: string): PersonConsent[] {
  const records: ConsentRecord[] = readRecords(doc, 'consents').flatMap((view) => {
    const { planId: of, personId, party, answer, on } = view.values;
    if (of !== planId || personId === undefined || party === undefined || answer === undefined) return [];
    return [{ personId, party, answer, on: on ?? '', minute: view.createdMinute }];
  });
  return readRecords(doc, 'persons')
    .filter(({ values }) => (values.membership ?? 'WOONT_HIER') === 'WOONT_HIER')
    .map(({ id, values }) =>
      consentOf(
        {
          id,
          firstName: values.firstName ?? '',
          birthDate: values.birthDate ?? '',
          ageGroup: known(AGE_GROUPS, values.ageGroup),
          custody: values.custody ?? '',
          representativeKind: known(REPRESENTATIVES, values.representativeKind),
        },
        records,
        today,
      ),
    );
}

function known<const T extends readonly string[]>(codes: T, value: string | undefined): T[number] | '' {
  return codes.find((code) => code === value) ?? '';
}
