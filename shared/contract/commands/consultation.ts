/** The spreekuur: rapid capture of walk-ins, what still needs a household, and signals without persons. */
import { z } from 'zod';
import { ACTION_STATUSES, CONTEXTS, PERSPECTIVES } from '../../domain/codes.ts';
import { CalendarDate } from '../../domain/dates.ts';
import { DocumentId, HouseholdId, RecordId, UserId } from '../../domain/ids.ts';
import { NEXT_STEPS, WALK_IN_STATES } from '../../domain/walkIns.ts';
import { command } from '../define.ts';

const dateOrEmpty = CalendarDate.or(z.literal(''));
const hourOrEmpty = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/);

const KnownPerson = z.object({
  kind: z.literal('BEKEND'),
  householdId: HouseholdId,
  personId: RecordId.nullable(),
  label: z.string().max(300),
});
const NewName = z.object({ kind: z.literal('NIEUW'), name: z.string().max(120) });

export const WalkInWho = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('LEEG') }),
  z.object({ kind: z.literal('ANONIEM') }),
  NewName,
  z.object({ kind: z.literal('LATER'), name: z.string().max(120) }),
  KnownPerson,
]);
export type WalkInWho = z.infer<typeof WalkInWho>;

/** What stands in the form. */
export const WalkInForm = z.object({
  who: WalkInWho,
  question: z.string().max(2_000),
  perspectives: z.array(z.enum(PERSPECTIVES)).max(5),
  next: z.enum(NEXT_STEPS).or(z.literal('')),
  what: z.string().max(500),
  toUser: UserId.or(z.literal('')),
  toName: z.string().max(200),
  dueOn: dateOrEmpty,
});
export type WalkInForm = z.infer<typeof WalkInForm>;

export const WalkIn = WalkInForm.extend({
  documentId: DocumentId,
  walkInId: RecordId,
  /** The moment it began: lists are in this order, whatever the clock on the wall did. */
  atMs: z.number(),
  state: z.enum(WALK_IN_STATES),
  place: z.string(),
  /** True when its words are in a household. */
  linked: z.boolean(),
  conversationId: RecordId.nullable(),
  householdDocument: DocumentId.nullable(),
  taskStatus: z.enum(ACTION_STATUSES),
});
export type WalkIn = z.infer<typeof WalkIn>;

export const AreaSignal = z.object({
  signalId: RecordId,
  theme: z.enum(PERSPECTIVES).or(z.literal('')),
  area: z.string(),
  text: z.string(),
});

export const Consultation = z.object({
  documentId: DocumentId,
  place: z.string(),
  context: z.enum(CONTEXTS),
  area: z.string(),
  plannedOn: z.string(),
  plannedFrom: z.string(),
  plannedUntil: z.string(),
  startedAtMs: z.number().nullable(),
  endedAtMs: z.number().nullable(),
});
export type Consultation = z.infer<typeof Consultation>;

/** How a walk-in stood before it was linked. */
const Unlinked = z.object({ name: z.string().max(120), state: z.enum(['LATER', 'BEWAARD']) });
const place = { place: z.string().trim().min(1).max(120), context: z.enum(CONTEXTS), area: z.string().max(80) };
const one = { documentId: DocumentId, walkInId: RecordId };

export const consultationCommands = {
  'consultation.get': command({
    doc: 'The spreekuur that is going on with its walk-ins, what is planned, and what of earlier ones is not finished.',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      running: Consultation.extend({ walkIns: z.array(WalkIn), signals: z.array(AreaSignal) }).nullable(),
      planned: z.array(Consultation),
      /** Signals of the whole team, newest first: a theme, an area and a sentence, and nobody. */
      teamSignals: z.array(AreaSignal.extend({ on: z.string() })),
      /** Put aside with Later afmaken, newest first. */
      later: z.array(WalkIn),
      /** Saved, with somebody behind it, and in no household yet. */
      unlinked: z.array(WalkIn),
    }),
    audit: 'view',
  }),
  'consultation.plan': command({
    doc: 'Plans a spreekuur at a place, on a day and between two times; or plans one again that was taken away.',
    input: z.union([
      z.object({ ...place, on: CalendarDate, from: hourOrEmpty, until: hourOrEmpty }),
      z.object({ documentId: DocumentId }),
    ]),
    output: z.object({ documentId: DocumentId }),
    errors: ['DocumentMissing', 'DocumentReadOnly'],
    audit: 'change',
  }),
  'consultation.start': command({
    doc: 'Starts a spreekuur, planned or at a place chosen now. While one is going on, it answers that one.',
    input: z.union([z.object({ documentId: DocumentId }), z.object(place)]),
    output: z.object({ documentId: DocumentId }),
    errors: ['DocumentMissing', 'DocumentReadOnly'],
    audit: 'change',
  }),
  'consultation.stop': command({
    doc: 'Ends a spreekuur, or takes a planned one away. What is in the form is put aside to finish later.',
    input: z.object({ documentId: DocumentId }),
    output: z.object({}),
    errors: ['DocumentMissing', 'DocumentReadOnly'],
    audit: 'change',
  }),
  'consultation.keep': command({
    doc: 'Keeps what stands in the form, half done: as it is typed, or put aside with Later afmaken.',
    input: z.object({
      documentId: DocumentId,
      walkInId: RecordId.nullable(),
      form: WalkInForm,
      state: z.enum(['CONCEPT', 'LATER']),
    }),
    output: z.object({ walkInId: RecordId }),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing', 'AlreadyFinalized'],
    audit: 'change',
  }),
  'consultation.save': command({
    doc: 'Saves a walk-in: into the household when there is one, with its action, all in one transaction.',
    input: z.object({ documentId: DocumentId, walkInId: RecordId.nullable(), form: WalkInForm }),
    output: z.object({ walkInId: RecordId, householdId: HouseholdId.nullable() }),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing', 'AlreadyFinalized', 'HouseholdMissing'],
    audit: 'change',
  }),
  'consultation.undo': command({
    doc: 'Takes a saved walk-in back into the form, or with `unlinked` among those that still need a household, under that name.',
    input: z.object({ ...one, unlinked: Unlinked.optional() }),
    output: z.object({}),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing'],
    audit: 'change',
  }),
  'consultation.remove': command({
    doc: 'Takes a walk-in away that was never saved, or that has no household; the same with back puts it back.',
    input: z.object({ ...one, back: z.boolean() }),
    output: z.object({}),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing', 'AlreadyFinalized'],
    audit: 'change',
  }),
  'consultation.link': command({
    doc: 'Moves the words of a saved walk-in into a household, known or new; only ids stay behind.',
    input: z.object({ ...one, who: z.discriminatedUnion('kind', [NewName, KnownPerson]) }),
    output: z.object({ householdId: HouseholdId }),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing', 'AlreadyFinalized', 'HouseholdMissing'],
    audit: 'change',
  }),
  'consultation.signal': command({
    doc: 'Writes down what the neighbourhood needs: a theme, an area and a sentence about nobody. The team gets those three. Words that are names of people in the dossiers, and words by which somebody could be found, are answered first, and nothing is written.',
    input: z.object({
      documentId: DocumentId,
      theme: z.enum(PERSPECTIVES).or(z.literal('')),
      area: z.string().max(80),
      text: z.string().trim().min(1).max(2_000),
      /** The worker saw which words are names, and says that nobody is meant. */
      nobodyNamed: z.boolean().default(false),
    }),
    output: z.object({
      signalId: RecordId.nullable(),
      names: z.array(z.string()),
      /** A telephone number, an address, a surname after a title. */
      traces: z.array(z.string()),
    }),
    errors: ['DocumentMissing', 'DocumentReadOnly'],
    audit: 'change',
  }),
  'consultation.takeSignalBack': command({
    doc: 'Takes a signal away again, also from the team.',
    input: z.object({ documentId: DocumentId, signalId: RecordId }),
    output: z.object({}),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing'],
    audit: 'change',
  }),
} as const;
