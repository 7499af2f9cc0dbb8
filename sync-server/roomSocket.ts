/**
 * A stock y-websocket client: one socket, one room, `/r/<room>`, with a token of at most five minutes among its
 * WebSocket protocols. The messages are exactly y-protocols. Its own updates are echoed after the commit, which makes
 * the echo a durable acknowledgement.
 */
import type { WebSocket } from 'ws';
import { MAX_FRAME_BYTES, closeCodes } from '../shared/sync/frames.ts';
import type { Subscriber } from './hub.ts';
import { FrameBudget, MAX_BUFFERED_BYTES, plainView } from './limits.ts';
import type { ServerParts } from './parts.ts';

export function serveRoomSocket(
  socket: WebSocket,
  parts: ServerParts,
  identity: { team: string; device: string; room: string },
): void {
  const budget = new FrameBudget(parts.config.framesPerSecond, parts.clock);
  const subscriber: Subscriber = {
    ...identity,
    wantsEcho: true,
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.close(closeCodes.TRY_LATER);
      else socket.send(message);
    },
    acknowledged: () => undefined,
    caughtUp: () => undefined,
    refused: (reason) => {
      socket.close(reason === 'STORE_FAILED' ? closeCodes.TRY_LATER : closeCodes.NOT_ALLOWED, reason);
    },
    bufferedBytes: () => socket.bufferedAmount,
  };
  socket.on('close', () => parts.hub.close(subscriber));
  socket.on('message', (data: unknown, isBinary: boolean) => {
    try {
      const bytes = isBinary && data instanceof Buffer ? plainView(data) : null;
      if (!bytes || bytes.length > MAX_FRAME_BYTES) return socket.close(closeCodes.BAD_FRAME);
      if (!budget.take()) return socket.close(closeCodes.TOO_FAST);
      if (!parts.hub.receive(subscriber, bytes)) socket.close(closeCodes.BAD_FRAME);
    } catch (error) {
      parts.logger.event('socket.failed', { name: error instanceof Error ? error.name : 'unknown' });
      socket.terminate();
    }
  });
  const refusal = parts.hub.open(subscriber);
  if (refusal) socket.close(closeCodes.NOT_ALLOWED, refusal);
}
