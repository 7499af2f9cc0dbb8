/** First run, unlock, hide, lock, recover: everything about who is behind the screen. */
import { z } from 'zod';
import { ProfileId, DeviceId, UserId } from '../../domain/ids.ts';
import { SecretBytes } from '../bytes.ts';
import { command } from '../define.ts';

export const SessionState = z.enum(['locked', 'open', 'hidden']);

/** Where the worker was: the route, the field and the caret, so that unlock returns to the same letter. */
export const Place = z.object({
  route: z.string().max(500),
  field: z.string().max(200).nullable(),
  selectionStart: z.number().int().nonnegative().nullable(),
  selectionEnd: z.number().int().nonnegative().nullable(),
});
export type Place = z.infer<typeof Place>;

export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'more']),
  density: z.enum(['compact', 'ruim']),
  textScale: z.number().min(0.8).max(2),
  /** Verbergen after this long without activity; 5 when absent. In a spreekuur it is at most 1. */
  hideAfterMinutes: z.number().int().min(1).max(14).optional(),
});
export type Settings = z.infer<typeof Settings>;

export const Me = z.object({
  userId: UserId,
  deviceId: DeviceId,
  name: z.string(),
  jobTitle: z.string(),
});
export type Me = z.infer<typeof Me>;

const Pin = z.string().regex(/^\d{4,6}$/);
const RecoveryGroup = z.object({ group: z.number().int().min(0).max(20), text: z.string().max(8) });

export const sessionCommands = {
  'app.info': command({
    doc: 'What this is and in which state; answers before unlock too.',
    input: z.object({}),
    output: z.object({
      version: z.string(),
      host: z.enum(['electron', 'loopback', 'memory']),
      state: SessionState,
      practice: z.boolean(),
      /** True when unsent work waits: the lock page says "Ontgrendel om te delen". */
      waitingToShare: z.boolean(),
      /** When an idle laptop locks by itself, while open or hidden; the hidden screen says so. */
      locksAtMs: z.number().nullable().optional(),
      /** When the team wiped a vault on this laptop; the start screen says so for a while. */
      wipedAtMs: z.number().nullable().optional(),
    }),
    audit: 'none',
    available: 'any',
    // The first question of every screen waits for a vault that is still starting: minutes on a laptop that is just on.
    timeoutMs: 300_000,
  }),
  'profile.list': command({
    doc: 'The workers who have a vault on this laptop, for the chooser before unlock.',
    input: z.object({}),
    output: z.array(
      z.object({
        profileId: ProfileId,
        label: z.string(),
        jobTitle: z.string(),
        practice: z.boolean(),
        waitSeconds: z.number(),
        /** The header was damaged and its .bak is used. */
        headerRepaired: z.boolean(),
      }),
    ),
    audit: 'none',
    available: 'locked',
  }),
  'passphrase.suggest': command({
    doc: 'Five random Dutch words (64.6 bit or more).',
    input: z.object({}),
    output: z.object({ words: z.array(z.string()).length(5) }),
    audit: 'none',
    available: 'any',
  }),
  'passphrase.check': command({
    doc: 'Whether a passphrase is strong enough: 14 characters or four words, and not a common one.',
    input: z.object({ passphrase: SecretBytes }),
    output: z.object({}),
    errors: ['PassphraseTooWeak'],
    audit: 'none',
    available: 'any',
  }),
  'profile.beginSetup': command({
    doc: 'First step of a new vault: makes the keys in memory and gives the recovery code once. Nothing is on disk yet.',
    input: z.object({
      name: z.string().trim().min(1).max(80),
      jobTitle: z.string().trim().max(80),
      passphrase: SecretBytes,
      pin: Pin,
      practice: z.boolean(),
    }),
    output: z.object({
      /** Groups of four characters, Crockford base32, the last one with a check character. */
      recoveryCode: z.array(z.string()),
      /** Which groups (0-based) the worker must type back. */
      askedGroups: z.array(z.number().int()),
    }),
    errors: ['PassphraseTooWeak', 'PinInvalid'],
    audit: 'none',
    available: 'locked',
    timeoutMs: 60_000,
  }),
  'profile.checkRecoveryGroup': command({
    doc: 'Whether one typed group of the recovery code is right, so that each group ticks itself.',
    input: RecoveryGroup,
    output: z.object({ correct: z.boolean() }),
    errors: ['SetupNotStarted'],
    audit: 'none',
    available: 'any',
  }),
  'profile.finishSetup': command({
    doc: 'Writes the vault to disk once the asked groups are typed back, and opens it.',
    input: z.object({ groups: z.array(RecoveryGroup) }),
    output: z.object({ profileId: ProfileId, me: Me }),
    errors: ['SetupNotStarted', 'WrongRecoveryCode'],
    audit: 'change',
    available: 'locked',
    timeoutMs: 60_000,
  }),
  'vault.unlock': command({
    doc: 'Opens a vault with the passphrase. Wrong ones wait longer each time, and never wipe.',
    input: z.object({ profileId: ProfileId, passphrase: SecretBytes }),
    output: z.object({ me: Me }),
    errors: [
      'WrongPassphrase',
      'WaitBeforeRetry',
      'KeychainMissing',
      'ProfileMissing',
      'ProfileInUse',
      'HeaderDamaged',
      'DatabaseFromNewerVersion',
      'DatabaseIsPlaintext',
      'DatabaseDamaged',
    ],
    audit: 'view',
    available: 'locked',
    timeoutMs: 120_000,
  }),
  'vault.recover': command({
    doc: 'Forgotten passphrase: opens with the printed recovery code and sets a new passphrase. Data stay the same.',
    input: z.object({ profileId: ProfileId, recoveryCode: z.string().max(120), newPassphrase: SecretBytes }),
    output: z.object({ me: Me }),
    errors: [
      'WrongRecoveryCode',
      'WaitBeforeRetry',
      'PassphraseTooWeak',
      'ProfileMissing',
      'ProfileInUse',
      'HeaderDamaged',
      'DatabaseFromNewerVersion',
      'DatabaseIsPlaintext',
      'DatabaseDamaged',
    ],
    audit: 'change',
    available: 'locked',
    timeoutMs: 120_000,
  }),
  'vault.lock': command({
    doc: 'Vergrendelen: everything is saved, the keys go, the vault process ends.',
    input: z.object({}),
    output: z.object({}),
    audit: 'view',
    available: 'hidden',
  }),
  'session.hide': command({
    doc: 'Verbergen: the vault answers nothing but session.resume, vault.lock and app.info.',
    input: z.object({}),
    output: z.object({}),
    audit: 'none',
  }),
  'session.resume': command({
    doc: 'Back from Verbergen with the PIN. Three wrong ones lock.',
    input: z.object({ pin: Pin }),
    output: z.object({}),
    errors: ['WrongPin'],
    audit: 'view',
    available: 'hidden',
  }),
  'session.setConsultation': command({
    doc: 'A spreekuur starts or ends: others look along, so the screen hides after one minute instead of five.',
    input: z.object({ on: z.boolean() }),
    output: z.object({}),
    audit: 'none',
  }),
  'session.get': command({
    doc: 'Who is working, with which settings, and where they were.',
    input: z.object({}),
    output: z.object({ me: Me, settings: Settings, place: Place.nullable(), practice: z.boolean(), today: z.string() }),
    audit: 'none',
    timeoutMs: 60_000,
  }),
  'session.activity': command({
    doc: 'Somebody touched the keyboard or the mouse: the idle clocks of hiding and locking start again.',
    input: z.object({}),
    output: z.object({}),
    audit: 'none',
  }),
  'session.rememberPlace': command({
    doc: 'Stores where the worker is, so that unlock returns to the same field.',
    input: Place,
    output: z.object({}),
    audit: 'none',
  }),
  'settings.update': command({
    doc: 'Changes how the screen looks for this worker.',
    input: Settings.partial(),
    output: Settings,
    audit: 'none',
  }),
  'profile.changePassphrase': command({
    doc: 'Re-wraps the master key under a new passphrase. The database is never re-keyed.',
    input: z.object({ current: SecretBytes, next: SecretBytes }),
    output: z.object({}),
    errors: ['WrongPassphrase', 'WaitBeforeRetry', 'KeychainMissing', 'PassphraseTooWeak'],
    audit: 'change',
    timeoutMs: 60_000,
  }),
  'profile.changePin': command({
    doc: 'Sets a new PIN for Verbergen.',
    input: z.object({ current: SecretBytes, pin: Pin }),
    output: z.object({}),
    errors: ['WrongPassphrase', 'WaitBeforeRetry', 'KeychainMissing', 'PinInvalid'],
    audit: 'change',
    timeoutMs: 60_000,
  }),
} as const;
