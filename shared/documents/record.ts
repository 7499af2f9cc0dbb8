/**
 * The multi-value record: nothing that two people set at the same time is lost.
 *
 * A record is one Y.Array, made whole with the record, of entries
 *     ['', schemaMajor, user, minute]   the stamp: who made the record and when; exactly one, never removed
 *     [field, value]                    a value given when the record was made, by the one in the stamp
 *     [field, value, user, minute]      a value set later
 * Setting a field deletes the entries of it that one sees and pushes a new one, so a concurrent set leaves two and
 * a read returns both until a person chooses. Equal values are one. Entries that this version cannot read (unknown
 * field, value out of range, wrong form) are kept, listed in `invalid` and never replaced: who cannot see a value
 * cannot have meant to remove it.
 */
import type * as Y from 'yjs';
import type { UserId } from '../domain/ids.ts';
import { DOC_SCHEMA_MAJOR, ruleOfField, type KindRule } from './schema.ts';

/** The field name of the stamp. No real field has an empty name. */
export const STAMP = '';
/** The field that marks a record as deleted; it is read by deletion.ts, never shown as two versions. */
export const DELETED = 'deleted';
/** How an entry without a readable form is listed in `invalid`. */
export const MALFORMED = '?';

export interface Stamp {
  readonly user: UserId;
  readonly minute: number;
}

/** One value of a field with who set it. Of equal values the latest stamp is shown. */
export interface ValueVersion<T = unknown> extends Stamp {
  readonly value: T;
}

export interface Entry extends Stamp {
  readonly field: string;
  readonly value: unknown;
  /** Position in the Y.Array at the time of reading. */
  readonly index: number;
}

export interface Entries {
  readonly made: Stamp | null;
  readonly entries: readonly Entry[];
  /** What has no form that this version knows; kept, never replaced. */
  readonly malformed: readonly unknown[];
}

/** One field as it reads now: `versions` holds the different values, latest last; never empty. */
export interface FieldReading {
  readonly versions: readonly ValueVersion[];
  readonly indexes: readonly number[];
}

export interface RecordReading {
  readonly made: Stamp | null;
  readonly changed: Stamp | null;
  readonly fields: ReadonlyMap<string, FieldReading>;
  readonly invalid: readonly string[];
}

const userPattern = /^[0-9a-f]{32}$/;
const isStamp = (user: unknown, minute: unknown): boolean =>
  typeof user === 'string' &&
  userPattern.test(user) &&
  typeof minute === 'number' &&
  Number.isSafeInteger(minute) &&
  minute >= 0;

/** The whole minutes since 1970 that a stamp holds. Finer would be false precision on laptop clocks. */
export const minuteAt = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));

/** JSON of any value that a document can hold; never throws, so that a strange value of a peer cannot stop a reader. */
export function valueJson(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part)) ?? 'undefined'
    );
  } catch {
    return 'unreadable';
  }
}

/** Orders stamps by minute, then user: the same everywhere, whatever order the updates came in. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a.minute !== b.minute) return a.minute - b.minute;
  return a.user < b.user ? -1 : a.user > b.user ? 1 : 0;
}

/** Reads the form of raw entries, without knowing which fields exist. */
export function parseEntries(raw: readonly unknown[]): Entries {
  let made: Stamp | null = null;
  const malformed: unknown[] = [];
  const full: Entry[] = [];
  const short: { field: string; value: unknown; index: number }[] = [];
  raw.forEach((item, index) => {
    const parts: readonly unknown[] = Array.isArray(item) ? item : [];
    const [field, value, user, minute] = parts;
    if (typeof field !== 'string') malformed.push(item);
    else if (parts.length === 2 && field !== STAMP) short.push({ field, value, index });
    else if (parts.length >= 4 && isStamp(user, minute)) {
      const stamp: Stamp = { user: user as UserId, minute: minute as number };
      if (field !== STAMP) full.push({ field, value, index, ...stamp });
      // Two stamps only occur in a singleton that two devices started; the first one made it.
      else if (made === null || compareStamps(stamp, made) < 0) made = stamp;
    } else malformed.push(item);
  });
  const stamp = made as Stamp | null;
  if (stamp === null) malformed.push(...short.map(({ field, value }) => [field, value]));
  const entries = stamp === null ? full : [...short.map((entry) => ({ ...entry, ...stamp })), ...full];
  return { made: stamp, entries, malformed };
}

/** The different values among versions, each with its latest stamp, latest last. */
function differentVersions(versions: readonly ValueVersion[]): readonly ValueVersion[] {
  if (versions.length === 1) return versions;
  const byJson = new Map<string, ValueVersion>();
  for (const version of versions) {
    const json = valueJson(version.value);
    const known = byJson.get(json);
    if (known === undefined || compareStamps(known, version) < 0) byJson.set(json, version);
  }
  const sorted = [...byJson].sort(([jsonA, a], [jsonB, b]) => compareStamps(a, b) || (jsonA < jsonB ? -1 : 1));
  return sorted.map(([, version]) => version);
}

/** Reads a record: every concurrent value of every known field, and what could not be read. Never throws. */
export function readRecordArray(rule: KindRule, array: Y.Array<unknown>): RecordReading {
  const { made, entries, malformed } = parseEntries(array.toArray());
  const invalid = new Set<string>(malformed.length > 0 ? [MALFORMED] : []);
  const grouped = new Map<string, { versions: ValueVersion[]; indexes: number[] }>();
  let changed = made;
  for (const { field, value, user, minute, index } of entries) {
    const parsed = ruleOfField(rule, field)?.schema.safeParse(value);
    if (parsed?.success !== true) {
      invalid.add(field);
      continue;
    }
    const version: ValueVersion = { value: parsed.data, user, minute };
    if (changed === null || compareStamps(changed, version) < 0) changed = { user, minute };
    const group = grouped.get(field);
    if (group === undefined) grouped.set(field, { versions: [version], indexes: [index] });
    else {
      group.versions.push(version);
      group.indexes.push(index);
    }
  }
  const fields = new Map<string, FieldReading>();
  for (const [field, { versions, indexes }] of grouped) {
    fields.set(field, { versions: differentVersions(versions), indexes });
  }
  return { made, changed, fields, invalid: [...invalid] };
}

/** The different values of one field, latest last: as `readRecordArray` gives them, without reading the others. */
export function readRecordField(rule: KindRule, array: Y.Array<unknown>, field: string): readonly ValueVersion[] {
  const schema = ruleOfField(rule, field)?.schema;
  const versions: ValueVersion[] = [];
  for (const entry of parseEntries(array.toArray()).entries) {
    if (entry.field !== field) continue;
    const parsed = schema?.safeParse(entry.value);
    if (parsed?.success === true) versions.push({ value: parsed.data, user: entry.user, minute: entry.minute });
  }
  return differentVersions(versions);
}

/** The entries of a new record: the stamp and its values. A singleton may be started twice, so its values carry their own stamp. */
export function newRecordEntries(values: ReadonlyMap<string, unknown>, stamp: Stamp, singleton: boolean): unknown[][] {
  const entries: unknown[][] = [[STAMP, DOC_SCHEMA_MAJOR, stamp.user, stamp.minute]];
  for (const [field, value] of values)
    entries.push(singleton ? [field, value, stamp.user, stamp.minute] : [field, value]);
  return entries;
}

/**
 * Sets fields inside a running transaction: deletes the entries that were read, pushes one new entry per field.
 * A field that already holds this one value is left alone, so that saving a form twice writes nothing.
 */
export function setRecordFields(
  rule: KindRule,
  array: Y.Array<unknown>,
  values: ReadonlyMap<string, unknown>,
  stamp: Stamp,
): void {
  const { fields } = readRecordArray(rule, array);
  const seen: number[] = [];
  const added: unknown[][] = [];
  for (const [field, value] of values) {
    const reading = fields.get(field);
    const only = reading?.versions.length === 1 ? reading.versions[0] : undefined;
    if (only !== undefined && valueJson(only.value) === valueJson(value)) continue;
    seen.push(...(reading?.indexes ?? []));
    added.push([field, value, stamp.user, stamp.minute]);
  }
  for (const index of seen.sort((a, b) => b - a)) array.delete(index, 1);
  if (added.length > 0) array.push(added);
}
