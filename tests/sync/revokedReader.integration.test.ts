/**
 * What somebody can read who keeps every byte and every key: nothing that was written after the team replaced the key. Random
 * orders of grants, withdrawals, revocations, offline edits and compactions, and an insider with a client of his own making.
 */
import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPACT_ABOVE_BYTES } from '../../electron/vault/sync/compactor.ts';
import { bytesToHex } from '../../shared/sync/bytes.ts';
import { openEnvelope, parseEnvelope, readKeybox } from '../../shared/sync/envelope.ts';
import { mayUseRoom } from '../../shared/sync/teamLog.ts';
import { MuxPeer, TestLane, syncMessage } from './support/muxPeer.ts';
import { PaperTeam, decide } from './support/paperTeam.ts';
import { allShared, eventually, type TestVault } from './support/testVault.ts';

beforeAll(() => sodium.ready);

/** Every envelope that the server has or had of a room. */
function everything(team: PaperTeam, room: string): Uint8Array[] {
  const { db } = team.server.server.parts;
  return db
    .prepare<[string, string], Buffer>(
      'SELECT bytes FROM envelope WHERE room = ? UNION SELECT bytes FROM archive WHERE room = ?',
    )
    .pluck()
    .all(room, room)
    .map((bytes) => new Uint8Array(bytes));
}

/** How many envelopes of a room a compaction took out. */
const foldedIn = (team: PaperTeam, room: string): number =>
  team.server.server.parts.db
    .prepare<[string], number>('SELECT count(*) FROM archive WHERE room = ?')
    .pluck()
    .get(room) ?? 0;

/** Bodies that the keys of this laptop open, also with every key box that was ever written. */
function readable(vault: TestVault, room: string, envelopes: readonly Uint8Array[]): string[] {
  const { identity } = vault.vault;
  const keys = vault.engine.keyring.keysOf(room).map(({ key }) => key);
  for (const bytes of envelopes) {
    const envelope = parseEnvelope(bytes);
    const boxes = envelope?.kind === 'KEYBOX' ? (readKeybox(envelope) ?? []) : [];
    for (const box of boxes.filter(({ reader }) => reader === identity.deviceId))
      keys.push(sodium.crypto_box_seal_open(box.sealed, identity.boxPublicKey, identity.boxSecretKey));
  }
  return envelopes.flatMap((bytes) => {
    const envelope = parseEnvelope(bytes);
    if (!envelope || envelope.kind === 'KEYBOX') return [];
    return keys.some((key) => openEnvelope(room, envelope, Uint8Array.from(key)).ok) ? [envelope.hash] : [];
  });
}

type Step = 'edit' | 'offlineEdit' | 'compact' | 'grantOther' | 'ungrantOther';
const steps = fc.array(fc.constantFrom<Step>('edit', 'offlineEdit', 'compact', 'grantOther', 'ungrantOther'), {
  minLength: 2,
  maxLength: 6,
});

describe('after access is lost', () => {
  it('nothing that is written later opens, in random orders', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.constantFrom('UNGRANT', 'REVOKE_DEVICE', 'REVOKE_USER'),
        steps,
        async (before, way, after) => {
          const team = await PaperTeam.start();
          try {
            const lead = await team.found();
            const other = await team.colleague(lead, 'Tom');
            const lost = await team.colleague(lead, 'Samira');
            const room = lead.createHousehold('Fam. Bakker');
            await eventually(() => expect(lost.names(room)).toEqual(['Fam. Bakker']));
            let count = 0;
            const run = async (step: Step): Promise<void> => {
              count += 1;
              if (step === 'edit') lead.addPerson(room, `Persoon ${String(count)}`);
              if (step === 'offlineEdit' && other.vault.documents.facts(room) && other.vault.documents.mayRead(room)) {
                other.close();
                other.open();
                other.addPerson(room, `Later ${String(count)}`);
              }
              if (step === 'grantOther') decide(lead, { type: 'GRANT', room, user: other.facts.user, reason: '' });
              if (step === 'ungrantOther') decide(lead, { type: 'UNGRANT', room, user: other.facts.user });
              if (step === 'compact') {
                const before = foldedIn(team, room);
                // Long enough that these few envelopes are worth folding in.
                for (let index = 0; index < 9; index++) {
                  lead.addNote(room, `${String(index)} `.padEnd(COMPACT_ABOVE_BYTES / 8, 'n'));
                  lead.engine.shareNow();
                }
                await allShared(lead);
                lead.restart();
                await eventually(() => expect(foldedIn(team, room)).toBeGreaterThan(before));
              }
              await allShared(lead);
              await eventually(() => expect(lead.engine.keeper.intents()).toEqual([]));
            };
            for (const step of before) await run(step);
            await allShared(lead, lost);
            const user = lost.facts.user;
            lost.engine.stop();
            if (way === 'UNGRANT') decide(lead, { type: 'UNGRANT', room, user });
            if (way === 'REVOKE_DEVICE')
              decide(lead, { type: 'REVOKE_DEVICE', device: lost.facts.device, wipe: false });
            if (way === 'REVOKE_USER') decide(lead, { type: 'REVOKE_USER', user, wipe: false });
            const state = () => lead.engine.keeper.state ?? expect.fail();
            await eventually(() => expect(mayUseRoom(state(), lost.facts.device, room)).toBe(false));
            // Others know it too before they write: what a colleague seals in between is from before the loss.
            await eventually(() => expect(other.engine.keeper.state?.length).toBe(state().length));
            await allShared(lead, other);
            const earlier = new Set(everything(team, room).map((bytes) => parseEnvelope(bytes)?.hash ?? ''));
            for (const step of [...after, 'edit' as const]) await run(step);
            await allShared(lead, other);
            const later = everything(team, room).filter((bytes) => !earlier.has(parseEnvelope(bytes)?.hash ?? ''));
            expect(later.length).toBeGreaterThan(0);
            expect(readable(lost, room, later)).toEqual([]);
            // And the one who stayed reads all of it: the test would see a key that opens nothing.
            expect(readable(lead, room, later).length).toBeGreaterThan(0);
          } finally {
            await team.end();
          }
        },
      ),
      // Without smaller cases: a failed wait takes a minute, and the message would drown in the time limit.
      { seed: 20261122, numRuns: 6, endOnFailure: true },
    );
  });
});

describe('an insider with a client of his own making', () => {
  it('neither deletes nor forges an envelope of another, nor opens a room without a grant', async () => {
    const team = await PaperTeam.start();
    try {
      const lead = await team.found();
      const insider = await team.colleague(lead, 'Samira');
      const room = lead.createHousehold('Fam. Bakker');
      const closed = lead.createHousehold('Fam. Visser');
      await allShared(lead, insider);
      decide(lead, { type: 'UNGRANT', room: closed, user: insider.facts.user });
      await eventually(() => expect(insider.engine.keeper.state?.rooms.get(closed)?.users.size).toBe(1));
      await allShared(lead);
      insider.engine.stop();
      const before = everything(team, room).map(bytesToHex).toSorted();

      const { identity } = insider.vault;
      const device = { ...identity, user: insider.facts.user, device: identity.deviceId, facts: insider.facts };
      const peer = new MuxPeer(team.server.server.url);
      await peer.authenticate(device, lead.engine.keeper.membership?.team ?? '');
      peer.send({ type: 'open', index: 1, room: closed });
      expect((await peer.next('refused')).reason).toBe('NO_GRANT');
      expect(
        await peer.append(
          { type: 'GRANT', room: closed, user: insider.facts.user, reason: 'INZIEN' },
          device,
          peer.logHead,
        ),
      ).toBe('BAD_ENTRY');

      await peer.open(2, room);
      const theirs = lead.engine.lanes.ownLane(room) ?? expect.fail();
      const lane = new TestLane(room, device, 7);
      // Deletes without a snapshot, and deletes under a snapshot that covers nothing of it.
      peer.room(2, syncMessage(2, lane.update([], 0, [{ client: theirs.client, clock: 0, length: 1 }])));
      expect((await peer.next('refused')).reason).toBe('DELETE_NOT_COVERED');
      // Goes on in the lane of another, signed by himself.
      const forged = new TestLane(room, device, 9);
      Object.assign(forged, { lane: theirs.lane, client: theirs.client, seq: theirs.clock, prev: theirs.appliedHead });
      peer.room(2, syncMessage(2, forged.update([forged.seal(Uint8Array.of(0, 0))], theirs.clock)));
      expect((await peer.next('refused')).reason).toBe('WRONG_LANE');
      // In his own lane, under the name of the other device.
      const posing = new TestLane(room, { ...device, device: lead.facts.device }, 11);
      peer.room(2, syncMessage(2, posing.update([posing.seal(Uint8Array.of(0, 0))], 0)));
      expect((await peer.next('refused')).reason).toBe('BAD_SIGNATURE');
      peer.close();
      expect(everything(team, room).map(bytesToHex).toSorted()).toEqual(before);
    } finally {
      await team.end();
    }
  });
});
