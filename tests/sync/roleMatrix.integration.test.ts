/**
 * Every role, every command, every kind of document. The table says what a role may do; a command that is not in it fails the
 * first test, so that a new one must be placed. What a command answers is asked of real vaults in a real team.
 */
import sodium from 'libsodium-wrappers-sumo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, type CommandName } from '../../shared/contract/contract.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { HouseholdId, newId } from '../../shared/domain/ids.ts';
import { mayUseRoom, type TeamRole } from '../../shared/sync/teamLog.ts';
import { MuxPeer } from './support/muxPeer.ts';
import { PaperTeam, call, decide, screenOf } from './support/paperTeam.ts';
import { systemRandom } from './support/testServer.ts';
import { allShared, eventually, type TestVault } from './support/testVault.ts';

/** Who may give a command that is about the team, not about one document. `own`: everybody, about the own vault or documents. */
type Who = 'own' | 'document' | 'lead' | 'leadOrBeheer' | 'settings' | 'insider';

/** `document`: whoever the document was given to; its kind decides nothing, the grant does. */
const areas: readonly (readonly [RegExp, Who])[] = [
  // Before there is a team, of the worker; in a team of leads and BEHEER: tried beside its own handler.
  [/^municipality\.set$/, 'settings'],
  [/^(team\.(invite|answerJoin|setRoles|useParts|work)|log\.unusual|access\.(caseload|takeOver)|quarantine\.)/, 'lead'],
  [/^team\.(revokeDevice|revokeUser)$/, 'leadOrBeheer'],
  [/^(access\.(get|set|reasons|leave)|document\.sharing|handover\.)/, 'insider'],
  [/^(team|sharing)\./, 'own'],
];
/** Commands that are about one document or one household: refused for who it was not given to. */
const isAboutDocument = (name: CommandName): boolean => {
  const shape = (commands[name].input as { shape?: Record<string, unknown> }).shape ?? {};
  return 'documentId' in shape || 'householdId' in shape;
};
/** About the worker's own vault, or lists that only hold what the worker may open. Placed by hand: a new one fails here. */
const OF_THE_WORKER: ReadonlySet<string> = new Set(
  `app.info profile.list passphrase.suggest passphrase.check profile.beginSetup profile.checkRecoveryGroup
   profile.finishSetup vault.unlock vault.recover vault.repair vault.lastRepair vault.lock session.hide session.resume
   session.setConsultation session.get session.activity session.rememberPlace settings.update profile.changePassphrase
   profile.changePin household.create household.list household.recent search.query today.get backup.create
   backup.list backup.restore projection.rebuild audit.verify consultation.get consultation.plan
   consultation.start tasks.list tasks.export household.findMatches deadlines.list worknote.delete
   import.look import.paper import.household paper.make municipality.get municipality.set
   municipality.export draft.keep draft.list import.begin import.part import.read
   import.check import.run import.cancel import.list import.undo organisation.list
   organisation.get organisation.save organisation.confirm organisation.archive organisation.offers organisation.own
   organisation.bringOwn`.split(/\s+/),
);
const whoMay = (name: CommandName): Who =>
  areas.find(([pattern]) => pattern.test(name))?.[1] ?? (isAboutDocument(name) ? 'document' : 'own');

const roles: readonly (readonly [string, readonly TeamRole[]])[] = [
  ['lead', ['TEAMLEIDER']],
  ['worker', ['MEDEWERKER']],
  ['focus', ['AANDACHTSFUNCTIONARIS']],
  ['admin', ['BEHEER']],
];
let team: PaperTeam;
let founder: TestVault;
const people = new Map<string, TestVault>();
const rooms: { household: DocumentId; restricted: DocumentId } = {
  household: '' as DocumentId,
  restricted: '' as DocumentId,
};

beforeAll(async () => {
  await sodium.ready;
  team = await PaperTeam.start();
  founder = await team.found();
  for (const [name, list] of roles) people.set(name, await team.colleague(founder, name, list));
  rooms.household = founder.createHousehold('Fam. Bakker');
  const householdId = founder.vault.documents.facts(rooms.household)?.householdId ?? newId<HouseholdId>(systemRandom);
  rooms.restricted =
    founder.vault.documents.create([{ householdId, kind: 'restricted', fill: () => undefined }])[0]?.documentId ??
    rooms.restricted;
  await allShared(founder);
  await eventually(() => expect(founder.engine.keeper.state?.rooms.has(rooms.restricted)).toBe(true));
  for (const vault of people.values())
    await eventually(() => expect(vault.engine.keeper.state?.length).toBe(founder.engine.keeper.state?.length));
});
afterAll(() => team.end());

const of = (name: string): TestVault => people.get(name) ?? founder;

describe('the table', () => {
  it.each(Object.keys(commands) as CommandName[])('%s has a place', (name) => {
    const placed = areas.some(([pattern]) => pattern.test(name)) || isAboutDocument(name) || OF_THE_WORKER.has(name);
    expect(placed, 'a new command: say in this table who may give it').toBe(true);
    // What only a lead may do says so in the contract; what needs a grant can say that the document is not there.
    const errors: readonly string[] = commands[name].errors;
    if (['lead', 'leadOrBeheer', 'settings'].includes(whoMay(name))) expect(errors).toContain('NotTeamLead');
    else expect(errors).not.toContain('NotTeamLead');
  });
});

describe('who gets a new document', () => {
  it.each([
    ['worker', 'household', true],
    ['lead', 'household', false],
    ['focus', 'household', false],
    ['admin', 'household', false],
    ['worker', 'restricted', false],
    ['lead', 'restricted', false],
    ['focus', 'restricted', false],
    ['admin', 'restricted', false],
  ] as const)('%s, %s: %s', (name, kind, expected) => {
    const state = founder.engine.keeper.state ?? expect.fail();
    expect(mayUseRoom(state, of(name).facts.device, rooms[kind])).toBe(expected);
  });
});

describe('commands that only some roles have', () => {
  const tries: readonly (readonly [CommandName, object])[] = [
    ['team.invite', {}],
    ['team.setRoles', { userId: 'f'.repeat(32), roles: ['MEDEWERKER'] }],
    ['team.answerJoin', { invite: 'x', approve: true, roles: ['MEDEWERKER'], openHouseholds: false }],
    [
      'team.useParts',
      {
        parts: [
          { number: 1, code: 'x' },
          { number: 2, code: 'y' },
        ],
      },
    ],
    ['team.work', {}],
    ['log.unusual', {}],
    ['access.caseload', { userId: 'f'.repeat(32) }],
    ['access.takeOver', { documentId: 'f'.repeat(32), userId: 'f'.repeat(32), code: 'ZIEK', words: 'x' }],
    ['quarantine.list', {}],
    ['quarantine.take', { item: 'f'.repeat(32) }],
    ['quarantine.decline', { item: 'f'.repeat(32), reason: 'x' }],
    ['team.revokeUser', { userId: 'f'.repeat(32), wipe: false }],
    ['team.revokeDevice', { deviceId: 'f'.repeat(32), wipe: false }],
  ];
  const cases = tries.flatMap(([command, input]) => roles.map(([name]) => ({ command, input, name })));
  it.each(cases)('$name, $command', async ({ command, input, name }) => {
    const may = name === 'lead' || (name === 'admin' && whoMay(command) === 'leadOrBeheer');
    const handlers = screenOf(of(name)) as unknown as Record<string, (input: unknown, context: typeof call) => unknown>;
    const answer = (await handlers[command]?.(input, call)) as { ok: boolean; error?: { tag: string } };
    expect(answer.error?.tag === 'NotTeamLead').toBe(!may);
  });

  it('every one of them is tried here', () => {
    const restrictedToRoles = (Object.keys(commands) as CommandName[]).filter((name) =>
      ['lead', 'leadOrBeheer'].includes(whoMay(name)),
    );
    expect(restrictedToRoles.toSorted()).toEqual(tries.map(([name]) => name).toSorted());
  });
});

describe('commands about one document', () => {
  const grants = roles.flatMap(([name]) => (['household', 'restricted'] as const).map((kind) => ({ name, kind })));
  it.each(grants)('$name, $kind: given by choice, and BEHEER never', async ({ name, kind }) => {
    const vault = of(name);
    const state = () => founder.engine.keeper.state ?? expect.fail();
    const before = mayUseRoom(state(), vault.facts.device, rooms[kind]);
    const answer = await screenOf(founder)['access.set'](
      { documentId: rooms[kind], userId: vault.facts.user as never, access: true },
      call,
    );
    if (name === 'admin') {
      expect(answer).toMatchObject({ ok: false, error: { tag: 'ColleagueUnknown' } });
      // Also past the screen: the log itself refuses, on every device and on the server.
      const length = state().length;
      decide(founder, { type: 'GRANT', room: rooms[kind], user: vault.facts.user, reason: '' });
      await eventually(() => expect(founder.engine.keeper.intents()).toEqual([]));
      expect(state().length).toBe(length);
      return;
    }
    await eventually(() => expect(mayUseRoom(state(), vault.facts.device, rooms[kind])).toBe(true));
    await eventually(() => expect(vault.vault.documents.facts(rooms[kind])).not.toBeNull());
    expect(vault.vault.documents.mayRead(rooms[kind])).toBe(true);
    await screenOf(founder)['access.set'](
      { documentId: rooms[kind], userId: vault.facts.user as never, access: false },
      call,
    );
    await eventually(() => expect(vault.vault.documents.mayRead(rooms[kind])).toBe(false));
    // Closed for every command that opens it: the store itself answers as if it were not there.
    expect(vault.vault.documents.open(rooms[kind])).toEqual({ ok: false, error: { tag: 'DocumentMissing' } });
    expect(vault.vault.documents.push(rooms[kind], Uint8Array.of(0, 0))).toEqual({
      ok: false,
      error: { tag: 'DocumentMissing' },
    });
    expect(
      await screenOf(vault)['access.set'](
        { documentId: rooms[kind], userId: vault.facts.user as never, access: true },
        call,
      ),
    ).toMatchObject({ ok: false });
    if (before) decide(founder, { type: 'GRANT', room: rooms[kind], user: vault.facts.user, reason: '' });
  });

  it.each(roles.map(([name]) => name))('%s: the server opens no room that was not given', async (name) => {
    const vault = of(name);
    const { identity } = vault.vault;
    const peer = new MuxPeer(team.server.server.url);
    const device = { ...vault.facts, ...identity, device: identity.deviceId, facts: vault.facts };
    await peer.authenticate(device, founder.engine.keeper.membership?.team ?? '');
    peer.send({ type: 'open', index: 1, room: rooms.restricted });
    expect((await peer.next('refused')).reason).toBe('NO_GRANT');
    peer.close();
  });
});
