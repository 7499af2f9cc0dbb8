/** Sharing with the team. Rights are the team log's: a command that the log would refuse is refused here with words. */
import { create as createQr } from 'qrcode';
import type { z } from 'zod';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { TeamOverview, sharingCommands } from '../../../shared/contract/commands/sharing.ts';
import { readRecord, readRecords } from '../../../shared/documents/readers.ts';
import { DeviceId, DocumentId, UserId } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { hasRole } from '../../../shared/sync/teamLog.ts';
import type { OpenVault } from '../openVault.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import { forgetParts, foundTeam, waitingParts } from '../sync/founding.ts';
import { teamNews } from '../sync/teamNews.ts';
import type { Match } from '../sync/teamFacts.ts';
import type { TeamSharing } from '../sync/teamSharing.ts';
import { teamDecisions } from './teamDecisions.ts';

type SharingHandlers = Pick<Handlers, keyof typeof sharingCommands>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function sharingHandlers(vault: OpenVault, sharing: TeamSharing): SharingHandlers {
  const { engine, joining, inviting, facts } = sharing;
  const { documents, me, store } = vault;

  const { asLead, decide, nameOf } = teamDecisions(vault, sharing);
  /** BEHEER cuts laptops off, and does nothing else in the team: whoever lets a laptop in decides who reads. */
  const mayRevoke = (user: string | undefined): boolean => {
    const { state } = engine.keeper;
    return (
      state !== null &&
      (user === me.userId || hasRole(state, me.userId, 'TEAMLEIDER') || hasRole(state, me.userId, 'BEHEER'))
    );
  };

  return {
    'sharing.status': () => ok(sharing.summary()),

    'sharing.now': async () => {
      const outcome = await sharing.shareNow();
      return ok({ outcome, summary: sharing.summary() });
    },

    'document.sharing': ({ documentId }) => {
      if (!documents.facts(documentId)) return err({ tag: 'DocumentMissing' });
      const { state, sharedAtMs, seenBy, trouble } = engine.roomStatus(documentId);
      const users = engine.keeper.state?.rooms.get(documentId)?.users ?? new Set<string>([me.userId]);
      const named = (user: string) => ({ userId: UserId.parse(user), name: nameOf(user) });
      return ok({
        state,
        sharedAtMs,
        incomplete: trouble !== null && trouble !== 'NO_GRANT',
        seenBy: seenBy.map(named),
        members: [...users].map(named),
      });
    },

    'team.get': () => ok({ team: overviewOf(vault, sharing) }),

    'team.found': async (input) => {
      const parts = await foundTeam({ vault, engine, openSocket: sharing.openSocket }, input);
      return parts.ok
        ? ok({ organisationParts: parts.value.map((part) => ({ number: part.number, groups: [...part.groups] })) })
        : parts;
    },

    'team.organisationParts': () =>
      ok({
        teamName: engine.keeper.membership?.name ?? '',
        parts: waitingParts(vault)?.map((part) => ({ number: part.number, groups: [...part.groups] })) ?? null,
      }),

    'team.partsOnPaper': (_input, call) =>
      storeResult(() => {
        store.transaction(() => {
          forgetParts(vault);
          vault.audit.appendFor(call);
        });
        return ok({});
      }),

    'team.invite': () => {
      const lead = asLead();
      if (!lead.ok) return lead;
      const invited = inviting.invite();
      const server = engine.keeper.membership?.server ?? '';
      if (!invited) return err({ tag: 'NotConnected' });
      const { modules } = createQr(`samenspel:${server}#${invited.code}`, { errorCorrectionLevel: 'M' });
      return ok({
        ...invited,
        server,
        qr: { size: modules.size, dark: Array.from(modules.data, (bit) => (bit ? '1' : '0')).join('') },
      });
    },

    'team.joinRequests': () => ok(inviting.rows().map((row) => ({ ...row }))),

    'team.answerJoin': ({ invite, approve, roles, openHouseholds, asUser }) => {
      const lead = asLead();
      if (!lead.ok) return lead;
      if (engine.status().state !== 'online') return err({ tag: 'NotConnected' });
      if (asUser !== undefined && (!lead.value.rolesByUser.has(asUser) || lead.value.revokedUsers.has(asUser)))
        return err({ tag: 'ColleagueUnknown' });
      return inviting.decide(invite, approve, roles, openHouseholds, asUser ?? null)
        ? ok({})
        : err({ tag: 'InviteUnknown' });
    },

    'team.join': async ({ server, code }) => {
      const asked = await joining.ask(server, code);
      return asked.ok ? ok({ asked: true }) : asked;
    },
    'team.joinState': () => ok({ state: joining.state.state, words: [...joining.state.words] }),
    'team.cancelJoin': () => {
      joining.cancel();
      return ok({});
    },

    'team.ownHouseholds': () => {
      const rows = store.db
        .prepare<[string], { householdId: string; documentId: DocumentId; name: string; shared: number | null }>(
          `SELECT h.household_id AS householdId, h.document_id AS documentId, h.name, s.shared FROM household h
           JOIN document d ON d.document_id = h.document_id LEFT JOIN room_sync s ON s.room = h.document_id
           WHERE d.created_by = ? ORDER BY h.name`,
        )
        .all(me.userId);
      return ok(
        rows.map((row) => {
          const matches = matchesOf(documents, facts, row.documentId);
          const regisseur = matches.find((match) => match.regisseur !== '')?.regisseur;
          return {
            ...row,
            householdId: row.householdId as never,
            shared: row.shared !== 0,
            knownInTeam: matches.length > 0,
            askName: regisseur === undefined ? null : nameOf(regisseur),
          };
        }),
      );
    },

    'team.shareHouseholds': ({ documentIds }, call) => {
      if (!engine.keeper.membership) return err({ tag: 'NoTeam' });
      return storeResult(() => {
        const shared = store.transaction(() => {
          const put = store.db.prepare<[string]>(
            `INSERT INTO room_sync (room, shared) SELECT document_id, 1 FROM document WHERE household_id = (SELECT household_id FROM document WHERE document_id = ?)
             ON CONFLICT (room) DO UPDATE SET shared = 1`,
          );
          for (const documentId of documentIds) put.run(documentId);
          vault.audit.appendFor(call);
          return documentIds.length;
        });
        for (const documentId of documentIds) sharing.noteSaved(documentId);
        engine.announce();
        return ok({ shared });
      });
    },

    'team.setRoles': ({ userId, roles }, call) => {
      const lead = asLead();
      if (!lead.ok) return lead;
      const leads = [...lead.value.rolesByUser].filter(([user, list]) =>
        (user === userId ? roles : list).includes('TEAMLEIDER'),
      );
      if (leads.length === 0) return err({ tag: 'LastLead' });
      return decide(call, { type: 'SET_ROLES', user: userId, roles });
    },

    'team.revokeDevice': ({ deviceId, wipe }, call) => {
      const { state } = engine.keeper;
      if (!state) return err({ tag: 'NoTeam' });
      return mayRevoke(state.devices.get(deviceId)?.user)
        ? decide(call, { type: 'REVOKE_DEVICE', device: deviceId, wipe })
        : err({ tag: 'NotTeamLead' });
    },

    'team.news': () => storeResult(() => ok({ rows: [...teamNews(vault, nameOf)] })),

    'access.get': ({ documentId }) => {
      const { state } = engine.keeper;
      if (!state) return err({ tag: 'NoTeam' });
      if (!documents.facts(documentId) || !documents.mayRead(documentId)) return err({ tag: 'DocumentMissing' });
      const users = state.rooms.get(documentId)?.users ?? new Set<string>([me.userId]);
      const members = [...state.rolesByUser]
        .filter(([user, roles]) => !state.revokedUsers.has(user) && roles.some((role) => role !== 'BEHEER'))
        .map(([user]) => user)
        .map((user) => ({
          userId: UserId.parse(user),
          name: nameOf(user),
          jobTitle: facts.names().get(user)?.jobTitle ?? '',
          hasAccess: users.has(user),
          isMe: user === me.userId,
        }));
      return ok({ members });
    },

    'access.set': ({ documentId, userId, access }, call) => {
      const { state } = engine.keeper;
      if (!state) return err({ tag: 'NoTeam' });
      if (!documents.facts(documentId) || !documents.mayRead(documentId)) return err({ tag: 'DocumentMissing' });
      if (!state.rooms.has(documentId)) return err({ tag: 'NotShared' });
      if (access && !state.rolesByUser.get(userId)?.some((role) => role !== 'BEHEER'))
        return err({ tag: 'ColleagueUnknown' });
      return decide(
        call,
        access
          ? { type: 'GRANT', room: documentId, user: userId, reason: '' }
          : { type: 'UNGRANT', room: documentId, user: userId },
      );
    },

    'household.findMatches': ({ postcode, houseNumber, persons, exceptDocumentId }) => {
      const found = facts.matches({ postcode, houseNumber }, persons, exceptDocumentId);
      return ok({
        matches: found.map((match) => ({
          on: match.on,
          regisseurName: match.regisseur === '' ? null : nameOf(match.regisseur),
          documentId: documents.facts(match.documentId) ? DocumentId.parse(match.documentId) : null,
        })),
      });
    },
  };
}

function matchesOf(
  documents: OpenVault['documents'],
  facts: TeamSharing['facts'],
  documentId: DocumentId,
): readonly Match[] {
  const read = documents.read(documentId, (doc) => ({
    household: readRecord(doc, 'household', 'household')?.values,
    persons: readRecords(doc, 'persons'),
  }));
  if (!read.ok) return [];
  const { household, persons } = read.value;
  const people = persons.map((person) => ({
    lastName: text(person.values.lastName),
    birthDate: text(person.values.birthDate),
  }));
  return facts.matches(
    { postcode: text(household?.postcode), houseNumber: text(household?.houseNumber) },
    people,
    documentId,
  );
}

function overviewOf(vault: OpenVault, { engine, facts }: TeamSharing): z.infer<typeof TeamOverview> | null {
  const { membership, state } = engine.keeper;
  if (!membership) return null;
  const names = facts.names();
  const members = [...(state?.rolesByUser ?? [])].map(([user, roles]) => ({
    userId: UserId.parse(user),
    name: names.get(user)?.name ?? 'Collega',
    jobTitle: names.get(user)?.jobTitle ?? '',
    roles: [...roles],
    revoked: state?.revokedUsers.has(user) ?? false,
    devices: [...(state?.devices.values() ?? [])]
      .filter((device) => device.user === user)
      .map((device) => ({
        deviceId: DeviceId.parse(device.device),
        revoked: device.revoked,
        wipeAsked: device.wipe,
        wipedAtMs: device.wipedAtMs,
        isThis: device.device === vault.identity.deviceId,
      })),
  }));
  const leads = members.filter((member) => member.roles.includes('TEAMLEIDER') && !member.revoked);
  return {
    name: membership.name,
    server: membership.server,
    members: members.toSorted((a, b) => a.name.localeCompare(b.name, 'nl')),
    iAmLead: leads.some((member) => member.userId === vault.me.userId),
    iDoBeheer: state !== null && hasRole(state, vault.me.userId, 'BEHEER'),
    secondLeadMissing: leads.length < 2,
  };
}
