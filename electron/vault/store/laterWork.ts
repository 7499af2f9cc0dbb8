/**
 * Work that no call waits for: timers, and what comes over the network. A disk that is full or fails then ends neither the
 * vault nor what is being typed on its screen: it is told by tag, and the work comes again by what it does next. A bug
 * still goes upwards and ends the process.
 */
import { storeErrorOf, type StoreError } from './sqliteErrors.ts';

/** Runs it; answers false when the disk or the database failed, after telling `failed`. */
export function attemptLater(run: () => void, failed: (error: StoreError) => void): boolean {
  try {
    run();
    return true;
  } catch (thrown) {
    const error = storeErrorOf(thrown);
    if (error === null) throw thrown;
    failed(error);
    return false;
  }
}
