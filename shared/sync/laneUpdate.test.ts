import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { decodeLaneUpdate, encodeLaneUpdate, type LaneRun } from './laneUpdate.ts';
import { laneRoot } from './outerDoc.ts';

const lanes = ['aa'.repeat(16), 'bb'.repeat(16), 'cc'.repeat(16)];
const clients = [7, 1_000_000, 0xffff_fffe];

/** A stock Yjs writer of one lane. */
function stockAppend(doc: Y.Doc, which: number, bytes: Uint8Array): void {
  doc.clientID = clients[which] ?? 0;
  doc.getArray<Uint8Array>(laneRoot(lanes[which] ?? '')).push([bytes]);
}
const contents = (doc: Y.Doc) => lanes.map((lane) => doc.getArray<Uint8Array>(laneRoot(lane)).toArray());
const replay = (update: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs).toBeNull();
  return doc;
};

describe('lane updates', () => {
  it('say the same as Yjs, in both directions, removed items included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.uint8Array({ minLength: 1, maxLength: 8 })), { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(2), fc.nat(20)), { maxLength: 8 }),
        (appends, removals) => {
          const doc = new Y.Doc();
          for (const [which, bytes] of appends) stockAppend(doc, which, bytes);
          for (const [which, index] of removals) {
            const lane = doc.getArray(laneRoot(lanes[which] ?? ''));
            if (index < lane.length) lane.delete(index, 1);
          }
          const update = Y.encodeStateAsUpdate(doc);
          const decoded = decodeLaneUpdate(update);
          if (!decoded) throw new Error('not decoded');
          const again = replay(encodeLaneUpdate(decoded));
          expect(contents(again)).toEqual(contents(doc));
          expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(doc));
        },
      ),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('let a stock peer go on after our rows, and read what it adds', () => {
    const rows: LaneRun[] = [
      { client: 7, lane: lanes[0] ?? '', clock: 0, items: [new Uint8Array([1]), null, new Uint8Array([3])] },
    ];
    const peer = replay(encodeLaneUpdate({ runs: rows, deletes: [] }));
    const before = Y.encodeStateVector(peer);
    stockAppend(peer, 0, new Uint8Array([4]));
    const added = decodeLaneUpdate(Y.encodeStateAsUpdate(peer, before));
    expect(added?.runs).toEqual([{ client: 7, lane: null, clock: 3, items: [new Uint8Array([4])] }]);
    expect(
      contents(
        replay(
          encodeLaneUpdate({
            runs: [...rows, { client: 1_000_000, lane: lanes[1] ?? '', clock: 0, items: [new Uint8Array([9])] }],
            deletes: [],
          }),
        ),
      )[1],
    ).toEqual([new Uint8Array([9])]);
  });

  it('refuse everything that is not an append to a lane', () => {
    const attempts: ((doc: Y.Doc) => void)[] = [
      (doc) => doc.getMap(laneRoot(lanes[0] ?? '')).set('key', new Uint8Array([1])),
      (doc) => doc.getArray('other').push([new Uint8Array([1])]),
      (doc) => doc.getArray(laneRoot(lanes[0] ?? '')).push(['text']),
      (doc) => doc.getText(laneRoot(lanes[0] ?? '')).insert(0, 'text'),
      (doc) => {
        const lane = doc.getArray(laneRoot(lanes[0] ?? ''));
        lane.push([new Uint8Array([1])]);
        lane.insert(0, [new Uint8Array([2])]);
      },
    ];
    for (const attempt of attempts) {
      const doc = new Y.Doc();
      attempt(doc);
      expect(decodeLaneUpdate(Y.encodeStateAsUpdate(doc))).toBeNull();
    }
  });

  it('survive noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        decodeLaneUpdate(bytes);
      }),
      { seed: 20261121, numRuns: 3000 },
    );
  });
});
