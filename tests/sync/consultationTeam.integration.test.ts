/** What a spreekuur gives to colleagues: a task that was handed over, and signals about nobody. Two laptops, one server. */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { consultationHandlers } from '../../electron/vault/handlers/consultation.ts';
import { createConsultationBook } from '../../electron/vault/handlers/consultationBook.ts';
import { overviewHandlers } from '../../electron/vault/handlers/overview.ts';
import { foundTeam } from '../../electron/vault/sync/founding.ts';
import type { WalkInForm } from '../../shared/contract/commands/consultation.ts';
import type { CallContext } from '../../shared/contract/contract.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import type { DocumentId, HouseholdId } from '../../shared/domain/ids.ts';
import { startTestServer, type TestServer } from './support/testServer.ts';
import { TestVault, eventually } from './support/testVault.ts';

let server: TestServer;
const vaults: TestVault[] = [];
beforeAll(() => sodium.ready);
afterEach(async () => {
  for (const vault of vaults.splice(0)) vault.remove();
  await server.stop();
});

const call: CallContext = { takeAudit: () => null };
const commandsOf = ({ vault }: TestVault) => {
  const book = createConsultationBook(vault);
  return { ...consultationHandlers(vault, book), ...overviewHandlers(vault, undefined, book) };
};
async function done<T>(answer: T): Promise<Extract<Awaited<T>, { ok: true }> extends { value: infer V } ? V : never> {
  const result = (await answer) as { ok: boolean; value?: unknown; error?: { tag: string } };
  if (!result.ok) throw new Error(result.error?.tag);
  return result.value as never;
}

it('a handed-over task is among what the colleague has to do; a signal reaches the team without who or where', async () => {
  server = await startTestServer();
  const lead = new TestVault('Marieke');
  const samira = new TestVault('Samira');
  vaults.push(lead, samira);
  const setupCode = server.server.setupCode() ?? '';
  const team = { name: 'Gebiedsteam Noord', server: server.server.url, setupCode };
  const founded = await foundTeam({ vault: lead.vault, engine: lead.engine, openSocket: lead.openSocket }, team);
  if (!founded.ok) throw new Error(founded.error.tag);
  await eventually(() => expect(lead.engine.status().state).toBe('online'));
  const household = lead.createHousehold('Fam. Bakker');
  const invited = lead.sharing.inviting.invite();
  await samira.sharing.joining.ask(server.server.url, invited?.code.toLowerCase() ?? '');
  await eventually(() => expect(samira.sharing.joining.state.words).toHaveLength(5));
  lead.sharing.inviting.decide(lead.sharing.inviting.rows()[0]?.invite ?? '', true, ['MEDEWERKER'], true);
  await eventually(() => expect(samira.names(household)).toEqual(['Fam. Bakker']));

  const mine = commandsOf(lead);
  const { documentId } = await done(
    mine['consultation.start']({ place: 'Kanarieschool', context: 'SCHOOL', area: 'Oeverwijk' }, call),
  );
  const householdId = lead.vault.documents.facts(household as DocumentId)?.householdId as HouseholdId;
  const { today } = await done(mine['today.get']({}, call));
  const form: WalkInForm = {
    who: { kind: 'BEKEND', householdId, personId: null, label: '' },
    question: 'Kanarievraag',
    perspectives: [],
    next: 'DOORVERWIJZEN',
    what: 'Bel over de schulden',
    toUser: samira.vault.me.userId,
    toName: '',
    dueOn: today,
  };
  await done(mine['consultation.save']({ documentId, walkInId: null, form }, call));
  const theirs = commandsOf(samira);
  const dueOf = async () => (await done(theirs['today.get']({}, call))).due.map(({ what, who }) => `${what}, ${who}`);
  await eventually(async () => expect(await dueOf()).toEqual(['Bel over de schulden, jij']));

  const signal = {
    theme: 'BESTAANSZEKERHEID',
    area: 'Oeverwijk',
    text: 'Veel vragen over energie',
  } as const;
  await done(mine['consultation.signal']({ documentId, ...signal, nobodyNamed: false }, call));
  const signalsOf = async () => (await done(theirs['consultation.get']({}, call))).teamSignals;
  await eventually(async () => expect(await signalsOf()).toMatchObject([{ ...signal, on: today }]));
  const room = samira.engine.keeper.membership?.teamRoom as DocumentId;
  const read = samira.vault.documents.read(room, (doc) => readRecords(doc, 'teamSignals'));
  expect(read.ok && JSON.stringify(read.value.map(({ values }) => values))).not.toMatch(/kanarie/i);
});
