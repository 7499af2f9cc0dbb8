/** A real sync server on a free port of this machine, in a temporary folder, with what a test wants to change. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerConfig } from '../../../sync-server/config.ts';
import { startServer, type RunningServer } from '../../../sync-server/server.ts';

export interface TestServer {
  readonly folder: string;
  server: RunningServer;
  readonly events: readonly string[];
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export const systemClock = { nowMs: () => Date.now() };
export const systemRandom = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };

export async function startTestServer(overrides: Partial<ServerConfig> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-sync-'));
  const events: string[] = [];
  const logger = { event: (name: string) => void events.push(name) };
  const start = (port: number) =>
    startServer({
      config: { ...ServerConfig.parse({ dataFolder: folder, port: 0 }), ...overrides, port },
      clock: systemClock,
      random: systemRandom,
      logger,
    });
  const test: TestServer = {
    folder,
    events,
    server: await start(0),
    async restart() {
      const port = test.server.port;
      await test.server.close();
      test.server = await start(port);
    },
    async stop() {
      await test.server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return test;
}
