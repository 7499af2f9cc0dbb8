/** When the machine or its person goes away, the vault locks: sleep, lid, screen lock, another user, shutdown. */
import { powerMonitor } from 'electron';

export function watchPower(lock: () => void, quit: () => void): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('user-did-resign-active', lock);
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    // Asks the system for the seconds that saving takes; the app ends as soon as it can.
    event?.preventDefault();
    quit();
  });
}
