/**
 * A whole dossier in words, for who has to read all of it: the archive, or a colleague who takes it over. Not for
 * residents: that is shared/resident.
 *
 * Promises: everything that is not deleted stands in it, each record with who made it and when, its parts under it; of
 * two versions both. Left out are only what says nothing to a reader (dossierWords.ts) and the figures of positieve
 * gezondheid, which are a conversation and no measurement.
 */
import type * as Y from 'yjs';
import { calendarDateAt, isCalendarDate } from '../domain/dates.ts';
import { dateInWords } from '../domain/dutchDates.ts';
import type { UserId } from '../domain/ids.ts';
import { householdWords, restrictedWords, type FieldWords, type KindWords } from './dossierWords.ts';
import { readRecords, readText, type RecordView } from './readers.ts';
import { ruleOfKind, type RecordKind } from './schema.ts';

export interface ReportRecord {
  /** '' when nothing names it. */
  readonly head: string;
  /** "Samira Kaya, 12 november 2026" */
  readonly made: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly texts: readonly { readonly label: string; readonly text: string }[];
  readonly parts: readonly ReportSection[];
}

export interface ReportSection {
  readonly title: string;
  readonly records: readonly ReportRecord[];
}

export interface ReportOptions {
  /** The name of a colleague; '' when it is not known. */
  nameOf(user: UserId): string;
}

type AnyWords = KindWords<RecordKind>;
const ID = /^[0-9a-f]{32}$/;

/** The household document in sections, in the order in which one reads a dossier. */
export const householdReport = (doc: Y.Doc, options: ReportOptions): ReportSection[] =>
  report(doc, householdWords as Readonly<Record<string, AnyWords>>, options);

/** The restricted document; only for who may read it. */
export const restrictedReport = (doc: Y.Doc, options: ReportOptions): ReportSection[] =>
  report(doc, restrictedWords as Readonly<Record<string, AnyWords>>, options);

function report(doc: Y.Doc, words: Readonly<Record<string, AnyWords>>, { nameOf }: ReportOptions): ReportSection[] {
  const kinds = Object.keys(words) as RecordKind[];
  const all = new Map(kinds.map((kind) => [kind, readRecords(doc, kind)]));
  const names = namesOf(all);
  const said = (value: unknown, codes: Readonly<Record<string, string>> | null): string => {
    if (Array.isArray(value))
      return value
        .map((each) => said(each, codes))
        .filter(Boolean)
        .join(', ');
    if (typeof value === 'boolean') return value ? 'Ja' : 'Nee';
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string' || value === '') return '';
    if (codes !== null) return codes[value] ?? value;
    if (ID.test(value)) return names.get(value) ?? nameOf(value as UserId);
    return isCalendarDate(value) ? dateInWords(value, '') : value;
  };
  const fieldSaid = (view: RecordView, field: string, fieldWords: FieldWords): string => {
    const codes = typeof fieldWords === 'object' && fieldWords !== null ? fieldWords[1] : null;
    const both = (view.conflicts as Record<string, readonly { readonly value: unknown }[] | undefined>)[field];
    if (both !== undefined) {
      const versions = both.map(({ value }) => said(value, codes) || 'leeg').join(' / ');
      return `${versions} (twee versies, nog niet gekozen)`;
    }
    return said((view.values as Record<string, unknown>)[field], codes);
  };
  const children = kinds.filter((kind) => ruleOfKind(kind)?.parent !== undefined);

  function recordOf(kind: RecordKind, view: RecordView): ReportRecord {
    const kindWords = words[kind] as AnyWords;
    const fields = Object.entries(kindWords.fields) as [string, FieldWords][];
    const inHead: readonly string[] = kindWords.head;
    const head = inHead.map((field) => fieldSaid(view, field, kindWords.fields[field as never]));
    const maker = view.createdBy === null ? '' : nameOf(view.createdBy);
    return {
      head: head.filter(Boolean).join(kind === 'persons' ? ' ' : ' · '),
      made: [maker, dateInWords(calendarDateAt(view.createdMinute * 60_000), '')].filter(Boolean).join(', '),
      facts: fields.flatMap(([field, fieldWords]) => {
        if (fieldWords === null || inHead.includes(field)) return [];
        const value = fieldSaid(view, field, fieldWords);
        return value === '' ? [] : [{ label: typeof fieldWords === 'string' ? fieldWords : fieldWords[0], value }];
      }),
      texts: (ruleOfKind(kind)?.sections ?? []).flatMap((section) => {
        const text = readText(doc, kind, view.id, section).trim();
        return text === '' ? [] : [{ label: kindWords.sections?.[section] ?? section, text }];
      }),
      parts: children.flatMap((child): ReportSection[] => {
        const parent = ruleOfKind(child)?.parent;
        if (parent?.kind !== kind) return [];
        const own = (all.get(child) ?? []).filter(
          ({ values }) => (values as Record<string, unknown>)[parent.field] === view.id,
        );
        return own.length === 0 ? [] : [sectionOf(child, own)];
      }),
    };
  }
  const sectionOf = (kind: RecordKind, views: readonly RecordView[]): ReportSection => ({
    title: words[kind]?.title ?? kind,
    records: views.map((view) => recordOf(kind, view)),
  });

  return kinds.flatMap((kind) => {
    const views = all.get(kind) ?? [];
    return views.length === 0 || children.includes(kind) ? [] : [sectionOf(kind, inOrder(kind, views))];
  });
}

/** Their order is the one in which they were made, not one that people put them in: dated like the rest. */
const DATED_IN_ORDER: ReadonlySet<RecordKind> = new Set([
  'legalBases', 'informed', 'consents', 'sharingTalks', 'handovers',
]); // prettier-ignore

/** Dated kinds oldest first, as a dossier is read; what people put in order keeps that. */
function inOrder(kind: RecordKind, views: readonly RecordView[]): readonly RecordView[] {
  const ordered = ruleOfKind(kind)?.fields['ord'] !== undefined;
  if (ordered && !DATED_IN_ORDER.has(kind)) return views;
  const dateOf = ({ values, createdMinute }: RecordView): string => {
    const { date, on, receivedOn } = values as Readonly<Record<string, unknown>>;
    const day = [date, on, receivedOn].find((value) => typeof value === 'string' && value !== '');
    return typeof day === 'string' ? day : calendarDateAt(createdMinute * 60_000);
  };
  return views.toSorted((a, b) => {
    const one = dateOf(a);
    const other = dateOf(b);
    if (one !== other) return one < other ? -1 : 1;
    return ordered ? 0 : a.createdMinute - b.createdMinute;
  });
}

/** What a reference to a record reads as. */
function namesOf(all: ReadonlyMap<RecordKind, readonly RecordView[]>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [kind, fields] of [
    ['persons', ['firstName', 'lastName']],
    ['goals', ['text']],
    ['actions', ['what']],
    ['networkContacts', ['name']],
    ['plans', ['title']],
  ] as const) {
    for (const { id, values } of all.get(kind) ?? []) {
      const parts = fields.map((field) => (values as Readonly<Record<string, unknown>>)[field]);
      names.set(id, parts.filter((part) => typeof part === 'string' && part !== '').join(' '));
    }
  }
  return names;
}
