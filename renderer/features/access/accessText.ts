/** Words about who was let into a dossier from outside. */
import type { OutputOf } from '../../../shared/contract/contract.ts';

type Row = Pick<OutputOf<'access.reasons'>['rows'][number], 'byName' | 'userName' | 'code'>;

/** "Marieke keek in dit dossier", "Marieke gaf Tom toegang, omdat een collega ziek is" */
export function leadReasonText({ byName, userName, code }: Row): string {
  if (code === 'INZIEN') return `${byName} ziet dit dossier in`;
  const why = code === 'ZIEK' ? 'een collega ziek is' : 'een collega weggaat';
  return `${byName} gaf ${userName} toegang, omdat ${why}`;
}
