/**
 * What a person may believe about their typing. `saved` is said only after the vault answered that the commit is on
 * disk; every other state says that something is still on its way, and where it is.
 */
import type { AppError } from '../../shared/errors.ts';

export type SaveState =
  /** Nothing waits. `atMs` is null as long as nothing was changed here. */
  | { readonly kind: 'saved'; readonly atMs: number | null }
  /** Typed, waiting for a pause. */
  | { readonly kind: 'pending' }
  /** On its way to disk. */
  | { readonly kind: 'saving' }
  /** Could not be saved now; the changes are kept and tried again. */
  | { readonly kind: 'failed'; readonly error: AppError }
  /** The vault does not take these changes; the typed text is in the replica's `unsaved`, to copy from. */
  | { readonly kind: 'refused'; readonly error: AppError };

/** Something typed that did not get into the document. */
export interface UnsavedText {
  /** Root and section it was typed in, such as `t:<id>:text`; screens turn it into a Dutch label. */
  readonly where: string;
  readonly text: string;
}

const REFUSALS: ReadonlySet<AppError['tag']> = new Set([
  'UpdateRefused',
  'DocumentReadOnly',
  'DocumentMissing',
  'InvalidInput',
  'PayloadTooLarge',
]);

/** True when trying again can never help: the vault judged the change itself. */
export const isRefusal = (error: AppError): boolean => REFUSALS.has(error.tag);

const clockTime = new Intl.DateTimeFormat('nl-NL', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});

/** "10:42", as people in the Netherlands read their clock. */
export const timeOfDay = (ms: number): string => clockTime.format(ms);

/** The short words beside a title. The long sentence for a failure comes from errorTexts. */
export function saveStateText(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return state.atMs === null ? '' : `Bewaard ${timeOfDay(state.atMs)}`;
    case 'pending':
    case 'saving':
      return 'Bezig met bewaren';
    case 'failed':
      return 'Nog niet bewaard';
    case 'refused':
      return 'Niet bewaard';
  }
}
