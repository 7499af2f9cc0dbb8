/**
 * What a household document holds: kinds of records with their fields, and text sections.
 *
 * Promises: additive within DOC_SCHEMA_MAJOR; a field name is never reused with another meaning; readers supply
 * defaults, writers do not; unknown fields survive. The accessors (accessors.ts) are the only writers.
 *
 * Layout in a Y.Doc (root types merge by name, nested ones made twice do not):
 *   r:<kind>            Y.Map   record id -> Y.Array of entries (multi-value record, see record.ts)
 *   s:<kind>            Y.Array of entries: a record of which there is exactly one per document (a singleton)
 *   t:<record id>:<section>   Y.Text of one text section of one record (for a singleton: t:<kind>:<section>)
 */
import { z } from 'zod';
import {
  ACTION_KINDS,
  ACTION_STATUSES,
  ATTENDEE_ROLES,
  BALANCE_SIDES,
  CONTEXTS,
  CUSTODY,
  HOUSEHOLD_ROLES,
  HOUSEHOLD_STATUSES,
  LADDER,
  LIFE_EVENT_KINDS,
  LIFE_STAGES,
  LINE_KINDS,
  MEMBERSHIPS,
  PERSPECTIVES,
  REPRESENTATIVES,
  TRAITS,
} from '../domain/codes.ts';
import { CalendarDate } from '../domain/dates.ts';
import { RecordId, UserId } from '../domain/ids.ts';
import { careKinds } from './careKinds.ts';
import { consultationKinds } from './consultationKinds.ts';
import {
  date,
  decision,
  field,
  immutable,
  kind,
  longText,
  oneOf,
  refId,
  refUser,
  shortText,
  type FieldRule,
  type KindRule,
} from './kindRules.ts';
import { lookKinds, lookReportKinds } from './lookKinds.ts';
import { municipalityKinds } from './municipalityKinds.ts';
import { personKinds } from './personKinds.ts';
import { planKinds } from './planKinds.ts';
import { questionKinds } from './questionKinds.ts';
import { restrictedKinds } from './safetyKinds.ts';
import { visitKinds } from './visitKinds.ts';

export type { FieldRule, KindRule, ParentRule } from './kindRules.ts';

export const DOC_SCHEMA_MAJOR = 1;

/** Longest text section in characters; pasted text beyond it is refused with a sentence, never cut. */
export const MAX_TEXT_CHARS = 200_000;

export const PERSPECTIVE_SECTIONS = ['goesWell', 'couldBeBetter', 'wish', 'nextStep'] as const;
const perspectiveSections = PERSPECTIVES.flatMap((code) => PERSPECTIVE_SECTIONS.map((part) => `${code}.${part}`));

export const householdKinds = {
  household: kind(
    {
      name: field(z.string().trim().min(1).max(120)),
      street: field(shortText),
      houseNumber: field(z.string().max(20)),
      postcode: field(z.string().max(10)),
      city: field(shortText),
      area: field(shortText),
      status: field(z.enum(HOUSEHOLD_STATUSES)),
      regisseur: field(refUser),
      contactUser: field(refUser),
      language: field(shortText),
      interpreterNeeded: field(z.boolean()),
      plainLanguage: field(z.boolean()),
      readAloud: field(z.boolean()),
      contactPreference: field(shortText),
      shielded: field(z.boolean()),
      nextContactOn: field(date),
      /** Why that day was moved to another, or is not needed any more. */
      nextContactReason: field(longText),
      archivedAt: decision(z.string()),
    },
    { singleton: true },
  ),
  persons: kind({
    firstName: field(z.string().trim().min(1).max(80)),
    lastName: field(z.string().max(120)),
    birthDate: field(date),
    ageGroup: field(shortText),
    membership: field(z.enum(MEMBERSHIPS)),
    role: field(oneOf(HOUSEHOLD_ROLES)),
    relation: field(shortText),
    custody: field(oneOf(CUSTODY)),
    custodySource: field(shortText),
    custodyCheckedOn: field(date),
    lifeStage: field(oneOf(LIFE_STAGES)),
    representative: field(shortText),
    representativeKind: field(oneOf(REPRESENTATIVES)),
    phone: field(z.string().max(40)),
    email: field(shortText),
    ord: field(z.string().max(200)),
    deleted: field(z.string().max(64)),
  }),
  traits: kind(
    {
      personId: immutable(RecordId),
      trait: immutable(z.enum(TRAITS)),
      purpose: field(longText),
      since: field(date),
      deleted: field(z.string().max(64)),
    },
    { parent: { kind: 'persons', field: 'personId', bond: 'part' } },
  ),
  lifeEvents: kind({
    date: field(date),
    kind: field(oneOf(LIFE_EVENT_KINDS)),
    text: field(longText),
    ord: field(z.string().max(200)),
    deleted: field(z.string().max(64)),
  }),
  balances: kind({
    side: immutable(z.enum(BALANCE_SIDES)),
    text: field(longText),
    saidBy: field(shortText),
    ord: field(z.string().max(200)),
    deleted: field(z.string().max(64)),
  }),
  conversations: kind(
    {
      date: field(CalendarDate),
      context: field(z.enum(CONTEXTS)),
      place: field(shortText),
      durationMinutes: field(z.number().int().min(0).max(1_440)),
      purpose: field(longText),
      explainedBefore: field(z.boolean()),
      disciplinesAnnounced: field(z.boolean()),
      broughtSomeone: field(z.boolean()),
      teamOnly: field(z.boolean()),
      nextContactOn: field(date),
      /** Why that day was moved to another, or is not needed any more. */
      nextContactReason: field(longText),
      author: immutable(UserId),
      openPerspectives: field(z.array(z.enum(PERSPECTIVES)).max(5)),
      /** The summary was read and agreed on the spot: with whom, and when. */
      summaryAgreedWith: field(shortText),
      summaryAgreedOn: field(date),
      deleted: field(z.string().max(64)),
      finalizedAt: decision(z.string()),
      finalizedBy: decision(UserId),
    },
    { sections: ['whatIsGoingOn', 'summary', ...perspectiveSections], author: 'author', finalized: 'finalizedAt' },
  ),
  attendees: kind(
    {
      conversationId: immutable(RecordId),
      personId: field(refId),
      name: field(shortText),
      capacity: field(oneOf(ATTENDEE_ROLES)),
      deleted: field(z.string().max(64)),
    },
    { parent: { kind: 'conversations', field: 'conversationId', bond: 'part' } },
  ),
  lines: kind(
    {
      conversationId: immutable(RecordId),
      kind: field(z.enum(LINE_KINDS)),
      perspective: field(oneOf(PERSPECTIVES)),
      speakerPersonId: field(refId),
      speakerName: field(shortText),
      aboutPersonIds: field(z.array(RecordId).max(50)),
      ord: field(z.string().max(200)),
      deleted: field(z.string().max(64)),
    },
    {
      sections: ['text'],
      parent: { kind: 'conversations', field: 'conversationId', bond: 'part', authorOfParent: true },
    },
  ),
  addenda: kind(
    {
      conversationId: immutable(RecordId),
      author: immutable(UserId),
      writtenOn: immutable(CalendarDate),
      deleted: field(z.string().max(64)),
    },
    {
      sections: ['text'],
      author: 'author',
      parent: { kind: 'conversations', field: 'conversationId', bond: 'beside' },
    },
  ),
  actions: kind({
    conversationId: field(refId),
    what: field(z.string().trim().min(1).max(500)),
    ladder: field(z.enum(LADDER)),
    whoPersonId: field(refId),
    whoName: field(shortText),
    whoUser: field(refUser),
    /** Of the sociale kaart, when one was chosen; whoName has its name at that moment. */
    organisationId: field(refId),
    beneficiaryPersonId: field(refId),
    beneficiaryName: field(shortText),
    perspective: field(oneOf(PERSPECTIVES)),
    dueOn: field(date),
    status: field(z.enum(ACTION_STATUSES)),
    statusReason: field(longText),
    goalId: field(refId),
    kind: field(oneOf(ACTION_KINDS)),
    startOn: field(date),
    endOn: field(date),
    /** How the help gets less towards the end. */
    windingDown: field(longText),
    /** Why a lower step of the ladder is not enough. */
    motivation: field(longText),
    repeat: field(shortText),
    /** When the result question was answered, before any extension. */
    resultAskedOn: field(date),
    resultAnswer: field(longText),
    /** Somebody outside the team holds it from now on; it stays open there. */
    handedOverTo: field(shortText),
    ord: field(z.string().max(200)),
    deleted: field(z.string().max(64)),
  }),
  ...questionKinds,
  ...personKinds,
  ...planKinds,
  ...careKinds,
  ...visitKinds,
  ...lookKinds,
} as const;

/**
 * The team document, open to every device of the team: no names of residents. Index facts are written by whoever works in
 * the household; a mark is a keyed hash that says "known here" and nothing more.
 */
export const teamKinds = {
  /** The key of the match marks: random, made with the team, the same in every key epoch. */
  teamSecret: kind({ matchKey: field(z.string().regex(/^[0-9a-f]{64}$/)) }, { singleton: true }),
  teamMembers: kind({
    user: immutable(UserId),
    name: field(z.string().max(80)),
    jobTitle: field(z.string().max(80)),
    deleted: field(z.string().max(64)),
  }),
  indexFacts: kind({
    documentId: immutable(RecordId),
    status: field(oneOf(HOUSEHOLD_STATUSES)),
    area: field(shortText),
    regisseur: field(refUser),
    /** `code:date` of open terms; never one of a restricted document. */
    terms: field(z.array(z.string().max(60)).max(50)),
    /** Open actions per step of the ladder, in its order. */
    ladder: field(z.array(z.number().int().min(0).max(10_000)).length(4)),
    lastContactOn: field(date),
    archived: field(z.boolean()),
    deleted: field(z.string().max(64)),
  }),
  /** What the neighbourhood needs: a theme, an area and a sentence about nobody. */
  teamSignals: kind({
    theme: field(oneOf(PERSPECTIVES)),
    area: field(shortText),
    text: field(longText),
    on: field(CalendarDate),
    deleted: field(z.string().max(64)),
  }),
  /** Why a lead looked in: each of `sealed` is `device:base64`, readable by that device only. */
  leadWords: kind({
    room: immutable(RecordId),
    user: immutable(UserId),
    code: immutable(z.string().max(20)),
    sealed: immutable(z.array(z.string().max(4_000)).max(200)),
    deleted: field(z.string().max(64)),
  }),
  matchMarks: kind({
    mark: immutable(z.string().regex(/^[0-9a-f]{64}$/)),
    documentId: immutable(RecordId),
    regisseur: field(refUser),
    deleted: field(z.string().max(64)),
  }),
  ...municipalityKinds,
  ...lookReportKinds,
} as const;

export const documentKinds = {
  household: householdKinds,
  restricted: restrictedKinds,
  team: teamKinds,
  consultation: consultationKinds,
} as const;
export type DocumentKind = keyof typeof documentKinds;
export type HouseholdKind = keyof typeof householdKinds;

/** Every kind of record of every kind of document; the names are unique over documents. */
export const recordKinds = { ...householdKinds, ...restrictedKinds, ...teamKinds, ...consultationKinds } as const;
export type RecordKind = keyof typeof recordKinds;
export type FieldOf<K extends RecordKind> = keyof (typeof recordKinds)[K]['fields'] & string;

/** The plain values of one record as a reader returns them: only fields that were ever written. */
export type RecordValues<K extends RecordKind> = {
  -readonly [F in FieldOf<K>]?: (typeof recordKinds)[K]['fields'][F] extends FieldRule<infer T> ? z.infer<T> : never;
};

const rules: Readonly<Record<string, KindRule>> = recordKinds;

/** The rule of a kind, or null when this version does not know it. */
export function ruleOfKind(kind: string): KindRule | null {
  return Object.hasOwn(rules, kind) ? (rules[kind] ?? null) : null;
}

/** The rule of a field, or null when this version does not know it. */
export function ruleOfField(rule: KindRule, field: string): FieldRule | null {
  return Object.hasOwn(rule.fields, field) ? (rule.fields[field] ?? null) : null;
}
