/**
 * Loaded into a measured server with --import, ours and the peer alike, so that production code has no door for it: asked
 * over the channel of the parent process, it collects garbage and tells what is left. RSS says what the allocator keeps
 * for later; heap plus external is what the server holds.
 */
import { setImmediate as turn } from 'node:timers/promises';

process.on('message', (message) => {
  if (message === 'memory') void answer();
});
// Listening must not keep a server alive that wants to end.
process.channel?.unref();

async function answer(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await turn();
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ rss, held: heapUsed + external, cpuMs: (user + system) / 1_000 });
}
