/**
 * What a worker had before there was a team, moved into the team: all of it when the team begins, the organisations that
 * the team lacks when one is joined. Record ids stay the same, so nothing can come in twice.
 */
import type * as Y from 'yjs';
import { createRecord, type Writer } from '../../../shared/documents/accessors.ts';
import { readRecord, readRecords } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { organisationKey, sameOrganisation } from '../../../shared/domain/organisations.ts';

export interface OwnMunicipality {
  /** Null when nobody set a profile. */
  readonly file: string | null;
  readonly organisations: readonly { readonly id: RecordId; readonly values: RecordValues<'organisations'> }[];
}

/** Reads what is worth taking along; what was deleted stays behind. */
export function readOwnMunicipality(doc: Y.Doc): OwnMunicipality {
  return {
    file: readRecord(doc, 'municipality', 'municipality')?.values.file ?? null,
    organisations: readRecords(doc, 'organisations').map(({ id, values }) => ({ id, values: withoutMark(values) })),
  };
}

/** The organisations of `own` that the document lacks. */
export function missingOrganisations(doc: Y.Doc, own: OwnMunicipality): OwnMunicipality['organisations'] {
  const known = readRecords(doc, 'organisations').map(({ values }) => named(values));
  const knownKeys = new Map<string, (typeof known)[number][]>();
  for (const one of known) put(knownKeys, one);
  return own.organisations.filter(({ values }) => {
    const one = named(values);
    if ((knownKeys.get(keyOf(one)) ?? []).some((other) => sameOrganisation(one, other))) return false;
    put(knownKeys, one);
    return true;
  });
}

/** Writes the profile, when there is one and the document has none, and these organisations. */
export function bringIn(
  doc: Y.Doc,
  writer: Writer,
  file: string | null,
  organisations: OwnMunicipality['organisations'],
): void {
  if (file !== null && file !== '' && readRecord(doc, 'municipality', 'municipality') === null)
    createRecord(doc, 'municipality', { file }, writer);
  for (const { id, values } of organisations)
    if (readRecord(doc, 'organisations', id) === null)
      createRecord(doc, 'organisations', values, { ...writer, nowMs: () => writer.nowMs(), newId: () => id });
}

const named = (values: RecordValues<'organisations'>) => ({ name: values.name ?? '', address: values.address ?? '' });
const keyOf = ({ name }: { readonly name: string }): string => organisationKey(name);
function put<T extends { readonly name: string }>(map: Map<string, T[]>, one: T): void {
  const key = keyOf(one);
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

/** A mark of deletion that was taken back is no field to set. */
function withoutMark(values: RecordValues<'organisations'>): RecordValues<'organisations'> {
  const { deleted: _mark, ...kept } = values;
  return kept;
}
