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
