/**
 * How a kind of record is described: its fields with who may write them, its text sections, what it belongs to. The
 * kinds themselves are in schema.ts and in the files beside it, by subject.
 */
import { z } from 'zod';
import { CalendarDate } from '../domain/dates.ts';
import { RecordId, UserId } from '../domain/ids.ts';

export interface FieldRule<T extends z.ZodType = z.ZodType> {
  readonly schema: T;
  /** `decision`: only a vault command may write it (logged), never a push from a screen. */
  readonly writer: 'screen' | 'decision';
  /** May be set once, when the record is made; a correction is an addition. */
  readonly immutable: boolean;
}

export const field = <T extends z.ZodType>(schema: T): FieldRule<T> => ({ schema, writer: 'screen', immutable: false });
export const decision = <T extends z.ZodType>(schema: T): FieldRule<T> => ({
  schema,
  writer: 'decision',
  immutable: false,
});
export const immutable = <T extends z.ZodType>(schema: T): FieldRule<T> => ({
  schema,
  writer: 'screen',
  immutable: true,
});
/** Part of a decision record: written once, by a command, never changed. */
export const sealed = <T extends z.ZodType>(schema: T): FieldRule<T> => ({
  schema,
  writer: 'decision',
  immutable: true,
});

export const shortText = z.string().max(200);
export const longText = z.string().max(2_000);
export const date = CalendarDate.or(z.literal(''));
export const oneOf = <const T extends readonly [string, ...string[]]>(codes: T) => z.enum(codes).or(z.literal(''));
export const refId = RecordId.or(z.literal(''));
export const refIds = z.array(RecordId).max(100);
export const refUser = UserId.or(z.literal(''));
/** 0 to 10 as people give it; '' is not filled in, which is never 0. */
export const score = z.number().int().min(0).max(10).or(z.literal(''));

const orderKey = z.string().max(200);
const deletionMark = z.string().max(64);
/** What every record has that a screen puts in order and takes away. */
export const listed = { ord: field(orderKey), deleted: field(deletionMark) } as const;
/** What every record has that a screen takes away. */
export const removable = { deleted: field(deletionMark) } as const;

/** An empty string means "not filled in"; null never appears in a field. */
export interface KindRule {
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Fixed names, or a pattern when sections are opened as needed. */
  readonly sections: readonly string[];
  readonly singleton: boolean;
  /** Records of this kind belong to a record of another kind, through this field. */
  readonly parent?: ParentRule;
  /** The field that names the only person who writes the text sections; others add a record beside it. */
  readonly author?: string;
  /** The decision field that, once filled, makes the record and its parts read-only. */
  readonly finalized?: string;
}

export interface ParentRule {
  readonly kind: string;
  readonly field: string;
  /** `part`: read-only once the parent is finalized. `beside`: may be added later, such as an Aanvulling. */
  readonly bond: 'part' | 'beside';
  /** The author of the parent is the only one who makes and changes it: the words of one note. */
  readonly authorOfParent?: true;
}

export const kind = <const F extends Record<string, FieldRule>>(
  fields: F,
  options: Partial<Omit<KindRule, 'fields'>> = {},
) => ({ ...options, fields, sections: options.sections ?? [], singleton: options.singleton ?? false });
