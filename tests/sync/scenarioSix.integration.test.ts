/** Scenario 6: the regisseur, a colleague and the lead work on one dossier apart; a handover and a reassignment cross. */
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { decideRegisseur } from '../../electron/vault/handlers/plan.ts';
import { readRegisseur } from '../../shared/documents/dossierDecisions.ts';
import { openHandovers, readHandovers } from '../../shared/documents/dossierHandover.ts';
import type { DocumentId, UserId } from '../../shared/domain/ids.ts';
import { ok } from '../../shared/result.ts';
import { PaperTeam, call, screenOf } from './support/paperTeam.ts';
import { allShared, eventually, type TestVault } from './support/testVault.ts';

let team: PaperTeam;
let lead: TestVault;
let regisseur: TestVault;
let next: TestVault;
let household: DocumentId;
beforeAll(() => sodium.ready);
beforeEach(async () => {
  team = await PaperTeam.start();
  lead = await team.found();
  regisseur = await team.colleague(lead, 'Samira');
  next = await team.colleague(lead, 'Tom');
  household = regisseur.createHousehold('Fam. Bakker');
  name(regisseur, regisseur);
  await allShared(regisseur);
  for (const vault of [lead, next]) await eventually(() => expect(vault.names(household)).toEqual(['Fam. Bakker']));
});
afterEach(() => team.end());

const name = (by: TestVault, who: TestVault): void => {
  by.vault.documents.change(household, (doc, writer) =>
    ok(decideRegisseur(doc, { user: who.facts.user as UserId }, 'afgesproken', writer)),
  );
};
const standing = (vault: TestVault) => {
  const read = vault.read(household, (doc) => readRegisseur(doc));
  return {
    user: read?.user,
    proposals: (read?.proposals ?? []).map(({ value }) => value.user as string).toSorted(),
  };
};
async function proposed(): Promise<string> {
  const answer = await screenOf(regisseur)['handover.propose'](
    {
      documentId: household,
      to: next.facts.user as UserId,
      done: ['GEZIN_WEET_HET'],
      reason: 'Ik ga met verlof.',
      withRestricted: false,
    },
    call,
  );
  if (!answer.ok) throw new Error(answer.error.tag);
  await eventually(() => expect(next.read(household, (doc) => openHandovers(doc).length)).toBe(1));
  return answer.value.handoverId;
}
const give = (vault: TestVault, handoverId: string, answer: 'OVERGENOMEN' | 'GEWEIGERD' | 'INGETROKKEN') =>
  screenOf(vault)['handover.answer'](
    { documentId: household, handoverId: handoverId as never, answer, reason: '' },
    call,
  );

it('the receiver confirms offline, and everybody reads the same regisseur after meeting', async () => {
  const handoverId = await proposed();
  expect(await give(lead, handoverId, 'OVERGENOMEN')).toMatchObject({ error: { tag: 'HandoverClosed' } });
  next.engine.stop();
  expect(await give(next, handoverId, 'OVERGENOMEN')).toEqual({ ok: true, value: {} });
  expect(standing(regisseur).user).toBe(regisseur.facts.user);
  next.restart();
  for (const vault of [lead, regisseur, next])
    await eventually(() => expect(standing(vault)).toEqual({ user: next.facts.user, proposals: [] }));
  expect(lead.read(household, (doc) => readHandovers(doc)[0]?.state)).toBe('OVERGENOMEN');
  expect(await give(regisseur, handoverId, 'INGETROKKEN')).toMatchObject({ error: { tag: 'HandoverClosed' } });
});

it('a refusal and a withdrawal each leave the regisseur as it was', async () => {
  await give(next, await proposed(), 'GEWEIGERD');
  await eventually(() => expect(regisseur.read(household, (doc) => readHandovers(doc)[0]?.state)).toBe('GEWEIGERD'));
  await give(regisseur, await proposed(), 'INGETROKKEN');
  await eventually(() => expect(next.read(household, (doc) => openHandovers(doc).length)).toBe(0));
  expect(standing(next).user).toBe(regisseur.facts.user);
});

it('confirmed, withdrawn and reassigned by the lead apart: all proposals stay until a person chooses', async () => {
  const handoverId = await proposed();
  for (const vault of [lead, regisseur, next]) vault.engine.stop();
  await give(next, handoverId, 'OVERGENOMEN');
  await give(regisseur, handoverId, 'INGETROKKEN');
  name(lead, lead);
  regisseur.addPerson(household, 'Noor');
  for (const vault of [lead, regisseur, next]) vault.restart();
  const three = [lead, regisseur, next].map(({ facts }) => facts.user).toSorted();
  for (const vault of [lead, regisseur, next]) {
    await eventually(() => expect(standing(vault).proposals).toEqual(three));
    await eventually(() => expect(vault.persons(household)).toEqual(['Noor']));
  }
  name(lead, next);
  for (const vault of [lead, regisseur, next])
    await eventually(() => expect(standing(vault)).toEqual({ user: next.facts.user, proposals: [] }));
});

it('Vandaag asks the receiver, and tells the proposer the answer until the dossier is opened', async () => {
  const waiting = async (vault: TestVault) => {
    const answer = await screenOf(vault)['handover.waiting']({}, call);
    return answer.ok ? answer.value.rows.map(({ what, name: who, reason }) => ({ what, who, reason })) : answer.error;
  };
  const refused = await proposed();
  expect(await waiting(next)).toEqual([{ what: 'ASKED', who: 'Samira', reason: 'Ik ga met verlof.' }]);
  expect([await waiting(lead), await waiting(regisseur)]).toEqual([[], []]);
  await screenOf(next)['handover.answer'](
    { documentId: household, handoverId: refused as never, answer: 'GEWEIGERD', reason: 'Te druk nu.' },
    call,
  );
  expect(await waiting(next)).toEqual([]);
  await eventually(async () =>
    expect(await waiting(regisseur)).toEqual([{ what: 'REFUSED', who: 'Tom', reason: 'Te druk nu.' }]),
  );
  const { store, deps, documents } = regisseur.vault;
  store.db
    .prepare('INSERT OR REPLACE INTO household_visit VALUES (?, ?)')
    .run(documents.facts(household)?.householdId, deps.clock.nowMs() + 1);
  expect(await waiting(regisseur)).toEqual([]);
  await give(next, await proposed(), 'OVERGENOMEN');
  await eventually(async () => expect(await waiting(regisseur)).toMatchObject([{ what: 'TAKEN', who: 'Tom' }]));
  expect(await waiting(lead)).toEqual([]);
});

it('a lead passes on what nobody has the regie of, and Vandaag tells who gets it', async () => {
  const none = next.createHousehold('Fam. Vos');
  await allShared(next);
  const rows = async () => {
    const answer = await screenOf(lead)['access.caseload']({ userId: null }, call);
    return answer.ok ? answer.value.rows.map(({ documentId }) => documentId) : answer.error;
  };
  await eventually(async () => expect(await rows()).toContain(none));
  expect(await rows()).not.toContain(household);
  const taken = await screenOf(lead)['access.takeOver'](
    { documentId: none, userId: regisseur.facts.user as UserId, code: 'VERTREK', words: 'Tom gaat weg.' },
    call,
  );
  expect(taken).toEqual({ ok: true, value: {} });
  await eventually(async () => {
    const answer = await screenOf(regisseur)['handover.waiting']({}, call);
    expect(answer).toMatchObject({
      value: { rows: [{ what: 'GIVEN', name: 'Marieke', householdName: 'Fam. Vos', reason: 'Tom gaat weg.' }] },
    });
  });
  expect(await screenOf(next)['access.caseload']({ userId: null }, call)).toMatchObject({
    error: { tag: 'NotTeamLead' },
  });
});
