import type { AppError } from '../../../shared/errors.ts';
import { ErrorReport } from '../../app/ErrorReport.tsx';
import { Button } from '../../ui/Button.tsx';

/** What went wrong with a call, in place, and what to do now. */
export function CallError({ error, retry }: { readonly error: AppError; readonly retry?: () => void }) {
  const actions = retry ? (
    <Button field="error.retry" onPress={retry}>
      Probeer opnieuw
    </Button>
  ) : undefined;
  return <ErrorReport error={error} {...(actions ? { actions } : {})} />;
}
