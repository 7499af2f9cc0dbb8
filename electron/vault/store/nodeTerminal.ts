/** A real terminal for commands that ask for a passphrase, and the folder to look in without --profile. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Terminal } from './restoreDialogue.ts';

/** Where this operating system keeps such data, when something is there. */
export function usualFolder(): string | null {
  const places = [
    join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'samenspel'),
    join(homedir(), 'Library', 'Application Support', 'Samenspel'),
    join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Samenspel'),
  ];
  return places.find((place) => existsSync(join(place, 'profiles'))) ?? null;
}

/** The terminal this runs in; what is secret is not shown while it is typed. */
export function openTerminal(): Terminal & { close(): void } {
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
