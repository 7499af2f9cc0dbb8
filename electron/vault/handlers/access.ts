/** Access with a reason, leaving, lost laptops, quarantine, recovery. A command that the log would refuse is refused with words. */
import type { accessCommands, CaseloadRow } from '../../../shared/contract/commands/access.ts';
import type { Handlers, ResultOf } from '../../../shared/contract/contract.ts';
import { DocumentId, HouseholdId, UserId } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { wipeOrganisationKey } from '../../../shared/sync/organisationKey.ts';
import { hasRole, LEAD_REASONS, mayUseRoom, type LeadReason, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { OpenVault } from '../openVault.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import { readLeadWords, writeLeadWords } from '../sync/leadWords.ts';
import { isKeyOf, keyOfParts } from '../sync/organisationParts.ts';
import { markOfRoom } from '../sync/quarantineKeeper.ts';
import { recoverTeam } from '../sync/recovering.ts';
import type { TeamSharing } from '../sync/teamSharing.ts';
import { handoverHandlers } from './handovers.ts';
import { teamDecisions } from './teamDecisions.ts';
import { isOpenStatus } from './teamWork.ts';

type AccessHandlers = Pick<Handlers, keyof typeof accessCommands>;

export function accessHandlers(vault: OpenVault, sharing: TeamSharing): AccessHandlers {
  const { engine, facts, quarantine } = sharing;
  const { documents, me, store } = vault;
  const { inTeam, asLead, decide, nameOf } = teamDecisions(vault, sharing);
  const householdOf = store.db.prepare<[string], { householdId: string; name: string }>(
    'SELECT household_id AS householdId, name FROM household WHERE document_id = ?',
  );

  return {
    ...handoverHandlers(vault, engine, nameOf),

    'access.reasons': ({ documentId }) => {
      const team = inTeam();
      if (!team.ok) return team;
      const room = team.value.rooms.get(documentId);
      if (!documents.facts(documentId) || !documents.mayRead(documentId)) return err({ tag: 'DocumentMissing' });
      const words = [...readLeadWords(vault, team.value.teamRoom, documentId)];
      const rows = (room?.leadGrants ?? []).map((grant) => {
        const at = words.findIndex(
          (entry) => entry.by === grant.by && entry.user === grant.user && entry.code === grant.reason,
        );
        const said = at < 0 ? null : (words.splice(at, 1)[0]?.words ?? null);
        return {
          byName: nameOf(grant.by),
          userId: UserId.parse(grant.user),
          userName: nameOf(grant.user),
          code: LEAD_REASONS.find((code) => code === grant.reason) ?? ('INZIEN' as LeadReason),
          words: said,
          atMs: grant.atMs,
          holds: room?.users.has(grant.user) ?? false,
        };
      });
      return ok({ rows: rows.toReversed() });
    },

    'access.caseload': ({ userId }) => {
      const lead = asLead();
      if (!lead.ok) return lead;
      const state = lead.value;
      const index = new Map(facts.index().map((row) => [row.documentId, row]));
      const rows = [...state.rooms].flatMap(([room, { kind, users, opener }]) => {
        const known = index.get(room);
        const regisseur = known?.regisseur ?? '';
        const theirs =
          userId === null
            ? known !== undefined && !works(state, regisseur) && isOpenStatus(known.status)
            : regisseur === userId || (users.has(userId) && (opener === userId || users.size === 1));
        if (!theirs || known?.archived) return [];
        const holders = [...users].filter((user) => user !== userId && hasActiveDevice(state, user));
        return [
          {
            documentId: DocumentId.parse(room),
            mark: markOfRoom(room),
            kind,
            area: known?.area ?? '',
            regisseur: regisseur === '' ? null : { userId: UserId.parse(regisseur), name: nameOf(regisseur) },
            lastContactOn: known?.lastContactOn ?? '',
            otherHolders: holders.filter((user) => user !== me.userId || engine.keyring.newest(room) !== null).length,
            iHaveAccess: mayUseRoom(state, vault.identity.deviceId, room) && engine.keyring.newest(room) !== null,
          },
        ];
      });
      return ok({ rows: rows.toSorted(dossiersFirst) });
    },

    'access.takeOver': ({ documentId, userId, code, words }, call) => {
      const lead = asLead();
      if (!lead.ok) return lead;
      const state = lead.value;
      if (!state.rooms.has(documentId)) return err({ tag: 'NotShared' });
      const known = state.rolesByUser.get(userId)?.some((role) => role !== 'BEHEER');
      if (!known || state.revokedUsers.has(userId) || (code === 'INZIEN') !== (userId === me.userId))
        return err({ tag: 'ColleagueUnknown' });
      if (words === '') return err({ tag: 'ReasonMissing' });
      return storeResult(() => {
        store.transaction(() => {
          engine.decide({ type: 'GRANT', room: documentId, user: userId, reason: code });
          const pending = engine.keeper.intents().map(({ event }) => event);
          writeLeadWords(vault, state, { room: documentId, user: userId, code, words }, pending);
          vault.audit.appendFor(call);
        });
        engine.announce();
        return ok({});
      });
    },

    'access.leave': ({ documentId }, call) => {
      const team = inTeam();
      if (!team.ok) return team;
      if (!team.value.rooms.get(documentId)?.users.has(me.userId)) return err({ tag: 'NotShared' });
      return decide(call, { type: 'UNGRANT', room: documentId, user: me.userId });
    },

    'team.useParts': async ({ parts }, call) => {
      const lead = asLead();
      if (!lead.ok) return lead;
      const key = await keyOfParts(parts);
      if (!key.ok) return key;
      if (!isKeyOf(key.value, lead.value.organisationBoxPublicKey)) {
        wipeOrganisationKey(key.value);
        return err({ tag: 'PartsWrong', paper: null });
      }
      return storeResult(() => {
        store.transaction(() => vault.audit.appendFor(call));
        engine.held.hold(key.value);
        engine.openWithHeldKey();
        return ok({});
      });
    },

    'team.dropParts': () => {
      engine.held.drop();
      return ok({});
    },

    'team.recover': async (input) => {
      const outcome = await recoverTeam({ vault, engine, openSocket: sharing.openSocket, held: engine.held }, input);
      return outcome.ok ? ok({}) : outcome;
    },

    'team.revokeUser': ({ userId, wipe }, call) => {
      const lead = asLead(true);
      if (!lead.ok) return lead;
      const state = lead.value;
      if (!state.rolesByUser.has(userId) || state.revokedUsers.has(userId)) return err({ tag: 'ColleagueUnknown' });
      const others = [...state.rolesByUser.keys()].filter(
        (user) => user !== userId && hasRole(state, user, 'TEAMLEIDER'),
      );
      return others.length === 0 ? err({ tag: 'LastLead' }) : decide(call, { type: 'REVOKE_USER', user: userId, wipe });
    },

    'team.lostLaptop': ({ deviceId }) => {
      const team = inTeam();
      if (!team.ok) return team;
      const state = team.value;
      const device = state.devices.get(deviceId);
      if (!device) return err({ tag: 'ColleagueUnknown' });
      const held = new Set(
        store.db
          .prepare<[string], string>('SELECT DISTINCT room FROM key_reader WHERE reader = ?')
          .pluck()
          .all(deviceId),
      );
      const rooms = [...state.rooms].filter(([room, { users }]) => users.has(device.user) || held.has(room));
      const index = new Map(facts.index().map((row) => [row.documentId, row]));
      const byRegisseur = new Map<string, number>();
      for (const [room, { kind }] of rooms) {
        const regisseur = kind === 'household' ? (index.get(room)?.regisseur ?? '') : '';
        if (regisseur !== '') byRegisseur.set(regisseur, (byRegisseur.get(regisseur) ?? 0) + 1);
      }
      const rotated = rooms.filter(([room]) => {
        const newest = engine.keyring.newest(room);
        return newest !== null && !engine.keyring.readers(room, newest.epoch).has(deviceId);
      });
      return ok({
        userId: UserId.parse(device.user),
        name: nameOf(device.user),
        revoked: device.revoked,
        wipeAsked: device.wipe,
        wipedAtMs: device.wipedAtMs,
        households: rooms.filter(([, { kind }]) => kind === 'household').length,
        restricted: rooms.filter(([, { kind }]) => kind === 'restricted').length,
        rotated: rotated.length,
        regisseurs: [...byRegisseur]
          .map(([user, count]) => ({ name: nameOf(user), count }))
          .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'nl')),
        mine: rooms.flatMap(([room]) => {
          const row = householdOf.get(room);
          return row && documents.mayRead(room)
            ? [{ householdId: HouseholdId.parse(row.householdId), name: row.name }]
            : [];
        }),
      });
    },

    'quarantine.list': () => {
      const lead = asLead();
      if (!lead.ok) return lead;
      const state = lead.value;
      return ok({
        rows: quarantine.items().flatMap(({ item, room, device, receivedAtMs, complete }) => {
          const user = state.devices.get(device)?.user;
          const documentId = DocumentId.safeParse(room);
          if (user === undefined || !documentId.success) return [];
          const canTake = documents.facts(room) !== null && documents.mayRead(room);
          return [
            {
              item,
              documentId: documentId.data,
              mark: markOfRoom(room),
              householdName: canTake ? (householdOf.get(room)?.name ?? null) : null,
              userId: UserId.parse(user),
              name: nameOf(user),
              receivedAtMs,
              complete,
              canTake,
            },
          ];
        }),
      });
    },

    'quarantine.take': ({ item }, call) => {
      const lead = asLead();
      if (!lead.ok) return lead;
      return storeResult((): ResultOf<'quarantine.take'> => {
        const row = quarantine.items().find((candidate) => candidate.item === item);
        if (!row) return err({ tag: 'QuarantineGone' });
        const work = quarantine.open(item);
        if (!work) return err({ tag: row.complete ? 'QuarantineUnreadable' : 'QuarantineIncomplete' });
        const documentId = DocumentId.parse(work.room);
        if (engine.status().state !== 'online') return err({ tag: 'NotConnected' });
        const taken = documents.adopt(documentId, work.update, { inTransaction: () => vault.audit.appendFor(call) });
        if (!taken.ok) return err(taken.error.tag === 'DocumentMissing' ? { tag: 'NoAccess' } : taken.error);
        if (!taken.value) return err({ tag: 'QuarantineIncomplete' });
        quarantine.settle(item);
        quarantine.forget(item);
        return ok({ documentId });
      });
    },

    'quarantine.decline': ({ item, reason }, call) => {
      const lead = asLead();
      if (!lead.ok) return lead;
      const row = quarantine.items().find((candidate) => candidate.item === item);
      if (!row) return err({ tag: 'QuarantineGone' });
      if (reason === '') return err({ tag: 'ReasonMissing' });
      const author = lead.value.devices.get(row.device)?.user ?? me.userId;
      return storeResult((): ResultOf<'quarantine.decline'> => {
        if (!quarantine.settle(item)) return err({ tag: 'NotConnected' });
        store.transaction(() => {
          writeLeadWords(vault, lead.value, { room: row.room, user: author, code: 'DECLINED', words: reason });
          vault.audit.appendFor(call);
        });
        quarantine.forget(item);
        return ok({});
      });
    },
  };
}

/** Somebody who may be regisseur. */
const works = (state: TeamState, user: string): boolean =>
  !state.revokedUsers.has(user) && (state.rolesByUser.get(user)?.some((role) => role !== 'BEHEER') ?? false);

const hasActiveDevice = (state: TeamState, user: string): boolean =>
  [...state.devices.values()].some((device) => device.user === user && !device.revoked);

/** The dossiers before what stands apart from them, and the last seen first; the rest always in the same order. */
function dossiersFirst(a: CaseloadRow, b: CaseloadRow): number {
  if (a.kind !== b.kind) return a.kind === 'household' ? -1 : 1;
  if (a.lastContactOn !== b.lastContactOn) return a.lastContactOn < b.lastContactOn ? 1 : -1;
  return a.mark < b.mark ? -1 : 1;
}
