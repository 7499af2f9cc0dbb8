/**
 * `npm run restore -- [--profile DIR] [--recovery-code]`, and with --repair `npm run repair`: composition root of
 * restoreDialogue on a real terminal.
 * Without --profile it looks where this operating system keeps such data.
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createNodeDeps } from '../nodeDeps.ts';
import { stretchInChild } from '../nodeStretch.ts';
import { repairFromTerminal, restoreFromTerminal, type Terminal } from './restoreDialogue.ts';

const { values } = parseArgs({
  options: { profile: { type: 'string' }, 'recovery-code': { type: 'boolean' }, repair: { type: 'boolean' } },
});
const dataFolder = values.profile === undefined ? usualFolder() : resolve(values.profile);
if (dataFolder === null) {
  process.stderr.write('Waar staan de gegevens? Zet erachter: --profile MAP\n');
  process.exitCode = 1;
} else {
  const terminal = openTerminal();
  try {
    const nodeDeps = createNodeDeps({
      host: 'loopback',
      appVersion: process.env['npm_package_version'] ?? '0.0.0',
      dataFolder,
      keychain: null,
      stretch: stretchInChild,
      end: () => undefined,
    });
    // A person reads along here.
    const deps = { ...nodeDeps, logger: { event: () => undefined } };
    const run = values.repair === true ? repairFromTerminal : restoreFromTerminal;
    const done = await run(terminal, deps, values['recovery-code'] ?? false);
    process.exitCode = done ? 0 : 1;
  } finally {
    terminal.close();
  }
}

function usualFolder(): string | null {
  const places = [
    join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'samenspel'),
    join(homedir(), 'Library', 'Application Support', 'Samenspel'),
    join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Samenspel'),
  ];
  return places.find((place) => existsSync(join(place, 'profiles'))) ?? null;
}

function openTerminal(): Terminal & { close(): void } {
  let silent = false;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!silent) process.stdout.write(chunk);
      done();
    },
  });
  const isTerminal = process.stdin.isTTY === true;
  const lines = createInterface({ input: process.stdin, output, terminal: isTerminal });
  // Lines are kept from the start: ones that were piped in come faster than they are asked for.
  const typed = lines[Symbol.asyncIterator]();
  const read = async (question: string, secret: boolean): Promise<string> => {
    process.stdout.write(question);
    silent = secret;
    const line = await typed.next();
    silent = false;
    if (secret) process.stdout.write('\n');
    return line.done === true ? '' : line.value;
  };
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    ask: (question) => read(question, false),
    askSecret: (question) => read(question, true),
    close: () => lines.close(),
  };
}
