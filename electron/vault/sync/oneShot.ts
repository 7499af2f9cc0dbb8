/** One question to the server outside a session: open, wait for the challenge, say something, wait for the answer. */
import { decodeFrame, encodeControl, type ControlFrame } from '../../../shared/sync/frames.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import type { OpenSocket, SyncSocket } from './syncSocket.ts';

export type Challenge = Extract<ControlFrame, { type: 'challenge' }>;
export type OneShotError = ErrorOf<'ServerUnreachable'> | { readonly tag: 'Closed'; readonly code: number | null };

const PATIENCE_MS = 20_000;

/**
 * `ask` answers the frame to send on the challenge; `settle` gives the result when a frame is the answer, or null to wait
 * on. The connection ends with the result.
 */
export function askServer<T>(
  openSocket: OpenSocket,
  deps: Pick<VaultDeps, 'setTimer'>,
  server: string,
  ask: (challenge: Challenge) => ControlFrame,
  settle: (frame: ControlFrame) => T | null,
  /** What to say next when a frame asks for it; null otherwise. */
  goOn: (frame: ControlFrame) => ControlFrame | null = () => null,
): Promise<Result<T, OneShotError>> {
  return new Promise((resolve) => {
    let socket: SyncSocket | null = null;
    let done = false;
    const finish = (result: Result<T, OneShotError>): void => {
      if (done) return;
      done = true;
      timer.cancel();
      resolve(result);
      socket?.close();
    };
    const timer = deps.setTimer(
      () => finish(err({ tag: 'ServerUnreachable', reason: 'UNREACHABLE', status: null })),
      PATIENCE_MS,
    );
    socket = openSocket(server, {
      opened: () => undefined,
      message: (bytes) => {
        const frame = decodeFrame(bytes);
        if (frame?.kind !== 'control') return finish(err({ tag: 'Closed', code: null }));
        if (frame.frame.type === 'challenge') return socket?.send(encodeControl(ask(frame.frame)));
        const settled = settle(frame.frame);
        if (settled !== null) return finish(ok(settled));
        const next = goOn(frame.frame);
        if (next) socket?.send(encodeControl(next));
      },
      closed: (code, failure) =>
        finish(
          err(
            code === null
              ? { tag: 'ServerUnreachable', ...(failure ?? { reason: 'UNREACHABLE', status: null }) }
              : { tag: 'Closed', code },
          ),
        ),
    });
  });
}
