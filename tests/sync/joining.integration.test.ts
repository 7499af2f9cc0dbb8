/** From nothing to a team of two: founding, code, five words, approval, the choice of what to share. */
import { combine } from 'shamir-secret-sharing';
import sodium from 'libsodium-wrappers-sumo';
import type * as Y from 'yjs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readRecoveryCode } from '../../electron/vault/keys/recoveryCode.ts';
import { foundTeam, type OrganisationPart } from '../../electron/vault/sync/founding.ts';
import { createRecord, setFields, type Writer } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { addDays, addMonths, calendarDateAt } from '../../shared/domain/dates.ts';
import { firstWorkingDayFrom } from '../../shared/domain/holidays.ts';
import { ok } from '../../shared/result.ts';
import { readKeybox, parseEnvelope, ORGANISATION_READER } from '../../shared/sync/envelope.ts';
import { TestVault, allShared, eventually } from './support/testVault.ts';
import { startTestServer, type TestServer } from './support/testServer.ts';

let test: TestServer;
const vaults: TestVault[] = [];

beforeAll(() => sodium.ready);
beforeEach(async () => {
  test = await startTestServer();
});
afterEach(async () => {
  for (const vault of vaults.splice(0)) vault.remove();
  await test.stop();
});

const vaultOf = (name: string) => {
  const vault = new TestVault(name);
  vaults.push(vault);
  return vault;
};
const found = (vault: TestVault, setupCode = test.server.setupCode() ?? '') =>
  foundTeam(
    { vault: vault.vault, engine: vault.engine, openSocket: vault.openSocket },
    { name: 'Gebiedsteam Noord', server: test.server.url, setupCode },
  );
async function founded() {
  const lead = vaultOf('Marieke');
  const parts = await found(lead);
  if (!parts.ok) throw new Error(parts.error.tag);
  await eventually(() => expect(lead.engine.status().state).toBe('online'));
  return { lead, parts: parts.value };
}
const secretOf = async (parts: readonly OrganisationPart[]) =>
  combine(
    parts.map((part) => {
      const share = readRecoveryCode(part.groups.join('-'));
      if (!share.ok) throw new Error('part not readable');
      return Uint8Array.from([...share.value, part.number]);
    }),
  );

describe('a team from nothing', () => {
  it('is founded once, by the printed code', async () => {
    const { lead } = await founded();
    expect(await found(lead)).toEqual({ ok: false, error: { tag: 'AlreadyInTeam' } });
    expect(await found(vaultOf('Ander'), '0000-0000-0000-0000-0000')).toEqual({
      ok: false,
      error: { tag: 'CodeWrong' },
    });
  });

  it('gives three parts of the organisation key, of which any two open what the team wrote [K10]', async () => {
    const { lead, parts } = await founded();
    const household = lead.createHousehold('Fam. Bakker');
    await allShared(lead);
    const rows = lead.engine.lanes
      .lanes(household)
      .flatMap((lane) => lead.engine.lanes.rows(household, lane.client, 0));
    const boxes = rows.flatMap((row) => {
      const envelope = parseEnvelope(row.bytes);
      return envelope ? (readKeybox(envelope) ?? []) : [];
    });
    const sealed = boxes.find((box) => box.reader === ORGANISATION_READER)?.sealed ?? new Uint8Array();
    for (const pair of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const secret = await secretOf(pair.flatMap((index) => parts[index] ?? []));
      const key = sodium.crypto_box_seal_open(sealed, sodium.crypto_scalarmult_base(secret), secret);
      expect(key).toEqual(Uint8Array.from(lead.engine.keyring.newest(household)?.key ?? []));
    }
  });

  it('lets a laptop in by code, with the same five words on both screens, and shares what it chose [Y11]', async () => {
    const { lead } = await founded();
    const theirs = lead.createHousehold('Fam. Bakker');
    const joiner = vaultOf('Samira');
    const kept = joiner.createHousehold('Alleen van mij');
    const shared = joiner.createHousehold('Voor het team');
    const invited = lead.sharing.inviting.invite();
    const asked = await joiner.sharing.joining.ask(test.server.url, invited?.code.toLowerCase() ?? '');
    expect(asked.ok).toBe(true);
    await eventually(() => expect(joiner.sharing.joining.state.words).toHaveLength(5));
    const [row] = lead.sharing.inviting.rows();
    expect(row).toMatchObject({ name: 'Samira', words: joiner.sharing.joining.state.words });
    expect(joiner.engine.keeper.membership).toBeNull();
    expect(lead.sharing.inviting.decide(row?.invite ?? '', true, ['MEDEWERKER'], true)).toBe(true);
    await eventually(() => expect(joiner.names(theirs)).toEqual(['Fam. Bakker']));
    expect(joiner.engine.keeper.state?.rooms.has(kept)).toBe(false);
    joiner.vault.store.transaction(() =>
      joiner.vault.store.db.prepare('UPDATE room_sync SET shared = 1 WHERE room = ?').run(shared),
    );
    joiner.engine.announce();
    await eventually(() => expect(lead.names(shared)).toEqual(['Voor het team']));
    expect(lead.vault.documents.facts(kept)).toBeNull();
    expect(lead.sharing.facts.names().get(joiner.vault.me.userId)?.name).toBe('Samira');
  });

  it('tells the team which terms are open and when, and nothing of a restricted document or a birthday', async () => {
    const { lead } = await founded();
    const household = lead.createHousehold('Fam. Bakker');
    const { documents, deps } = lead.vault;
    const today = calendarDateAt(deps.clock.nowMs());
    const { householdId } = documents.facts(household) ?? {};
    if (!householdId) throw new Error('no household');
    const trail = (doc: Y.Doc, writer: Writer): void => {
      const meldcodeId = createRecord(doc, 'meldcodes', { openedOn: today }, writer);
      createRecord(doc, 'meldcodeSteps', { meldcodeId, step: '1_SIGNALEN', on: today, reasoning: 'x' }, writer);
    };
    documents.create([{ householdId, kind: 'restricted', fill: trail }]);
    const change = (write: (doc: Y.Doc, writer: Writer) => unknown): void => {
      const done = documents.change(household, (doc, writer) => ok(write(doc, writer)));
      if (!done.ok) throw new Error('refused');
    };
    change((doc, writer) => {
      createRecord(doc, 'helpRequests', { words: 'Wie helpt mij?', receivedOn: today, law: 'WMO' }, writer);
      const birthDate = addMonths(addDays(today, 30), -12 * 12);
      createRecord(doc, 'persons', { firstName: 'Noor', birthDate, membership: 'WOONT_HIER' }, writer);
    });
    const termsOf = (): readonly string[] => {
      const room = lead.engine.keeper.membership?.teamRoom ?? '';
      const read = documents.read(room, (doc) => readRecords(doc, 'indexFacts'));
      return (
        (read.ok ? read.value.find(({ values }) => String(values.documentId) === household)?.values.terms : null) ?? []
      );
    };
    await eventually(() => expect(termsOf()).toContain(`WMO_ONDERZOEK:${firstWorkingDayFrom(addDays(today, 42))}`));
    expect(termsOf().every((term) => /^WMO_[A-Z]+:\d{4}-\d{2}-\d{2}$/.test(term))).toBe(true);
    change((doc, writer) =>
      setFields(doc, 'household', 'household', { archivedAt: '2026-11-21T09:00:00.000Z' }, writer),
    );
    await eventually(() => expect(termsOf()).toEqual([]));
  });

  it('keeps waiting through a restart of both, and says no when the lead says no', async () => {
    const { lead } = await founded();
    const joiner = vaultOf('Samira');
    const code = lead.sharing.inviting.invite()?.code ?? '';
    await joiner.sharing.joining.ask(test.server.url, code);
    lead.restart();
    joiner.restart();
    await eventually(() => expect(lead.sharing.inviting.rows()).toHaveLength(1));
    await eventually(() => expect(joiner.sharing.joining.state.words).toHaveLength(5));
    lead.sharing.inviting.decide(lead.sharing.inviting.rows()[0]?.invite ?? '', false, ['MEDEWERKER'], false);
    await eventually(() => expect(joiner.sharing.joining.state.state).toBe('refused'));
  });

  it('shows the lead again who waits, after a lock of the lead alone', async () => {
    const { lead } = await founded();
    const joiner = vaultOf('Samira');
    await joiner.sharing.joining.ask(test.server.url, lead.sharing.inviting.invite()?.code ?? '');
    await eventually(() => expect(joiner.sharing.joining.state.words).toHaveLength(5));
    lead.restart();
    await eventually(() => expect(lead.sharing.inviting.rows()).toHaveLength(1));
    lead.sharing.inviting.decide(lead.sharing.inviting.rows()[0]?.invite ?? '', true, ['MEDEWERKER'], false);
    await eventually(() => expect(joiner.sharing.joining.state.state).toBe('joined'));
    lead.restart();
    await eventually(() => expect(lead.engine.status().state).toBe('online'));
    expect(lead.sharing.inviting.rows()).toEqual([]);
  });

  it('lets in who was accepted while the server was away, also when the lead locked before it was back', async () => {
    const { lead } = await founded();
    const joiner = vaultOf('Samira');
    await joiner.sharing.joining.ask(test.server.url, lead.sharing.inviting.invite()?.code ?? '');
    await eventually(() => expect(lead.sharing.inviting.rows()).toHaveLength(1));
    await test.server.close();
    expect(
      lead.sharing.inviting.decide(lead.sharing.inviting.rows()[0]?.invite ?? '', true, ['MEDEWERKER'], false),
    ).toBe(true);
    lead.restart();
    await test.restart();
    joiner.restart();
    await eventually(() => expect(joiner.sharing.joining.state.state).toBe('joined'));
    expect(lead.sharing.inviting.rows()).toEqual([]);
  });

  it('refuses a code that nobody gave out, and an address that is not safe', async () => {
    await founded();
    const joiner = vaultOf('Samira');
    expect(await joiner.sharing.joining.ask(test.server.url, 'AAAA-BBBB-CCCC-DDDD-EEEE')).toEqual({
      ok: false,
      error: { tag: 'InviteUnknown' },
    });
    expect(await joiner.sharing.joining.ask('ws://example.org', 'AAAA-BBBB-CCCC-DDDD-EEEE')).toEqual({
      ok: false,
      error: { tag: 'ServerAddressInvalid' },
    });
    expect(await joiner.sharing.joining.ask(test.server.url, 'kort')).toEqual({
      ok: false,
      error: { tag: 'CodeWrong' },
    });
  });

  it('says to a colleague that an address is known, and nothing when the household is shielded [P7]', async () => {
    const { lead } = await founded();
    const household = lead.createHousehold('Fam. Bakker');
    lead.setAddress(household, '1234 AB', '44');
    await eventually(() =>
      expect(lead.sharing.facts.matches({ postcode: '1234ab', houseNumber: '44' }, [], null)).toHaveLength(1),
    );
    expect(lead.sharing.facts.matches({ postcode: '1234ab', houseNumber: '45' }, [], null)).toEqual([]);
    expect(lead.sharing.facts.matches({ postcode: '1234ab', houseNumber: '44' }, [], household)).toEqual([]);
    lead.shield(household);
    await eventually(() =>
      expect(lead.sharing.facts.matches({ postcode: '1234ab', houseNumber: '44' }, [], null)).toEqual([]),
    );
  });
});

it('wipes a lost laptop at its next contact, also when it was closed at that moment', async () => {
  const { lead } = await founded();
  const lost = vaultOf('Samira');
  await lost.sharing.joining.ask(test.server.url, lead.sharing.inviting.invite()?.code ?? '');
  await eventually(() => expect(lead.sharing.inviting.rows()).toHaveLength(1));
  lead.sharing.inviting.decide(lead.sharing.inviting.rows()[0]?.invite ?? '', true, ['MEDEWERKER'], true);
  await eventually(() => expect(lost.engine.status().state).toBe('online'));
  lost.close();
  lead.vault.store.transaction(() =>
    lead.engine.decide({ type: 'REVOKE_DEVICE', device: lost.facts.device, wipe: true }),
  );
  lead.engine.announce();
  await eventually(() => expect(lead.engine.keeper.state?.devices.get(lost.facts.device)?.revoked).toBe(true));
  expect(lost.events).not.toContain('wipe');
  lost.open();
  await eventually(() => expect(lost.events).toContain('wipe'));
});
