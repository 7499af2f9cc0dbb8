/** Entry of the sync server: `npm run sync-server`, and with `-- token …`, `-- backup FILE` or `-- restore FILE`. */
import { randomBytes } from 'node:crypto';
import { backUp, restore } from './backupCommand.ts';
import { readConfig } from './config.ts';
import { startServer } from './server.ts';
import { tokenCommand } from './tokenCommand.ts';

const clock = { nowMs: () => Date.now() };
const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
const logger = {
  event(name: string, facts: Readonly<Record<string, number | boolean | string>> = {}) {
    process.stderr.write(`${JSON.stringify({ time: new Date(clock.nowMs()).toISOString(), event: name, ...facts })}\n`);
  },
};

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) fail(config.error);
  const server = await startServer({ config: config.value, clock, random, logger });
  process.stdout.write(`Samenspel sync server: ${server.url}\n`);
  const code = server.setupCode();
  if (code) {
    process.stdout.write(
      `\nEr is nog geen team. De eerste teamleider kiest in Samenspel: Instellingen, Team beginnen.\n`,
    );
    process.stdout.write(`  Adres:      ${server.url}\n  Begincode:  ${code}   (werkt één keer)\n`);
  }
  const stop = (): void => {
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function copyCommand(which: 'backup' | 'restore', file: string | undefined): void {
  const config = readConfig(process.env);
  if (!config.ok) fail(config.error);
  if (file === undefined) fail(`${which}: name a file.`);
  if (which === 'backup') {
    backUp(config.value.dataFolder, file);
    process.stdout.write(`Backup made and checked: ${file}\n`);
    return;
  }
  const kept = restore(config.value.dataFolder, file, { clock, random });
  process.stdout.write(`Restored. ${kept === null ? '' : `The database that was here is now ${kept}.`}\n`);
}

const [command, ...rest] = process.argv.slice(2);
if (command === 'token') {
  tokenCommand(rest, clock).then(
    (access) => {
      process.stdout.write(`${JSON.stringify(access, null, 2)}\n`);
      process.exit(0);
    },
    (error: unknown) => fail(error instanceof Error ? error.message : 'token: failed'),
  );
} else if (command === 'backup' || command === 'restore') {
  try {
    copyCommand(command, rest[0]);
  } catch (error) {
    fail(error instanceof Error ? error.message : `${command}: failed`);
  }
} else {
  serve().catch((error: unknown) => fail(error instanceof Error ? error.message : 'The server could not start.'));
}
