/** Two laptops and a real server: who looked travels to the people of the dossier, what stands out to the leads, heads to everybody. */
import sodium from 'libsodium-wrappers-sumo';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRecord } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import type { CommandName, OutputOf } from '../../shared/contract/contract.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { ok } from '../../shared/result.ts';
import { firstRowUnlike, saidHeads, setBack } from '../../electron/vault/store/auditWitness.ts';
import { bytesToHex } from '../../shared/sync/bytes.ts';
import { PaperTeam, call, screenOf } from './support/paperTeam.ts';
import { allShared, eventually, type TestVault } from './support/testVault.ts';

const RESIDENT = 'Zonnebloemkanarie';
let team: PaperTeam;
let lead: TestVault;
let tom: TestVault;
let household: DocumentId;

beforeAll(async () => {
  await sodium.ready;
  team = await PaperTeam.start();
  lead = await team.found('Marieke Postma');
  tom = await team.colleague(lead, 'Tom Visser');
  household = lead.createHousehold(`Fam. ${RESIDENT}`);
  await allShared(lead);
  await eventually(() => expect(tom.vault.documents.facts(household)).not.toBeNull());
});
afterAll(() => team.end());

const did = (
  vault: TestVault,
  command: CommandName,
  auditClass: 'view' | 'change' | 'export',
  about = household,
): void => vault.vault.audit.append({ command, auditClass, objectId: about, result: 'ok' });

async function logOf(vault: TestVault): Promise<OutputOf<'log.household'>['rows']> {
  const householdId = vault.vault.documents.facts(household)?.householdId ?? expect.fail();
  const answer = await screenOf(vault)['log.household']({ householdId: householdId as never }, call);
  if (!answer.ok) throw new Error(answer.error.tag);
  return answer.value.rows;
}

it('a colleague reads who looked, one line per day, and the own laptop tells how often', async () => {
  did(tom, 'document.open', 'view');
  did(tom, 'document.open', 'view');
  did(tom, 'paper.make', 'export');
  expect(await logOf(tom)).toMatchObject([
    {
      name: 'Tom Visser',
      isMe: true,
      looks: [
        { kind: 'BEKEKEN', times: 2 },
        { kind: 'AFGEDRUKT', times: 1 },
      ],
    },
  ]);
  tom.sharing.looks.carry();
  await eventually(async () =>
    expect((await logOf(lead)).filter(({ isMe }) => !isMe)).toMatchObject([
      { name: 'Tom Visser', restricted: false, looks: [{ kind: 'BEKEKEN', times: null }, { kind: 'AFGEDRUKT' }] },
    ]),
  );
  const records = () => tom.read(household, (doc) => readRecords(doc, 'looks').length);
  const before = tom.vault.documents.stateOf(household);
  did(tom, 'document.open', 'view');
  tom.sharing.looks.carry();
  expect(records()).toBe(1);
  // The same kind on the same day is not written again.
  expect(tom.vault.documents.stateOf(household)).toEqual(before);
});

it('carries what a crash left in the log, and once', () => {
  did(tom, 'plan.adopt', 'change');
  tom.restart();
  tom.sharing.looks.carry();
  const records = tom.read(household, (doc) => readRecords(doc, 'looks').map(({ values }) => values.changed));
  expect(records).toEqual([expect.stringMatching(/^\d\d:\d\d$/)]);
});

it('a look is no news to colleagues, and nobody can write that somebody else looked', async () => {
  const opened = lead.vault.documents.facts(household)?.householdId ?? expect.fail();
  lead.vault.store.db
    .prepare('INSERT OR REPLACE INTO household_visit VALUES (?, ?)')
    .run(opened, lead.vault.deps.clock.nowMs() + 1);
  lead.vault.documents.change(household, (doc, writer) =>
    ok(
      createRecord(
        doc,
        'looks',
        { user: tom.vault.me.userId, device: 'f'.repeat(32) as never, on: '2026-01-01', viewed: '03:00' },
        writer,
      ),
    ),
  );
  await eventually(() => expect(tom.read(household, (doc) => readRecords(doc, 'looks').length)).toBe(2));
  expect((await logOf(tom)).some(({ on }) => on === '2026-01-01')).toBe(false);
  const news = await screenOf(lead)['team.news']({}, call);
  expect(news).toMatchObject({ ok: true, value: { rows: [] } });
});

it('a lead reads what stands out and how the work stands, without a name of a resident; a worker reads neither', async () => {
  const person = { firstName: 'Jan', lastName: 'Visser', membership: 'WOONT_HIER' } as const;
  lead.vault.documents.change(household, (doc, writer) => ok(createRecord(doc, 'persons', person, writer)));
  await allShared(lead);
  await eventually(() =>
    expect(tom.vault.store.db.prepare('SELECT count(*) FROM person').pluck().get()).toBeGreaterThan(0),
  );
  did(tom, 'document.open', 'view');
  tom.sharing.looks.carry();
  await eventually(async () => {
    const answer = await screenOf(lead)['log.unusual']({}, call);
    expect(answer).toMatchObject({ ok: true });
    if (!answer.ok) return;
    expect(answer.value.looks.map(({ code, name, count }) => ({ code, name, count }))).toContainEqual({
      code: 'ZELFDE_NAAM',
      name: 'Tom Visser',
      count: 1,
    });
    expect(JSON.stringify(answer.value)).not.toContain(RESIDENT);
  });
  const work = await screenOf(lead)['team.work']({}, call);
  expect(work).toMatchObject({ ok: true, value: { open: { kind: 'FEWER_THAN', minimum: 5 } } });
  expect(JSON.stringify(work)).not.toContain(RESIDENT);
  for (const name of ['log.unusual', 'team.work'] as const)
    expect(await screenOf(tom)[name]({}, call)).toEqual({ ok: false, error: { tag: 'NotTeamLead' } });
});

it('a search that was finished is a line for who may read the dossier; an unfinished one of the screen is none', async () => {
  const before = (await logOf(lead)).filter(({ isMe }) => !isMe)[0];
  expect(before?.looks.map(({ kind }) => kind)).not.toContain('GEZOCHT');
  const householdId = tom.vault.documents.facts(household)?.householdId ?? expect.fail();
  const search = { auditClass: 'search', objectId: householdId, result: 'ok' } as const;
  tom.vault.audit.append({ ...search, command: 'household.findMatches' });
  tom.sharing.looks.carry();
  expect(
    tom.read(household, (doc) => readRecords(doc, 'looks').some(({ values }) => values.searched !== undefined)),
  ).toBe(false);
  tom.vault.audit.append({ ...search, command: 'search.query' });
  tom.sharing.looks.carry();
  await eventually(async () => {
    const rows = (await logOf(lead)).filter(({ isMe }) => !isMe);
    expect(rows[0]?.looks).toContainEqual({ kind: 'GEZOCHT', at: expect.stringMatching(/^\d\d:\d\d$/), times: null });
  });
});

it('heads of logs are witnessed: a tail that was cut off is found by what a colleague has', async () => {
  const device = tom.facts.device;
  const said = () => saidHeads(lead.vault.store).filter((head) => head.device === device);
  for (let rows = 0; rows < 6; rows += 1) did(tom, 'document.open', 'view');
  tom.rename(household, 'Fam. Tom');
  await allShared(tom);
  const { audit, store } = tom.vault;
  await eventually(() => expect(said().map(({ seq }) => seq)).toContain(audit.head()?.seq));
  const macAt = (seq: number): string | null => {
    const mac = audit.macAt(seq);
    return mac === null ? null : bytesToHex(mac);
  };
  expect(firstRowUnlike(said(), audit.verify().rows, macAt)).toBeNull();
  const last = audit.head()?.seq ?? 0;
  store.db.prepare('DELETE FROM audit WHERE seq > ?').run(last - 3);
  expect(firstRowUnlike(said(), last - 3, macAt)).toBe(last - 2);
  // And a log that grows on from there is told apart from the one that was said.
  did(tom, 'document.open', 'view');
  did(tom, 'document.open', 'view');
  tom.rename(household, 'Fam. Tom en Jan');
  await allShared(tom);
  await eventually(() => expect([...setBack(saidHeads(lead.vault.store)).keys()]).toEqual([device]));
  const unusual = await screenOf(lead)['log.unusual']({}, call);
  expect(unusual).toMatchObject({ ok: true, value: { setBack: [{ name: 'Tom Visser' }] } });
});
