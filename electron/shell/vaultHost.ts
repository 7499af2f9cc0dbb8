/**
 * The vault as a utilityProcess of Electron. Its stretcher is a second one, with a port between the two, so that a
 * passphrase never passes through this process; its life (restart after a lock, crashes) is electron/host/vaultProcess.ts.
 */
import { MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron';
import { environmentForVault } from '../host/vaultEnvironment.ts';
import type { LaunchVault } from '../host/vaultProcess.ts';

export interface VaultEntries {
  readonly vault: string;
  readonly stretcher: string;
}

export function launchVault(entries: VaultEntries): LaunchVault {
  return (events) => {
    const vault = utilityProcess.fork(entries.vault, [], {
      serviceName: 'Samenspel kluis',
      env: environmentForVault(),
      // No inspector and no loader of the host goes along by accident.
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const stretchers = new Set<UtilityProcess>();
    let isGone = false;
    vault.on('message', (value: unknown) => events.message(value));
    // The report of a fatal error may quote memory: only its kind is passed on.
    vault.on('error', (type) => events.error(type));
    vault.once('exit', (code) => {
      isGone = true;
      for (const stretcher of stretchers) stretcher.kill();
      events.exit(code);
    });

    return {
      log: vault.stderr,
      post(message) {
        if (!isGone) vault.postMessage(message);
      },
      kill: () => void vault.kill(),
      giveStretcher(requestId) {
        if (isGone) return;
        const { port1, port2 } = new MessageChannelMain();
        const stretcher = utilityProcess.fork(entries.stretcher, [], {
          serviceName: 'Samenspel sleutel',
          env: process.env['SYSTEMROOT'] === undefined ? {} : { SYSTEMROOT: process.env['SYSTEMROOT'] },
          execArgv: [],
          stdio: 'ignore',
        });
        stretchers.add(stretcher);
        stretcher.once('exit', () => stretchers.delete(stretcher));
        stretcher.postMessage({ type: 'port' }, [port1]);
        vault.postMessage({ type: 'stretcherPort', requestId }, [port2]);
      },
    };
  };
}
