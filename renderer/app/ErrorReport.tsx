import type { ReactNode } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { errorText } from '../../shared/errorTexts.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';

/** An expected failure in place: what happened, what to do now, and a code for the helpdesk behind a fold. */
export function ErrorReport({ error, actions }: { readonly error: AppError; readonly actions?: ReactNode }) {
  const { title, advice } = errorText(error);
  const details = 'reportId' in error ? `${error.tag}, melding ${error.reportId}` : error.tag;
  return (
    <ErrorNote title={title} details={details} {...(actions ? { actions } : {})}>
      {advice}
    </ErrorNote>
  );
}

/** The same in one sentence, for under a field. */
export function errorSentence(error: AppError): string {
  const { title, advice } = errorText(error);
  return `${title} ${advice}`;
}
