/** The vault as a child of plain Node. */
import { fork } from 'node:child_process';
import { environmentForVault } from '../host/vaultEnvironment.ts';
import type { LaunchVault } from '../host/vaultProcess.ts';

/** `entry` is the vault's entry, as a file that Node can run. */
export function forkVault(entry: string): LaunchVault {
  return (events) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // No inspector, no loader and no environment of the host goes along by accident.
      execArgv: [],
      env: environmentForVault(),
    });
    child.on('message', (value) => events.message(value));
    child.on('error', (error) => events.error(error.name));
    child.once('exit', (code) => events.exit(code));
    return {
      log: child.stderr,
      post(message) {
        if (child.connected) child.send(message, () => undefined);
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
