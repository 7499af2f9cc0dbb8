/**
 * The plan and what is decided about it, terms, work notes, Veiligheid, history, and taking a dossier out and in. Fields
 * and texts are written on a replica (document.push); what is here is a decision, a list, or leaves the app.
 */
import { z } from 'zod';
import {
  CLOSING_REASONS,
  DIRECTION_FORMS,
  EVALUATION_DECISIONS,
  LINE_KINDS,
  MELDCODE_STEPS,
  PLAN_STATUSES,
} from '../../domain/codes.ts';
import { CalendarDate } from '../../domain/dates.ts';
import { DocumentId, HouseholdId, RecordId, UserId } from '../../domain/ids.ts';
import { Bytes, SecretBytes } from '../bytes.ts';
import { command } from '../define.ts';

const reason = z.string().max(2_000).optional();
const Question = z.object({
  code: z.string(),
  sentence: z.string(),
  /** True for what cannot be right; false for what is only worth asking. */
  mistake: z.boolean(),
});
const documentErrors = ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing'] as const;

export const DeadlineRow = z.object({
  householdId: HouseholdId,
  documentId: DocumentId,
  householdName: z.string(),
  code: z.string(),
  subject: z.enum(['question', 'plan', 'action', 'person']),
  subjectId: z.string(),
  dueOn: z.string(),
  /** From this day on it asks for attention. */
  showFrom: z.string(),
  /** Positive: so many days late. 0: today. Negative: still to come. */
  daysLate: z.number().int(),
  /** Why, in one sentence. */
  reason: z.string(),
  statutory: z.boolean(),
  source: z.string(),
});
export type DeadlineRow = z.infer<typeof DeadlineRow>;

export const PrivateNote = z.object({
  noteId: RecordId,
  householdId: HouseholdId.nullable(),
  text: z.string(),
  madeAtMs: z.number(),
  changedAtMs: z.number(),
  /** The first day on which it is no longer there. */
  expiresOn: z.string(),
});
export type PrivateNote = z.infer<typeof PrivateNote>;

export const HistoryEntry = z.object({
  /** When it was saved here, or the minute of its stamp. */
  atMs: z.number(),
  /** Null when it cannot be known any more. */
  userId: UserId.nullable(),
  /** A field name, or a text section. */
  part: z.string(),
  before: z.string(),
  after: z.string(),
  /** A text section: told as what changed in words. */
  text: z.boolean(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const importErrors = [
  'ImportDamaged',
  'ImportPassphraseNeeded',
  'ImportPassphraseWrong',
  'ImportFromNewerVersion',
] as const;

export const ImportPreview = z.object({
  householdId: HouseholdId,
  name: z.string(),
  exportedAt: z.string(),
  counts: z.object({
    persons: z.number().int(),
    questions: z.number().int(),
    conversations: z.number().int(),
    goals: z.number().int(),
    actions: z.number().int(),
    other: z.number().int(),
  }),
  /** Veiligheid is in it. */
  restricted: z.boolean(),
  /** A readable paper is in it. */
  paper: z.boolean(),
  /** This very household is here already, so it cannot come in again. */
  known: z.boolean(),
  /** Households here that look like it. */
  alike: z.array(
    z.object({
      householdId: HouseholdId,
      name: z.string(),
      reasons: z.array(z.enum(['ADRES', 'GEBOORTEDATUM_EN_NAAM', 'VOORNAAM_EN_ACHTERNAAM'])),
    }),
  ),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const planCommands = {
  'plan.adopt': command({
    doc: 'Vaststellen: this plan comes in force, with one regisseur. Logged; ends any open choice between plans.',
    input: z.object({
      documentId: DocumentId,
      planId: RecordId,
      /** Who becomes regisseur, when there is none yet. */
      regisseur: UserId.optional(),
      reason,
    }),
    output: z.object({ decisionId: RecordId, questions: z.array(Question) }),
    errors: [...documentErrors, 'PlanStepNotAllowed', 'PlanMistake', 'RegisseurMissing', 'NotRegisseur'],
    audit: 'change',
  }),
  'plan.setStatus': command({
    doc: 'Any other step of a plan: discussed, back to concept, in evaluation, back in force, finished, stopped.',
    input: z.object({ documentId: DocumentId, planId: RecordId, to: z.enum(PLAN_STATUSES), reason }),
    output: z.object({ decisionId: RecordId }),
    errors: [...documentErrors, 'PlanStepNotAllowed', 'NotRegisseur'],
    audit: 'change',
  }),
  'plan.choose': command({
    doc: 'Ends "twee voorstellen" for the plan: the chosen decision counts, the other plan is stopped, and both stay to be read.',
    input: z.object({ documentId: DocumentId, decisionId: RecordId, reason }),
    output: z.object({ decisionId: RecordId }),
    errors: [...documentErrors, 'NothingToChoose'],
    audit: 'change',
  }),
  'regisseur.assign': command({
    doc: 'Somebody becomes regisseur, or nobody. Ends any open choice between regisseurs.',
    input: z.object({
      documentId: DocumentId,
      regisseur: UserId.or(z.literal('')),
      form: z.enum(DIRECTION_FORMS).optional(),
      reason,
    }),
    output: z.object({ decisionId: RecordId }),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'RegisseurMissing', 'HandoverNeeded'],
    audit: 'change',
  }),
  'regisseur.choose': command({
    doc: 'Ends "twee voorstellen" for the regisseur.',
    input: z.object({ documentId: DocumentId, decisionId: RecordId, reason }),
    output: z.object({ decisionId: RecordId }),
    errors: [...documentErrors, 'NothingToChoose'],
    audit: 'change',
  }),
  'evaluation.record': command({
    doc: 'Closes an evaluation with what was decided; it becomes read-only and the plan gets its next date.',
    input: z.object({
      documentId: DocumentId,
      evaluationId: RecordId,
      decision: z.enum(EVALUATION_DECISIONS),
      reason,
      nextEvaluationOn: CalendarDate.optional(),
    }),
    output: z.object({ recordedAt: z.string() }),
    errors: [...documentErrors, 'AlreadyFinalized', 'DateInPast', 'DateInFuture'],
    audit: 'change',
  }),
  'household.close': command({
    doc: 'Afsluiten. First answers what is still open; goes on when the worker says so.',
    input: z.object({
      householdId: HouseholdId,
      closingReason: z.enum(CLOSING_REASONS).optional(),
      reason,
      resultAnswer: z.string().max(2_000).optional(),
      keepContactRhythm: z.string().max(200).optional(),
      keepContactOn: CalendarDate.optional(),
      /** Who asks then; the worker when absent. */
      keepContactBy: UserId.optional(),
      caseNumber: z.string().max(200).optional(),
      /** The questions were read and the worker closes all the same. */
      confirmed: z.boolean(),
    }),
    output: z.object({ closed: z.boolean(), questions: z.array(Question) }),
    errors: ['HouseholdMissing', 'DocumentReadOnly', 'NotRegisseur', 'DateInPast', 'CaseNumberProblem'],
    audit: 'change',
  }),
  'household.reopen': command({
    doc: 'Takes a closed household up again; the closing stays to be read.',
    input: z.object({ householdId: HouseholdId, reason }),
    output: z.object({}),
    errors: ['HouseholdMissing', 'DocumentReadOnly', 'NotClosed'],
    audit: 'change',
  }),
  'deadlines.list': command({
    doc: 'Open terms over the caseload that are in view, soonest first. Never one of a restricted document.',
    input: z.object({
      /** Also terms that come in view up to this day; today when absent. */
      until: CalendarDate.optional(),
      /** Only households where the worker is regisseur or aanspreekpunt, or nobody is. */
      mine: z.boolean().optional(),
      limit: z.number().int().min(1).max(1_000).optional(),
    }),
    output: z.object({ rows: z.array(DeadlineRow), today: z.string(), clockDoubt: z.boolean() }),
    audit: 'view',
  }),
  'household.deadlines': command({
    doc: 'Every open term of one household, also those not yet in view. Never one of a restricted document.',
    input: z.object({ householdId: HouseholdId }),
    output: z.object({ rows: z.array(DeadlineRow), today: z.string(), clockDoubt: z.boolean() }),
    errors: ['HouseholdMissing'],
    audit: 'view',
  }),
  'worknote.list': command({
    doc: 'Werkaantekeningen of this worker on this laptop, newest first; expired ones are gone.',
    input: z.object({ householdId: HouseholdId.optional() }),
    output: z.array(PrivateNote),
    audit: 'none',
  }),
  'worknote.save': command({
    doc: 'Makes or changes a werkaantekening. It is never shared and goes away by itself.',
    input: z.object({
      noteId: RecordId.optional(),
      householdId: HouseholdId.nullable(),
      text: z.string().trim().min(1).max(10_000),
    }),
    output: PrivateNote,
    errors: ['RecordMissing'],
    audit: 'change',
  }),
  'worknote.promote': command({
    doc: 'Puts a werkaantekening in a conversation of the dossier by choice, and takes it out of the notes.',
    input: z.object({
      noteId: RecordId,
      householdId: HouseholdId,
      /** An own conversation that is still open; a new one when absent. */
      conversationId: RecordId.optional(),
      /** As one line of this kind beside the text; as text when absent. */
      lineKind: z.enum(LINE_KINDS).optional(),
    }),
    output: z.object({ documentId: DocumentId, conversationId: RecordId }),
    errors: ['RecordMissing', 'HouseholdMissing', 'DocumentReadOnly', 'AlreadyFinalized', 'NotAuthor', 'TooLong'],
    audit: 'change',
  }),
  'worknote.delete': command({
    doc: 'Takes a werkaantekening away now.',
    input: z.object({ noteId: RecordId }),
    output: z.object({}),
    errors: ['RecordMissing'],
    audit: 'change',
  }),
  'restricted.open': command({
    doc: 'Veiligheid of a household: the document to open, for who has access to it. Logged also when refused.',
    input: z.object({ householdId: HouseholdId }),
    output: z.object({ documentId: DocumentId }),
    errors: ['HouseholdMissing', 'NoAccess'],
    audit: 'view',
  }),
  'meldcode.recordStep': command({
    doc: 'Writes down one step of the meldcode: who, when, why. Never changed afterwards; a correction is a next one.',
    input: z.object({
      documentId: DocumentId,
      meldcodeId: RecordId,
      step: z.enum(MELDCODE_STEPS),
      on: CalendarDate,
      by: z.string().max(200),
      reasoning: z.string().max(10_000),
      skipped: z.boolean(),
      closes: z.boolean(),
    }),
    output: z.object({ stepId: RecordId }),
    errors: [...documentErrors, 'MeldcodeStepProblem', 'DateInFuture'],
    audit: 'change',
  }),
  'history.list': command({
    doc: 'What a field or text of one record read before, who changed it and when, as far as this laptop still knows; newest first.',
    input: z.object({ documentId: DocumentId, kind: z.string().max(40), recordId: z.string().max(40) }),
    output: z.object({
      entries: z.array(HistoryEntry),
      /** When the record was made, and by whom. */
      madeAtMs: z.number(),
      madeBy: UserId.nullable(),
    }),
    errors: ['DocumentMissing', 'RecordMissing', 'DatabaseDamaged'],
    audit: 'view',
  }),
  'history.erase': command({
    doc: 'Forgets on this laptop what one record read before; what stands there now stays.',
    input: z.object({ documentId: DocumentId, kind: z.string().max(40), recordId: z.string().max(40) }),
    output: z.object({}),
    errors: ['DocumentMissing', 'RecordMissing', 'DatabaseDamaged'],
    audit: 'change',
  }),
  'export.household': command({
    doc: 'The whole dossier as one JSON file (docs/export.md), closed with a passphrase unless asked otherwise.',
    input: z.object({
      householdId: HouseholdId,
      /** Null: not closed. Only by explicit choice of the worker. */
      passphrase: SecretBytes.nullable(),
      /** Veiligheid goes along; only for who has access to it. */
      includeRestricted: z.boolean(),
      /** The readable paper goes inside the file. */
      withPaper: z.boolean().optional(),
    }),
    output: z.object({ fileName: z.string(), bytes: Bytes }),
    errors: ['HouseholdMissing', 'NoAccess', 'ExportTooLarge', 'PassphraseTooWeak', 'DatabaseDamaged'],
    audit: 'export',
    timeoutMs: 60_000,
  }),
  'export.paper': command({
    doc: 'The whole dossier as a tagged PDF to read: for the archive, never for a resident. Only by explicit choice of the worker.',
    input: z.object({ householdId: HouseholdId, includeRestricted: z.boolean() }),
    output: z.object({ fileName: z.string(), bytes: Bytes, pages: z.number().int() }),
    errors: ['HouseholdMissing', 'NoAccess', 'ExportTooLarge', 'DatabaseDamaged'],
    audit: 'export',
    timeoutMs: 120_000,
  }),
  'import.look': command({
    doc: 'What is in a file that was taken out before, and who of it may be known here. Nothing is stored.',
    input: z.object({ bytes: Bytes, passphrase: SecretBytes.nullable() }),
    output: ImportPreview,
    errors: importErrors,
    audit: 'view',
    timeoutMs: 60_000,
  }),
  'import.paper': command({
    doc: 'The readable paper out of a file that was taken out before.',
    input: z.object({ bytes: Bytes, passphrase: SecretBytes.nullable() }),
    output: z.object({ fileName: z.string(), bytes: Bytes }),
    errors: [...importErrors, 'RecordMissing'],
    audit: 'export',
    timeoutMs: 60_000,
  }),
  'import.household': command({
    doc: 'Takes a dossier in that was taken out before: whole or not at all.',
    input: z.object({ bytes: Bytes, passphrase: SecretBytes.nullable() }),
    output: z.object({ householdId: HouseholdId, documentId: DocumentId }),
    errors: [...importErrors, 'HouseholdExists'],
    audit: 'change',
    timeoutMs: 60_000,
  }),
} as const;
