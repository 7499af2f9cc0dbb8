/**
 * Every expected failure that may cross a process or the wire, by tag. Facts on an error are safe to show
 * and to log: never keys, paths, names or document text. The Dutch sentence for each tag lives in
 * shared/errorTexts.ts; a test asserts that every tag has one.
 */
import { z } from 'zod';
import { PLAN_STATUSES } from './domain/codes.ts';

export const errorFacts = {
  // contract
  UnknownCommand: z.object({}),
  InvalidInput: z.object({ path: z.string() }),
  PayloadTooLarge: z.object({ limitBytes: z.number() }),
  WrongSender: z.object({}),
  ContractBroken: z.object({ command: z.string() }),
  Internal: z.object({ reportId: z.string() }),
  TimedOut: z.object({ command: z.string() }),
  ConnectionLost: z.object({}),
  TooBusy: z.object({}),
  // session
  Locked: z.object({}),
  Hidden: z.object({}),
  AlreadyOpen: z.object({}),
  WrongPassphrase: z.object({ waitSeconds: z.number() }),
  WaitBeforeRetry: z.object({ waitSeconds: z.number() }),
  KeychainMissing: z.object({}),
  WrongPin: z.object({ triesLeft: z.number() }),
  PassphraseTooWeak: z.object({ reason: z.enum(['TOO_SHORT', 'TOO_COMMON', 'TOO_LONG']) }),
  PinInvalid: z.object({}),
  WrongRecoveryCode: z.object({ group: z.number().nullable() }),
  SetupNotStarted: z.object({}),
  // store
  ProfileMissing: z.object({}),
  ProfileInUse: z.object({}),
  HeaderDamaged: z.object({}),
  DatabaseFromNewerVersion: z.object({}),
  DatabaseIsPlaintext: z.object({}),
  DatabaseDamaged: z.object({}),
  DiskFull: z.object({}),
  DiskError: z.object({}),
  BackupUnusable: z.object({}),
  // documents
  HouseholdMissing: z.object({}),
  DocumentMissing: z.object({}),
  DocumentReadOnly: z.object({}),
  RecordMissing: z.object({}),
  UpdateRefused: z.object({
    reason: z.enum([
      'TOO_LARGE',
      'UNREADABLE',
      'UNKNOWN_ROOT',
      'INVALID_VALUE',
      'PROTECTED_FIELD',
      'IMMUTABLE_FIELD',
      'FINALIZED',
      'WRONG_AUTHOR',
      'MISSING_PARENT',
    ]),
  }),
  AlreadyFinalized: z.object({}),
  NotAuthor: z.object({}),
  InvalidDate: z.object({}),
  TooLong: z.object({}),
  // plan and decisions
  PlanStepNotAllowed: z.object({ from: z.enum(PLAN_STATUSES), to: z.enum(PLAN_STATUSES) }),
  PlanMistake: z.object({ code: z.enum(['EINDE_VOOR_BEGIN', 'EVALUATIE_VOORBIJ']) }),
  RegisseurMissing: z.object({}),
  NotRegisseur: z.object({}),
  NothingToChoose: z.object({}),
  NotClosed: z.object({}),
  CaseNumberProblem: z.object({ code: z.enum(['CHARACTERS', 'TOO_LONG', 'BSN']) }),
  DateInPast: z.object({}),
  DateInFuture: z.object({}),
  MeldcodeStepProblem: z.object({ code: z.enum(['DATE', 'REASON_FOR_SKIPPING', 'MAY_NOT_SKIP']) }),
  NoAccess: z.object({}),
  ExportTooLarge: z.object({}),
  ImportDamaged: z.object({ path: z.string() }),
  ImportPassphraseNeeded: z.object({}),
  ImportPassphraseWrong: z.object({}),
  ImportFromNewerVersion: z.object({}),
  HouseholdExists: z.object({}),
  // municipality
  ImportGone: z.object({}),
  ImportUnreadable: z.object({
    reason: z.enum([
      'EMPTY', 'SPREADSHEET', 'BINARY', 'ONE_COLUMN', 'TOO_MANY_ROWS', 'TOO_MANY_COLUMNS', 'QUOTE_OPEN', 'NO_HEADINGS',
    ]), // prettier-ignore
  }),
  ImportColumnsMissing: z.object({}),
  ImportChoicesMissing: z.object({}),
  ProfileInvalid: z.object({ problems: z.array(z.object({ field: z.string(), message: z.string() })) }),
  // team
  NoTeam: z.object({}),
  AlreadyInTeam: z.object({}),
  NotTeamLead: z.object({}),
  NotConnected: z.object({}),
  NotShared: z.object({}),
  LastLead: z.object({}),
  ServerAddressInvalid: z.object({}),
  ServerUnreachable: z.object({ reason: z.enum(['UNREACHABLE', 'TLS', 'REFUSED']), status: z.number().nullable() }),
  CodeWrong: z.object({}),
  InviteUnknown: z.object({}),
  /** `paper`: which of the two typed papers cannot be right; null when both look right and are not of this team. */
  PartsWrong: z.object({ paper: z.number().nullable() }),
  ColleagueUnknown: z.object({}),
  ReasonMissing: z.object({}),
  HandoverClosed: z.object({}),
  HandoverNeeded: z.object({}),
  QuarantineGone: z.object({}),
  QuarantineUnreadable: z.object({}),
  QuarantineIncomplete: z.object({}),
} as const;

export type ErrorTag = keyof typeof errorFacts;
/** The facts of a tag. zod infers `z.object({})` with an index signature, which would forbid the tag: dropped here. */
type FactsOf<T extends ErrorTag> = {
  readonly [F in keyof z.infer<(typeof errorFacts)[T]> as string extends F ? never : F]: z.infer<
    (typeof errorFacts)[T]
  >[F];
};
export type AppError = { [T in ErrorTag]: { readonly tag: T } & FactsOf<T> }[ErrorTag];
export type ErrorOf<T extends ErrorTag> = Extract<AppError, { tag: T }>;

/** Parses an error that came over a boundary; null when it is not one of ours. */
export function parseAppError(value: unknown): AppError | null {
  if (typeof value !== 'object' || value === null || !('tag' in value)) return null;
  const tag = value.tag;
  if (typeof tag !== 'string' || !Object.hasOwn(errorFacts, tag)) return null;
  const facts = errorFacts[tag as ErrorTag].safeParse(value);
  return facts.success ? ({ tag, ...facts.data } as AppError) : null;
}
