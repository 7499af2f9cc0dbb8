/**
 * The real server seen through hostile hands: every frame that it sends to one laptop goes through a function that may hold
 * it back, change it, repeat it or add to it. The laptop speaks its own protocol and knows of nothing.
 */
import { decodeFrame, encodeControl, encodeRoomFrame, type ControlFrame } from '../../../shared/sync/frames.ts';
import { encodeLaneUpdate, type LaneUpdate } from '../../../shared/sync/laneUpdate.ts';
import { parseEnvelope } from '../../../shared/sync/envelope.ts';
import { encodeSync } from '../../../shared/sync/syncMessages.ts';
import type { OpenSocket } from '../../../electron/vault/sync/syncSocket.ts';
import { updateIn } from './muxPeer.ts';

export interface Hands {
  /** What of an update in a room comes through: none, one, or several times. Left out: all of it. */
  update?(room: string, update: LaneUpdate): readonly LaneUpdate[];
  /** What comes of a control frame. Left out: the same. */
  control?(frame: ControlFrame): readonly ControlFrame[];
}

/** An opener whose connections pass through `hands`, which a test may change while they are open. */
export const throughHands =
  (open: OpenSocket, hands: Hands): OpenSocket =>
  (server, listener) => {
    const rooms = new Map<number, string>();
    const socket = open(server, {
      ...listener,
      opened: () => listener.opened(),
      closed: (code, failure) => listener.closed(code, failure),
      message: (bytes) => {
        for (const changed of changedBy(hands, rooms, bytes)) listener.message(changed);
      },
    });
    return {
      send: (bytes) => {
        const frame = decodeFrame(bytes);
        if (frame?.kind === 'control' && frame.frame.type === 'open') rooms.set(frame.frame.index, frame.frame.room);
        socket.send(bytes);
      },
      close: () => socket.close(),
    };
  };

function changedBy(hands: Hands, rooms: ReadonlyMap<number, string>, bytes: Uint8Array): readonly Uint8Array[] {
  const frame = decodeFrame(bytes);
  if (frame?.kind === 'control') return hands.control?.(frame.frame).map(encodeControl) ?? [bytes];
  const update = frame ? updateIn(frame.message) : null;
  if (!frame || !update || !hands.update) return [bytes];
  return hands
    .update(rooms.get(frame.index) ?? '', update)
    .map((changed) => encodeRoomFrame(frame.index, encodeSync('UPDATE', encodeLaneUpdate(changed))));
}

/** The update without the envelopes that a device wrote. */
export const without = (update: LaneUpdate, device: string): LaneUpdate => ({
  ...update,
  runs: update.runs.flatMap((run) => {
    const first = run.items.findIndex((item) => item !== null && parseEnvelope(item)?.device === device);
    return first === 0 ? [] : first < 0 ? [run] : [{ ...run, items: run.items.slice(0, first) }];
  }),
});
