/**
 * The log as people read it: who looked in a dossier, and for a lead what stands out and how the work stands. The last two come
 * from the team document only, so no name of a resident can be in them.
 */
import type { logCommands } from '../../../shared/contract/commands/log.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { DocumentId, UserId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { hasRole, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { OpenVault } from '../openVault.ts';
import { saidHeads, setBack } from '../store/auditWitness.ts';
import { readReports } from '../sync/lookReports.ts';
import { markOfRoom } from '../sync/quarantineKeeper.ts';
import type { TeamSharing } from '../sync/teamSharing.ts';
import { lookedAtHousehold } from './lookedAt.ts';
import { teamWork } from './teamWork.ts';

const MOST_UNUSUAL = 200;

export function logHandlers(vault: OpenVault, sharing: TeamSharing): Pick<Handlers, keyof typeof logCommands> {
  const { engine, facts } = sharing;
  const nameOf = (user: string): string => facts.names().get(user)?.name ?? 'een collega';
  const asLead = (): Result<TeamState, ErrorOf<'NoTeam' | 'NotTeamLead'>> => {
    const { state } = engine.keeper;
    if (!state) return err({ tag: 'NoTeam' });
    return hasRole(state, vault.me.userId, 'TEAMLEIDER') ? ok(state) : err({ tag: 'NotTeamLead' });
  };
  return {
    'log.household': ({ householdId }) => {
      const names = facts.names();
      return lookedAtHousehold(vault, householdId, (user) => names.get(user)?.name ?? 'een collega');
    },

    'log.unusual': () => {
      const lead = asLead();
      if (!lead.ok) return lead;
      const names = facts.names();
      const looks = readReports(vault, lead.value.teamRoom)
        .slice(0, MOST_UNUSUAL)
        .map(({ on, userId, code, count, documents }) => ({
          on,
          userId,
          name: names.get(userId)?.name ?? 'een collega',
          code,
          count,
          marks: documents.map(markOfRoom),
        }));
      const back = [...setBack(saidHeads(vault.store))].flatMap(([device, saidAtMs]) => {
        const user = UserId.safeParse(lead.value.devices.get(device)?.user);
        return user.success ? [{ userId: user.data, name: nameOf(user.data), mark: device.slice(0, 8), saidAtMs }] : [];
      });
      return ok({ looks, setBack: back });
    },

    'team.work': () => {
      const lead = asLead();
      if (!lead.ok) return lead;
      const state = lead.value;
      const people = [...state.rolesByUser].flatMap(([user, roles]) => {
        const userId = UserId.safeParse(user);
        const works = roles.some((role) => role !== 'BEHEER') && !state.revokedUsers.has(user);
        return works && userId.success ? [userId.data] : [];
      });
      const work = teamWork(vault, state.teamRoom, people, calendarDateAt(vault.deps.clock.nowMs()));
      const names = facts.names();
      return ok({
        ...work,
        people: work.people.map((person) => ({
          ...person,
          name: names.get(person.userId)?.name ?? 'een collega',
          jobTitle: names.get(person.userId)?.jobTitle ?? '',
        })),
        unassigned: work.unassigned.map(({ documentId, area }) => {
          const opener = state.rooms.get(documentId)?.opener;
          return {
            documentId: DocumentId.parse(documentId),
            mark: markOfRoom(documentId),
            area,
            withName: opener === undefined ? null : nameOf(opener),
          };
        }),
      });
    },
  };
}
