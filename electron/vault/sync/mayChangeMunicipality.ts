import { hasRole, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { UserId } from '../../../shared/domain/ids.ts';

/** Whether this worker may set the gemeenteprofiel: everybody without a team, in a team its leads. */
export const mayChangeMunicipality = (state: TeamState | null | undefined, user: UserId): boolean =>
  state === undefined || state === null || hasRole(state, user, 'TEAMLEIDER');
