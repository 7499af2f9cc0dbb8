/** Replicas and writers for document tests: seeded, with a clock that a test moves by hand. */
import * as Y from 'yjs';
import { newWriter, type Writer } from '../../shared/documents/accessors.ts';
import type { Clock, Random } from '../../shared/deps.ts';
import type { UserId } from '../../shared/domain/ids.ts';

/** The seed of every property here; SEED=... tries another history. */
export const SEED = Number(process.env['SEED'] ?? 20261121);

/** A user id that is easy to read in a failure: user('a') is aaaa... */
export const user = (letter: string): UserId => letter.repeat(32) as UserId;

/** Random bytes from a counter: every id differs, and a run gives the same ids each time. */
export function countingRandom(): Random {
  let next = 1;
  return {
    bytes: (length) => {
      const bytes = new Uint8Array(length);
      new DataView(bytes.buffer).setUint32(0, next++);
      return bytes;
    },
  };
}

export interface TestClock extends Clock {
  minute: number;
}

export const clockAt = (minute: number): TestClock => ({
  minute,
  nowMs() {
    return this.minute * 60_000;
  },
});

export interface Replica {
  readonly doc: Y.Doc;
  readonly writer: Writer;
  readonly decider: Writer;
  /** Every update this replica made or received, in the order it came. */
  readonly log: Uint8Array[];
}

/** A replica with its own fixed client id, so that yjs breaks ties the same way in each run. */
export function replica(letter: string, clientId: number, clock: Clock, random: Random): Replica {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const log: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => log.push(update));
  return {
    doc,
    log,
    writer: newWriter(user(letter), clock, random),
    decider: newWriter(user(letter), clock, random, 'decision'),
  };
}

/** Brings `to` up to everything `from` has. */
export function pull(to: Y.Doc, from: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote');
}

/** Exchanges everything both ways. */
export function meet(a: Y.Doc, b: Y.Doc): void {
  pull(a, b);
  pull(b, a);
}

/** The same document, built anew from its bytes. */
export function rebuilt(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), 'load');
  return copy;
}
