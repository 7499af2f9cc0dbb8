/**
 * The process that turns one passphrase into one key and is gone. Ending a process is the only certain way in
 * JavaScript to be rid of what it held, and Argon2id would block the vault for half a second.
 *
 * Promises: one request, one answer, exit. The passphrase comes over a channel, never by argument or environment.
 * Under plain Node the channel is the IPC of `child_process.fork`; under Electron a port that the host hands over.
 */
import { argon2id } from './keys/kdf.ts';
import { wipe } from './keys/bytes.ts';
import { parseStretchRequest } from './stretchMessages.ts';
import { parentPortOf, type PortLike } from './parentPort.ts';

function answer(value: unknown, reply: (message: unknown) => void): void {
  const request = parseStretchRequest(value);
  if (request === null) return reply({ ok: false });
  const key = argon2id(request);
  reply({ ok: true, key });
  wipe(request.passphrase, key);
}

const parent = parentPortOf(process);
if (parent !== null) {
  parent.on('message', (event) => {
    const port: PortLike | undefined = event.ports[0];
    port?.on('message', ({ data }) => {
      answer(data, (message) => port.postMessage(message));
      // The port carries the answer away before the process ends.
      setImmediate(() => process.exit(0));
    });
    port?.start();
  });
} else {
  process.once('message', (value) => {
    answer(value, (message) => process.send?.(message, () => process.exit(0)));
  });
  process.once('disconnect', () => process.exit(0));
}
