/** Words about who was let into a dossier from outside. */
import type { OutputOf } from '../../../shared/contract/contract.ts';

type Row = Pick<OutputOf<'access.reasons'>['rows'][number], 'byName' | 'userName' | 'code' | 'holds'>;

/** "Marieke ziet dit dossier in", "Marieke gaf Tom toegang, omdat een collega ziek is" */
export function leadReasonText({ byName, userName, code, holds }: Row): string {
  if (code === 'INZIEN') return `${byName} ${holds ? 'ziet' : 'zag'} dit dossier in`;
  const why = code === 'ZIEK' ? 'een collega ziek is' : 'een collega weggaat';
  return `${byName} gaf ${userName} toegang, omdat ${why}`;
}
