/** Two laptops write apart in every room: what each would send, as plain Yjs. */
import * as Y from 'yjs';
import { SeededRandom } from '../simulator/seededRandom.ts';

export interface RoomEdits {
  readonly room: string;
  /** One flush of each laptop. */
  readonly flushes: readonly [Uint8Array, Uint8Array];
}

export function makeEdits(rooms: number, edits: number): readonly RoomEdits[] {
  const random = new SeededRandom(11);
  return Array.from({ length: rooms }, (_, index) => {
    const flush = (): Uint8Array => {
      const doc = new Y.Doc();
      doc.clientID = new DataView(random.bytes(4).buffer).getUint32(0);
      doc.transact(() => undefined);
      for (let count = 0; count < edits / 2; count++) {
        const record = doc.getMap<Y.Map<unknown>>('actions');
        if (count % 5 === 0)
          record.set(
            recordId(random),
            new Y.Map([
              ['title', `actie ${String(count)}`],
              ['status', 'OPEN'],
            ]),
          );
        else
          doc.getText('t').insert(random.below(doc.getText('t').length + 1), `woord ${String(random.below(9_999))} `);
      }
      return Y.encodeStateAsUpdate(doc);
    };
    return { room: (index + 1).toString(16).padStart(32, '0'), flushes: [flush(), flush()] };
  });
}

const recordId = (random: SeededRandom): string => Buffer.from(random.bytes(16)).toString('hex');
