/** The server against honest, unlucky and hostile peers, over real sockets and a real database. */
import { readFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { closeCodes, encodeControl, MUX_PROTOCOL } from '../../shared/sync/frames.ts';
import { encodeLaneUpdate } from '../../shared/sync/laneUpdate.ts';
import { MuxPeer, TestLane, ackedClock, idOf, peerDevice, syncMessage, type PeerDevice } from './support/muxPeer.ts';
import { startTestServer, type TestServer } from './support/testServer.ts';

const team = idOf(0xaa);
const teamRoom = idOf(0xbb);
const room = idOf(0xcc);
let lead: PeerDevice;
let worker: PeerDevice;
let test: TestServer;
const peers: MuxPeer[] = [];

beforeAll(async () => {
  await sodium.ready;
  lead = peerDevice(1);
  worker = peerDevice(2);
});
beforeEach(async () => {
  test = await startTestServer();
});
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.close();
  await test.stop();
});

const peer = () => {
  const made = new MuxPeer(test.server.url);
  peers.push(made);
  return made;
};
const head = () => test.server.parts.teams.state(team)?.head ?? '';
async function founded(): Promise<MuxPeer> {
  const first = peer();
  await first.found(test.server.setupCode() ?? '', lead, team, teamRoom);
  return first;
}
/** A team of two with a room that both may use, opened by the lead as index 1. */
async function teamOfTwo(): Promise<MuxPeer> {
  const first = await founded();
  await first.append({ type: 'ADD_DEVICE', device: worker.facts, roles: ['MEDEWERKER'] }, lead, head());
  await first.append({ type: 'OPEN_ROOM', room, kind: 'household' }, lead, head());
  await first.append({ type: 'GRANT', room, user: worker.user, reason: '' }, lead, head());
  await first.open(1, room);
  return first;
}
async function workerPeer(): Promise<MuxPeer> {
  const second = peer();
  await second.authenticate(worker, team);
  await second.open(1, room);
  return second;
}
const push = (target: MuxPeer, update: Uint8Array) => target.room(1, syncMessage(2, update));
/** Of what was just sent: why it was refused, or 'ACCEPTED' when it was acknowledged. */
const refusal = async (target: MuxPeer): Promise<string> => {
  const acks = (): number => target.controls('ack').length;
  const before = acks();
  await target.until(() => target.controls('refused').length > 0 || acks() > before);
  return target.controls('refused').length === 0 ? 'ACCEPTED' : (await target.next('refused')).reason;
};

describe('founding and authentication', () => {
  it('takes the setup code once', async () => {
    const code = test.server.setupCode() ?? '';
    await founded();
    expect(test.server.setupCode()).toBeNull();
    const second = peer();
    void second.found(code, worker, idOf(0xdd), teamRoom);
    expect(await second.closed()).toBe(closeCodes.NOT_AUTHENTICATED);
  });

  it('refuses a wrong code, a strange device and a replayed answer', async () => {
    const wrong = peer();
    void wrong.found('0000-0000-0000-0000-0000', lead, team, teamRoom);
    expect(await wrong.closed()).toBe(closeCodes.NOT_AUTHENTICATED);
    await founded();
    const stranger = peer();
    void stranger.authenticate(peerDevice(9), team);
    expect(await stranger.closed()).toBe(closeCodes.NOT_AUTHENTICATED);
    const replayed = peer();
    await replayed.next('challenge');
    replayed.send({ type: 'auth', protocol: 1, team, device: lead.device, signature: new Uint8Array(64).fill(1) });
    expect(await replayed.closed()).toBe(closeCodes.NOT_AUTHENTICATED);
  });

  it('reads nothing else before authentication, however much comes [Y5]', async () => {
    await founded();
    const floods: readonly [number, Uint8Array][] = [
      [10_000, encodeControl({ type: 'open', index: 1, room })],
      [10_000, new Uint8Array([1, 0, 0, 1, 0])],
      [10, new Uint8Array(9000)],
    ];
    for (const [frames, bytes] of floods) {
      const attacker = peer();
      await attacker.next('challenge');
      for (let count = 0; count < frames; count++) attacker.socket.send(bytes);
      expect(await attacker.closed()).toBeGreaterThanOrEqual(1006);
    }
    expect(test.server.parts.hub.counters.updates).toBe(0);
    const honest = peer();
    await honest.authenticate(lead, team);
  });

  it('gives up on sockets that say nothing', async () => {
    await test.stop();
    test = await startTestServer({ helloTimeoutMs: 100 });
    expect(await peer().closed()).toBe(closeCodes.AUTH_TIMEOUT);
  });

  it('refuses upgrades without the protocol, token or path', async () => {
    const codes = await Promise.all(
      ['/', '/mux', '/r/', `/r/${room}`, `/r/${room}/../mux`, '/r/nothex'].map(
        (path) =>
          new Promise<number | undefined>((resolve) => {
            const socket = new WebSocket(test.server.url + path, path === '/mux' ? [] : [MUX_PROTOCOL]);
            socket.on('unexpected-response', (_request, response) => {
              resolve(response.statusCode);
              socket.terminate();
            });
            socket.on('error', () => undefined);
            socket.on('open', () => resolve(101));
          }),
      ),
    );
    expect(codes).toEqual(
      [404, 400, 404, 404, 101, 404].map((code, index) => (index === 4 ? expect.any(Number) : code)),
    );
  });

  it('keeps serving while many half-open connections drip bytes', async () => {
    await founded();
    const drips = Array.from({ length: 50 }, () => {
      const socket = connect(test.server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write('GET /mux HTTP/1.1\r\nHost: x\r\nX-Slow: ');
      return socket;
    });
    const honest = peer();
    await honest.authenticate(lead, team);
    for (const drip of drips) drip.destroy();
  });
});

describe('rooms', () => {
  it('acknowledges after the commit, tells the others, and a resend changes nothing [Y1]', async () => {
    const first = await teamOfTwo();
    const second = await workerPeer();
    const lane = new TestLane(room, lead, 1);
    const update = lane.update([lane.seal(new Uint8Array([1])), lane.seal(new Uint8Array([2]))], 0);
    push(first, update);
    const ack = await first.next('ack');
    expect(ackedClock(ack.stateVector, lane.client)).toBe(2);
    await second.until(() => second.updates(1).some((received) => received.runs[0]?.items.length === 2));
    push(first, update);
    expect(ackedClock((await first.next('ack')).stateVector, lane.client)).toBe(2);
    expect(first.updates(1).filter((received) => received.runs.length > 0)).toEqual([]);
  });

  it('serves everything to a late device and after a restart', async () => {
    const first = await teamOfTwo();
    const lane = new TestLane(room, lead, 1);
    const envelopes = [1, 2, 3].map((byte) => lane.seal(new Uint8Array([byte])));
    push(first, lane.update(envelopes, 0));
    await first.next('ack');
    await test.restart();
    const second = await workerPeer();
    await second.until(
      () =>
        second
          .updates(1)
          .flatMap((received) => received.runs)
          .flatMap((run) => run.items).length === 3,
    );
  });

  it('needs a grant to open and to append, and takes it away at once [Y6]', async () => {
    const first = await teamOfTwo();
    const second = await workerPeer();
    await first.append({ type: 'UNGRANT', room, user: worker.user }, lead, head());
    // The answer to a ping comes after everything that was said to this socket before.
    second.send({ type: 'ping' });
    await second.next('pong');
    expect(second.controls('refused').map(({ reason }) => reason)).toEqual(['NO_GRANT']);
    await second.next('refused');
    const lane = new TestLane(room, worker, 2);
    push(second, lane.update([lane.seal(new Uint8Array([1]))], 0));
    expect(await refusal(second)).toBe('UNKNOWN_ROOM');
    second.send({ type: 'open', index: 5, room: idOf(0xee) });
    expect(await refusal(second)).toBe('NO_GRANT');
    expect(second.closeCode).toBeNull();
  });

  it('cuts a revoked device off, tells it why, and does not let it back [Y7]', async () => {
    const first = await teamOfTwo();
    const second = await workerPeer();
    await first.append({ type: 'REVOKE_DEVICE', device: worker.device, wipe: true }, lead, head());
    expect(await second.closed()).toBe(closeCodes.REVOKED);
    const again = peer();
    await again.authenticate(worker, team);
    expect((await again.next('logEntries')).entries.length).toBeGreaterThan(0);
    expect(await again.closed()).toBe(closeCodes.REVOKED);
  });

  it('stores nothing of a bad update: gap, foreign lane, forged signature, other room, twice-written place [Y2]', async () => {
    const first = await teamOfTwo();
    const second = await workerPeer();
    const mine = new TestLane(room, worker, 2);
    const one = mine.seal(new Uint8Array([1]));
    const two = mine.seal(new Uint8Array([2]));
    const attempts: [string, Uint8Array][] = [
      [
        'SEQ_GAP',
        encodeLaneUpdate({ runs: [{ client: mine.client, lane: null, clock: 1, items: [two] }], deletes: [] }),
      ],
      ['SEQ_GAP', mine.update([two], 0)],
      ['BAD_ENVELOPE', mine.update([new Uint8Array(200)], 0)],
      ['BAD_ENVELOPE', new Uint8Array([1, 2, 3])],
    ];
    const forged = one.slice();
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    attempts.push(['BAD_SIGNATURE', mine.update([forged], 0)]);
    const elsewhere = new TestLane(idOf(0x77), worker, 2);
    attempts.push(['BAD_SIGNATURE', elsewhere.update([elsewhere.seal(new Uint8Array([1]))], 0)]);
    const stranger = new TestLane(room, peerDevice(9), 2);
    attempts.push(['WRONG_LANE', stranger.update([stranger.seal(new Uint8Array([1]))], 0)]);
    for (const [reason, update] of attempts) {
      push(second, update);
      expect(await refusal(second)).toBe(reason);
    }
    expect(test.server.parts.db.prepare('SELECT count(*) AS count FROM envelope').get()).toEqual({ count: 0 });
    push(second, mine.update([one, two], 0));
    await second.next('ack');
    const clone = new TestLane(room, worker, 2);
    push(second, clone.update([clone.seal(new Uint8Array([9]))], 0));
    expect(await refusal(second)).toBe('WRONG_LANE');
    const takeover = new TestLane(room, lead, 2);
    takeover.seq = 2;
    takeover.prev = mine.prev;
    push(first, takeover.update([takeover.seal(new Uint8Array([3]))], 2));
    expect(await refusal(first)).toBe('WRONG_LANE');
  });

  it('deletes only under a signed cover of the same sender, and archives what goes [Y4]', async () => {
    const first = await teamOfTwo();
    const second = await workerPeer();
    const theirs = new TestLane(room, worker, 2);
    push(second, theirs.update([theirs.seal(new Uint8Array([1])), theirs.seal(new Uint8Array([2]))], 0));
    await second.next('ack');
    const range = { client: theirs.client, clock: 0, length: 2 };
    push(first, encodeLaneUpdate({ runs: [], deletes: [range] }));
    expect(await refusal(first)).toBe('DELETE_NOT_COVERED');
    const lane = new TestLane(room, lead, 1);
    const partial = new TestLane(room, lead, 1).seal(new Uint8Array([7]), 'SNAPSHOT', [
      { lane: theirs.lane, seq: 0, head: theirs.prev },
    ]);
    push(first, lane.update([partial], 0, [range]));
    expect(await refusal(first)).toBe('DELETE_NOT_COVERED');
    push(
      first,
      lane.update([lane.seal(new Uint8Array([7]), 'SNAPSHOT', [{ lane: theirs.lane, seq: 1, head: theirs.prev }])], 0, [
        range,
      ]),
    );
    await first.next('ack');
    expect(test.server.parts.db.prepare('SELECT count(*) AS count FROM archive').get()).toEqual({ count: 2 });
    const fresh = await workerPeer();
    await fresh.until(() => fresh.updates(1).some((received) => received.deletes.length > 0));
    const items = fresh
      .updates(1)
      .flatMap((received) => received.runs)
      .flatMap((run) => run.items);
    expect(items.filter((item) => item !== null)).toHaveLength(1);
  });

  it('takes envelopes of others back after it was restored from an older copy', async () => {
    const first = await teamOfTwo();
    const theirs = new TestLane(room, worker, 2);
    push(first, theirs.update([theirs.seal(new Uint8Array([1]))], 0));
    expect(ackedClock((await first.next('ack')).stateVector, theirs.client)).toBe(1);
  });

  it('closes on frames that are none, and refuses room messages that are none', async () => {
    const first = await teamOfTwo();
    first.room(1, new Uint8Array([0, 2, 255]));
    expect(await refusal(first)).toBe('BAD_ENVELOPE');
    first.socket.send(new Uint8Array([0, 99]));
    expect(await first.closed()).toBe(closeCodes.BAD_FRAME);
  });

  it('closes on a frame above the limit, and on too many frames', async () => {
    await test.stop();
    test = await startTestServer({ framesPerSecond: 5 });
    const first = await teamOfTwo();
    first.socket.send(new Uint8Array(2 * 1024 * 1024));
    expect(await first.closed()).toBe(1009);
    const second = peer();
    await second.authenticate(worker, team);
    for (let count = 0; count < 100; count++) second.send({ type: 'ping' });
    expect(await second.closed()).toBe(closeCodes.TOO_FAST);
  });

  it('refuses when a quota is full, without an acknowledgement', async () => {
    await test.stop();
    test = await startTestServer({ roomQuotaBytes: 1024 });
    const first = await teamOfTwo();
    const lane = new TestLane(room, lead, 1);
    push(first, lane.update([lane.seal(new Uint8Array(3000))], 0));
    expect(await refusal(first)).toBe('QUOTA');
    expect(first.frames.some((frame) => frame.kind === 'control' && frame.frame.type === 'ack')).toBe(false);
  });
});

describe('joining and privacy', () => {
  it('relays the two sealed messages, also when the lead comes later, and expires', async () => {
    const first = await founded();
    const invite = idOf(0x55);
    first.send({ type: 'invite', invite, expiresAtMs: Date.now() + 60_000 });
    await first.next('invite');
    const joiner = peer();
    await joiner.next('challenge');
    joiner.send({ type: 'joinRequest', invite, sealed: new Uint8Array([1, 2]) });
    expect((await first.next('joinRequest')).sealed).toEqual(new Uint8Array([1, 2]));
    first.close();
    const later = peer();
    await later.authenticate(lead, team);
    await later.next('joinRequest');
    later.send({ type: 'joinAnswer', invite, sealed: new Uint8Array([3]) });
    expect((await joiner.next('joinAnswer')).sealed).toEqual(new Uint8Array([3]));
    const unknown = peer();
    await unknown.next('challenge');
    unknown.send({ type: 'joinRequest', invite: idOf(0x56), sealed: new Uint8Array([1]) });
    expect(await refusal(unknown)).toBe('UNKNOWN_INVITE');
  });

  it('holds no plaintext in any of its files [Y3]', async () => {
    const first = await teamOfTwo();
    const canary = new TextEncoder().encode('kanarie-in-het-gesprek');
    const lane = new TestLane(room, lead, 1);
    push(first, lane.update([lane.seal(canary)], 0));
    await first.next('ack');
    for (const name of readdirSync(test.folder)) {
      expect(readFileSync(join(test.folder, name)).includes(Buffer.from(canary)), name).toBe(false);
    }
    expect(test.events.join()).not.toContain(room);
  });
});
