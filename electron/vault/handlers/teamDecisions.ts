/** How a decision of the team is taken by a command: by whom it may be taken, and kept together with its row in the log. */
import type { CallContext } from '../../../shared/contract/contract.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { hasRole, type TeamEvent, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { OpenVault } from '../openVault.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { TeamSharing } from '../sync/teamSharing.ts';

export function teamDecisions(vault: OpenVault, { engine, facts }: Pick<TeamSharing, 'engine' | 'facts'>) {
  const { me, store } = vault;
  const inTeam = (): Result<TeamState, ErrorOf<'NoTeam'>> => {
    const { state } = engine.keeper;
    return state ? ok(state) : err({ tag: 'NoTeam' });
  };
  return {
    inTeam,
    /** The team, for whoever leads it; `alsoBeheer` lets in who only keeps its laptops. */
    asLead(alsoBeheer = false): Result<TeamState, ErrorOf<'NoTeam' | 'NotTeamLead'>> {
      const team = inTeam();
      if (!team.ok) return team;
      const has = (role: Parameters<typeof hasRole>[2]): boolean => hasRole(team.value, me.userId, role);
      return has('TEAMLEIDER') || (alsoBeheer && has('BEHEER')) ? team : err({ tag: 'NotTeamLead' });
    },
    /** Keeps decisions with the row in the log, and signs them when connected. */
    decide: (call: CallContext, ...events: readonly TeamEvent[]) =>
      storeResult(() => {
        store.transaction(() => {
          engine.decide(...events);
          vault.audit.appendFor(call);
        });
        engine.announce();
        return ok({});
      }),
    nameOf: (user: string): string => facts.names().get(user)?.name ?? 'een collega',
  };
}
