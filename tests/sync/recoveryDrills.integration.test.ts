/** The days on which something is lost: each with real vaults, a real server, and the papers as they are typed. */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasRole } from '../../shared/sync/teamLog.ts';
import { PaperTeam, call, decide, screenOf } from './support/paperTeam.ts';
import { allShared, eventually } from './support/testVault.ts';

let team: PaperTeam;
beforeAll(() => sodium.ready);
beforeEach(async () => {
  team = await PaperTeam.start();
});
afterEach(() => team.end());

describe('passphrase and paper forgotten', () => {
  it('a new laptop of the same colleague writes on under the same name, and the old one is cut off', async () => {
    const lead = await team.found();
    const old = await team.colleague(lead, 'Samira');
    const household = old.createHousehold('Fam. Bakker');
    await allShared(old, lead);
    const author = old.vault.me.userId;
    old.close();
    const fresh = team.vault('Samira');
    await team.join(lead, fresh, ['MEDEWERKER'], author);
    expect(fresh.vault.me.userId).toBe(author);
    await eventually(() => expect(fresh.names(household)).toEqual(['Fam. Bakker']));
    expect(
      await screenOf(lead)['team.revokeDevice']({ deviceId: old.facts.device as never, wipe: true }, call),
    ).toEqual({ ok: true, value: {} });
    await eventually(() => expect(lead.engine.keeper.state?.devices.get(old.facts.device)?.revoked).toBe(true));
    fresh.rename(household, 'Fam. Bakker-Visser');
    await eventually(() => expect(lead.names(household)).toEqual(['Fam. Bakker-Visser']));
    old.open();
  });
});

describe('a laptop lost', () => {
  it('brings its unshared work to quarantine, wipes itself, and the lead sees when', async () => {
    const lead = await team.found();
    const lost = await team.colleague(lead, 'Samira');
    const household = lead.createHousehold('Fam. Bakker');
    await eventually(() => expect(lost.names(household)).toEqual(['Fam. Bakker']));
    await allShared(lost, lead);
    await team.server.restart();
    lost.openSocket = (_server, listener) => {
      listener.closed(null, null);
      return { send: () => undefined, close: () => undefined };
    };
    lost.restart();
    lost.addPerson(household, 'Noor');
    await eventually(() => expect(lead.engine.status().state).toBe('online'));
    await screenOf(lead)['team.revokeDevice']({ deviceId: lost.facts.device as never, wipe: true }, call);
    await eventually(() => expect(lead.engine.keeper.state?.devices.get(lost.facts.device)?.revoked).toBe(true));

    const before = await screenOf(lead)['team.lostLaptop']({ deviceId: lost.facts.device as never }, call);
    expect(before).toMatchObject({
      ok: true,
      value: { revoked: true, wipeAsked: true, wipedAtMs: null, households: 1 },
    });

    const { webSocketOpener } = await import('../../electron/vault/sync/syncSocket.ts');
    lost.openSocket = webSocketOpener(() => null);
    lost.restart();
    await eventually(() => expect(lost.events).toContain('wipe'));
    expect(lost.engine.waitingRooms()).not.toContain(household);
    await lost.afterWipe?.();
    await eventually(() =>
      expect(lead.engine.keeper.state?.devices.get(lost.facts.device)?.wipedAtMs).toBeGreaterThan(0),
    );
    const rows = await screenOf(lead)['quarantine.list']({}, call);
    if (!rows.ok) throw new Error(rows.error.tag);
    expect(rows.value.rows).toMatchObject([{ name: 'Samira', complete: true, canTake: true }]);
    expect(lead.persons(household)).toEqual([]);
    const item = rows.value.rows[0]?.item ?? '';
    expect((await screenOf(lead)['quarantine.take']({ item }, call)).ok).toBe(true);
    expect(lead.persons(household)).toEqual(['Noor']);
    await allShared(lead);
    expect(team.server.server.parts.db.prepare('SELECT count(*) AS n FROM quarantine').get()).toEqual({ n: 0 });
  });

  it('keeps the work in the vault while the server does not take it, and wipes nothing', async () => {
    const lead = await team.found();
    const lost = await team.colleague(lead, 'Samira');
    const household = lead.createHousehold('Fam. Bakker');
    await eventually(() => expect(lost.names(household)).toEqual(['Fam. Bakker']));
    await allShared(lost, lead);
    lost.engine.stop();
    lost.addPerson(household, 'Noor');
    decide(lead, { type: 'REVOKE_DEVICE', device: lost.facts.device, wipe: true });
    await eventually(() => expect(lead.engine.keeper.state?.devices.get(lost.facts.device)?.revoked).toBe(true));
    team.server.server.parts.db.exec('DROP TABLE quarantine');
    lost.restart();
    await eventually(() => expect(lost.events).toContain('lock'));
    expect(lost.events).not.toContain('wipe');
    expect(lost.engine.waitingRooms()).toContain(household);
  });
});

describe('the lead lost', () => {
  it('two custodians make a colleague lead, who reads no dossier by it', async () => {
    const lead = await team.found();
    const colleague = await team.colleague(lead, 'Samira');
    const hidden = lead.createHousehold('Fam. Bakker');
    await allShared(lead);
    decide(lead, { type: 'UNGRANT', room: hidden, user: colleague.facts.user });
    await eventually(() => expect(colleague.engine.keeper.state?.rooms.get(hidden)?.users.size).toBe(1));
    lead.close();
    const one = await screenOf(colleague)['team.recover'](
      {
        server: '',
        name: 'x',
        parts: [...team.papers(0, 1).slice(0, 1), ...team.papers(0, 0).slice(0, 1)],
        everything: false,
      },
      call,
    );
    expect(one).toEqual({ ok: false, error: { tag: 'PartsWrong', paper: 2 } });
    expect(
      await screenOf(colleague)['team.recover'](
        { server: '', name: 'x', parts: team.papers(1, 2), everything: false },
        call,
      ),
    ).toEqual({ ok: true, value: {} });
    await eventually(() =>
      expect(hasRole(colleague.engine.keeper.state ?? expect.fail(), colleague.facts.user, 'TEAMLEIDER')).toBe(true),
    );
    await screenOf(colleague)['team.revokeUser']({ userId: lead.facts.user as never, wipe: true }, call);
    await eventually(() => expect(colleague.engine.keeper.state?.revokedUsers.has(lead.facts.user)).toBe(true));
    expect(colleague.vault.documents.mayRead(hidden)).toBe(false);
    lead.open();
    await eventually(() => expect(lead.events).toContain('wipe'));
  });
});

describe('every laptop of the team lost', () => {
  it('a new laptop with two papers reads everything, cuts the old ones off and continues the signed log', async () => {
    const lead = await team.found();
    const colleague = await team.colleague(lead, 'Samira');
    const [one, other] = [lead.createHousehold('Fam. Bakker'), colleague.createHousehold('Fam. Visser')];
    await allShared(lead, colleague);
    await eventually(() => expect(lead.names(other)).toEqual(['Fam. Visser']));
    const length = lead.engine.keeper.state?.length ?? 0;
    lead.close();
    colleague.close();

    const fresh = team.vault('Tom');
    const wanted = { server: team.server.server.url, name: 'Gebiedsteam Noord', everything: true };
    const wrong = await screenOf(fresh)['team.recover'](
      { ...wanted, parts: team.papers(0, 2).map((part) => ({ ...part, number: part.number ^ 1 })) },
      call,
    );
    expect(wrong).toMatchObject({ ok: false, error: { tag: 'PartsWrong' } });
    expect(fresh.engine.keeper.membership).toBeNull();
    expect(await screenOf(fresh)['team.recover']({ ...wanted, parts: team.papers(0, 2) }, call)).toEqual({
      ok: true,
      value: {},
    });
    await eventually(() => {
      expect(fresh.names(one)).toEqual(['Fam. Bakker']);
      expect(fresh.names(other)).toEqual(['Fam. Visser']);
    });
    expect(fresh.engine.keeper.state?.length).toBeGreaterThan(length);
    for (const gone of [lead, colleague]) decide(fresh, { type: 'REVOKE_USER', user: gone.facts.user, wipe: true });
    fresh.rename(one, 'Fam. Bakker-Smit');
    await allShared(fresh);
    await screenOf(fresh)['team.dropParts']({}, call);
    fresh.restart();
    await allShared(fresh);
    expect(fresh.names(one)).toEqual(['Fam. Bakker-Smit']);
    const again = await team.colleague(fresh, 'Samira');
    const made = fresh.createHousehold('Fam. Nieuw');
    await eventually(() => expect(again.names(made)).toEqual(['Fam. Nieuw']));
    lead.open();
    colleague.open();
  });
});

describe('a colleague is ill', () => {
  it('the lead passes a dossier on that only the colleague holds, with two papers and words for the case team', async () => {
    const lead = await team.found();
    const ill = await team.colleague(lead, 'Samira');
    const next = await team.colleague(lead, 'Tom');
    const household = ill.createHousehold('Fam. Bakker');
    await allShared(ill);
    for (const other of [lead, next]) decide(ill, { type: 'UNGRANT', room: household, user: other.facts.user });
    await eventually(() => expect(lead.engine.keeper.state?.rooms.get(household)?.users.size).toBe(1));
    ill.rename(household, 'Fam. Bakker-Smit');
    await allShared(ill);
    await eventually(() => expect(lead.vault.documents.mayRead(household)).toBe(false));
    ill.close();

    const screen = screenOf(lead);
    const caseload = await screen['access.caseload']({ userId: ill.facts.user as never }, call);
    if (!caseload.ok) throw new Error(caseload.error.tag);
    expect(caseload.value.rows).toMatchObject([{ documentId: household, otherHolders: 0, iHaveAccess: false }]);
    expect(JSON.stringify(caseload.value)).not.toContain('Bakker');
    const reason = { documentId: household, words: 'Samira is drie weken ziek. Tom belt het gezin maandag.' };
    expect(
      await screen['access.takeOver']({ ...reason, words: '', code: 'ZIEK', userId: next.facts.user as never }, call),
    ).toMatchObject({
      error: { tag: 'ReasonMissing' },
    });
    expect(
      await screenOf(next)['access.takeOver']({ ...reason, code: 'INZIEN', userId: next.facts.user as never }, call),
    ).toMatchObject({
      error: { tag: 'NotTeamLead' },
    });
    await screen['access.takeOver']({ ...reason, code: 'ZIEK', userId: next.facts.user as never }, call);
    await screen['access.takeOver']({ ...reason, code: 'INZIEN', userId: lead.facts.user as never }, call);
    expect(await screen['team.useParts']({ parts: team.papers(0, 2) }, call)).toEqual({ ok: true, value: {} });
    await eventually(() => expect(lead.names(household)).toEqual(['Fam. Bakker-Smit']));
    await eventually(() => expect(next.names(household)).toEqual(['Fam. Bakker-Smit']));
    await screen['team.dropParts']({}, call);
    expect(lead.engine.held.current).toBeNull();
    await screen['access.leave']({ documentId: household }, call);
    await eventually(() => expect(lead.vault.documents.mayRead(household)).toBe(false));
    const reasons = await screenOf(next)['access.reasons']({ documentId: household }, call);
    if (!reasons.ok) throw new Error(reasons.error.tag);
    expect(reasons.value.rows.map(({ code, words, holds }) => ({ code, words, holds }))).toEqual([
      { code: 'INZIEN', words: reason.words, holds: false },
      { code: 'ZIEK', words: reason.words, holds: true },
    ]);
    ill.open();
    await eventually(() => expect(ill.engine.status().state).toBe('online'));
    next.rename(household, 'Fam. Bakker');
    await eventually(() => expect(ill.names(household)).toEqual(['Fam. Bakker']));
  });
});
